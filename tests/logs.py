"""Hand-made logs, and the citizens they are about."""

import numpy as np

from sim.calendar import Calendar
from sim.eventlog import NONE, EventLog, Row, build_log
from sim.ledger import Ledger, build_ledger
from sim.measures import build_view
from sim.measures.view import View
from sim.population import Population
from sim.scenario import Scenario
from tests.builders import KNOWN, STAFF, Raw, build_raw, build_scenario, q, read_scenario, text

HOURS = Calendar(days_per_week=5, opens_s=8 * 3_600, day_s=8 * 3_600)
"""Those of `tests.builders`: Monday to Friday from 8 to 16."""
DAY = HOURS.day_s
"""An open day, in service time."""


def row(
    time_s,
    kind,
    citizen=0,
    *,
    staff=NONE,
    pool=NONE,
    attempt=1,
    step=NONE,
    amount=0,
    cause=NONE,
) -> Row:
    """One row of a log; what is not given does not apply."""
    return (time_s, kind, citizen, staff, pool, attempt, step, amount, cause)


def log_of(*rows: Row) -> EventLog:
    """A log of rows, which have to be in the order of time."""
    times = [time_s for time_s, *_ in rows]
    assert times == sorted(times)
    return build_log(list(rows))


def people(demand_type=(0,), visits_per_day=None) -> Population:
    """Citizens of these demand types; the log says when they come and with what."""
    count = len(demand_type)
    zero, never = np.zeros(count, np.int64), np.full(count, NONE, np.int64)
    return Population(
        key=np.arange(count, dtype=np.uint64),
        demand_type=np.array(demand_type, np.int64),
        arrival_s=zero,
        content_s=zero,
        particulars=zero,
        team=np.zeros(count),
        ready_delay_s=never,
        correction_delay_s=never,
        spell_s=zero,
        dishonest=np.zeros(count, np.bool_),
        visits_per_day=zero if visits_per_day is None else np.array(visits_per_day, np.int64),
        episode_s=zero,
    )


def ledger_of(*rows: Row, citizens: Population | None = None) -> Ledger:
    """The ledger of a log; without ``citizens``, of as many as it names, with one-off cases."""
    named = 1 + max((citizen for _, _, citizen, *_ in rows), default=NONE)
    return build_ledger(log_of(*rows), citizens or people((0,) * named), HOURS)


def view_of(
    *rows: Row,
    days=(0, 28),
    scenario: Scenario | None = None,
    citizens: Population | None = None,
    demand_type: str | None = None,
) -> View:
    """All that the measures see of a log under the first design of a small scenario."""
    scenario = scenario or build_scenario()
    ledger = ledger_of(*rows, citizens=citizens)
    return build_view(ledger, scenario, "functionalised", *days, demand_type=demand_type)


def visit_scenario(**changes: Raw) -> Scenario:
    """The small scenario with visits, on all seven days of the week and with temps."""
    visits = {
        **KNOWN,
        "kind": "visits",
        "chase_per_day": q(0),
        "visits_per_day": q(2),
        "episode_days": q(100),
        **changes,
    }
    staff = {**STAFF, "temps": q(2), "temp_price": q(1.5)}
    return read_scenario(build_raw(demand={"daily": visits}, staff=staff), "test")


def mixed_scenario() -> Scenario:
    """The small scenario with two demand types: one-off cases, and visits."""
    visits = {**KNOWN, "kind": "visits", "chase_per_day": q(0), "label": text("Visits")}
    visits |= {"visits_per_day": q(1), "episode_days": q(100)}
    return read_scenario(build_raw(demand={"known": KNOWN, "daily": visits}), "test")
