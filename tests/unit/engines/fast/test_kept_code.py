"""Compiled code is kept, and what is damaged is compiled anew: by Numba, of a small function."""

import fcntl
import os
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numba
import pytest

from sim.engines.fast.machine.cache import CODE, has_code
from sim.engines.fast.machine.kept_code import KeptCode, find_problem
from sim.errors import RunError
from sim.message import Message

SEED = 1
Compile = Callable[[], Any]


def twice(number: int) -> int:
    return 2 * number


@pytest.fixture
def compiled(tmp_path: Path) -> Compile:
    """Return the function as a new process would have it."""

    def build() -> Any:
        dispatcher = numba.njit(twice)
        dispatcher._cache = KeptCode(twice, tmp_path)
        return dispatcher

    return build


def is_fetched(function: Any) -> bool:
    """Call the function; tell whether its code was fetched rather than compiled."""
    assert function(21) == 42
    return bool(function.stats.cache_hits)


def test_what_one_has_compiled_the_next_fetches(compiled: Compile, tmp_path: Path) -> None:
    assert not has_code(tmp_path)
    assert not is_fetched(compiled())
    assert has_code(tmp_path)
    assert is_fetched(compiled())
    assert [path.name for path in tmp_path.iterdir()] == [f"twice{CODE}"]


def test_what_is_damaged_is_compiled_anew_and_kept(compiled: Compile, tmp_path: Path) -> None:
    is_fetched(compiled())
    file, chosen = tmp_path / f"twice{CODE}", random.Random(SEED)
    whole = file.read_bytes()
    for _ in range(25):
        damaged = bytearray(whole)
        place = chosen.randrange(len(whole))
        damaged[place : place + 100] = chosen.randbytes(len(damaged[place : place + 100]))
        file.write_bytes(damaged)
        assert not has_code(tmp_path)
        assert not is_fetched(compiled())
        assert is_fetched(compiled())


def test_what_is_cut_off_is_compiled_anew(compiled: Compile, tmp_path: Path) -> None:
    is_fetched(compiled())
    file = tmp_path / f"twice{CODE}"
    for size in (0, 10, 50, file.stat().st_size // 2):
        with file.open("rb+") as stream:
            stream.truncate(size)
        assert not is_fetched(compiled())


def test_code_for_another_processor_is_not_run(
    compiled: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_fetched(compiled())
    monkeypatch.setattr("sim.engines.fast.machine.kept_code._key", lambda *_: "another")
    assert not is_fetched(compiled())


def test_a_full_disk_is_told_and_nothing_else(
    compiled: Compile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise RunError(Message("the disk is full"))

    monkeypatch.setattr("sim.engines.fast.machine.kept_code.write_sealed", refuse)
    function = compiled()
    assert not is_fetched(function)
    assert find_problem(function) == "the disk is full"
    assert find_problem(twice) is None
    assert list(tmp_path.iterdir()) == []


def test_while_one_compiles_another_waits_and_fetches_what_it_kept(
    compiled: Compile, tmp_path: Path
) -> None:
    is_fetched(compiled())
    file = tmp_path / f"twice{CODE}"
    whole = file.read_bytes()
    file.unlink()
    turn = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(turn, fcntl.LOCK_EX)  # another process, which compiles
    with ThreadPoolExecutor(1) as waiting:
        found = waiting.submit(is_fetched, compiled())
        with pytest.raises(TimeoutError):
            found.result(0.5)
        file.write_bytes(whole)
        os.close(turn)
        assert found.result(60)


def test_whoever_has_compiled_holds_nobody_up(compiled: Compile, tmp_path: Path) -> None:
    assert not is_fetched(compiled())
    turn = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(turn)
