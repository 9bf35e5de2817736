"""A national sweep: ``python -m benchmarks.national`` writes its page, in some five minutes.

The machine should have nothing else to do. ``--short`` does a little of it, and writes nothing.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.national.assumed import BACK_AFTER_S, CHUNKS_S, MTBF_S, WORKERS
from benchmarks.national.dispatch import Dispatched, Setting, simulate
from benchmarks.national.found import write_limits, write_paper, write_simulated
from benchmarks.national.given import write_assumed, write_handling, write_services
from benchmarks.national.handling import CHUNKS, Handling, measure_handling
from benchmarks.national.limits import find_limits
from benchmarks.national.paper import Paper, count_core_s, draw_chunks, reckon
from benchmarks.national.runs import POINTS, Service, measure_services
from benchmarks.report import Section, build_text
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.files import write_text

PAGE = Path(__file__).parents[2] / "docs" / "national.md"
PACKAGES = ("numpy", "pyarrow", "simpy", "distributed")
SHORT_POINTS, SHORT_CHUNKS, SIMULATED, SHORT_SIMULATED = 3, 100, 20_000, 1_000
SHORT_WORKERS = (1, 100)
HEAD = """# A national sweep

Written by `python -m benchmarks.national`; not to be edited by hand. What 104.4 million runs would
take: each municipality of Sweden, each shipped service, ten thousand worlds, four designs. Nobody
has made them: this is reckoned from what was measured on one machine, and from what is assumed,
each marked as such. {machine} The machine's load before was {load:.1f}.
"""


def main() -> None:
    """Measure, reckon and simulate; write the page, or show what it would be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="do a little, and write nothing")
    is_short = parser.parse_args().short
    head = HEAD.format(machine=describe_machine(PACKAGES), load=os.getloadavg()[0])
    get_engine(DEFAULT_ENGINE).make_ready()
    print("measuring", file=sys.stderr)
    services = measure_services(SHORT_POINTS if is_short else POINTS)
    with tempfile.TemporaryDirectory() as folder:
        handling = measure_handling(Path(folder), SHORT_CHUNKS if is_short else CHUNKS)
    text = "\n".join([head, *map(build_text, write(services, handling, is_short))])
    if is_short:
        print(text)
    else:
        write_text(PAGE, text, overwrite=True)


def write(services: Sequence[Service], handling: Handling, is_short: bool) -> list[Section]:
    """Write all sections."""
    papers = [reckon(services, handling, chunk_s) for chunk_s in CHUNKS_S]
    limits = {paper.chunk_s: find_limits(services, handling, paper) for paper in papers}
    return [
        write_assumed(),
        write_services(services),
        write_handling(handling),
        write_paper(services, handling, papers),
        write_simulated(_simulate(services, handling, papers, is_short), count_core_s(services)),
        write_limits(limits),
    ]


def _simulate(
    services: Sequence[Service], handling: Handling, papers: Sequence[Paper], is_short: bool
) -> dict[tuple[int, float], Dispatched]:
    workers_tried = SHORT_WORKERS if is_short else WORKERS
    found = {}
    for workers, paper in product(workers_tried, papers):
        print(f"simulating: {workers} workers, {paper.chunk_s} s", file=sys.stderr)
        setting = Setting(
            workers,
            draw_chunks(services, paper.sizes),
            [handling.scheduler_s],
            handling.collector_s,
            MTBF_S,
            BACK_AFTER_S,
        )
        chunks = SHORT_SIMULATED if is_short else SIMULATED
        found[workers, paper.chunk_s] = simulate(setting, chunks=chunks)
    return found


if __name__ == "__main__":
    main()
