"""A comparison as text files to take away: for this program, and for a spreadsheet."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from sim.analysis.comparison import Comparison
from sim.report.command import tell_command
from sim.words import charts as words

COMMENT = "#"
"""Begins a row that says how the table was made."""


def write_json(comparison: Comparison) -> str:
    """Write a comparison as ``requisite compare --json`` does; ``requisite rerun`` reads it."""
    text = json.dumps(comparison.to_dict(), indent=2, ensure_ascii=False, allow_nan=False)
    return f"{text}\n"


def write_csv(comparison: Comparison) -> str:
    """Write the tidy table of a comparison as a spreadsheet of the language spoken opens it.

    Where decimals have a comma, columns are parted by a semicolon. How it was run stands in rows
    before the heads, each of which begins with ``#``. Numbers have all their digits.
    """
    decimal = words.separators()[0]
    between = ";" if decimal == "," else ","
    stream = StringIO()
    writer = csv.writer(stream, delimiter=between, lineterminator="\n")
    writer.writerows((f"{COMMENT} {name}", *cells) for name, *cells in _list_settings(comparison))
    comparison.to_frame().to_csv(
        stream, index=False, sep=between, decimal=decimal, lineterminator="\n"
    )
    return stream.getvalue()


def _list_settings(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    about = comparison.provenance
    yield "requisite", about.version
    yield "service", comparison.service
    yield "scenario_sha256", about.scenario_sha256 or ""
    yield "seed", str(comparison.seed)
    yield "days", str(comparison.days)
    yield "replications", str(comparison.replications)
    for design, found in zip(comparison.designs, comparison.settling, strict=True):
        yield "settles", design, "yes" if found.settles else "no"
    for difference in about.changed:
        yield "changed", difference.key, str(difference.old), str(difference.new)
    yield "command", " ".join(tell_command(comparison).split())
