"""A comparison as text files to take away: for this program, and for a spreadsheet."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from sim.analysis.comparison import Comparison
from sim.report.command import tell_command
from sim.words import charts as words

if TYPE_CHECKING:
    import pandas as pd

COMMENT = "#"
"""Begins a row that says how the table was made."""
BEGINS_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet takes for a formula, where a text of a CSV file begins with it."""


def write_json(comparison: Comparison) -> str:
    """Write a comparison as ``requisite compare --json`` does; ``requisite rerun`` reads it."""
    text = json.dumps(comparison.to_dict(), indent=2, ensure_ascii=False, allow_nan=False)
    return f"{text}\n"


def write_csv(comparison: Comparison) -> str:
    """Write the tidy table of a comparison as a spreadsheet of the language spoken opens it.

    Where decimals have a comma, columns are parted by a semicolon. How it was run stands in rows
    before the heads, each of which begins with ``#``. Numbers have all their digits. A text that
    would be taken for a formula, as a file of one's own may hold, has an apostrophe before it.
    """
    return _write_table(comparison.to_frame(), list_settings(comparison))


def write_runs(runs: bytes, points: bytes) -> str:
    """Write the runs of a sweep as `write_csv` does, each with the values of its point.

    Parameters
    ----------
    runs, points
        The tables as a sweep has them, in Parquet.
    """
    import pandas as pd

    tables = (pd.read_parquet(BytesIO(content)) for content in (runs, points))
    return _write_table(next(tables).merge(next(tables), on=["point", "service"]), ())


def _write_table(frame: "pd.DataFrame", settings: Iterable[tuple[Any, ...]]) -> str:
    decimal = words.separators()[0]
    between = ";" if decimal == "," else ","
    stream = StringIO()
    writer = csv.writer(stream, delimiter=between, lineterminator="\n")
    for name, *cells in settings:
        writer.writerow((f"{COMMENT} {name}", *(_keep_text(str(cell)) for cell in cells)))
    frame.map(_keep_text).to_csv(
        stream, index=False, sep=between, decimal=decimal, lineterminator="\n"
    )
    return stream.getvalue()


def _keep_text(cell: Any) -> Any:
    """Keep a text from being read as a formula, unless it is a number."""
    if isinstance(cell, str) and cell.startswith(BEGINS_FORMULA) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def list_settings(comparison: Comparison) -> Iterator[tuple[Any, ...]]:
    """List how a comparison was made: a name, and what belongs to it, in each row."""
    about = comparison.provenance
    yield "requisite", about.version
    yield "service", comparison.service
    yield "scenario_sha256", about.scenario_sha256 or ""
    yield "seed", comparison.seed
    yield "days", comparison.days
    yield "replications", comparison.replications
    for design, found in zip(comparison.designs, comparison.settling, strict=True):
        yield "settles", design, "yes" if found.settles else "no"
    for difference in about.changed:
        yield "changed", difference.key, difference.old, difference.new
    yield "command", " ".join(tell_command(comparison).split())
