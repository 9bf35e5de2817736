"""One citizen's journey in one line: how long, how many contacts, how many faces, at what cost."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import NONE, Event
from sim.experiment import Run
from sim.ledger import EndState
from sim.measures import build_view, loaded_rate
from sim.units import DAY_S, MILLION, MINUTE_S


class Summary(NamedTuple):
    """What one citizen's need has taken in one design."""

    days: float | None
    """From the first contact until the need is met, or the visits end; `None` if it is not."""
    contacts: int
    """In and out; of a client visits are no contacts."""
    visits: int
    faces: int
    """Different members of staff who had the case in hand."""
    work_minutes: float
    cost: float
    """The work at its full price, as in `cost_per_citizen_helped`."""
    currency: str


def summarise_journey(run: Run, citizen: int) -> Summary:
    """Summarise what one citizen lived through, from the ledger of a run.

    Parameters
    ----------
    run
        The run.
    citizen
        Number of the citizen in the log, from 0, in the order of arrival; it must be one of them.
    """
    ledger, log = run.ledger, run.log.rows(run.log.citizen == citizen)
    courses = ledger.courses
    is_met = courses.end_state[citizen] == EndState.MET
    worked_s = float(log.amount[log.kind == Event.FINISH].sum())
    paid_s = worked_s + ledger.tallies.premium[ledger.tallies.citizen == citizen].sum() / MILLION
    price = loaded_rate(build_view(ledger, run.scenario, run.design, 0, run.days))
    lasted_s = int(courses.end_s[citizen] - courses.arrival_s[citizen])
    return Summary(
        days=lasted_s / DAY_S if is_met else None,
        contacts=int(np.isin(log.kind, (Event.CONTACT_IN, Event.CONTACT_OUT)).sum()),
        visits=int(((ledger.visits.citizen == citizen) & (ledger.visits.staff != NONE)).sum()),
        faces=int(courses.faces[citizen]),
        work_minutes=worked_s / MINUTE_S,
        cost=float(paid_s * price),
        currency=run.scenario.service.currency,
    )
