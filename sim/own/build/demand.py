"""The demand of a service, as its log has it."""

from math import log

from sim.own.build.found import Known
from sim.own.build.lying import fit_exponential
from sim.own.build.quantities import (
    Table,
    state_assumed,
    state_derived,
    state_like,
    state_off,
)
from sim.own.build.setting import build_load
from sim.own.waits import Ender

MOST_ASKED = 0.95
"""The model asks a citizen once for all that is missing: a larger share cannot be told apart."""
LEAST_ARRIVALS = 0.001
MOST_DISPERSION = 100.0
"""What a scenario takes."""
SPREAD = 0.2
"""What follows from several estimates is taken to be known to within so much."""
NOISE = 1e-9
"""What may be left of a difference of sums that is none."""
NEVER = ("give_up_waiting_days", "patience_minutes", "calls_back", "call_back_hours", "appeals")


def build_demand(known: Known, label: dict[str, str]) -> Table:
    """Build the one demand type of a log: cases."""
    return {
        "kind": "case",
        "content_shape": "lognormal",
        "arrivals_per_day": known.state(
            "arrivals_per_day", state_assumed(10), least=LEAST_ARRIVALS
        ),
        "dispersion": known.state("dispersion", state_off(1), least=0.1, most=MOST_DISPERSION),
        "content_minutes": build_load(known),
        "content_cv": state_assumed(0.6, 0.3, 1.2),
        **_build_missing(known),
        **_build_ready(known),
        "chase_per_day": _build_chase(known),
        "return_days": state_off(),
        "give_up": state_off(),
        "own_error": state_off(),
        **dict.fromkeys((*NEVER, "chase_tires"), "none"),
        "label": label,
    }


def find_asked(known: Known) -> float:
    """Return in which share of cases the citizen is asked for something."""
    return min(known.value("asks_per_case"), MOST_ASKED)


def find_settled(known: Known) -> float:
    """Return the chance that a case with nothing to wait for is seen through by whoever has it."""
    simple = (1 - min(known.value("ready"), 0.95)) * (1 - find_asked(known))
    return min(known.value("one_face_share") / simple, 1.0)


def _build_missing(known: Known) -> Table:
    """Build what is missing when a case comes: so much that it is asked for as often as was seen.

    A case with a Poisson number of mean m has something missing with chance 1 - exp(-m).
    """
    asked = find_asked(known)
    if asked <= 0:
        return {"variety": state_off(), "answer_days": state_off()}
    variety = -log(1 - asked)
    answer_days = fit_exponential(known.open, known.days(Ender.CITIZEN) / asked)
    return {
        "variety": state_derived(variety, SPREAD),
        "answer_days": state_derived(answer_days, SPREAD),
    }


def _build_ready(known: Known) -> Table:
    """Build the wait for an answer that exists only later: one of a share of cases."""
    share, days = known.value("ready"), known.value("ready_days")
    if share <= 0 or days <= 0:
        return {"ready": state_off(), "ready_days": state_off()}
    lies = days if known.is_fitted("ready_days") else fit_exponential(known.open, days)
    source = {"from": known.source("ready_days")}
    return {
        "ready": known.state("ready", state_off(), most=1.0),
        "ready_days": {**state_like(lies, known.estimates["ready_days"]), **source},
    }


def _build_chase(known: Known) -> Table:
    """Build how often citizens ask how it goes: contacts that begin no case and bring no answer."""
    days = known.value("days_mean")
    more = known.value("contacts_per_case") - known.begun_by_citizen - find_asked(known)
    return state_derived(more / days, SPREAD) if more > NOISE and days > 0 else state_off()
