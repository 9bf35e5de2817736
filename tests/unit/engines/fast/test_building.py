"""A library is made for what is here, where nobody else writes; what goes wrong is told."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sim.cli import build_engine
from sim.engines.fast import building
from sim.engines.fast.building import build_library
from sim.engines.fast.machine import library
from sim.engines.fast.machine.library import name_library
from sim.engines.fast.target import LINKERS, PROCESSORS, Target, find_target
from sim.errors import RunError
from tests.patience import PATIENCE_S

PROJECT = Path(__file__).parents[4]
TARGET = Target("x86-64", "ld")


def ignore(done: int, total: int) -> None:
    """Take no notice of how far it is."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile nothing, and link into what is no library."""

    def link(_code: bytes, _linker: str, folder: Path) -> Path:
        (folder / "engine.so").write_bytes(b"linked")
        return folder / "engine.so"

    monkeypatch.setattr(building, "_compile", lambda processor, tell: b"")
    monkeypatch.setattr(building, "_link", link)
    monkeypatch.setattr(building.library, "load_library", lambda path: lambda worlds: True)


@pytest.mark.parametrize(("machine", "processor"), PROCESSORS.items())
def test_a_target_is_the_least_of_its_kind(
    machine: str, processor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(platform, "machine", lambda: machine)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert find_target() == Target(processor, f"/bin/{LINKERS[0]}")
    assert find_target().environment == {"NUMBA_CPU_NAME": processor, "NUMBA_CPU_FEATURES": ""}


@pytest.mark.parametrize(("system", "machine"), [("Linux", "riscv64"), ("Darwin", "x86_64")])
def test_there_is_none_for_unknown_machines(
    system: str, machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    with pytest.raises(RunError, match=f"no library is made for {system} on {machine}"):
        find_target()


def test_where_nothing_links_it_is_told_and_is_no_fault(tmp_path: Path) -> None:
    """As on a machine without a compiler; with sources of its own, so that there is no library."""
    shutil.copytree(PROJECT / "sim", tmp_path / "sim", ignore=shutil.ignore_patterns("built"))
    told = subprocess.run(
        [sys.executable, "-m", "sim.cli.build_engine"],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
        cwd=tmp_path,
        env={"PATH": "/nowhere", "LANG": "C"},
    )
    assert "no linker" in told.stderr
    assert "the first command compiles the engine" in told.stderr
    assert not (tmp_path / "sim" / "engines" / "fast" / "built").exists()


def test_what_numba_is_told_otherwise_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    found: dict[str, str] = {}
    monkeypatch.setattr(library, "find_library", lambda: library.Library(None))
    monkeypatch.setattr(os, "environ", {"NUMBA_DISABLE_JIT": "1", "NUMBA_OPT": "0", "LANG": "C"})
    monkeypatch.setattr(building, "build_library", lambda *_: found.update(os.environ))
    build_engine.main()
    numba = {name: value for name, value in found.items() if name.startswith("NUMBA_")}
    assert numba == find_target().environment
    assert found["LANG"] == "C"


def test_numba_must_know_for_what_it_compiles(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="another processor"):
        build_library(Target("generic", "ld"), ignore, tmp_path)


@pytest.mark.usefixtures("quick")
def test_it_takes_the_place_of_older_ones(tmp_path: Path) -> None:
    folder = tmp_path / "built"
    folder.mkdir(mode=0o755)
    old = name_library().rpartition("-")[0] + "-0123456789abcdef.so"
    others = ["engine-linux-other-0123456789abcdef.so", "else.so"]
    for name in (old, *others, name_library()):
        (folder / name).write_bytes(b"old")
        (folder / name).chmod(0o666)
    made = build_library(TARGET, ignore, folder)
    assert {path.name for path in folder.iterdir()} == {made.name, *others}
    assert made == folder / name_library()
    assert made.stat().st_mode & 0o777 == 0o644
    assert building.library.is_whole(made.name, made.read_bytes())


@pytest.mark.usefixtures("quick")
def test_nothing_is_put_where_others_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "built"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(RunError, match="others may write to"):
        build_library(TARGET, ignore, folder)
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("quick")
def test_where_there_is_no_place_for_it_that_is_told(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.touch()
    for folder in (taken / "built", tmp_path / "none" / "built"):
        with pytest.raises(RunError, match="built: N"):
            build_library(TARGET, ignore, folder)


def test_a_linker_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="false fails"):
        building._link(b"", "false", tmp_path)


def test_steps_are_told_up_to_the_last() -> None:
    told: list[tuple[int, int]] = []
    steps = building._Steps(lambda done, total: told.append((done, total)))
    for _ in range(building.STEPS + 5):
        steps.on_end(None)
    done, totals = [done for done, _ in told], {total for _, total in told}
    assert done == sorted(done)
    assert len(totals) == 1
    assert done[-1] < max(totals)
