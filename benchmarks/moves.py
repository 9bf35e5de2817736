"""Many moves of levers: ``python -m benchmarks.moves`` writes docs/moves.md.

One visitor moves a lever a thousand times, and the memory of the server is looked at meanwhile;
then fifty visitors move one every ten seconds, and how long each waits for its draft is noted, and
whether it came. ``--short`` does a little of it and writes nothing, to see that it works.
"""

import argparse
import asyncio
import math
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.machine import describe_machine
from benchmarks.visitor import Visitor
from benchmarks.visitors import (
    PACKAGES,
    SERVICES,
    describe_priority,
    list_below,
    read_memory_mb,
)
from sim.cli.app import find_free_port, start_server

PAGE = Path(__file__).parents[1] / "docs" / "moves.md"
READY_AFTER_S, SETTLES_S = 20.0, 5.0
EVERY_S, PATIENCE_S = 10.0, 60.0
FULL_RUN_EACH = 10
"""After so many drafts the one visitor waits for the full run, and all that goes with it."""
CONDITIONS = ("standards", "targets", "functions", "digital")
MOST_MIB, MOST_S = 1.0, 1.0
"""Aims: memory of a visitor, and what 95 % of the drafts are within."""
MIB = 2**20 / 1e6
TEXT = """# Many moves of levers

Written by `python -m benchmarks.moves`; not to be edited by hand.

{machine}
Load of the machine: {load_before:.1f} before the server began, {load_after:.1f} at the end, of the
server, the visitors and all else. Priority: {priority}.

## One visitor, {moves} moves

One visitor of *Explore* (sickness benefit, its own days) moves a lever by lot {moves} times, waits
for each draft, and after every {each}th for the full run and the line. Memory that is a process's
own, in MB, of the process that serves and of it with those that make its runs, before the first
move, after so many, and once the visitor has left:

| after moves | the server | with those that make runs |
| --- | --- | --- |
{rows}

From the middle to the end the server grows by {growth:,.1f} MB, {each_move:.1f} kB for a move.
What is made is kept for all visitors, within bounds, so that it grows until that is full.

## {visitors} visitors, a move each {every:.0f} seconds

Each opens *Explore* on one of {services} services, and moves a lever every {every:.0f} seconds for
{seconds:.0f} seconds; after each draft the full run and the line are asked for, as the board does.
Seconds from a move until its draft is there, rounded up:

| moves | median | 95 % within | longest | lost |
| --- | --- | --- | --- | --- |
| {made} | {median} | {p95} | {longest} | {lost} |

Aims: 95 % within {most_s:.0f} s: {judged_s}; nothing lost: {judged_lost}. Lost is a draft that is
not there within {patience:.0f} seconds, or is of another move.

The server's own memory with {visitors} visitors there is {per_visitor:.2f} MiB for each of them
above what it was before the first came, when each service had been opened once. In it is what was
made for all of them meanwhile. Aim: {most_mib:.0f} MiB: {judged_mib}.
"""


class Amount(NamedTuple):
    """How much of it is done."""

    moves: int
    visitors: int
    seconds: float


WHOLE = Amount(moves=1_000, visitors=50, seconds=90.0)
SHORT = Amount(moves=40, visitors=8, seconds=15.0)


class Memory(NamedTuple):
    """Memory of the server, and of it with those that make its runs, in MB."""

    server: float
    everything: float


class Crowd(NamedTuple):
    """What many visitors found."""

    waits_s: list[float]
    lost: int
    per_visitor_mib: float


def choose_move(luck: random.Random) -> tuple[str, float]:
    """Return a lever, and where it is moved to."""
    if luck.random() < 0.5:
        return "variety", round(luck.uniform(0, 3), 1)
    return luck.choice(CONDITIONS), float(luck.random() < 0.5)


def look(server: int) -> Memory:
    """Look at the memory of the server now."""
    own = read_memory_mb(server)
    return Memory(own, own + sum(map(read_memory_mb, list_below(server))))


async def move_on_and_on(port: int, server: int, moves: int) -> list[tuple[str, Memory]]:
    """Move a lever again and again; return the memory before, meanwhile and after."""
    luck, seen = random.Random(1), []
    async with Visitor(port, "service=sickness-benefit") as visitor:
        await visitor.load()
        await visitor.follow()
        seen.append(("0", look(server)))
        for nth in range(1, moves + 1):
            await asyncio.wait_for(visitor.move(*choose_move(luck)), PATIENCE_S)
            if nth % FULL_RUN_EACH == 0:
                await asyncio.wait_for(visitor.follow(), PATIENCE_S)
            if nth % max(moves // 10, 1) == 0:
                seen.append((f"{nth:,}", look(server)))
    await asyncio.sleep(SETTLES_S)
    return [*seen, ("has left", look(server))]


async def use(port: int, seed: int, until_s: float, waits_s: list[float]) -> int:
    """Move a lever every so often, as people do; return how many drafts were lost."""
    luck, lost = random.Random(seed), 0
    async with Visitor(port, f"service={luck.choice(SERVICES)}") as visitor:
        await asyncio.sleep(luck.uniform(0, EVERY_S))
        await visitor.load()
        await visitor.follow()
        while (next_s := time.monotonic() + EVERY_S) < until_s:
            try:
                waits_s.append(await asyncio.wait_for(visitor.move(*choose_move(luck)), PATIENCE_S))
                lost += visitor.board["n"] != visitor.moves
                await asyncio.wait_for(visitor.follow(), PATIENCE_S)
            except TimeoutError:
                return lost + 1  # what is on its way would be taken for the next answer
            await asyncio.sleep(max(0.0, next_s - time.monotonic()))
        return lost


async def visit(port: int, server: int, amount: Amount) -> Crowd:
    """Let many visitors come; return how long they waited, what was lost, and their memory."""
    for service in SERVICES:  # so that what is made once for all is not counted as theirs
        async with Visitor(port, f"service={service}") as first:
            await first.load()
            await first.follow()
    await asyncio.sleep(SETTLES_S)
    before, waits_s = look(server).server, []
    until_s = time.monotonic() + EVERY_S + amount.seconds
    seeds = range(amount.visitors)
    everybody = asyncio.gather(*(use(port, seed, until_s, waits_s) for seed in seeds))
    await asyncio.sleep(amount.seconds)
    there = look(server).server
    lost = sum(await everybody)
    return Crowd(waits_s, lost, (there - before) / MIB / amount.visitors)


@contextmanager
def serve() -> Iterator[tuple[int, int]]:
    """Serve the pages; return the port, and the number of the process."""
    port = find_free_port(8800)
    server = start_server(port)
    try:
        time.sleep(READY_AFTER_S)
        yield port, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def write(amount: Amount, seen: list[tuple[str, Memory]], crowd: Crowd, load_before: float) -> str:
    """Write what was found."""
    middle, end = seen[len(seen) // 2][1].server, seen[-2][1].server
    median, p95, longest = np.percentile(crowd.waits_s, (50, 95, 100))
    growth = end - middle
    half = amount.moves - int(seen[len(seen) // 2][0].replace(",", ""))
    return TEXT.format(
        machine=describe_machine(PACKAGES),
        load_before=load_before,
        load_after=os.getloadavg()[0],
        priority=describe_priority(),
        moves=f"{amount.moves:,}",
        each=FULL_RUN_EACH,
        rows="\n".join(f"| {at} | {m.server:,.0f} | {m.everything:,.0f} |" for at, m in seen),
        growth=growth,
        each_move=1_000 * growth / half,
        visitors=amount.visitors,
        every=EVERY_S,
        services=len(SERVICES),
        seconds=amount.seconds,
        made=len(crowd.waits_s),
        median=_round_up(median),
        p95=_round_up(p95),
        longest=_round_up(longest),
        lost=crowd.lost,
        most_s=MOST_S,
        judged_s=_judge(p95 <= MOST_S),
        judged_lost=_judge(crowd.lost == 0),
        patience=PATIENCE_S,
        per_visitor=crowd.per_visitor_mib,
        most_mib=MOST_MIB,
        judged_mib=_judge(crowd.per_visitor_mib <= MOST_MIB),
    )


def _round_up(seconds: float) -> str:
    return f"{math.ceil(100 * seconds) / 100:.2f}"


def _judge(is_reached: bool) -> str:
    return "reached" if is_reached else "**not reached**"


def main() -> None:
    """Measure, and write the page, or show what it would be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="do a little, and write nothing")
    is_short = parser.parse_args().short
    amount, load_before = SHORT if is_short else WHOLE, os.getloadavg()[0]
    with serve() as (port, server):
        seen = asyncio.run(move_on_and_on(port, server, amount.moves))
    with serve() as (port, server):
        crowd = asyncio.run(visit(port, server, amount))
    text = write(amount, seen, crowd, load_before)
    if is_short:
        print(text)
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
