"""What is kept is read only if it is whole, and if nobody else could have written it."""

import os
import random
from pathlib import Path

import pytest

from sim.engines.fast.machine.sealed import find_stranger, read_sealed, write_sealed

CONTENT = bytes(range(256)) * 40
SEED = 1


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "kept.code"
    write_sealed(path, CONTENT)
    return path


def test_what_is_whole_is_read(sealed: Path) -> None:
    assert read_sealed(sealed) == CONTENT


def test_nobody_else_may_read_or_write_it_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_sealed(tmp_path / "kept.code", CONTENT)
    finally:
        os.umask(old)
    assert (tmp_path / "kept.code").stat().st_mode & 0o777 == 0o600


def test_every_byte_is_under_the_seal(sealed: Path) -> None:
    whole, chosen = sealed.read_bytes(), random.Random(SEED)
    for place in (0, len(whole) - 1, *chosen.sample(range(len(whole)), 200)):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chosen.randrange(8)
        sealed.write_bytes(damaged)
        assert read_sealed(sealed) is None


def test_a_part_is_not_read(sealed: Path) -> None:
    whole = sealed.read_bytes()
    for size in (0, 1, 20, 60, len(whole) // 2, len(whole) - 1):
        sealed.write_bytes(whole[:size])
        assert read_sealed(sealed) is None
    sealed.write_bytes(whole + b"\0")
    assert read_sealed(sealed) is None


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_may_write_is_not_read(sealed: Path, mode: int) -> None:
    sealed.chmod(mode)
    assert read_sealed(sealed) is None


def test_what_another_has_written_is_not_read(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: sealed.stat().st_uid + 1)
    assert read_sealed(sealed) is None
    assert find_stranger(sealed.stat(), sealed) == f"{sealed} belongs to another user"


def test_only_a_file_is_read(sealed: Path, tmp_path: Path) -> None:
    link, pipe, folder = (tmp_path / name for name in ("link", "pipe", "folder"))
    link.symlink_to(sealed)
    os.mkfifo(pipe, 0o600)
    folder.mkdir(0o700)
    for path in (link, pipe, folder, tmp_path / "none"):
        assert read_sealed(path) is None
