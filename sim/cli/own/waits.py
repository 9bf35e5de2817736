"""`requisite own waits`: for whom the cases of a log wait, as bars in the terminal."""

from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import File, Map, describe_caveats, load_with_progress
from sim.words import say

if TYPE_CHECKING:
    from sim.cli.table import Row
    from sim.own.breaks import Break
    from sim.own.caselog import CaseLog
    from sim.own.estimate import Estimate
    from sim.own.guessing import Caveat
    from sim.own.waits import Waits

BAR, BAR_LETTERS = "█", 24
MOST_PAIRS = 5
"""Pairs of activities that are listed."""


def waits(file: File, *, map_file: Map = None, as_json: options.AsJson = False) -> None:
    """Tell for whom the cases of a log wait."""
    from sim.own.breaks import find_breaks
    from sim.own.waits import measure_waits

    log, caveats = load_with_progress(file, map_file)
    measured, breaks = measure_waits(log), find_breaks(log)
    if as_json:
        found = _describe(log, measured, breaks)
        print_json({**found, "warnings": describe_caveats(caveats)})
    else:
        _print(log, measured, breaks, caveats)


def _print(
    log: "CaseLog",
    measured: "Waits",
    breaks: "tuple[Break, ...]",
    caveats: "tuple[Caveat, ...]",
) -> None:
    from sim.cli.table import lay_out
    from sim.own.caselog import UNKNOWN_US
    from sim.own.followed import follow_cases
    from sim.own.waits import find_longest
    from sim.words import own_waits as words
    from sim.words.own_file import tell_grave
    from sim.words.waits import tell_finding

    console = build_console()
    print_lines(console, (say(words.TITLE),), style="bold")
    print_lines(console, ("", f"**{tell_finding(measured.days_per_case)}.**", ""))
    rows = _list_bars(measured)
    if rows:
        first, *others = (say(head) for head in words.HEADS)
        heads = [first, "", *others]
        console.print(lay_out(heads, rows, console.width, titles=2))
        print_lines(console, ("", f"**{say(words.LONGEST_HEADING)}**"))
        longest = find_longest(log, measured, MOST_PAIRS)
        print_lines(console, (f"- {line}" for line in words.tell_longest(longest)))
    print_lines(console, ("", f"**{say(words.KNOW)}**"))
    has_starts = bool((log.start_us != UNKNOWN_US).any())
    known = words.tell_what_to_know(log, measured, follow_cases(log), has_starts)
    told = (*known, *words.tell_breaks(breaks), *tell_grave(caveats))
    print_lines(console, (f"- {line}" for line in told))


def _list_bars(measured: "Waits") -> "list[Row]":
    """List what ends waits: a bar as long as its share of them, days of a case, and how sure."""
    from sim.words.waits import write_row

    rows: list[Row] = []
    for ender, days in measured.days_per_case.items():
        if not days.value > 0:
            continue
        share = measured.share[ender]
        name, _, told, interval, part = write_row(ender, days, share)
        rows.append((name, BAR * max(1, round(share.value * BAR_LETTERS)), part, told, interval))
    return rows


def _describe(log: "CaseLog", measured: "Waits", breaks: "tuple[Break, ...]") -> dict[str, Any]:
    """Return the waits as JSON has them: no case and no person of the log."""
    from sim.own.followed import follow_cases
    from sim.own.waits import find_longest

    return {
        "cases": log.cases,
        "finished": int(follow_cases(log).is_finished.sum()),
        "waits": {
            ender.name.lower(): {
                "days_per_case": _describe_estimate(days),
                "share": _describe_estimate(measured.share[ender]),
            }
            for ender, days in measured.days_per_case.items()
        },
        "longest": [
            {**one._asdict(), "ender": one.ender.name.lower()}
            for one in find_longest(log, measured, MOST_PAIRS)
        ],
        "breaks": [{**one._asdict(), "day": one.day.isoformat()} for one in breaks],
    }


def _describe_estimate(one: "Estimate") -> dict[str, Any]:
    """Return an estimate; null for what cannot be said."""
    ends = {"value": one.value, "low": one.low, "high": one.high}
    told: dict[str, Any] = {name: end if isfinite(end) else None for name, end in ends.items()}
    return told | {"why_not": one.why_not}
