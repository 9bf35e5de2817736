"""Compiled code is kept by a hash of all that it is made from, where it can be kept at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.engines.fast import cache

LOADED = (
    "import sim.engines.fast, sys; "
    "print(*(m.__file__ for n, m in sys.modules.items() if n.split('.')[0] == 'sim'), sep='\\n')"
)
SIMULATES = """
from sim.engines import get_engine
from sim.engines.fast.compiled import FOLDER
from tests.theory.test_law_09_two_engines import history, setting
assert FOLDER is None
assert not get_engine("fast").is_ready()
asked = setting("home-care")
print(len(history(asked, "fast").kind) == len(history(asked, "reference").kind))
"""


def run_python(code: str, **environment: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[4],
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
    before = cache.hash_sources()
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
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


def test_without_a_folder_it_works_all_the_same(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder")
    assert run_python(SIMULATES, REQUISITE_CACHE=str(taken)) == "True\n"
    assert taken.read_text() == "not a folder"


def test_a_second_process_finds_what_the_first_has_compiled() -> None:
    code = "from sim.engines import get_engine; print(get_engine('fast').is_ready())"
    assert run_python(code) == "True\n"
