"""What differs between two comparisons as JSON has them, number by number."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sim.results import Json

PROSE = frozenset({"unit", "reason", "reasons"})
"""What stands beside the numbers, and is none of them."""
BY_DEMAND_TYPE = "by_demand_type"
TOLD_OF_DESIGNS = ("busiest", "settling")
"""What is told of each design beside the measures."""
Leaf = float | str | bool
_Place = tuple[str, ...]


class Differing(NamedTuple):
    """One number that is not what it was."""

    measure: str
    """A measure; or "busiest" or "settling"."""
    column: str
    """A design or "difference", after a demand type where it is of one: ``known.absorbing``."""
    before: Leaf | None
    now: Leaf | None
    """The number, or the mean of an interval, then and now; `None` where there is none."""
    interval_only: bool
    """Whether the mean is the same, and only an end of its interval is not."""

    @property
    def is_measure(self) -> bool:
        """Whether it is of a measure, not of what is told of a design beside them."""
        return self.measure not in TOLD_OF_DESIGNS


def find_differing(before: Json, now: Json) -> Iterator[Differing]:
    """List each number of one comparison that is another in the second.

    Parameters
    ----------
    before, now
        The comparisons, as `Comparison.to_dict` has them. A measure that is in the second alone is
        none of the first's.
    """
    measures = before["measures"]
    for name, measure in measures.items():
        yield from _hold_against(name, measure, now["measures"].get(name, {}))
    for name in TOLD_OF_DESIGNS:
        yield from _hold_against(name, before[name], now[name])


def _hold_against(name: str, before: Json, now: Json) -> Iterator[Differing]:
    were, are = dict(_list_leaves(before)), dict(_list_leaves(now))
    for place in {**were, **are}:
        was, present = were.get(place), are.get(place)
        if was != present:
            means = _mean(was), _mean(present)
            yield Differing(name, ".".join(place), *means, interval_only=means[0] == means[1])


def _list_leaves(part: Json, above: _Place = ()) -> Iterator[tuple[_Place, Any]]:
    """List numbers and intervals with the row of names that leads to each."""
    for name, value in part.items():
        place = above if name == BY_DEMAND_TYPE else (*above, name)
        if isinstance(value, dict) and "mean" not in value:
            yield from _list_leaves(value, place)
        elif name not in PROSE and value is not None:
            yield place, value


def _mean(leaf: Any) -> Any:
    return leaf["mean"] if isinstance(leaf, dict) else leaf
