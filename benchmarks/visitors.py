"""How the page bears visitors: ``python -m benchmarks.visitors`` writes docs/visitors.md.

Some ask for the longest run that is allowed, the others use the page as people do: they look,
think, and move a lever. What is measured is how long the others wait.
"""

import asyncio
import math
import os
import random
import signal
import time
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np

from benchmarks.machine import describe_machine
from benchmarks.visitor import Visitor
from sim.cli.app import find_free_port, start_server
from sim.scenario import load_scenario
from sim.web.running import Compare
from sim.web.running.limits import MOST_EXPECTED_S
from sim.web.session.bounds import FIRST_REPLICATIONS as REPLICATIONS
from sim.web.session.link import Linked, write_code

PAGE = Path(__file__).parents[1] / "docs" / "visitors.md"
VISITORS, HEAVY = 50, 3
MEASURED_S, ARRIVE_WITHIN_S, THINK_S = 75.0, 20.0, (5.0, 25.0)
RUNS_SHARE = 0.4
"""Of what visitors do: the share in which they ask for a full run after a draft."""
SERVICES = ("sickness-benefit", "building-permits", "family-support", "hr-onboarding")
TARGET_S = 1.5
PACKAGES = ("numba", "numpy", "streamlit", "uvicorn")
TEXT = """# Many visitors

Written by `python -m benchmarks.visitors`; not to be edited by hand.

{machine}
Load of the machine: {load_before:.1f} before the server began, {load_after:.1f} at the end, of the
server, the visitors and all else. Priority of the server and of the visitors: {priority}.

{visitors} visitors are on the page of `requisite app` at one time, for {seconds} seconds, over
Streamlit's own stream. Some ask for the longest run that is allowed, again and again. The others
open the page on which levers are moved, and from then on think for {least:.0f} to {most:.0f}
seconds and move a lever, and see a draft; after {share} % of these they wait for the full run.
Seconds that the others wait until all of it is there, rounded up:

| who ask for much | the others | times | median | 95 % within | longest |
| --- | --- | --- | --- | --- | --- |
{rows}

Target: with {heavy} who ask for much, 95 % of all within {target} s: {judged}.

Memory of the server and of those who make its runs, every ten seconds and once all have left, in
MB: {memory}. Processor time in ten seconds, ten seconds after all had left: {after:.2f} s.
"""
Waits = dict[str, list[float]]


async def use_page(port: int, seed: int, until_s: float, waits: Waits) -> None:
    """Visit the page as people do; note how long each thing takes."""
    luck = random.Random(seed)
    service = luck.choice(SERVICES)
    await asyncio.sleep(luck.uniform(0, ARRIVE_WITHIN_S))
    async with Visitor(port, f"service={service}") as visitor:
        waits["opens the page"].append(await visitor.load())
        while time.monotonic() < until_s:
            await asyncio.sleep(luck.uniform(*THINK_S))
            value = round(luck.uniform(0, 3), 1)
            waits["moves a lever"].append(await visitor.move("variety", value))
            if luck.random() < RUNS_SHARE:
                visitor.query = f"c={write_link(service, value)}"
                waits["asks for a full run"].append(await visitor.load())


def write_link(service: str, variety: float) -> str:
    """Return the code of a service whose needs vary so many times as much."""
    scenario = load_scenario(service)
    changes = {} if variety == 1 else {"demand.variety*": f"{variety:g}"}
    return write_code(Linked(service, changes, scenario.service.days, REPLICATIONS, 1, ""))


async def ask_too_much(port: int, nth: int, until_s: float) -> None:
    """Ask for the longest run that is allowed, again and again."""
    seed = 100 * nth
    while time.monotonic() < until_s:
        seed += 1
        query = f"service=call-line&days={find_longest()}&replications=100&seed={seed}"
        async with Visitor(port, query) as visitor:
            with_end = asyncio.wait_for(visitor.load(), max(1.0, until_s - time.monotonic()))
            try:
                await with_end
            except TimeoutError:
                return


@cache
def find_longest() -> int:
    """Return for how many days the longest run goes that is allowed."""
    scenario = load_scenario("call-line")
    designs = tuple(scenario.designs)[:2]
    every = range(14, 12_000)

    def expected_s(days: int) -> float:
        return Compare(scenario, designs, 100, 1, days).expected_s

    return every[bisect_right(every, MOST_EXPECTED_S, key=expected_s) - 1]


async def visit(port: int, heavy: int) -> tuple[Waits, list[float]]:
    """Let all of them come and go; return how long they waited, and the memory meanwhile."""
    waits: Waits = defaultdict(list)
    until_s = time.monotonic() + MEASURED_S
    comers = [use_page(port, seed, until_s, waits) for seed in range(VISITORS - heavy)]
    comers += [ask_too_much(port, nth, until_s) for nth in range(heavy)]
    watch = asyncio.create_task(watch_memory(until_s))
    await asyncio.gather(*comers)
    return waits, await watch


async def watch_memory(until_s: float) -> list[float]:
    """Note the memory of all processes, in MB, every ten seconds."""
    seen = []
    while time.monotonic() < until_s:
        seen.append(sum(map(read_memory_mb, list_below(os.getpid()))))
        await asyncio.sleep(10)
    return seen


def list_below(process: int) -> list[int]:
    """List the processes that a process has started, and those that they have."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found += [int(folder.name), *list_below(int(folder.name))]
    return found


def read_memory_mb(process: int) -> float:
    """Return the memory of a process that is its own."""
    try:
        text = Path(f"/proc/{process}/statm").read_text().split()
    except OSError:
        return 0.0
    return (int(text[1]) - int(text[2])) * os.sysconf("SC_PAGE_SIZE") / 1e6


def read_cpu_s(processes: list[int]) -> float:
    """Return the processor time that processes have had."""
    ticks = 0
    for process in processes:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(heavy: int) -> tuple[Waits, list[float], float]:
    """Serve, be visited, and see what goes on once all are gone."""
    find_longest()
    port = find_free_port(8600)
    server = start_server(port)
    try:
        time.sleep(15)
        waits, memory = asyncio.run(visit(port, heavy))
        time.sleep(10)
        before = read_cpu_s(list_below(os.getpid()))
        time.sleep(10)
        after = read_cpu_s(list_below(os.getpid())) - before
        memory.append(sum(map(read_memory_mb, list_below(os.getpid()))))
        return waits, memory, after
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def describe_priority() -> str:
    """Return the priority of this process, and of the session that it shares the processor in."""
    own = f"nice {os.getpriority(os.PRIO_PROCESS, 0)}"
    session = Path("/proc/self/autogroup")
    if not session.exists():
        return own
    return (
        f"{own}, in a session of nice {session.read_text().split()[-1]} (0 is as usual; where "
        "it is less, all else on the machine makes way)"
    )


def main() -> None:
    """Measure, and write the page."""
    load_before = os.getloadavg()[0]
    with_heavy, without = measure(HEAVY), measure(0)
    text = TEXT.format(
        machine=describe_machine(PACKAGES),
        visitors=VISITORS,
        heavy=HEAVY,
        least=THINK_S[0],
        most=THINK_S[1],
        share=round(100 * RUNS_SHARE),
        seconds=round(MEASURED_S),
        rows="\n".join([*_list_rows(with_heavy[0], HEAVY), *_list_rows(without[0], 0)]),
        memory=", ".join(f"{mb:,.0f}" for mb in with_heavy[1]),
        after=with_heavy[2],
        target=TARGET_S,
        load_before=load_before,
        load_after=os.getloadavg()[0],
        priority=describe_priority(),
        judged=_judge(with_heavy[0]),
    )
    PAGE.write_text(text, encoding="utf-8")


def _list_rows(waits: Waits, heavy: int) -> list[str]:
    every = {**waits, "all together": [s for seconds in waits.values() for s in seconds]}
    return [
        f"| {heavy} | {what} | {len(seconds)} | {_write(np.percentile(seconds, (50, 95, 100)))} |"
        for what, seconds in every.items()
    ]


def _write(seconds: np.ndarray) -> str:
    return " | ".join(f"{math.ceil(100 * s) / 100:.2f}" for s in seconds)


def _judge(waits: Waits) -> str:
    reached = np.percentile([s for seconds in waits.values() for s in seconds], 95) <= TARGET_S
    return "reached" if reached else "**not reached**"


if __name__ == "__main__":
    main()
