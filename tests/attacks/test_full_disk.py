"""A full disk: what was there is there, whole, and nothing else; the result is printed."""

from pathlib import Path

import pytest

from sim.errors import RunError
from tests.attacks.disk import full_disk
from tests.attacks.writers import WRITERS

DISKS = 20
"""Disks that are full at sizes from nothing to all but the last byte, for each way of writing."""
QUICK = ("--days", "14", "--replications", "2")
PARQUET, CHART = ("--parquet", "out.csv"), ("--chart", "out.html")
COMMANDS = {
    "compare": (*QUICK, *PARQUET),
    "attribute": (*QUICK, "--measure", "end_to_end_days", *PARQUET, *CHART),
    "breakeven": (*QUICK, "--points", "3", *PARQUET, *CHART),
    "staff": (*QUICK, *PARQUET),
    "robust": (*QUICK, "--worlds", "10", *PARQUET),
    "run": ("--days", "14", "--design", "absorbing", "--events", "out.csv"),
}
"""Every command that prints its result and may replace a file."""
ROOM_BYTES = 64


@pytest.mark.parametrize("name", WRITERS)
def test_what_was_there_is_there(tmp_path, name):
    path = tmp_path / name
    WRITERS[name](path, 1)
    size = path.stat().st_size
    WRITERS[name](path, 0)
    before = path.read_bytes()

    for nth in range(DISKS):
        with full_disk(nth * (size - 1) // (DISKS - 1)), pytest.raises(RunError, match="too large"):
            WRITERS[name](path, 1)
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_result_is_printed_all_the_same(requisite, small_file, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    asked = (command, small_file, *COMMANDS[command], "--force")
    files = [Path(name) for name in asked if name.startswith("out.")]
    for file in files:
        file.write_text("precious")

    with full_disk(ROOM_BYTES):
        told = requisite(*asked)
    kept = {file.read_text() for file in files}
    good = requisite(*asked)

    assert (told.exit_code, good.exit_code) == (1, 0)
    assert kept == {"precious"}
    assert told.stdout == good.stdout.replace("events written to out.csv\n", "")
    assert told.stderr == "".join(f"{file}: cannot be written: File too large\n" for file in files)
    assert all(file.stat().st_size > ROOM_BYTES for file in files)
    assert {path.name for path in tmp_path.iterdir()} == {Path(small_file).name, *map(str, files)}
