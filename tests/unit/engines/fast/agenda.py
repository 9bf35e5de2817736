"""The agenda alone, played against a heap of whole tuples.

Run as a script with NUMBA_DISABLE_JIT=1, since Numba reads that once, it plants errors in the
agenda and prints which play is the first to find each of them.
"""

import heapq
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from sim.blueprint import build_blueprint
from sim.engines.fast.machine import clock
from sim.engines.fast.machine.growth import make_room
from sim.engines.fast.machine.runs import prepare
from sim.engines.fast.machine.world import BatchWorld
from sim.engines.order import Moment
from sim.engines.request import RunRequest, build_stop_sign
from sim.eventlog import NONE
from sim.population import draw_citizens
from sim.scenario import load_scenario

DAY_S, DAYS, CITIZENS = 28_800, 60, 150
MOST_AT_ONCE, STEPS = 6, 800
FEW, PLAYS = 2, 20
"""Plays in plain Python, which is slow: of the sound agenda, and at most to find an error."""
Rows = NDArray[np.int64]
SCENARIO = load_scenario("sickness-benefit")


class Kind(NamedTuple):
    """A kind of moment, as compiled code can make it of a number."""

    value: int


class Play(NamedTuple):
    """What is scheduled at the start and by each moment that comes, until all is over."""

    arrival_s: Rows
    steps: Rows
    """By moment, then by what it schedules: after how many seconds, and of which kind."""
    spans: int
    ring: int


def draw_play(seed: int) -> Play:
    """Draw a play: with many ties, or none; with few spans, or many; with a short ring or a long.

    What is scheduled lies now, soon, days or weeks ahead, in several rounds, and beyond the end.
    """
    generator = np.random.default_rng(seed)
    coarse_s = generator.choice([1, 60, 1_200, DAY_S])
    arrival_s = np.sort(generator.integers(0, DAYS * DAY_S, CITIZENS)) // coarse_s * coarse_s
    far_s = generator.choice([0, 600, DAY_S, 20 * DAY_S, 70 * DAY_S], (STEPS, MOST_AT_ONCE))
    after_s = (generator.random((STEPS, MOST_AT_ONCE)) * far_s).astype(np.int64)
    kinds = generator.integers(0, len(Moment) - 1, (STEPS, MOST_AT_ONCE))
    kinds[kinds >= Moment.ARRIVAL] += 1
    much = generator.poisson(generator.choice([0.9, 1.1]), STEPS).clip(0, MOST_AT_ONCE)
    after_s[np.arange(MOST_AT_ONCE) >= much[:, None]] = NONE
    steps = np.stack((np.where(after_s > 0, after_s // coarse_s * coarse_s, after_s), kinds), 2)
    spans, ring = generator.choice([1, 40, 2_000]), generator.choice([1, 8, 4_096])
    return Play(arrival_s, steps, int(spans), int(ring))


def build_world(play: Play) -> BatchWorld:
    """Return the world of a run, of which nothing but the agenda is used; its arrays are short."""
    citizens = draw_citizens(SCENARIO, 1, 0, DAYS)
    blueprint = build_blueprint(SCENARIO, "absorbing")
    asked = RunRequest(blueprint, citizens, 1, DAYS)
    world = prepare([asked], build_stop_sign(), is_logged=False)
    world.put("arrival_s", play.arrival_s)
    world.put("spans", np.zeros(play.ring, np.int32))
    for name in ("agenda", "laters"):
        world.put(name, world[name][:1])
    world["runs"]["spans"] = play.spans
    record = world.record[0]
    record.citizens, record.ends_s, record.slack = len(play.arrival_s), DAYS * DAY_S, MOST_AT_ONCE
    record.free_later = record.next_blueprint = NONE
    return world


@njit  # type: ignore[untyped-decorator]  # numba has no types
def begin(worlds: Any) -> None:
    """Begin the agenda of a world, and expect the first arrival."""
    clock.begin_agenda(worlds[0])
    clock.expect_arrival(worlds[0])


@njit  # type: ignore[untyped-decorator]  # numba has no types
def go_on(worlds: Any, steps: Any, told: Any, done: int) -> int:
    """Tell of moments as they come, until there is no room or no more; return how many came."""
    world = worlds[0]
    while done < len(told):
        if world.agenda_rows < world.pending + world.slack:
            return done
        if world.laters_rows < world.laters_used + world.slack:
            return done
        moment = clock.next_moment(world)
        told[done, 0], told[done, 1], told[done, 2] = world.now_s, moment, world.about
        if moment == NONE:
            return len(told)
        if moment == Moment.ARRIVAL:
            world.next_citizen += 1
            clock.expect_arrival(world)
        for after_s, kind in steps[done % len(steps)]:
            if after_s >= 0:
                clock.at(world, world.now_s + after_s, Kind(kind), world.scheduled)
        done += 1
    return done


def play_agenda(play: Play) -> Rows:
    """Return time, kind and subject of each moment, by the agenda on trial."""
    world = build_world(play)
    told = np.full((STEPS, 3), NONE, np.int64)
    make_room(world)
    begin(world.record)
    done = 0
    while (done := go_on(world.record, play.steps, told, done)) < STEPS:
        make_room(world)
    return cut(told)


def play_heap(play: Play) -> Rows:
    """Return the same by a heap, in the order of `sim.engines.order`."""
    told, scheduled = np.full((STEPS, 3), NONE, np.int64), 0
    heap = [(int(s), int(Moment.ARRIVAL), n, n) for n, s in enumerate(play.arrival_s)]
    heapq.heapify(heap)
    for done in range(STEPS):
        if not heap:
            break
        now_s, kind, _, about = heapq.heappop(heap)
        told[done] = now_s, kind, about
        for after_s, follows in play.steps[done].tolist():
            if after_s >= 0 and now_s + after_s < DAYS * DAY_S:
                heapq.heappush(heap, (now_s + after_s, follows, scheduled, scheduled))
                scheduled += 1
    return cut(told)


def cut(told: Rows) -> Rows:
    """Return the moments that came: at the end none does."""
    return told[told[:, 1] != NONE]


def first_place_that_differs(one: Rows, other: Rows) -> int:
    """Return the first moment that differs, or `NONE`."""
    both = min(len(one), len(other))
    (places,) = np.nonzero((one[:both] != other[:both]).any(axis=1))
    if len(places):
        return int(places[0])
    return NONE if len(one) == len(other) else both


def push_last(world: Any, key: Any, about: int) -> None:
    """Put a moment where it comes next, whatever else there is."""
    world.moments += 1
    agenda = clock.agenda_of(world)
    agenda[world.moments].key, agenda[world.moments].about = key, about


def take_up_none_a_round_later(world: Any, span: int) -> None:
    """Give up what lies a round later."""
    take_up_span(world, span)
    clock.spans_of(world)[span & (world.spans_rows - 1)] = NONE


def rank_without_number(time_s: int, moment: Any, _nth: int) -> Any:
    """Rank by time and kind, not by the order of scheduling."""
    return rank_of(time_s, moment, 0)


def put_off_by_one(world: Any, span: int, key: Any, about: int) -> None:
    """Let a moment wait in the list of the span after its own."""
    put_off(world, span + 1, key, about)


take_up_span, rank_of, put_off = clock._take_up_span, clock.rank_of, clock._put_off
PLANTED: dict[str, Callable[..., Any]] = {
    "_push": push_last,
    "_take_up_span": take_up_none_a_round_later,
    "rank_of": rank_without_number,
    "_put_off": put_off_by_one,
}


def find(plays: int) -> int:
    """Return the first play in which the agenda differs from the heap, or `NONE`."""
    for seed in range(plays):
        play = draw_play(seed)
        if first_place_that_differs(play_agenda(play), play_heap(play)) != NONE:
            return seed
    return NONE


def main() -> None:
    """Print which play finds each planted error, and that none differs without one."""
    print("nothing", find(FEW))
    for name, planted in PLANTED.items():
        sound = getattr(clock, name)
        setattr(clock, name, planted)
        print(planted.__name__, find(PLAYS))
        setattr(clock, name, sound)


if __name__ == "__main__":
    main()
