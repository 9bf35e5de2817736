"""Keeping the whole staff at work when a lever moves them between front office and functions."""

from sim.design import CHANGED
from sim.scenario.parse import Raw
from sim.scenario.places import Place

_MOVES_STAFF: tuple[Place, ...] = (
    ("functions",),
    ("functions", "pools"),
    ("centralisation",),
    ("centralisation", "front_office_staff"),
)
"""Places of a design that, when changed alone, leave staff without a place or take them twice."""


def moves_staff(place: Place) -> bool:
    """Tell whether a change at a place moves staff between front office and functions."""
    return place[0] == "designs" and place[2:] in _MOVES_STAFF


def fit_staff(raw: Raw, design: str) -> None:
    """Scale the functions' shares of the staff, so that they and the front office add up to 1.

    Parameters
    ----------
    raw
        The table of a scenario, which is changed.
    design
        Name of the design.
    """
    table = raw["designs"][design]
    front = table["centralisation"].get("front_office_staff", {"is": 0.0})["is"]
    pools = table["functions"]["pools"]
    total = sum(pool["staff"]["is"] for pool in pools)
    if total <= 0 or abs(front + total - 1) <= 1e-6:
        return
    for pool in pools:
        pool["staff"] = {"is": pool["staff"]["is"] * (1 - front) / total, "from": CHANGED}
