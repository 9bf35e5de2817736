"""From a thousand citizens to a million: the time and memory that each takes."""

import json
import subprocess
import sys

from benchmarks.report import Section, Target
from benchmarks.timing import summarise

LONGER, LARGER = "longer", "larger"
SIZES = {LONGER: (1_000, 10_000, 100_000, 1_000_000), LARGER: (10_000, 100_000, 976_000)}
"""The largest service has 157 offices: whole runs of it took more memory than a run may have."""
DESIGNS = ("functionalised", "absorbing")
MOST_ROUNDS = 2
MOST_GROWTH = {LONGER: 1.5, LARGER: 1.2}
"""Time a citizen of the largest run over that of one of ten thousand, which is one office."""
MOST_BYTES = 900.0

Found = dict[str, float]
"""What one process measured, see `benchmarks.grown.run_one`."""
Rounds = dict[tuple[str, str, int], list[Found]]
"""By design, way to grow and size."""


def measure_growth(rounds: int) -> Section:
    """Time ever longer runs, and ever larger services, each in a process of its own."""
    found: Rounds = {
        (design, way, size): [] for design in DESIGNS for way in SIZES for size in SIZES[way]
    }
    for nth in range(min(rounds, MOST_ROUNDS)):
        for asked, of_one in found.items():
            print(
                f"  round {nth + 1}: {asked[0]}, {asked[1]}, {asked[2]:,}".ljust(78),
                end="\r",
                file=sys.stderr,
            )
            of_one.append(_in_a_process(*asked))
    targets = [
        target for design in DESIGNS for way in SIZES for target in _hold(design, way, found)
    ]
    return Section(
        "Growth",
        "Sickness benefit, each run in a process of its own: longer (more days), or larger (more "
        "offices, each with its staff and its citizens, for 425 days). CPU time is the median of "
        f"at most {MOST_ROUNDS} rounds, least and most in brackets: citizens drawn and simulated "
        "to their ledger, without a log; then every measure, of all and of each demand type. Bytes "
        "are the most that any round's process grew by at its peak, over what it held before.",
        (
            "design",
            "runs",
            "citizens",
            "to the ledger, µs a citizen",
            "measures, µs a citizen",
            "bytes a citizen, ledger",
            "and measures",
        ),
        [_say(*asked[:2], of_one) for asked, of_one in found.items()],
        targets,
    )


def _in_a_process(design: str, way: str, size: int) -> Found:
    code = f"from benchmarks.grown import run_one; run_one({design!r}, {size}, {way == LARGER})"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return dict(json.loads(told.stdout))


def _each_us(what: str, of_one: list[Found]) -> list[float]:
    return [one[what] / one["citizens"] * 1e6 for one in of_one]


def _spread(what: str, of_one: list[Found]) -> str:
    timed = summarise(_each_us(what, of_one))
    return f"{timed.median_s:.2f} ({timed.least_s:.2f}–{timed.most_s:.2f})"


def _most_bytes(what: str, of_one: list[Found]) -> float:
    return max(one[what] / one["citizens"] for one in of_one)


def _say(design: str, way: str, of_one: list[Found]) -> tuple[str, ...]:
    times = (_spread(what, of_one) for what in ("ledger_s", "measures_s"))
    memory = (f"{_most_bytes(w, of_one):.0f}" for w in ("ledger_bytes", "measures_bytes"))
    return design, way, f"{of_one[0]['citizens']:,.0f}", *times, *memory


def _hold(design: str, way: str, found: Rounds) -> list[Target]:
    """Hold a million against ten thousand."""
    few, many = found[design, way, 10_000], found[design, way, SIZES[way][-1]]
    growth = (
        summarise(_each_us("ledger_s", many)).median_s
        / summarise(_each_us("ledger_s", few)).median_s
    )
    named = f"{design}, {way}"
    sizes = " over ".join(f"{of_one[0]['citizens']:,.0f} citizens" for of_one in (many, few))
    return [
        Target(f"{named}: time a citizen, {sizes}", growth, MOST_GROWTH[way]),
        *(
            Target(f"{named}: peak memory, {words}", _most_bytes(what, many), MOST_BYTES, None, "B")
            for words, what in (("to the ledger", "ledger_bytes"), ("measured", "measures_bytes"))
        ),
    ]
