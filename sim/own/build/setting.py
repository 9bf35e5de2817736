"""Opening hours, staff and costs of a service, as its data have them."""

from math import ceil, isfinite

from sim.own.build.found import Known
from sim.own.build.quantities import (
    Table,
    state_assumed,
    state_off,
)

SPARE = 3
"""So many times the staff that the work takes, where a log does not name them: nobody waits for
them, since a log that names nobody cannot say who did."""
MOST_MINUTES = 1440.0
"""What a scenario takes as the content of a case."""
FEWEST_OF_EACH = 2
"""Whoever takes a case over is somebody else, in each function."""


def build_calendar(known: Known) -> Table:
    """Build the opening hours."""
    is_open = known.open
    return {
        "days_per_week": {
            "is": is_open.days_per_week,
            "from": _find_source(known, "days_per_week"),
        },
        "opens_hour": known.state("opens_hour", state_assumed(8), most=23.0),
        "hours_per_day": _state_hours(known),
        "calls_by_hour": "none",
    }


def _state_hours(known: Known) -> Table:
    return {"is": known.open.hours_per_day, "from": _find_source(known, "hours_per_day")}


def _find_source(known: Known, name: str) -> str:
    """Return the key of what a quantity rests on: on nothing, where the data cannot say it."""
    return known.source(name) if known.has(name) else "assumed"


def build_staff(known: Known, functions: int) -> Table:
    """Build the staff: as many as are seen on a working day, and there every day.

    That a person is at other duties on other days is in the waits that the same person ends: to
    have somebody else take such a case up would count it twice.

    Parameters
    ----------
    known
        What is known of the service.
    functions
        How many there are, the front office included; each has somebody to hand a case to, so that
        a small service has more here than were seen, which is assumed.
    """
    fewest = FEWEST_OF_EACH * functions
    found = known.estimates.get("persons")
    seen = round(known.value("persons", _find_enough(known)))
    ends = [fewest, max(ceil(found.high), fewest)] if found and isfinite(found.high) else []
    total = max(seen, fewest)
    return {
        "memory_days": "none",
        "turnover_per_year": "none",
        "total": {
            "is": total,
            **({"range": [min(ends[0], total), max(ends[1], total)]} if ends else {}),
            "from": _find_source(known, "persons") if seen >= fewest else "assumed",
        },
        "rate_per_hour": state_assumed(40, 30, 60),
        "absence": state_off(),
        "shifts": [
            {
                "starts_hours": state_off(),
                "hours": _state_hours(known),
                "share": state_off(1),
            }
        ],
    }


def _find_enough(known: Known) -> float:
    """Return how many would have time to spare, where nobody is named."""
    hours = known.value("arrivals_per_day", 10) * float(build_load(known)["is"]) / 60
    return SPARE * hours / known.open.hours_per_day


def build_costs() -> Table:
    """Build the costs, of which a log says nothing."""
    return {
        "management_share": state_assumed(0.3, 0.2, 0.4),
        "unmet_need": state_assumed(500, 0, 5000),
        "downstream_rate_per_hour": state_assumed(40, 30, 60),
    }


def build_load(known: Known) -> Table:
    """Build the content of a case: its touch time, where the log tells when steps begin."""
    otherwise = state_assumed(30, 10, 60)
    found = known.estimates.get("touch_minutes_per_case")
    if found is None or found.why_not is not None:
        return otherwise
    return known.state("touch_minutes_per_case", otherwise, least=1.0, most=MOST_MINUTES)
