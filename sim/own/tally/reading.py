"""Reading a tally that somebody has written, or that the page *One hour* has saved."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sim.message import Message
from sim.own.by_hand import Column, Problems, Row, WrittenTable, load_written, read_written
from sim.own.tally.tally import Contact, Kind, Tally, build_tally

COLUMNS = (
    Column(("time", "tid", "tidpunkt", "tidspunkt")),
    Column(("words", "ord"), is_required=False),
    Column(("type", "typ"), is_required=False),
    Column(("kind", "slag", "art")),
    Column(("cause", "orsak", "årsag"), is_required=False),
)
KIND_NAMES = {
    Kind.VALUE: ("value", "värde", "värdeskapande", "værdi", "værdiskabende"),
    Kind.FAILURE: (
        *("failure", "icke-värde", "icke-värdeskapande", "ej värdeskapande"),
        *("ikke-værdi", "ikke-værdiskabende"),
    ),
    Kind.UNSURE: ("unsure", "osäker", "osäkert", "usikker", "usikkert"),
}
"""What a kind may be called, in small letters."""
CAUSE_NAMES = {
    "purpose": ("purpose", "syfte", "formål"),
    "functions": ("functions", "funktionsuppdelning", "funktionsopdeling"),
    "budget": ("budget",),
    "standards": ("standards", "standardisering"),
    "centralisation": ("centralisation", "centralisering"),
    "digital": ("digital", "digital intake", "digitalisering"),
    "targets": ("targets", "mål"),
    "inspection": ("inspection", "kontroll", "kontrol"),
}
"""What a cause may be called."""
_KINDS = {called: kind for kind, names in KIND_NAMES.items() for called in names}
_CAUSES: dict[str, str | None] = {"": None} | {
    called: cause for cause, names in CAUSE_NAMES.items() for called in names
}
DAY_FORMS = ("%d.%m.%Y", "%d-%m-%Y")
CLOCK_FORMS = ("%H:%M", "%H.%M", "%H:%M:%S")
TIME = Message("a day and a time, such as 2026-11-27 09:14")
KIND = Message("value, failure or unsure")
CAUSE = Message("nothing, or one of {known}", known=", ".join(CAUSE_NAMES))
ONLY_FAILURE = Message("cause: only failure demand has one")


def load_tally(path: str | Path) -> Tally:
    """Load a tally from a file (CSV or Excel).

    Its columns are `time`, `kind`, and if need be `words`, `type` and `cause`.

    Headings, kinds and causes may be in English, Swedish or Danish. Of the words there is a count
    of contacts that have some, and nothing else; `type` is for whoever has written it.

    Raises
    ------
    ScenarioError
        If the file cannot be read, or is no tally; it lists every problem with its row.
    """
    return _read(load_written(path, COLUMNS))


def read_tally(content: bytes, where: str) -> Tally:
    """Read a tally from what a file holds, as `load_tally` does."""
    return _read(read_written(content, where, COLUMNS))


def _read(table: WrittenTable) -> Tally:
    problems = Problems(table)
    contacts = [_read_contact(row, problems) for row in table.rows]
    problems.tell()
    return build_tally(contact for contact in contacts if contact is not None)


def _read_contact(row: Row, problems: Problems) -> Contact | None:
    time = problems.read(row, "time", read_time, TIME)
    kind = problems.read(row, "kind", lambda cell: _KINDS.get(cell.lower()), KIND)
    typed = row.cells.get("cause", "").lower()
    if typed not in _CAUSES:
        problems.read(row, "cause", lambda _: None, CAUSE)
    elif typed and kind in (Kind.VALUE, Kind.UNSURE):
        problems.note(row, ONLY_FAILURE)
    if time is None or kind is None:
        return None
    return Contact(time, kind, _CAUSES.get(typed), bool(row.cells.get("words")))


def read_time(text: str) -> datetime | None:
    """Read when a contact was, by the clock on the wall; `None` if it is no time.

    Of a time that says how far its clock is from UTC, the clock counts.
    """
    with suppress(ValueError):
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=None) if len(text) > len("2026-11-27") else None
    for day in DAY_FORMS:
        for clock in CLOCK_FORMS:
            with suppress(ValueError):
                return datetime.strptime(text, f"{day} {clock}")
    return None
