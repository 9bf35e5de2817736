"""Compiled code is kept by a hash of all that it is made from, where it can be kept at all."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.fast.machine import cache, sources
from tests.patience import PATIENCE_S

PROJECT = Path(__file__).parents[4]
LOADED = (
    "import sim.engines.fast.just_in_time, sys; "
    "print(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'sim'), sep='\\n')"
)
WITHOUT_LIBRARY = """
from sim.engines.fast import code
from sim.engines.fast.machine.library import Library
code.find_library = lambda: Library(None)
"""
COMPILES = f"""{WITHOUT_LIBRARY}
from sim.engines import get_engine
from sim.engines.fast import just_in_time
from sim.engines.fast.machine.compiled import PLACE, entrance

def twice(numbers):
    for nth in range(len(numbers)):
        numbers[nth]["scheduled"] *= 2

assert PLACE.folder is None, "it is kept where nothing can be"
assert PLACE.problem, "why it is not kept is not told"
assert not get_engine("fast").is_ready()
just_in_time.simulate_batch = entrance(twice)
print(get_engine("fast").make_ready(), get_engine("fast").is_ready())
"""
"""A small function in place of the engine, which takes a minute to compile."""


def run_python(code: str, folder: Path = PROJECT, **environment: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, **environment},
        cwd=folder,
    )
    return told.stdout


def test_every_file_that_is_imported_is_hashed() -> None:
    loaded = {Path(line) for line in run_python(LOADED).splitlines()}
    assert len(loaded) > 30
    assert loaded - set(sources.list_sources()) == set()


def test_a_changed_source_has_another_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in sources.list_sources():
        copy = tmp_path / path.relative_to(sources.PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    monkeypatch.setattr(sources, "PACKAGE", tmp_path)
    before = sources.hash_sources()
    assert sources.hash_sources() == before
    with (tmp_path / "units.py").open("a") as units:
        units.write("# a word\n")
    assert sources.hash_sources() != before


def test_the_folder_is_the_named_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path / "new"))
    folder, problem = cache.find_place()
    assert folder == tmp_path / "new" / f"engine-{cache.hash_all()}"
    assert problem is None
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)} == {0o700}


def make_old(base: Path, age: int, marker: bytes = cache.MARKED) -> Path:
    """Make a folder as an earlier version has left it."""
    folder = base / f"engine-{age:016x}"
    folder.mkdir(mode=0o700)
    (folder / cache.MARKER).write_bytes(marker)
    (folder / f"function{cache.CODE}").touch()
    os.utime(folder, (1_000_000 - age, 1_000_000 - age))
    return folder


def test_the_latest_other_versions_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    old = [make_old(tmp_path, age) for age in range(6)]
    cache.find_place()
    assert set(tmp_path.iterdir()) == {
        tmp_path / f"engine-{cache.hash_all()}", *old[: cache.KEPT]
    }  # fmt: skip


def test_what_is_not_ours_is_never_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    for age in range(4):
        make_old(tmp_path, age)
    theirs = [tmp_path / name for name in ("engine-thesis1", "engine-0", "engine-new", "else")]
    for folder in theirs:
        folder.mkdir()
        (folder / cache.MARKER).write_bytes(cache.MARKED)
    theirs.append(make_old(tmp_path, 11, marker=b""))
    theirs.append(make_old(tmp_path, 12))
    (theirs[-1] / "thesis.txt").write_text("precious")
    linked = make_old(tmp_path, 13).rename(tmp_path / "linked")
    theirs.append(tmp_path / f"engine-{13:016x}")
    theirs[-1].symlink_to(linked)
    for folder in theirs[:-1]:
        os.utime(folder, (0, 0))
    before = {path for folder in theirs for path in (folder, *folder.iterdir())}
    cache.find_place()
    assert {path for path in before if path.exists()} == before
    ours = {f"engine-{age:016x}" for age in range(4)}
    assert len(ours & {path.name for path in tmp_path.iterdir()}) == cache.KEPT


def test_no_code_is_found_where_there_is_no_folder(tmp_path: Path) -> None:
    assert not cache.has_code(None)
    assert not cache.has_code(tmp_path)


def test_without_a_folder_it_compiles_all_the_same(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    assert run_python(COMPILES, REQUISITE_CACHE=str(taken)) == "None True\n"
    assert taken.read_text() == "not a folder"


def test_what_another_installation_has_compiled_is_not_taken_for_ours(tmp_path: Path) -> None:
    shutil.copytree(sources.PACKAGE, tmp_path / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    code = "from sim.engines.fast.machine.cache import hash_all; print(hash_all())"
    told = run_python(code, tmp_path, PYTHONPATH=str(tmp_path))
    assert len(told.strip()) == len(cache.hash_all())
    assert told.strip() != cache.hash_all()


def test_a_folder_that_another_process_removes_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    for age in range(5):
        (tmp_path / f"engine-{age:016x}").symlink_to(tmp_path / "gone")
    assert cache.find_place().folder == tmp_path / f"engine-{cache.hash_all()}"


def test_without_a_home_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def have_none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("REQUISITE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", have_none)
    assert cache.find_place() == (None, "there is no home folder")


def test_a_folder_that_others_may_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    folder = tmp_path / f"engine-{cache.hash_all()}"
    folder.mkdir()
    for mode in (0o720, 0o702, 0o777):
        folder.chmod(mode)
        assert cache.find_place() == (None, f"others may write to {folder}")
    folder.chmod(0o700)
    assert cache.find_place() == (folder, None)


def test_a_link_to_a_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    folder = tmp_path / f"engine-{cache.hash_all()}"
    (tmp_path / "planted").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "planted")
    assert cache.find_place() == (None, f"{folder} is a link")


def test_the_folder_of_another_user_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    folder = tmp_path / f"engine-{cache.hash_all()}"
    folder.mkdir(mode=0o700)
    owner = tmp_path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    stranger = folder if owner == 0 else tmp_path  # root may own where the caches are
    assert cache.find_place() == (None, f"{stranger} belongs to another user")
