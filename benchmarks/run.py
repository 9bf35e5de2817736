"""All benchmarks in one run: `make bench`, or `python -m benchmarks.run --only engines,starts`."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.cores import measure_cores
from benchmarks.drafts import measure_drafts
from benchmarks.engines import measure_engines
from benchmarks.growth import measure_growth
from benchmarks.machine import describe_machine
from benchmarks.on_mm5 import measure_mm5
from benchmarks.on_repeat import measure_repeat
from benchmarks.report import Section, build_text
from benchmarks.starts import measure_starts
from benchmarks.sweeps.in_bench import measure_sweeps
from benchmarks.timing import ROUNDS
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.files import write_text

SECTIONS: dict[str, Callable[[int], Section]] = {
    "engines": measure_engines,
    "mm5": measure_mm5,
    "repeat": measure_repeat,
    "drafts": measure_drafts,
    "cores": measure_cores,
    "growth": measure_growth,
    "starts": measure_starts,
    "sweeps": measure_sweeps,
}
PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """# Performance

Written by `make bench`, which measures all of this in one run; not to be edited by hand. CPU time
unless it says otherwise: the median of rounds in which everybody takes a turn, least and most in
brackets. What is compared, and what is not fair about it, is in `benchmarks/README.md`.
"""


def main() -> None:
    """Measure what is asked for, print it, and write the page if that was all of it."""
    asked = _read_arguments()
    get_engine(DEFAULT_ENGINE).make_ready()
    sections = []
    for name in asked.only:
        print(f"measuring: {name}", file=sys.stderr)
        sections.append(SECTIONS[name](asked.rounds))
        if not asked.json:
            print(build_text(sections[-1]), flush=True)
    if asked.json:
        print(json.dumps([_for_machines(section) for section in sections], indent=2))
    if list(asked.only) == list(SECTIONS) and asked.rounds >= ROUNDS:
        text = "\n".join([HEAD, describe_machine(), "", *map(build_text, sections)])
        write_text(PAGE, text.rstrip() + "\n", overwrite=True)
        print(f"written: docs/{PAGE.name}", file=sys.stderr)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", type=_read_names, default=tuple(SECTIONS))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_const", const=1, dest="rounds")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _read_names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    unknown = [name for name in names if name not in SECTIONS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r}; there are: {', '.join(SECTIONS)}")
    return names


def _for_machines(section: Section) -> dict[str, object]:
    targets = [{**target._asdict(), "reached": target.is_reached} for target in section.targets]
    return {**section._asdict(), "targets": targets}


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
