"""A model that is no service, to be run in place of one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.sweep.folder.ordering import PLACE
from sim.sweep.folder.rows import IS_WARM
from sim.sweep.folder.weekly import WEEKS
from sim.sweep.subject.function import Function
from sim.sweep.table import (
    DESIGN,
    ENGINE,
    ERROR,
    POINT,
    REPLICATION,
    SERVICE,
    SETTLES,
    STATUS,
    WEEK,
    Outcome,
)

KEYS = {POINT, SERVICE, DESIGN, REPLICATION, WEEK}
COLUMNS = KEYS | {STATUS, ERROR, SETTLES, ENGINE, IS_WARM, PLACE, WEEKS}
"""Names that rows of tables and of chunks have already."""


class Model(NamedTuple):
    """A model that is no service, to be run in place of one."""

    function: Function
    """Called with the factors by their keys, the seed and the replication; returns the outcomes,
    and of each series a list with a number a week."""
    outcomes: tuple[str, ...]
    """Their names."""
    series: tuple[str, ...] = ()
    """Names of the series that it returns as well."""


def describe_columns(names: Iterable[str]) -> tuple[Outcome, ...]:
    """Return what a model returns, as columns: nobody knows more of them than their names."""
    return tuple(Outcome(name, "", name) for name in names)


def check_names(model: Model, factors: Iterable[str]) -> None:
    """Check that each name of a model can be a column of its own.

    Raises
    ------
    RunError
        If some stand twice, or are columns of a table already; all of them are told.
    """
    series = dict.fromkeys(model.series)
    names = Counter((*model.outcomes, *factors))
    taken = [name for name, times in names.items() if times > 1 or name in COLUMNS]
    taken += [name for name in series if name in KEYS or name in model.outcomes]
    if taken:
        raise RunError(
            Message(
                "outcomes, series and factors: found {names}, twice or as the table itself has it; "
                "give each a name of its own",
                names=", ".join(dict.fromkeys(taken)),
            )
        )


def choose_series(model: Model, series: Sequence[str]) -> tuple[str, ...]:
    """Return the series that are asked for, each once.

    Raises
    ------
    RunError
        If the model does not return one of them.
    """
    chosen = tuple(dict.fromkeys(series))
    unknown = [name for name in chosen if name not in model.series]
    if unknown:
        raise RunError(
            Message(
                "series: found {names}, but a model that is no service tells of weeks only what it "
                "returns itself; name that: Model(function, outcomes, series)",
                names=", ".join(unknown),
            )
        )
    return chosen
