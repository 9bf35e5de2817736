"""Columns of data on persons: told, and not kept."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from sim.message import Message
from sim.own.guessing.caveats.caveat import Caveat, percent_of
from sim.own.guessing.vocabulary import normalise
from sim.own.mapping import Mapping
from sim.own.reading import Table

MOST_CELLS, LONGEST, LEAST_SHARE, LEAST_DISTINCT = 2_000, 100, 0.3, 3
"""Cells that are looked at, characters of each, and the share and number of different ones that
must look so."""
MONTH, DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
PERSONNUMMER = re.compile(
    rf"(?:(?:19|20)\d{{2}}|\d{{2}}){MONTH}(?:{DAY}|[6-8]\d|9[01])[-+]?\d{{4}}"
)
CPR = re.compile(rf"{DAY}{MONTH}\d{{2}}-?\d{{4}}")
NAME = re.compile(r"[A-ZÅÄÖÆØÉ][a-zåäöæøéü]+(?:[ -][A-ZÅÄÖÆØÉ][a-zåäöæøéü]+){1,3}|[^\d,]+, [^\d,]+")
OF_NAMES = re.compile(
    r"\b(?:namn|förnamn|efternamn|navn|fornavn|efternavn|first name|last name|full name|naam|nome"
    r"|sökande|kund|klient|brukare|borger|medborgare|citizen|customer|applicant|name)\b"
)
"""Names of columns that hold names of persons."""


class _Kind(NamedTuple):
    """A kind of data on persons."""

    what: Message
    pattern: re.Pattern[str]


KINDS = (
    _Kind(Message("e-mail addresses"), re.compile(r"[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}")),
    _Kind(Message("Swedish personal numbers"), PERSONNUMMER),
    _Kind(Message("Danish CPR numbers"), CPR),
    _Kind(
        Message("telephone numbers"),
        re.compile(r"(?:\+|00)\d{1,3}[ -]?[\d -]{6,12}\d|0\d{1,3}[- ]\d[\d ]{4,9}\d"),
    ),
)
NAMES = _Kind(Message("names of persons"), NAME)


def find_personal(table: Table, mapping: Mapping) -> Iterator[Caveat]:
    """Yield columns that hold data on persons, and what becomes of them."""
    used = {mapping.case, mapping.activity, mapping.resource}
    for name in table.columns:
        if name in (mapping.time, mapping.clock, mapping.start, mapping.lifecycle):
            continue
        found = _judge(table, name, mapping)
        if found is not None:
            kind, share = found
            what = IN_USE if name in used else NOT_USED
            text = Message(what, column=name, what=kind.what, percent=percent_of(share))
            yield Caveat("personal", text)


IN_USE = Message(
    "{column}: looks like {what} ({percent} % of its cells). It is used to tell cases or persons "
    "apart, in memory alone: nothing that is written holds it. Better: have the case system write "
    "a code instead"
)
NOT_USED = Message(
    "{column}: looks like {what} ({percent} % of its cells). It is not used, and nothing of it is "
    "kept. Better: leave the column out of the file"
)


def _judge(table: Table, name: str, mapping: Mapping) -> tuple[_Kind, float] | None:
    """Return what a column looks like, and the share of its cells that do."""
    spread = np.unique(np.linspace(0, table.rows - 1, MOST_CELLS).astype(np.int64))
    told = table.frame[name].iloc[spread].tolist()
    cells = [cell.strip()[:LONGEST] for cell in told if cell.strip()]
    if len(set(cells)) < LEAST_DISTINCT:
        return None
    kinds = [*KINDS]
    is_named = OF_NAMES.search(normalise(name)) is not None
    if name == mapping.resource or (is_named and name not in (mapping.case, mapping.activity)):
        kinds.append(NAMES)
    best = max(kinds, key=lambda kind: _share(cells, kind))
    share = _share(cells, best)
    return (best, share) if share >= LEAST_SHARE else None


def _share(cells: list[str], kind: _Kind) -> float:
    return sum(kind.pattern.fullmatch(cell) is not None for cell in cells) / len(cells)
