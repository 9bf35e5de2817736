"""What ends a run before its end: a limit, want of memory, a reform that is none, Ctrl-C."""

from concurrent.futures import Future

import numpy as np
import pytest

from sim.engines.fast import engine, find_code
from sim.engines.fast.engine import run_through, simulate_batch_fast, simulate_fast
from sim.engines.fast.machine.rank import MOST_SCHEDULED
from sim.engines.fast.machine.runs import prepare
from sim.engines.request import STOP, ReformDay, build_stop_sign
from sim.errors import RunError
from tests.builders import build_scenario
from tests.theory.test_law_09_two_engines import setting

BUSY = setting("sickness-benefit")


@pytest.mark.parametrize("left", [0, 1, 40, 100])
def test_a_run_of_too_many_moments_is_refused(left):
    world = prepare([BUSY], np.zeros(2, np.int64), is_logged=False)
    find_code().simulate_batch(world.record)
    world.record["run"] = 0
    world.record["sure"] = 0
    world.record["scheduled"] = MOST_SCHEDULED - left
    world.record["begun"] = True

    with pytest.raises(RunError, match="too much happens in this run; ask for fewer days"):
        run_through(world)


def test_want_of_memory_is_told_in_words(monkeypatch):
    def have_none(*_asked, **_how):
        raise MemoryError

    monkeypatch.setattr(engine, "prepare", have_none)
    with pytest.raises(RunError, match="not enough memory"):
        simulate_batch_fast([BUSY], build_stop_sign())


@pytest.mark.parametrize(
    "change", ["staff.total=60", "staff.temps=9", "calendar.days_per_week=7", "demand"]
)
def test_a_reform_of_anything_but_the_design_is_refused(change):
    from sim.blueprint import build_blueprint
    from sim.population import draw_citizens
    from sim.scenario import load_scenario

    before = build_scenario()
    after = load_scenario("sickness-benefit") if change == "demand" else build_scenario(change)
    blueprints = [build_blueprint(scenario, "absorbing") for scenario in (before, after)]
    citizens = draw_citizens(before, 1, 0, 20)

    with pytest.raises(RunError, match="a reform changes the design; staff, opening hours"):
        simulate_fast(blueprints[0], citizens, 1, 20, reforms=(ReformDay(10, blueprints[1]),))


def test_ctrl_c_is_heard_while_one_run_is_made(monkeypatch):
    class Pressed(Future):
        def result(self, timeout=None):
            raise KeyboardInterrupt

    told = []

    def submit(_pool, _run, world):
        told.append(world["stop_sign"])
        return Pressed()

    monkeypatch.setattr(engine.ThreadPoolExecutor, "submit", submit)
    blueprint, citizens, luck, *_ = BUSY
    with pytest.raises(KeyboardInterrupt):
        simulate_fast(blueprint, citizens, luck, 3_000)
    assert told[0][STOP]


def test_each_run_of_a_batch_is_what_it_is_alone():
    settings = [BUSY._replace(luck=luck) for luck in range(5)]
    together = simulate_batch_fast(settings, build_stop_sign())
    alone = [simulate_batch_fast([setting], build_stop_sign())[0] for setting in settings]

    lucks = [ledger.courses.end_s.sum() for ledger in alone]
    assert lucks == [ledger.courses.end_s.sum() for ledger in together]
    assert len(set(lucks)) > 1
