"""What a sweep asks of whatever it runs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from sim.plain_text import cut
from sim.sweep.plan.factor import Value
from sim.sweep.table import DONE, Outcome

MOST_OF_AN_ERROR = 500
"""Characters that are kept of it."""


class Row(NamedTuple):
    """What one run of one design yields."""

    status: str
    """How it ended: one of the words of `sim.sweep.table`."""
    error: str | None = None
    """Why, where it was not measured."""
    is_warm: bool | None = None
    """Whether its start had worn off when the cohort begins; `None` where that is not known."""
    values: tuple[float | None, ...] = ()
    """A number an outcome, in their order; `None` where it does not apply. None if not measured."""
    series: tuple[tuple[float | None, ...], ...] = ()
    """For each series, in their order, a number a week: as many of each. None if not measured, or
    if none is asked for."""

    @property
    def is_done(self) -> bool:
        """Whether it was measured."""
        return self.status == DONE


class Subject(Protocol):
    """What is run at the points of a plan. It is sent to other processes, so it can be pickled."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What is measured, in the order of `Row.values`."""

    @property
    def series(self) -> tuple[Outcome, ...]:
        """What is told of each week, in the order of `Row.series`."""

    @property
    def designs(self) -> tuple[str, ...]:
        """The designs that are run at each point."""

    @property
    def engine(self) -> str:
        """What runs it."""

    def run_point(
        self, part: int, values: Sequence[Value], replications: range
    ) -> Iterator[tuple[Row, ...]]:
        """Run a point of a part of the plan: for each replication, in order, a row a design.

        What goes wrong in a run is told in its row. Rows depend on the arguments alone.
        """


def fail(status: str, error: Exception) -> Row:
    """Return the row of a run that ended with an error."""
    text = str(error) or type(error).__name__
    text = text.encode("utf-8", "backslashreplace").decode()  # a file's name may be no text
    return Row(status, cut(text, MOST_OF_AN_ERROR))
