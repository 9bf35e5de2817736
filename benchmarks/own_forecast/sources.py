"""Logs that are known: who published them, and what of their guess a person corrects."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sim.errors import RequisiteError
from sim.own.caselog import CaseLog
from sim.own.guessing import guess
from sim.own.logs import build_caselog
from sim.own.mapping import Mapping as Meaning
from sim.own.reading import load_table


class Source(NamedTuple):
    """A log that is known.

    Attributes
    ----------
    name
        Its short name.
    cites
        Who published it.
    changes
        What a person who knows the log corrects of what is guessed of it.
    """

    name: str
    cites: str
    changes: dict[str, str | tuple[str, ...]]


SOURCES = {
    "receipt_wabo_coselog": Source(
        "receipt",
        "Receipt phase of an environmental permit application process (CoSeLoG), J. Buijs, "
        "4TU.ResearchData",
        {},
    ),
    "bpic2013_volvo_incidents": Source(
        "incidents",
        "BPI Challenge 2013, incidents (Volvo IT Belgium), W. Steeman, 4TU.ResearchData; an "
        "activity is a substatus, and to wait for the user or the customer is to ask",
        {"activity": "substatus", "asks": ("Wait - User", "Wait - Customer")},
    ),
    "helpdesk_italian": Source(
        "helpdesk", "Help desk log of an Italian company, M. Polato, 4TU.ResearchData", {}
    ),
    "road_traffic_fines_10k": Source(
        "fines",
        "Road Traffic Fine Management, M. de Leoni and F. Mannhardt, 4TU.ResearchData, a sample of "
        "10,000 cases (package eventdataR)",
        {},
    ),
}


def load(path: Path) -> tuple[Source, CaseLog, Meaning]:
    """Load a log as it is guessed to be, with what a person would correct."""
    stem = path.name.split(".")[0]
    source = SOURCES.get(stem, Source(stem, "not known here", {}))
    table = load_table(path)
    guessed = guess(table)
    if not source.changes:
        return source, guessed.log, guessed.mapping
    mapping = guessed.mapping._replace(**source.changes)
    mapping = _keep_there(mapping, set(table.frame[mapping.activity]))
    return source, build_caselog(table, mapping), mapping


def _keep_there(mapping: Meaning, there: set[str]) -> Meaning:
    """Keep of activities that were guessed to close a case or be the citizen's those there are."""
    closes, citizen, drop = (
        tuple(name for name in names if name in there)
        for names in (mapping.closes, mapping.citizen, mapping.drop)
    )
    return mapping._replace(closes=closes, citizen=citizen, drop=drop)


def find_logs(folder: Path) -> Mapping[str, Path]:
    """Find the logs of a folder, which may hold other tables, by name."""
    found = {}
    for path in sorted(folder.glob("*.csv*")):
        try:
            source, _, _ = load(path)
        except RequisiteError as error:
            print(f"{path.name}: {str(error).splitlines()[0]}")
            continue
        found[source.name] = path
    return found
