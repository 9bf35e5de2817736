"""Files are written whole or not at all, over none unasked, and through links."""

import os
import socket
import stat
import tempfile
from pathlib import Path

import pytest

from sim import files
from sim.errors import RunError
from sim.files import check_apart, check_ending, check_writable, write_text, writing

NOBODY = 65_534


@pytest.fixture
def own_folder():
    """A folder of an ordinary user, who runs the test: on some machines that is root otherwise."""
    is_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:  # what pytest makes is closed to others
        if is_root:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0 if is_root else os.geteuid())


@pytest.fixture
def precious(tmp_path):
    path = tmp_path / "precious.txt"
    path.write_text("old")
    return path


def names_in(folder):
    return {path.name for path in folder.iterdir()}


def test_a_new_file_is_written_with_the_mode_of_any_new_file(tmp_path):
    path = tmp_path / "new.txt"
    old = os.umask(0o027)
    try:
        write_text(path, "nä")
    finally:
        os.umask(old)

    assert path.read_bytes() == "nä".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names_in(tmp_path) == {"new.txt"}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_a_file_that_is_replaced_keeps_its_mode(precious, mode):
    precious.chmod(mode)

    write_text(precious, "new", overwrite=True)

    assert precious.read_text() == "new"
    assert stat.S_IMODE(precious.stat().st_mode) == mode


def test_what_replaces_a_private_file_is_private_from_the_start(precious):
    precious.chmod(0o600)

    with writing(precious, overwrite=True) as stream:
        begun = os.fstat(stream.fileno())

    assert stat.S_IMODE(begun.st_mode) == 0o600


def test_a_file_is_not_replaced_unasked(precious):
    for write in (
        lambda: write_text(precious, "new"),
        lambda: check_writable(precious, overwrite=False),
    ):
        with pytest.raises(RunError, match="there is such a file already"):
            write()
    assert precious.read_text() == "old"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path):
    path = tmp_path / "new.txt"

    with pytest.raises(RunError, match="there is such a file already"), writing(path) as stream:
        stream.write(b"ours")
        path.write_text("theirs")

    assert path.read_text() == "theirs"
    assert names_in(tmp_path) == {"new.txt"}


def test_a_disk_without_hard_links_is_written_to_as_well(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", refuse)
    write_text(tmp_path / "new.txt", "new")

    assert (tmp_path / "new.txt").read_text() == "new"
    assert names_in(tmp_path) == {"new.txt"}


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_fault_on_the_way_leaves_what_was_there(precious, fault):
    with pytest.raises((RunError, KeyboardInterrupt)), writing(precious, overwrite=True) as stream:
        stream.write(b"half")
        raise fault

    assert precious.read_text() == "old"
    assert names_in(precious.parent) == {"precious.txt"}


def test_a_link_stays_a_link(precious, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(precious)

    with pytest.raises(RunError, match="there is such a file already"):
        write_text(link, "new")
    write_text(link, "new", overwrite=True)

    assert link.is_symlink()
    assert precious.read_text() == "new"


def test_a_link_to_nothing_is_written_through(tmp_path):
    (tmp_path / "folder").mkdir()
    link, file = tmp_path / "link.txt", tmp_path / "folder" / "file.txt"
    link.symlink_to(file)

    write_text(link, "new")

    assert link.is_symlink()
    assert file.read_text() == "new"
    assert names_in(tmp_path) == {"link.txt", "folder"}


def test_links_in_a_circle_are_told(tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(link)

    with pytest.raises(RunError, match=r"cannot be written: .*links"):
        check_writable(link, overwrite=True)


def make_socket(path):
    socket.socket(socket.AF_UNIX).bind(str(path))


@pytest.mark.parametrize(
    ("make", "kind"), [(os.mkdir, "folder"), (os.mkfifo, "pipe"), (make_socket, "socket")]
)
def test_only_files_are_written(tmp_path, monkeypatch, make, kind):
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    make("thing")
    os.symlink("thing", "link")
    before = os.lstat("thing")

    for name in ("thing", "link"):
        with pytest.raises(RunError, match=f"{name}: found a {kind}, expected the name of a file"):
            write_text(name, "new", overwrite=True)
    assert os.lstat("thing") == before


def test_a_device_is_not_written():
    with pytest.raises(RunError, match="found a device"):
        write_text("/dev/null", "new", overwrite=True)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("none/file")
    for path in (tmp_path / "none" / "new.txt", tmp_path / "file" / "new.txt", tmp_path / "link"):
        with pytest.raises(RunError, match="there is no folder"):
            check_writable(path, overwrite=True)


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(RunError, match=r"cannot be written: .*long"):
        check_writable(tmp_path / ("a" * 300), overwrite=False)
    write_text(tmp_path / ("a" * 255), "as long as may be")


def test_a_folder_that_may_not_be_written_to_is_told(own_folder):
    own_folder.chmod(0o555)

    with pytest.raises(RunError, match=f"nothing can be written to the folder {own_folder}: Perm"):
        check_writable(own_folder / "new.txt", overwrite=False)


def test_a_file_that_may_not_be_written_is_not_replaced(own_folder):
    file = own_folder / "precious.txt"
    file.write_text("old")
    file.chmod(0o444)

    with pytest.raises(RunError, match="cannot be written: Permission denied"):
        check_writable(file, overwrite=True)
    assert file.read_text() == "old"


def test_a_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    with pytest.raises(RunError, match="the folder in which you stand is no longer there"):
        check_writable("new.txt", overwrite=False)


def test_a_check_leaves_nothing_behind(tmp_path):
    assert check_writable(tmp_path / "new.txt", overwrite=False) == tmp_path / "new.txt"
    assert names_in(tmp_path) == set()


def test_one_file_under_two_names_is_told(precious, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "soft.txt").symlink_to("new.txt")
    (tmp_path / "hard.txt").hardlink_to(precious)
    pairs = [
        ("new.txt", "./new.txt"), ("new.txt", tmp_path / "new.txt"), ("soft.txt", "new.txt"),
        ("precious.txt", "hard.txt"),
    ]  # fmt: skip
    for pair in pairs:
        with pytest.raises(RunError, match="asked for twice"):
            check_apart(pair)
    check_apart(["new.txt", "other.txt", "precious.txt"])


def test_the_ending_of_a_name_says_the_format():
    check_ending("result.CSV", (".parquet", ".csv"))
    for name, found in (("a.xlsx", ".xlsx"), ("a", "no ending"), (".csv", "no ending")):
        with pytest.raises(RunError, match=rf"found {found}, expected .* in .parquet or .csv"):
            check_ending(name, (".parquet", ".csv"))
