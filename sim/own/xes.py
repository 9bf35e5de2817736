"""A case log as XES (IEEE 1849), the exchange format of process mining, written case by case.

A step is an event ``complete`` at its end and, where its start is told, an event ``start`` before.
"""

import gzip
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import UNKNOWN_US, CaseLog
from sim.own.iso_times import write_times
from sim.plain_text import show_hidden

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<global scope="trace">
<string key="concept:name" value=""/>
</global>
<global scope="event">
<string key="concept:name" value=""/>
<date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/>
<string key="lifecycle:transition" value="complete"/>
</global>
<classifier name="Activity" keys="concept:name"/>
<string key="lifecycle:model" value="standard"/>
"""
TAIL = "</log>\n"
PIECE = 1000
"""So many events, or some more, are handed on at once."""
TRANSITIONS = tuple(
    f'<string key="lifecycle:transition" value="{which}"/>' for which in ("start", "complete")
)


def write_xes(log: CaseLog, stream: BinaryIO | gzip.GzipFile) -> None:
    """Write a case log as XES."""
    stream.write(HEAD.encode())
    for piece in _write_cases(log):
        stream.write(piece.encode())
    stream.write(TAIL.encode())


def write_packed_xes(log: CaseLog, stream: BinaryIO) -> None:
    """Write a case log as XES, packed by gzip: the same bytes whenever it is written."""
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed:
        write_xes(log, packed)


def _write_cases(log: CaseLog) -> Iterator[str]:
    """Yield the cases as XML, some at a time."""
    case, events = _write_events(log)
    begins = np.searchsorted(case, np.arange(log.cases + 1))
    names = [_quote(name) for name in log.case_names]
    lines: list[str] = []
    for i, name in enumerate(names):
        lines.append(f'<trace>\n<string key="concept:name" value={name}/>')
        lines += events[begins[i] : begins[i + 1]]
        lines.append("</trace>\n")
        if len(lines) > PIECE:
            yield "\n".join(lines)
            lines = [""]
    yield "\n".join(lines)


def _write_events(log: CaseLog) -> tuple[NDArray[np.int32], list[str]]:
    """Return events as XML, by case and time, and the case of each."""
    step, transition, time_us = _list_events(log)
    activities = [f'<string key="concept:name" value={_quote(x)}/>' for x in log.activity_names]
    persons = [f'\n<string key="org:resource" value={_quote(x)}/>' for x in log.person_names]
    persons.append("")  # of `UNKNOWN`, which counts from the end
    events = [
        f"<event>\n{activities[activity]}\n"
        f'<date key="time:timestamp" value="{time}"/>{persons[person]}\n'
        f"{TRANSITIONS[which]}\n</event>"
        for activity, person, which, time in zip(
            log.activity[step].tolist(),
            log.person[step].tolist(),
            transition.tolist(),
            write_times(log, time_us),
            strict=True,
        )
    ]
    return log.case[step], events


def _list_events(
    log: CaseLog,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """List events in order: their steps, whether they start (0) or complete it (1), their times."""
    started = np.flatnonzero(log.start_us != UNKNOWN_US)
    step = np.concatenate([started, np.arange(len(log.case))])
    transition = np.repeat([0, 1], [len(started), len(log.case)])
    time_us = np.concatenate([log.start_us[started], log.end_us])
    order = np.lexsort((transition, step, time_us, log.case[step]))
    return step[order], transition[order], time_us[order]


def _quote(text: str) -> str:
    """Return a text as the value of an attribute; what XML cannot hold is spelt out."""
    return quoteattr(show_hidden(text))
