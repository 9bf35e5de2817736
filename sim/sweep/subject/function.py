"""A model that is no service: a function of the factors, for checks against theory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sim.errors import RunError
from sim.message import Message
from sim.sweep.plan.factor import DUMMY, Factor, Value
from sim.sweep.subject.subject import Row, fail
from sim.sweep.table import DONE, FAILED, Outcome

Function = Callable[[Mapping[str, Value], int, int], Mapping[str, Any]]
"""Called with the factors by their keys, the seed and the replication; returns the outcomes by
their names, and of each series a number a week."""


@dataclass(frozen=True)
class FunctionSubject:
    """A function that is run as a service is.

    Attributes
    ----------
    function
        It can be pickled, and depends on its arguments alone.
    factors
        Those of each part of the plan.
    outcomes
        What it returns.
    seed
        Which luck.
    series
        What it returns of each week.
    """

    function: Function
    factors: tuple[tuple[Factor, ...], ...]
    outcomes: tuple[Outcome, ...]
    seed: int = 1
    series: tuple[Outcome, ...] = ()
    designs: ClassVar[tuple[str, ...]] = ("",)
    engine: ClassVar[str] = "function"

    def run_point(
        self, part: int, values: Sequence[Value], replications: range
    ) -> Iterator[tuple[Row, ...]]:
        """Call the function for each replication; see `Subject.run_point`."""
        point = {
            factor.key: value
            for factor, value in zip(self.factors[part], values, strict=True)
            if factor.kind != DUMMY
        }
        for replication in replications:
            yield (self._run(point, replication),)

    def _run(self, point: Mapping[str, Value], replication: int) -> Row:
        try:
            found = self.function(point, self.seed, replication)
            values = tuple(float(found[outcome.name]) for outcome in self.outcomes)
            series = tuple(tuple(map(float, found[one.name])) for one in self.series)
            _check_as_long(series)
        except Exception as error:  # whatever it is, it is told in the row of its run
            return fail(FAILED, error)
        return Row(DONE, is_warm=True, values=values, series=series)


def _check_as_long(series: Sequence[Sequence[float]]) -> None:
    weeks = sorted({len(values) for values in series})
    if len(weeks) > 1:
        told = Message("series of {weeks} weeks, expected as many of each", weeks=weeks)
        raise RunError(told)
