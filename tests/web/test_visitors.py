"""Many visitors at one time, some of whom ask for much: in order, not in seconds.

How long they wait is measured by `benchmarks/visitors.py`, on a machine that does nothing else.
"""

import asyncio
import time

import pytest

from benchmarks.visitor import Visitor
from tests.patience import PATIENCE_S
from tests.web.serving import list_below

SHORT = "service=sickness-benefit&days=60&replications=2"
SHOWN = "2 replications of"
"""What a page says of a comparison that it shows."""
HEAVY = "service=call-line&days=400&replications=100"
IDLE_SHARE = 0.1
"""Of a processor, that a server to which nobody asks anything may take."""


async def load(port, query):
    async with Visitor(port, query) as visitor:
        await asyncio.wait_for(visitor.load(), PATIENCE_S)
        return visitor.texts


def read_cpu_ticks(processes):
    total = 0
    for process in processes:
        with open(f"/proc/{process}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total


def is_idle(process):
    """Tell whether a process, and all that it has started, do next to nothing for a second."""
    every = [process, *list_below(process)]
    try:
        before = read_cpu_ticks(every)
        time.sleep(1)
        ticks = read_cpu_ticks(every) - before
    except FileNotFoundError:  # one has ended meanwhile: something happens
        return False
    return set(every) == {process, *list_below(process)} and ticks < IDLE_SHARE * 100


def test_those_who_ask_for_little_do_not_wait_for_those_who_ask_for_much(served):
    port, server = served

    async def visit():
        async with Visitor(port, HEAVY) as heavy, Visitor(port, f"{HEAVY}&seed=2") as other:
            much = [asyncio.create_task(heavy.load()), asyncio.create_task(other.load())]
            await asyncio.sleep(2)
            few = [load(port, f"{SHORT}&seed={seed}") for seed in range(8)]
            texts = await asyncio.gather(*few)
            assert not any(task.done() for task in much)
            for task in much:
                task.cancel()
            return texts

    texts = asyncio.run(visit())

    assert len(texts) == 8
    assert all(any(SHOWN in text for text in of_one) for of_one in texts)
    ends_s = time.monotonic() + PATIENCE_S
    while not is_idle(server.pid):  # what was asked for by those who are gone is ended
        assert time.monotonic() < ends_s, "something runs on after all have left"


def test_a_move_is_answered_by_a_draft_and_by_all_that_follows_it(served):
    port, _ = served

    async def visit():
        async with Visitor(port, SHORT) as visitor:
            await visitor.load()
            await asyncio.wait_for(visitor.follow(), PATIENCE_S)
            for nth, lever in enumerate((("variety", 2.0), ("targets", 1.0)), start=1):
                await asyncio.wait_for(visitor.move(*lever), PATIENCE_S)
                assert (visitor.board["n"], visitor.board["stage"]) == (nth, "draft")
                await asyncio.wait_for(visitor.follow(), PATIENCE_S)
                assert (visitor.board["n"], visitor.board["stage"]) == (nth, "refined")
            return visitor.board

    board = asyncio.run(visit())

    assert board["next"] == ""
    assert {lever["name"]: lever["value"] for lever in board["levers"]}["targets"] == 1


def test_a_foreign_message_ends_one_visit_and_no_other(served):
    port, _ = served

    async def visit():
        async with Visitor(port, SHORT) as good:
            await good.load()
            for noise in (b"\xff" * 1_000, b"", b"\0" * 5_000_000):
                async with Visitor(port, SHORT) as bad:
                    await bad._stream.send(noise)
            await good.load()
            return good.texts

    assert any(SHOWN in text for text in asyncio.run(visit()))


@pytest.mark.parametrize("days", ["9" * 5_000, "-1", "0x10", "%00", "<script>"])
def test_no_visitor_is_shown_a_trace_or_a_path(served, days):
    texts = asyncio.run(load(served[0], f"service=sickness-benefit&days={days}"))

    told = "\n".join(texts)
    assert "expected a whole number" in told
    assert "Traceback" not in told
    assert "/sim/" not in told and "site-packages" not in told
