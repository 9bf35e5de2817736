"""Processors are counted as joblib counts them, and by a quota as its file has it."""

import os
from pathlib import Path

import joblib
import pytest

from sim import processors
from sim.processors import MOST, count_processors

PLENTY = 64


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of control groups of a big machine that has none."""
    monkeypatch.delenv(MOST, raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: PLENTY)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(PLENTY)))
    monkeypatch.setattr(processors, "CONTROL_GROUPS", tmp_path)
    (tmp_path / "cpu").mkdir()
    return tmp_path


@pytest.mark.parametrize("most", [None, "1", "2", "1000", "0", "-1"])
def test_there_are_as_many_as_joblib_counts(
    most: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(MOST, raising=False)
    if most is not None:
        monkeypatch.setenv(MOST, most)
    assert count_processors() == joblib.cpu_count() >= 1


def test_without_a_quota_there_are_all(machine: Path) -> None:
    assert count_processors() == PLENTY


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("max 100000\n", PLENTY),
        ("150000 100000\n", 2),
        ("1000 100000\n", 1),
        ("9900000 100000\n", PLENTY),
        ("", PLENTY),
        ("a b", PLENTY),
    ],
)
def test_a_quota_of_version_2(machine: Path, text: str, count: int) -> None:
    (machine / "cpu.max").write_text(text)
    assert count_processors() == count


@pytest.mark.parametrize(("quota", "count"), [("250000\n", 3), ("-1\n", PLENTY)])
def test_a_quota_of_version_1(machine: Path, quota: str, count: int) -> None:
    (machine / "cpu" / "cpu.cfs_quota_us").write_text(quota)
    assert count_processors() == PLENTY
    (machine / "cpu" / "cpu.cfs_period_us").write_text("100000\n")
    assert count_processors() == count


def test_the_least_of_all_limits_counts(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (machine / "cpu.max").write_text("500000 100000\n")
    monkeypatch.setenv(MOST, "many")
    assert count_processors() == 5
    monkeypatch.setenv(MOST, "4")
    assert count_processors() == 4
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {7, 9})
    assert count_processors() == 2
    monkeypatch.delattr(os, "sched_getaffinity")
    assert count_processors() == 4
