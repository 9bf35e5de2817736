"""Who gets which run when. No test waits for a time: each waits for what is to happen."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from sim.errors import RunError
from sim.web.running import Lane, Results, Scheduler, State, lane, process, shared
from sim.web.running.limits import MOST_MEMORY_BYTES, LaneLimits
from sim.web.running.process import WorkerError
from tests.patience import PATIENCE_S
from tests.unit.web.running.jobs import Devour, End, Fail, Large, Nap, Refuse, Tabulate

LONG_S = 600.0
"""So long that a test would not end if it were waited for."""
MOST_WAITING = 2
LIMITS = (
    LaneLimits(expected_s=1.0, longest_s=2.0, most_waiting=MOST_WAITING, niceness=0),
    LaneLimits(expected_s=LONG_S, longest_s=6.0, most_waiting=MOST_WAITING, niceness=0),
)


@pytest.fixture(scope="module")
def scheduler():
    return Scheduler([Lane(limits) for limits in LIMITS], Results())


@pytest.fixture
def without_grace(monkeypatch):
    monkeypatch.setattr(shared, "GRACE_S", 0.0)


def make(scheduler, visitor, job, key=None):
    with scheduler.join(visitor, key or job, job) as run:
        assert run.wait(PATIENCE_S)
        return run.result


def until(happened):
    ends_s = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < ends_s, "it does not happen"
        time.sleep(0.02)


def count(file):
    return len(file.read_text().splitlines()) if file.exists() else 0


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_many_ask_for_at_one_time_is_made_once_and_kept(scheduler, tmp_path):
    job = Nap(tmp_path / "nap", 0.5)
    with ThreadPoolExecutor(25) as visitors:
        made = list(visitors.map(lambda visitor: make(scheduler, visitor, job), range(25)))

    assert made == ["nap"] * 25
    assert count(job.file) == 1
    assert scheduler.find(job) == "nap"
    assert scheduler.under_way == 0


def test_a_short_run_passes_a_long_one(scheduler, without_grace, tmp_path):
    long, short = Nap(tmp_path / "long", LONG_S, LONG_S), Nap(tmp_path / "short")
    with scheduler.join("a", long, long) as run:
        until(long.file.exists)

        assert make(scheduler, "b", short) == "short"
        assert run.state is State.RUNNING


def test_a_run_that_nobody_waits_for_is_ended(scheduler, without_grace, tmp_path):
    job = Nap(tmp_path / "left", LONG_S)
    with scheduler.join("a", job, job):
        until(lambda: count(job.file) == 1)
    process = int(job.file.read_text())

    until(lambda: scheduler.under_way == 0)
    assert not is_alive(process)
    assert scheduler.find(job) is None
    assert make(scheduler, "b", Nap(tmp_path / "next")) == "next"


def test_a_run_that_another_still_waits_for_goes_on(scheduler, without_grace, tmp_path):
    job = Nap(tmp_path / "nap", 1.0)
    with scheduler.join("a", job, job) as run:
        with scheduler.join("b", job, job):
            until(job.file.exists)

        assert run.wait(PATIENCE_S)
        assert run.result == "nap"


def test_whose_page_is_drawn_anew_waits_on_though_the_older_drawing_leaves_last(
    scheduler, without_grace, tmp_path
):
    job, older = Nap(tmp_path / "nap", 1.0), ExitStack()
    older.enter_context(scheduler.join("a", job, job))
    with scheduler.join("a", job, job) as run:
        older.close()
        assert run.wait(PATIENCE_S)
        assert run.result == "nap"
    assert count(job.file) == 1


def test_what_is_given_up_is_not_wanted_once_more_as_the_older_drawing_leaves(scheduler, tmp_path):
    first, second, older = Nap(tmp_path / "first", LONG_S), Nap(tmp_path / "second"), ExitStack()
    run = older.enter_context(scheduler.join("a", first, first))
    with scheduler.join("a", second, second):
        older.close()
        assert not run.is_wanted


def test_who_asks_for_something_else_gives_up_what_they_asked_for(scheduler, tmp_path):
    first, second = Nap(tmp_path / "first", LONG_S), Nap(tmp_path / "second")
    with scheduler.join("a", first, first):
        until(first.file.exists)

    assert make(scheduler, "a", second) == "second"  # it would wait behind the first


def test_who_asks_for_the_same_again_finds_it_under_way(scheduler, tmp_path):
    job = Nap(tmp_path / "nap", 0.5)
    with scheduler.join("a", job, job):
        until(job.file.exists)

    assert make(scheduler, "a", job) == "nap"
    assert count(job.file) == 1


def test_a_run_that_takes_too_long_for_a_short_one_begins_anew_among_the_long(scheduler, tmp_path):
    job = Nap(tmp_path / "slow", 3.0)

    assert make(scheduler, "a", job) == "slow"
    assert count(job.file) == 2


def test_a_run_that_takes_too_long_for_any_is_ended(scheduler, tmp_path):
    job = Nap(tmp_path / "endless", LONG_S, LONG_S)

    with pytest.raises(RunError, match="longer than a visitor may have"):
        make(scheduler, "a", job)
    assert not is_alive(int(job.file.read_text()))


def test_too_many_that_wait_are_refused_in_words(scheduler, without_grace, tmp_path):
    jobs = [Nap(tmp_path / str(nth), LONG_S) for nth in range(MOST_WAITING + 2)]
    with ExitStack() as stack:
        stack.enter_context(scheduler.join(0, jobs[0], jobs[0]))
        until(jobs[0].file.exists)
        waiting = [stack.enter_context(scheduler.join(n, jobs[n], jobs[n])) for n in (1, 2)]
        assert [scheduler.count_before(run) for run in waiting] == [0, 1]

        with pytest.raises(RunError, match="too many others wait"):
            make(scheduler, 3, jobs[3])
    until(lambda: scheduler.under_way == 0)


@pytest.mark.parametrize(
    ("job", "told"),
    [
        (Refuse(), "not so"),
        (Devour(), "more memory than a visitor may have"),
        (End(), "ended from outside"),
    ],
)
def test_what_cannot_be_made_is_told_and_the_next_one_is_made(scheduler, tmp_path, job, told):
    with pytest.raises(RunError, match=told):
        make(scheduler, "a", job)

    assert make(scheduler, "a", Nap(tmp_path / "next")) == "next"
    assert scheduler.under_way == 0


def test_a_table_leaves_most_of_the_memory_to_the_next_run(scheduler):
    assert make(scheduler, "a", Tabulate(), key="table") < MOST_MEMORY_BYTES / 4


def test_what_nobody_foresaw_is_no_error_of_the_visitor(scheduler, tmp_path):
    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        make(scheduler, "a", Fail())

    assert make(scheduler, "a", Nap(tmp_path / "next")) == "next"


class Broken(Results):
    """Keeps nothing, for want of memory."""

    def keep(self, key, outcome):
        raise MemoryError


def test_a_result_that_cannot_be_kept_is_told_and_the_next_one_is_made(tmp_path):
    scheduler = Scheduler([Lane(LIMITS[-1])], Broken())

    assert make(scheduler, "a", Nap(tmp_path / "first")) == "first"
    assert make(scheduler, "a", Nap(tmp_path / "next")) == "next"


def test_a_process_that_is_begun_later_is_begun_at_once_where_a_run_comes(monkeypatch, tmp_path):
    popen, started = subprocess.Popen, []
    monkeypatch.setattr(
        process.subprocess, "Popen", lambda *what, **how: started.append(1) or popen(*what, **how)
    )
    later = LIMITS[-1]._replace(begun_after_s=LONG_S)
    scheduler = Scheduler([Lane(limits) for limits in (LIMITS[0], later)], Results())

    until(lambda: len(started) == 1)
    assert make(scheduler, "a", Nap(tmp_path / "nap", expected_s=LIMITS[0].expected_s + 1)) == "nap"
    assert len(started) == 2


STUCK = "import time; time.sleep(600)"


def test_a_process_that_does_not_get_ready_is_told_of_and_holds_up_nobody_for_ever(
    monkeypatch, tmp_path
):
    def start_stuck(_command, **more):
        started.append(popen([sys.executable, "-c", STUCK], **more))
        return started[-1]

    popen, started = subprocess.Popen, []
    with monkeypatch.context() as stuck:
        stuck.setattr(process.subprocess, "Popen", start_stuck)
        stuck.setattr(lane, "PREPARED_WITHIN_S", 0.5)
        scheduler = Scheduler([Lane(LIMITS[-1])], Results())
        for job in (Large(), Nap(tmp_path / "nap")):
            with pytest.raises(RunError, match="does not get ready"):
                make(scheduler, "a", job)
        until(lambda: len(started) == 3)
    started[-1].kill()  # which is one more that would not get ready

    with pytest.raises(RunError, match="ended from outside"):
        make(scheduler, "a", Nap(tmp_path / "third"))
    assert make(scheduler, "a", Nap(tmp_path / "next")) == "next"
