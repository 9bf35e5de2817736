"""Compiled code is kept by a hash of all that it is made from, where it can be kept at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.fast.machine import cache

PROJECT = Path(__file__).parents[4]
LOADED = (
    "import sim.engines.fast, sys; "
    "print(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'sim'), sep='\\n')"
)
SIMULATES = """
from sim.engines import get_engine
from sim.engines.fast.machine.compiled import FOLDER
from tests.theory.test_law_09_two_engines import history, setting
assert FOLDER is None
assert not get_engine("fast").is_ready()
asked = setting("home-care")
print(len(history(asked, "fast").kind) == len(history(asked, "reference").kind))
"""


LOADS = """
from sim.engines import get_engine
from sim.engines.fast.batch import simulate_batch
engine = get_engine("fast")
print(engine.is_ready(), end=" ")
engine.make_ready()
found = simulate_batch.stats
print(sum(found.cache_hits.values()), sum(found.cache_misses.values()))
"""


def run_python(code: str, folder: Path = PROJECT, **environment: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, **environment},
        cwd=folder,
    )
    return told.stdout


def test_every_file_that_is_imported_is_hashed() -> None:
    loaded = {Path(line) for line in run_python(LOADED).splitlines()}
    assert len(loaded) > 30
    assert loaded - set(cache.list_sources()) == set()


def test_a_changed_source_has_another_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in cache.list_sources():
        copy = tmp_path / path.relative_to(cache.PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    before = cache.hash_sources()
    assert cache.hash_sources() == before
    with (tmp_path / "units.py").open("a") as units:
        units.write("# a word\n")
    assert cache.hash_sources() != before


def test_the_folder_is_the_named_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path / "new"))
    folder = cache.find_folder()
    assert folder == tmp_path / "new" / f"engine-{cache.hash_sources()}"
    assert folder.is_dir()


def test_the_latest_other_versions_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    for age in range(6):
        folder = tmp_path / f"engine-{age}"
        folder.mkdir()
        os.utime(folder, (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "else").mkdir()
    cache.find_folder()
    assert {path.name for path in tmp_path.iterdir()} == {
        "else",
        f"engine-{cache.hash_sources()}",
        *(f"engine-{age}" for age in range(cache.KEPT)),
    }


def test_no_code_is_found_where_there_is_no_folder(tmp_path: Path) -> None:
    assert not cache.has_code(None)
    assert not cache.has_code(tmp_path)


@pytest.mark.long
def test_without_a_folder_it_works_all_the_same(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    assert run_python(SIMULATES, REQUISITE_CACHE=str(taken)) == "True\n"
    assert taken.read_text() == "not a folder"


def test_a_second_process_finds_what_the_first_has_compiled() -> None:
    assert run_python(LOADS) == "True 1 0\n"


def test_what_another_installation_has_compiled_is_not_taken_for_ours(tmp_path: Path) -> None:
    shutil.copytree(cache.PACKAGE, tmp_path / "sim", ignore=shutil.ignore_patterns("__pycache__"))
    code = "from sim.engines.fast.machine.cache import hash_sources; print(hash_sources())"
    told = run_python(code, tmp_path, PYTHONPATH=str(tmp_path))
    assert len(told.strip()) == len(cache.hash_sources())
    assert told.strip() != cache.hash_sources()


def test_a_folder_that_another_process_removes_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUISITE_CACHE", str(tmp_path))
    for age in range(5):
        (tmp_path / f"engine-{age}").symlink_to(tmp_path / "gone")
    assert cache.find_folder() == tmp_path / f"engine-{cache.hash_sources()}"


def test_without_a_home_there_is_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    def have_none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("REQUISITE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", have_none)
    assert cache.find_folder() is None
