"""Which figures of a service's evidence are tests of their own, and which were fitted to.

A figure that is decided by others, or that could hardly be missed, would be counted twice or for
nothing.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.design.quantity import FITTED
from sim.measures import MEASURES, Unit
from sim.message import Message
from sim.scenario import Evidence, Scenario, quantities

WIDEST_SHARE = 0.4
"""A tolerance of a share that is wider than this would be met by many a model of anything."""
TOO_WIDE = Message("its tolerance spans more than four tenths of what a share can be")
OF_LEVELS = Message("it follows from two levels that are judged as well")
OF_TYPES = Message("it follows from those of the demand types, which are judged as well")


class Number(NamedTuple):
    """What a row judges."""

    measure: str
    design: str
    compared_with: str | None
    demand_type: str | None


def list_no_tests(scenario: Scenario) -> Iterator[str | None]:
    """Say of each row of the evidence why it is no test of its own; `None` where it is one.

    It is none if its file says so, if its tolerance is too wide to be missed, if an earlier row
    judges the same number, or if its number follows from those of other rows.
    """
    rows = scenario.evidence
    judged = [_number_of(row) for row in rows]
    for place, row in enumerate(rows):
        yield (
            row.no_test
            or (TOO_WIDE if _is_wide(row) else None)
            or _find_same(judged, place, rows)
            or _find_origin(judged[place], set(judged), list(scenario.demand))
        )


def is_fitted_to(scenario: Scenario, row: Evidence) -> bool:
    """Tell whether a quantity that has to do with a figure was fitted, and so to it as well.

    A quantity of a design, or of a demand type, has to do with the figures of that alone.
    """
    fitted = [key.split(".") for key, quantity in quantities(scenario) if quantity.source == FITTED]
    designs, types = (row.design, row.compared_with), (row.demand_type,)
    return any(
        (part != "designs" or name in designs)
        and (part != "demand" or row.demand_type is None or name in types)
        for part, name, *_ in fitted
    )


def _number_of(row: Evidence) -> Number:
    return Number(row.measure, row.design, row.compared_with, row.demand_type)


def _is_wide(row: Evidence) -> bool:
    low, high = row.tolerance
    is_share = MEASURES[row.measure].unit is Unit.SHARE and row.compared_with is None
    return is_share and high - low > WIDEST_SHARE


def _find_same(judged: Sequence[Number], place: int, rows: Sequence[Evidence]) -> str | None:
    first = judged.index(judged[place])
    if first == place:
        return None
    same = rows[first].claim or rows[first].source
    return Message("it is the number that {claim} is judged by", claim=same)


def _find_origin(number: Number, judged: set[Number], types: Sequence[str]) -> str | None:
    """Say what other rows a number follows from."""
    level = number._replace(compared_with=None)
    other = level._replace(design=number.compared_with or "")
    if number.compared_with and {level, other} <= judged:
        return OF_LEVELS
    of_types = {number._replace(demand_type=name) for name in types}
    return OF_TYPES if number.demand_type is None and of_types <= judged else None
