"""The tables of one log: figures, distances, and where it becomes another service."""

from datetime import UTC, date, datetime
from math import isfinite, nan

from benchmarks.own_forecast.goals import MEASURES, MUCH, find_distance
from benchmarks.own_forecast.tell import OURS, REPEATED, SIMOD, Told
from benchmarks.report import Section, build_text
from sim.own.breaks import Break
from sim.own.estimate import TITLES
from sim.own.forecast import Forecast, Held
from sim.words.numbers import NOTHING


def build_figures(told: Told) -> str:
    """Build the tables of one log."""
    found = told.found
    rows: list[tuple[str, ...]] = [
        (
            str(TITLES[name]),
            _say_came(one),
            _say(one.forecast, one.error),
            _say(one.repeated, one.error_of_repeating),
            _say(told.by_simod.get(name, nan), told.error_of_simod(name)),
        )
        for name, one in told.held.items()
    ]
    note = (
        f"{told.source.cites}. {found.first.cases} cases were known, {found.second.cases} came. "
        f"{say_breaks(found)}"
    )
    columns = ("second half", "came", OURS, REPEATED, SIMOD)
    text = build_text(Section(told.source.name, note, columns, rows, []))
    if told.why_not:
        text += f"\nNothing of Simod: {told.why_not}.\n"
    return text + _build_distances(told)


def _build_distances(told: Told) -> str:
    if not told.distances:
        return ""
    lines = ["", f"| distance | {OURS} | {REPEATED} | {SIMOD} |", "| --- | --- | --- | --- |"]
    for name, title in MEASURES.items():
        cells = [find_distance(told, which, name) for which in (OURS, REPEATED, SIMOD)]
        written = (f"{cell:,.3g}" if cell < 1000 else f"{cell:,.0f}" for cell in cells)
        shown = (
            one if isfinite(cell) else NOTHING for one, cell in zip(written, cells, strict=True)
        )
        lines.append(f"| {' | '.join((title, *shown))} |")
    return "\n".join(lines) + "\n"


def say_breaks(found: Forecast) -> str:
    """Say where a log becomes another, what of that was known, and what it is for the forecast."""
    known = f"{say_known(found)} " if found.breaks or found.breaks_known else ""
    if not found.breaks:
        return f"{known}As a whole it has no break."
    split = datetime.fromtimestamp(found.first.ends_us / 1e6, UTC).date()
    said = ", ".join(f"{_say_break(one)} {_say_when(one, split)}" for one in found.breaks)
    if not found.became_another:
        return f"{known}Breaks of arrivals alone: {said}."
    return (
        f"{known}**It becomes another service, which is told and not forecast over**: {said}. Its "
        "figures below are no forecast of what it became."
    )


def say_known(found: Forecast) -> str:
    """Say which breaks the first half alone shows, and what the forecast is built of."""
    if not found.breaks_known:
        return "The first half alone shows no break, and the forecast is built of all of it."
    shown = ", ".join(map(_say_break, found.breaks_known))
    if found.recent.since is None:
        return f"The first half alone shows {shown}; the forecast is built of all of it."
    return (
        f"The first half alone shows {shown}; the forecast is built of the "
        f"{found.recent.log.cases} cases since {found.recent.since.day}."
    )


def _say_break(change: Break) -> str:
    name = change.name.replace("_", " ")
    return f"{name} on {change.day} ({change.before:.3g} to {change.after:.3g})"


def _say_when(change: Break, split: date) -> str:
    return "after the forecast" if change.day >= split else "before it, as seen from the end"


def _say_came(one: Held) -> str:
    came = one.observed
    if not isfinite(came.value):
        return f"{NOTHING} ({came.why_not})"
    if not isfinite(came.high):
        return f"{came.value:.3g} ({came.low:.3g} or more)"
    return f"{came.value:.3g} ({came.low:.3g}–{came.high:.3g})"


def _say(value: float, error: float) -> str:
    if not isfinite(value):
        return NOTHING
    if not isfinite(error):
        return f"{value:.3g}"
    off = f"{error:.1%}" if error < MUCH else f"over {MUCH:.0f} times"
    return f"{value:.3g} (off {off})"
