"""Cutting the cost of a citizen helped, as it was measured, into the parts of a bar."""

from collections.abc import Mapping, Sequence

from sim.analysis.comparison import Compared
from sim.charts.cost_cut import CostCut
from sim.results import Interval

WHOLE, USEFUL = "cost_per_citizen_helped", "cost_value_work"
FAILURE = ("cost_failure_contacts", "cost_rework")
NOTHING = Interval(0.0, 0.0, 0.0)


def cut_costs(measures: Mapping[str, Compared], names: Sequence[str]) -> list[CostCut]:
    """Cut the cost of either design; nothing where one has none.

    Parameters
    ----------
    measures
        The whole and the parts, by their names.
    names
        What the two designs are called.
    """
    if measures[WHOLE].first is None or measures[WHOLE].second is None:
        return []
    return [_cut(measures, place, name) for place, name in enumerate(names)]


def _cut(measures: Mapping[str, Compared], place: int, name: str) -> CostCut:
    whole, useful = (_mean(measures[part], place) for part in (WHOLE, USEFUL))
    failure = sum(_mean(measures[part], place) for part in FAILURE)
    return CostCut(name, useful, failure, max(whole - useful - failure, 0.0))


def _mean(measure: Compared, place: int) -> float:
    return ((measure.first, measure.second)[place] or NOTHING).mean
