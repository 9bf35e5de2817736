"""A library is run only if it is whole, ours and of these sources; otherwise Numba compiles."""

import ctypes
import os
import platform
import random
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from sim.engines import FIRST_USE, fast, get_engine
from sim.engines.fast import code
from sim.engines.fast.machine import library, records, sources
from sim.engines.fast.machine.library import Library, find_library, name_library, seal
from sim.engines.request import STOP, build_stop_sign
from sim.message import Message
from tests.patience import PATIENCE_S
from tests.theory.test_law_09_two_engines import setting

SEED = 1
STRANGER = 12_345
WITHOUT_HOME = """
import sys
from sim.engines import get_engine
engine = get_engine("fast")
print(engine.is_ready(), engine.make_ready(), "numba" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a copy of the library."""
    folder = tmp_path / "built"
    folder.mkdir(mode=0o755)
    put(folder / name_library(), (library.FOLDER / name_library()).read_bytes())
    return folder


def put(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # what is loaded stays as it is
    path.write_bytes(content)
    path.chmod(0o644)


def find_problem(folder: Path) -> Message | None:
    """Return why the library is not used; it is not."""
    found = find_library(folder)
    assert found.simulate_batch is None
    return found.problem


def test_the_library_of_these_sources_is_used() -> None:
    found = find_library()
    assert found.problem is None
    assert found.simulate_batch is not None, "make install makes it, with a linker"
    assert found.simulate_batch(np.zeros(1, records.WORLD))
    assert get_engine("fast").is_ready()
    assert get_engine("fast").make_ready() is None


def test_a_library_serves_from_any_folder(folder: Path) -> None:
    assert find_library(folder).simulate_batch is not None
    (folder / name_library()).chmod(0o400)
    folder.chmod(0o500)
    assert find_library(folder).simulate_batch is not None


def test_where_there_is_none_nothing_is_wrong(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "none", Path(__file__)):
        assert find_library(missing) == Library(None)


@pytest.mark.parametrize("what", ["folder", "file"])
@pytest.mark.parametrize("mode", [0o020, 0o002, 0o022])
def test_what_others_may_write_to_is_not_loaded(folder: Path, what: str, mode: int) -> None:
    path = folder if what == "folder" else folder / name_library()
    path.chmod(path.stat().st_mode | mode)
    assert find_problem(folder) == f"others may write to {path}"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_belongs_to_another_user_is_not_loaded(
    folder: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder if what == "folder" else folder / name_library()
    if os.geteuid() == 0:
        os.chown(path, STRANGER, STRANGER)
    else:
        path = folder
        monkeypatch.setattr(os, "geteuid", lambda: STRANGER)
    assert find_problem(folder) == f"{path} belongs to another user"


def test_what_the_system_owns_is_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "SYSTEM", os.geteuid())
    monkeypatch.setattr(os, "geteuid", lambda: STRANGER)
    assert find_library(folder).simulate_batch is not None


@pytest.mark.parametrize("what", ["folder", "file"])
def test_links_are_not_followed(folder: Path, tmp_path: Path, what: str) -> None:
    path = folder if what == "folder" else folder / name_library()
    path.symlink_to(path.rename(tmp_path / "moved"))
    assert find_problem(folder) == f"{path} is a link"


def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    path = folder / name_library()
    path.unlink()
    os.mkfifo(path, 0o600)
    assert find_problem(folder) == f"{path} is damaged"


def test_a_damaged_library_is_not_loaded(folder: Path) -> None:
    path, chosen = folder / name_library(), random.Random(SEED)
    whole = path.read_bytes()
    for _ in range(50):
        damaged = bytearray(whole)
        damaged[chosen.randrange(len(whole))] ^= 1 << chosen.randrange(8)
        put(path, damaged)
        assert find_problem(folder) == f"{path} is damaged"
    for size in (0, 10, 50, len(whole) // 2, len(whole) - 1):
        put(path, whole[:size])
        assert find_problem(folder) == f"{path} is damaged"


def test_a_library_under_another_name_is_not_loaded(folder: Path) -> None:
    """As one of other sources would be that was given the name of ours."""
    path = folder / name_library()
    path.rename(folder / "engine-linux-x86_64-0123456789abcdef.so")
    assert find_problem(folder) is None
    path.write_bytes((folder / "engine-linux-x86_64-0123456789abcdef.so").read_bytes())
    put(path, path.read_bytes()[: -library.DIGEST_BYTES] + bytes(library.DIGEST_BYTES))
    assert find_problem(folder) == f"{path} is damaged"


@pytest.mark.parametrize("content", [b"", b"\x7fELF", b"no library at all" * 100])
def test_what_the_system_cannot_load_is_told(folder: Path, content: bytes) -> None:
    path = folder / name_library()
    put(path, seal(path.name, content))
    assert str(find_problem(folder)).startswith(f"{path}: ")


def test_a_library_of_something_else_is_told(folder: Path) -> None:
    path = folder / name_library()
    other = Path(sys.modules["_ctypes"].__file__ or ctypes.__file__)
    put(path, seal(path.name, other.read_bytes()))
    assert library.ENTRANCE in str(find_problem(folder))


@pytest.mark.parametrize("name", ["machine", "system"])
def test_another_kind_of_machine_has_none(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, name, lambda: "Unknown")
    assert find_library(folder) == Library(None)


def test_other_sources_have_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "units.py").write_text("# other sources\n")
    monkeypatch.setattr(sources, "PACKAGE", tmp_path)
    assert find_library(folder) == Library(None)


@pytest.fixture
def unfound() -> Callable[[], None]:
    """Return what makes a process look for its code anew, now and in the end."""
    yield code.find_code.cache_clear
    code.find_code.cache_clear()


@pytest.mark.parametrize("problem", [None, Message("others may write to it")])
def test_without_it_numba_compiles_and_says_why(
    problem: Message | None, unfound: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sim.engines.fast import just_in_time

    monkeypatch.setattr(code, "find_library", lambda: Library(None, problem))
    monkeypatch.setattr(just_in_time, "PROBLEM", None)
    unfound()
    assert fast.find_code().simulate_batch is just_in_time.simulate_batch
    told = get_engine("fast").first_use
    assert (told == FIRST_USE) == (problem is None)
    assert problem is None or problem in told


@pytest.mark.parametrize(("value", "is_used"), [("1", False), ("0", True), ("", True)])
def test_who_asks_for_plain_python_gets_it(
    value: str, is_used: bool, unfound: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sim.engines.fast import just_in_time

    monkeypatch.setenv(code.PLAIN_PYTHON, value)
    unfound()
    assert (code.find_code().simulate_batch is not just_in_time.simulate_batch) == is_used


def test_without_a_home_it_is_ready_at_once(tmp_path: Path) -> None:
    hidden = {"XDG_CACHE_HOME", "REQUISITE_CACHE"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_HOME],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**environment, "HOME": str(tmp_path / "none")},
    )
    assert told.stdout == "True None False\n"
    assert list(tmp_path.iterdir()) == []


def test_other_threads_go_on_meanwhile_and_say_stop() -> None:
    stop_sign = build_stop_sign()
    busy = setting("sickness-benefit")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(fast.simulate_batch_fast, [busy] * 500, stop_sign)
        time.sleep(0.2)
        stop_sign[STOP] = True
        with pytest.raises(CancelledError):
            running.result()
