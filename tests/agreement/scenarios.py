"""Random services, and how each is played: all that two engines can be asked to agree on."""

import random
from itertools import accumulate
from typing import NamedTuple

from hypothesis import strategies as st

from sim.blueprint import Blueprint, build_blueprint
from sim.calendar import Calendar
from sim.engines import Simulate
from sim.engines.request import ReformDay
from sim.eventlog import EventLog
from sim.population import draw_citizens
from sim.scenario import build_scenario
from tests.agreement.demand import case, visits
from tests.agreement.designs import design
from tests.agreement.hours import BOTH_LOOPS, TOTALS, calendar, hours, shock, staff
from tests.agreement.numbers import DELAY
from tests.agreement.tape import Tape
from tests.builders import SERVICE, Raw, build_raw, q, small_scenario_text

DAYS = (7, 14, 28, 3)
KINDS = ((case,), (visits,), (case, visits), (case, case), (visits, case, visits))
NEVER = -1
PART, PARTS = 160, 10
"""Bytes of each part of a service; more than any part takes."""


class Play(NamedTuple):
    """A service with designs ``one`` and ``two``, and what is played with it."""

    raw: Raw
    days: int
    """Calendar days of arrivals, and of the run."""
    seed: int
    reform_day: int
    """The day on which design ``one`` gives way to ``two``; or `NEVER`."""
    later_days: tuple[int, ...] = ()
    """Days on which it gives way to ``one``, and to ``two`` again."""
    vacant: tuple[int, ...] = (0,)
    """How many places nobody has, in turn: before a reform, and after each."""

    def __repr__(self) -> str:
        """Return the scenario as a file, so that it can be run by hand."""
        about = f"# days={self.days} seed={self.seed} reform_day={self.reform_day}"
        about += f" later_days={self.later_days} vacant={self.vacant}"
        return f"\n{about}\n{small_scenario_text(self.raw)}"

    def run(self, engine: Simulate) -> EventLog:
        """Play it to an engine."""
        scenario = build_scenario(self.raw, "random")
        both = [build_blueprint(scenario, name) for name in ("one", "two")]
        days = [] if self.reform_day == NEVER else [self.reform_day, *self.later_days]
        first, *others = (
            _leave_empty(both[turn % 2], self.vacant[turn % len(self.vacant)])
            for turn in range(1 + len(days))
        )
        reforms = tuple(map(ReformDay, days, others))
        population = draw_citizens(scenario, self.seed, 0, self.days)
        return engine(first, population, self.seed, self.days, reforms=reforms)


def read_play(tape: Tape) -> Play:
    """Read a service and its play off a tape."""
    kinds, days, total = tape.pick(KINDS), tape.pick(DAYS), tape.pick(TOTALS)
    open_on = hours(tape, has_visits=visits in kinds)
    open_days = Calendar(open_on.days_per_week, 0, 1).open_days(days)
    reform_day = tape.pick((NEVER, *range(days + 1)))
    shocks = tape.part(PART)
    raw = build_raw(
        service={**SERVICE, "promised_days": q(tape.pick(DELAY))},
        calendar=calendar(tape.part(PART), open_on, open_days),
        staff=staff(tape.part(PART), open_on, total),
        loops=_loops(tape.part(PART)),
        designs={name: design(tape.part(PART), total) for name in ("one", "two")},
        demand={f"d{i}": kind(tape.part(PART), open_days) for i, kind in enumerate(kinds)},
        sources={},
        shock=[shock(shocks) for _ in range(shocks.pick((0, 0, 1, 3)))],
    )
    seed = tape.pick(range(256))
    spans = [tape.pick((1, 2, 5)) for _ in range(tape.pick((0, 0, 1, 2, 3)))]
    later_days = tuple(reform_day + day for day in accumulate(spans))
    vacant = tuple(tape.pick((0, 0, 1, 0, 0, 5)) for _ in range(3))
    return Play(raw, days, seed, reform_day, later_days, vacant)


def _leave_empty(blueprint: Blueprint, places: int) -> Blueprint:
    """Return the blueprint with so many places that nobody has, if somebody is left."""
    employed = max(len(blueprint.layout.worker_pool) - places, 1)
    return blueprint._replace(roster=blueprint.roster._replace(employed=employed))


def _loops(tape: Tape) -> Raw:
    return tape.table(tape.pick(BOTH_LOOPS))


def play_of(number: int) -> Play:
    """Return one of the random services, known by its number."""
    return read_play(Tape(random.Random(number).randbytes(PART * PARTS)))


@st.composite
def plays(draw: st.DrawFn) -> Play:
    """Random services and their plays."""
    return read_play(Tape(draw(st.binary(min_size=PART * PARTS, max_size=PART * PARTS))))
