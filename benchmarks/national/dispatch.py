"""Chunks on their way round, in SimPy: scheduler, worker, scheduler, collector, and anew.

So many chunks are under way for each worker as `sim.sweep.running.workers` says; each place
under way is a process that goes round for ever with one chunk after the other. A worker fails
only while it works, and the chunk is made again from its beginning. That whole machines fail at
once, that workers are handed chunks before they are free, and the network, are left out.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simpy import Environment, Event, Resource

from sim.sweep.running.workers import Workers


class Setting(NamedTuple):
    """What is simulated.

    Attributes
    ----------
    workers
        How many there are.
    chunk_s
        Work in a chunk, one of which is drawn each time.
    scheduler_s
        What a chunk costs the scheduler, half on its way out and half on its way back.
    collector_s
        What it costs whoever collects.
    mtbf_s, back_after_s
        Time between failures of a worker, exponential, and until it is there again.
    """

    workers: int
    chunk_s: Sequence[float]
    scheduler_s: Sequence[float]
    collector_s: Sequence[float]
    mtbf_s: float = float("inf")
    back_after_s: float = 0.0


class Dispatched(NamedTuple):
    """What a simulation came to, once it was under way.

    Attributes
    ----------
    chunks_per_s
        Chunks collected.
    efficiency
        Share of the workers' time that went into chunks that were finished.
    scheduler_queue, collector_queue
        How many wait there on the mean.
    lost
        Share of the workers' time that went into chunks that were lost, or by until they came back.
    """

    chunks_per_s: float
    efficiency: float
    scheduler_queue: float
    collector_queue: float
    lost: float


@dataclass
class _Seen:
    """What is counted: from when on, chunks, and seconds of work, loss and waiting."""

    since_s: float = 0.0
    chunks: int = 0
    work_s: float = 0.0
    lost_s: float = 0.0
    waited_s: dict[str, float] = field(default_factory=lambda: {"scheduler": 0.0, "collector": 0.0})


class Dispatch:
    """Scheduler, workers and collector, and the chunks that go round."""

    def __init__(self, setting: Setting, seed: int = 1) -> None:
        self.setting, self._luck, self.env = setting, random.Random(seed), Environment()
        self._scheduler, self._collector = (Resource(self.env) for _ in range(2))
        self._workers = Resource(self.env, setting.workers)
        self.seen = _Seen()
        self._counted, self._is_enough = 0, self.env.event()
        for _ in range(Workers.under_way_each * setting.workers):
            self.env.process(self._go_round())

    def run(self, before: int, chunks: int) -> Dispatched:
        """Let some chunks go by before, and count some."""
        self._run_until(before)
        self.seen = _Seen(self.env.now)
        self._run_until(chunks)
        return self._judge()

    def _run_until(self, chunks: int) -> None:
        self._counted, self._is_enough = chunks, self.env.event()
        self.env.run(self._is_enough)

    def _go_round(self) -> Iterator[Event]:
        setting, draw = self.setting, self._luck.choice
        while True:
            yield from self._visit("scheduler", self._scheduler, draw(setting.scheduler_s) / 2)
            yield from self._make(draw(setting.chunk_s))
            yield from self._visit("scheduler", self._scheduler, draw(setting.scheduler_s) / 2)
            yield from self._visit("collector", self._collector, draw(setting.collector_s))
            self._count()

    def _visit(self, name: str, place: Resource, service_s: float) -> Iterator[Event]:
        came_s = self.env.now
        with place.request() as turn:
            yield turn
            self.seen.waited_s[name] += self.env.now - came_s
            yield self.env.timeout(service_s)

    def _make(self, work_s: float) -> Iterator[Event]:
        """Hold a worker until a chunk is made; if it fails meanwhile, wait for the next one."""
        while True:
            with self._workers.request() as worker:
                yield worker
                fails_after_s = self._luck.expovariate(1.0) * self.setting.mtbf_s
                if fails_after_s >= work_s:
                    yield self.env.timeout(work_s)
                    self.seen.work_s += work_s
                    return
                yield self.env.timeout(fails_after_s + self.setting.back_after_s)
                self.seen.lost_s += fails_after_s + self.setting.back_after_s

    def _count(self) -> None:
        self.seen.chunks += 1
        self._counted -= 1
        if self._counted == 0:
            self._is_enough.succeed()

    def _judge(self) -> Dispatched:
        seen, passed_s = self.seen, self.env.now - self.seen.since_s
        worked_s = passed_s * self.setting.workers
        return Dispatched(
            seen.chunks / passed_s,
            seen.work_s / worked_s,
            seen.waited_s["scheduler"] / passed_s,
            seen.waited_s["collector"] / passed_s,
            seen.lost_s / worked_s,
        )


def simulate(setting: Setting, seed: int = 1, chunks: int = 20_000) -> Dispatched:
    """Simulate so many chunks, or some for each worker; what comes before them is not counted."""
    once_round = Workers.under_way_each * setting.workers
    return Dispatch(setting, seed).run(once_round, max(chunks, 2 * once_round))
