"""Services of a few citizens and workers, small enough to be worked out by hand.

Nothing happens by chance: each chance is 0 or 1, each worker is always there, each delay has mean 0
or is looked up in the public table. The service is open day and night, so service time is calendar
time, unless a story says otherwise.
"""

from typing import NamedTuple

import numpy as np

from sim.blueprint import Blueprint, build_blueprint
from sim.population import NEVER, Population
from sim.random import Stream, exponential_table, uniform
from sim.random.tables import SLICES
from sim.scenario import build_scenario
from sim.scenario.changes import make_changes
from sim.units import DAY_S
from tests.builders import KNOWN, SERVICE, build_raw, q, text
from tests.unit.engines.plain import PLAIN


class Citizen(NamedTuple):
    """One citizen of a story; what is not told is absent."""

    arrives_s: int
    content_s: int = 600
    particulars: int = 0
    key: int = 1
    ready_delay_s: int = NEVER
    correction_delay_s: int = NEVER
    spell_s: int = 0
    dishonest: bool = False
    visits_per_day: int = 0
    episode_s: int = 0
    team: float = 0.0
    demand_type: int = 0
    """0: a need, 1: an urgent one."""


def people(*citizens: Citizen) -> Population:
    """The population of a story."""
    columns = {name: np.array([getattr(c, name) for c in citizens]) for name in Citizen._fields}
    columns["key"] = columns["key"].astype(np.uint64)
    columns["arrival_s"] = columns.pop("arrives_s")
    return Population(**columns)


def service(*changes: str, design: str = "plain") -> Blueprint:
    """The blueprint of a story's design; ``plain`` unless there are two."""
    case = {**KNOWN, **{name: q(value) for name, value in NOTHING_BEFALLS.items()}}
    raw = build_raw(
        service={**SERVICE, "promised_days": q(30)},
        calendar={"days_per_week": q(7), "opens_hour": q(0), "hours_per_day": q(24)},
        demand={name: {**case, "label": text(name)} for name in ("need", "urgent")},
        designs={"plain": PLAIN, "other": PLAIN},
        sources={},
        staff=STAFF,
    )
    return build_blueprint(build_scenario(make_changes(raw, changes), "story"), design)


NOTHING_BEFALLS = {
    "content_minutes": 10,
    "rework_share": 0,
    "tell": 1,
    "answer_days": 0,
    "reach": 1,
    "return_days": 0,
    "give_up": 0,
    "chase_per_day": 0,
    "variety": 0,
}
STAFF = {
    "total": q(1),
    "rate_per_hour": q(400),
    "target_utilisation": q(1),
    "days_on_per_week": q(7),
    "shifts": [{"starts_hours": q(0), "hours": q(24), "share": q(1)}],
    "absence": q(0),
}


def functions(*shares: float, design: str = "plain") -> str:
    """The change that divides a design into functions with equal staff."""
    number = '{{is={},from="assumed"}}'
    pools = ",".join(
        f'{{name="f{i}",share={number.format(share)},staff={number.format(1 / len(shares))}}}'
        for i, share in enumerate(shares)
    )
    return f"{design}.functions.pools=[{pools}]"


def drawn_delay(mean_days: float, citizen: Citizen, stream: Stream, *about: int) -> int:
    """A delay as the public table gives it to a citizen."""
    entry = int(uniform(citizen.key, stream, *about) * SLICES)
    return int(exponential_table(mean_days * DAY_S)[entry])
