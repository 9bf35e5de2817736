"""The designs of a service: as it is, and what could be otherwise.

Another design is built only of waits that the log attributes to what ends them: what a fit alone
gives is a condition of the service as it is, and never becomes a what-if.
"""

from math import ceil

from sim.own.build.demand import find_settled
from sim.own.build.found import Known
from sim.own.build.lying import fit_constant, fit_lognormal
from sim.own.build.quantities import (
    LOG,
    Table,
    round_off,
    state_assumed,
    state_derived,
    state_like,
    state_off,
)
from sim.own.waits import Ender

AS_IT_IS, ONE_PERSON, ASKED_AT_ONCE, NO_DATES = (
    "as-it-is",
    "one-person",
    "asked-at-once",
    "no-dates",
)
ALL_BY_ONE = 0.98
"""So large a share of cases with one face is one function."""
MOST_FUNCTIONS = 6
FRONT_SHARE = 0.3
SPREAD = 0.1


def build_designs(known: Known) -> dict[str, Table]:
    """Build the service as it is, and a design for each kind of wait that could be spared.

    Parameters
    ----------
    known
        What is known of the service.
    """
    designs = {AS_IT_IS: build_as_it_is(known)}
    if known.days(Ender.ANOTHER) > 0 and is_divided(known):
        designs[ONE_PERSON] = _build_one_person(known)
    if known.days(Ender.CITIZEN) > 0 and known.value("asks_per_case") > 0:
        designs[ASKED_AT_ONCE] = {
            "like": AS_IT_IS,
            "digital": {"capture_form": state_assumed(0.9, 0.8, 1)},
        }
    if known.days(Ender.CALENDAR) > 0:
        designs[NO_DATES] = {"like": AS_IT_IS, "targets": {"hold_days": state_off()}}
    return designs


def is_divided(known: Known) -> bool:
    """Tell whether more than one person has to do with a case."""
    return known.has("faces_per_case") and known.value("one_face_share", 1) < ALL_BY_ONE


def build_as_it_is(known: Known) -> Table:
    """Build the service as it is."""
    return {
        "purpose": {
            "done": "activity",
            "check": state_off(),
            "notice": state_off(1),
            "notice_familiar": state_off(1),
        },
        "functions": {
            "convey": state_off(1),
            "specialisation_gain": state_off(),
            "read_in_minutes": state_off(),
            "read_in_minutes_per_particular": state_off(),
            "goes_back": _build_goes_back(known),
            "goes_past": _build_goes_past(known),
            "pools": _build_pools(known),
        },
        "budget": {},
        "standards": {
            "absorb": state_off(1),
            "skill": "none",
            "speed_gain": state_off(),
            "discretion": state_off(),
            "exception_delay_days": state_off(),
            "exception_minutes": state_off(),
        },
        "centralisation": {
            **_build_front(known),
            "teams": state_off(1),
            "known_face": {"is": 1, "from": LOG if known.has("faces_per_case") else "off"},
        },
        "digital": {
            "form_share": state_off(1),
            "capture_form": state_off(),
            "form_minutes": state_assumed(3, 1, 10),
            "dialogue_minutes": state_off(10),
            "asks_in_dialogue": state_off(),
        },
        "targets": {
            "days": {"is": max(round_off(known.value("days_p90", 30)), 1.0), "from": "assumed"},
            "clock": "arrival",
            "order": "arrival",
            "hold_days": _build_hold(known),
        },
        "inspection": {},
    }


def _count_later(known: Known) -> float:
    """Return how many further faces a case meets that is not settled by the first one."""
    settled = min(known.value("one_face_share"), 0.99)
    return max((known.value("faces_per_case", 1) - 1) / (1 - settled), 1.0)


def count_functions(known: Known) -> int:
    """Count the functions, those behind a front office: whole ones, some gone past."""
    if not is_divided(known):
        return 1
    return min(ceil(_count_later(known) - 1e-9), MOST_FUNCTIONS)


def _build_goes_past(known: Known) -> Table:
    behind = count_functions(known)
    if behind < 2:
        return state_off()
    share = 1 - (min(_count_later(known), behind) - 1) / (behind - 1)
    return state_derived(share, SPREAD, most=1.0) if share > 0 else state_off()


def _build_goes_back(known: Known) -> Table:
    """Build the chance of going back, which takes two changes of hands and no new face.

    The first function behind a front office has nobody to send a case back to.
    """
    further = known.value("faces_per_case", 1) - 1
    back = (known.value("hand_overs_per_case") - further) / 2
    can = further - (1 - known.value("one_face_share"))
    if not is_divided(known) or back <= 0 or can <= 0:
        return state_off()
    return state_derived(back / (can + back), 2 * SPREAD, most=0.9)


def _build_pools(known: Known) -> list[Table]:
    count = count_functions(known)
    has_front = is_divided(known)
    staff = (1 - FRONT_SHARE) / count if has_front else 1.0
    return [_build_pool(known, f"function-{n + 1}", 1 / count, staff) for n in range(count)]


def _build_pool(known: Known, name: str, share: float, staff: float) -> Table:
    return {
        "name": name,
        "share": {"is": share, "from": "assumed"},
        "staff": {"is": staff, "from": "assumed"},
        **_build_lying(known),
    }


def _build_lying(known: Known) -> Table:
    """Build how long a case lies until another hand takes it up."""
    if not is_divided(known) or known.value("pick_up_days") <= 0:
        return {"pick_up_days": "none", "pick_up_cv": "none"}
    if known.is_fitted("pick_up_days"):
        mean, cv = known.value("pick_up_days"), known.value("pick_up_cv")
    else:
        mean, cv = fit_lognormal(known.open, known.value("pick_up_days"), known.pick_up_median_days)
    source = {"from": known.source("pick_up_days")}
    return {
        "pick_up_days": {**state_like(mean, known.estimates["pick_up_days"]), **source},
        "pick_up_cv": {**state_derived(cv, SPREAD), **source},
    }


def _build_front(known: Known) -> Table:
    if not is_divided(known):
        return {}
    return {
        "front_office_staff": {"is": FRONT_SHARE, "from": "assumed"},
        "front_settles": state_derived(find_settled(known), SPREAD, most=1.0),
    }


def _build_hold(known: Known) -> Table:
    if known.is_fitted("hold_days"):
        return {"is": round_off(known.value("hold_days")), "from": known.source("hold_days")}
    days = known.days(Ender.CALENDAR)
    return state_derived(fit_constant(known.open, days), SPREAD) if days > 0 else state_off()


def _build_one_person(known: Known) -> Table:
    """Build the design in which one person sees a case through, and takes it up again."""
    pool = _build_pool(known, "whole-case", 1, 1)
    return {
        "like": AS_IT_IS,
        "functions": {"goes_back": state_off(), "goes_past": state_off(), "pools": [pool]},
        "centralisation": {"front_office_staff": "none", "front_settles": "none"},
    }
