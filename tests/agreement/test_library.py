"""The library tells what Numba tells, event for event: it is the same code, made elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sim.engines.fast import engine, find_code, simulate_batch_fast, simulate_fast
from sim.engines.fast.code import Code
from sim.engines.fast.machine.library import find_library
from sim.engines.request import RunRequest, build_stop_sign
from sim.eventlog import EventLog
from sim.ledger import Ledger
from tests.agreement.difference import first_difference
from tests.agreement.scenarios import play_of
from tests.agreement.test_ledger import differences
from tests.theory.test_law_09_two_engines import SERVICES, setting
from tests.unit.engines.fast.test_cache import WITHOUT_LIBRARY, run_python

PLAYS = 25
LOADS = f"""{WITHOUT_LIBRARY}
from sim.engines import get_engine
from sim.engines.fast.batch import simulate_batch
engine = get_engine("fast")
print(engine.is_ready(), end=" ")
engine.make_ready()
found = simulate_batch.stats
print(sum(found.cache_hits.values()), sum(found.cache_misses.values()))
"""


@contextmanager
def running(name: str) -> Iterator[None]:
    """Let the engine run the code of the library, or what Numba compiles."""
    simulate_batch = find_library().simulate_batch
    if name == "numba":
        from sim.engines.fast import just_in_time

        simulate_batch = just_in_time.simulate_batch
    assert simulate_batch is not None
    code = Code(simulate_batch, is_ready=lambda: True, make_ready=lambda: None)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(engine, "find_code", lambda: code)
        yield


def tell(name: str, asked: RunRequest) -> tuple[EventLog, list[Ledger]]:
    """Return log and ledger of a run."""
    *run, reforms = asked
    with running(name):
        log = simulate_fast(*run, reforms=reforms)
        return log, simulate_batch_fast([asked, asked], build_stop_sign())


def find_differences(asked: RunRequest) -> tuple[str | None, list[str]]:
    """Return where the two differ in log and in ledgers."""
    (log, ledgers), (other, others) = tell("library", asked), tell("numba", asked)
    assert len(log.kind)
    columns = [
        column
        for ledger, its_other in zip(ledgers, others, strict=True)
        for column in differences(ledger, its_other)
    ]
    return first_difference(log, other), columns


def test_the_library_is_what_is_run() -> None:
    """Otherwise Numba would be compared with itself."""
    assert find_library().simulate_batch is not None, "make install makes it, with a linker"
    assert "just_in_time" not in find_code().is_ready.__module__


@pytest.mark.long
def test_shipped_and_random_services_have_one_history_and_the_next_process_compiles_none() -> None:
    """In one test, so that one process of a test run compiles the engine and no other waits."""
    asked = {service: setting(service) for service in SERVICES}
    asked |= {f"play {number}": play_of(number).run(RunRequest) for number in range(PLAYS)}

    found = {name: find_differences(one) for name, one in asked.items()}

    assert {name: told for name, told in found.items() if told != (None, [])} == {}
    assert run_python(LOADS) == "True 1 0\n"
