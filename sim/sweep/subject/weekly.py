"""What a run of a service tells of each week."""

from collections.abc import Iterable, Sequence
from math import isnan

from sim.experiment.cells import CellRun
from sim.ledger import Ledger
from sim.measures import find_series, read_series
from sim.sweep.table import Outcome

Weekly = tuple[tuple[float | None, ...], ...]


def describe_series(names: Iterable[str]) -> tuple[Outcome, ...]:
    """Return what some series are: the columns of a table of weeks.

    Raises
    ------
    RunError
        If there is no series of a name.
    """
    return tuple(
        Outcome(one.name, str(one.unit), str(one.title)) for one in map(find_series, names)
    )


def read_weeks(run: CellRun, ledger: Ledger, names: Sequence[str]) -> Weekly:
    """Return a number a week for each of some series; `None` where it does not apply."""
    found = read_series(ledger, run.cell.scenario, run.days, names)
    return tuple(_drop_nan(values.tolist()) for values in found.values())


def _drop_nan(values: Iterable[float]) -> tuple[float | None, ...]:
    return tuple(None if isnan(value) else value for value in values)
