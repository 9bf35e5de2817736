"""What all results have in common: intervals, their form in JSON, and a table in a file."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from sim.results.tables import pack_frame, write_frame

if TYPE_CHECKING:
    import pandas as pd

Json = dict[str, Any]


class Interval(NamedTuple):
    """A mean over replications, and the ends of its 95 % confidence interval."""

    mean: float
    low: float
    high: float

    @property
    def half_width(self) -> float:
        """Half of the distance between the ends."""
        return (self.high - self.low) / 2

    @property
    def sure_sign(self) -> int:
        """The sign of the mean where the interval leaves 0 on one side: -1 or 1; otherwise 0."""
        return (self.low > 0) - (self.high < 0)


NOTHING = Interval(float("nan"), float("nan"), float("nan"))
"""Stands in a table where there is no interval."""


def as_json(value: Any) -> Any:
    """Return a part of a result as JSON has it: named parts as an object.

    One that JSON has in a form of its own has a method `to_dict`.
    """
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, dict):
        return {name: as_json(item) for name, item in value.items()}
    if hasattr(value, "_asdict"):
        return as_json(value._asdict())
    return [as_json(item) for item in value] if isinstance(value, list | tuple) else value


class Result(ABC):
    """A whole result: its parts, a form in JSON, and a tidy table.

    Attributes
    ----------
    COLUMNS, TYPES
        Names of the table's columns; and the types of those that the rows alone do not tell.
    """

    COLUMNS: ClassVar[tuple[str, ...]]
    TYPES: ClassVar[Mapping[str, Any]] = {}

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        found: Json = as_json(vars(self))
        return found

    def to_frame(self) -> "pd.DataFrame":
        """Return it as a tidy table, whose rows are those of `list_rows`."""
        import pandas as pd  # slow to import

        frame = pd.DataFrame(list(self.list_rows()), columns=list(self.COLUMNS))
        return frame.astype(dict(self.TYPES))

    @abstractmethod
    def list_rows(self) -> Iterable[tuple[Any, ...]]:
        """List the rows of the table."""

    def list_beside(self) -> Json:
        """Return what a file of it keeps beside the table."""
        return {"provenance": self.to_dict()["provenance"]}

    def write_table(self, path: str | Path, *, overwrite: bool = False) -> None:
        """Write the tidy table to a file: to Parquet, with its provenance in the metadata, or CSV.

        Parameters
        ----------
        path
            The file; the format goes by the ending of its name.
        overwrite
            Whether to replace a file that is there.

        Raises
        ------
        RunError
            If there is one and it is not to be replaced, if the ending is of no known format, or
            if the file cannot be written.
        """
        write_frame(self.to_frame(), path, overwrite=overwrite, about=self.list_beside())

    def to_parquet(self) -> bytes:
        """Return what `write_table` writes to a Parquet file, for whoever has no file."""
        return pack_frame(self.to_frame(), about=self.list_beside())
