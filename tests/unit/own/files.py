"""Files as case systems write them, made here."""

import csv
import io
from datetime import datetime, timedelta

import numpy as np
import xlsxwriter

SWEDISH = ("Ärendenummer", "Händelse", "Tidpunkt", "Handläggare")
DANISH = ("Sagsnummer", "Hændelse", "Tidspunkt", "Sagsbehandler")
ACTIVITIES = ("Ansökan inkommen", "Granska", "Begär komplettering", "Beslut", "Avsluta ärende")
PERSONS = ("åsa", "björn", "cissi", "dag")
Row = tuple[str, str, datetime, str]


def build_rows(cases: int = 120, seed: int = 1, days: int = 240) -> list[Row]:
    """Return steps of cases in office hours: case, activity, time, person; by time."""
    random = np.random.default_rng(seed)
    rows = []
    for case in range(cases):
        day = datetime(2023, 1, 2) + timedelta(days=int(random.integers(0, days)))
        for activity in ACTIVITIES[: int(random.integers(3, 6))]:
            day += timedelta(days=int(random.integers(0, 3)))
            day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
            time = day + timedelta(minutes=int(random.integers(8 * 60, 16 * 60)))
            person = PERSONS[int(random.integers(0, len(PERSONS)))]
            rows.append((f"2023-{case:04d}", activity, time, person))
    return sorted(rows, key=lambda row: row[2])


def write_csv(
    rows: list[Row],
    heads: tuple[str, ...] = SWEDISH,
    *,
    delimiter: str = ";",
    time_format: str = "%Y-%m-%d %H:%M",
    encoding: str = "utf-8",
) -> bytes:
    """Return rows as a text file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(heads)
    for case, activity, time, person in rows:
        writer.writerow((case, activity, time.strftime(time_format), person))
    return text.getvalue().encode(encoding)


def write_xlsx(rows: list[Row], heads: tuple[str, ...] = DANISH, **sheets: int) -> bytes:
    """Return rows as a workbook; other sheets have so many rows."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        clock = book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
        for name, count in sheets.items():
            other = book.add_worksheet(name)
            for row in range(count):
                other.write(row, 0, row)
        sheet = book.add_worksheet("Udtræk")
        sheet.write_row(0, 0, heads)
        for nth, (case, activity, time, person) in enumerate(rows, 1):
            sheet.write_row(nth, 0, (case, activity))
            sheet.write_datetime(nth, 2, time, clock)
            sheet.write(nth, 3, person)
    return stream.getvalue()


def write_xes(rows: list[Row], *, starts: bool = False) -> bytes:
    """Return rows as XES; each step with a start half an hour before, if asked for."""
    traces: dict[str, list[str]] = {}
    for case, activity, time, person in rows:
        events = traces.setdefault(case, [])
        if starts:
            events.append(_write_event(activity, time - timedelta(minutes=30), person, "start"))
        events.append(_write_event(activity, time, person, "complete"))
    body = "".join(
        f'<trace><string key="concept:name" value="{case}"/>{"".join(events)}</trace>\n'
        for case, events in traces.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">{body}</log>'.encode()


def _write_event(activity: str, time: datetime, person: str, transition: str) -> str:
    zone = "+02:00" if 4 <= time.month < 10 else "+01:00"
    return (
        f'<event><string key="concept:name" value="{activity}"/>'
        f'<string key="org:resource" value="{person}"/>'
        f'<string key="lifecycle:transition" value="{transition}"/>'
        f'<date key="time:timestamp" value="{time.isoformat()}{zone}"/></event>'
    )
