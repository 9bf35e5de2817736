"""Standard output that is closed, full or no longer read, and a folder that is gone."""

import errno
import os
import subprocess
import sys

import pytest

from sim.cli.streams import describe
from tests.patience import PATIENCE_S

COMMAND = [sys.executable, "-c", "from sim.cli import main; main()"]
CHECK, HELP = ("check", "sickness-benefit"), ("--help",)
JSON = (*CHECK, "--json")


def run(*arguments, **options):
    return subprocess.run(
        [*COMMAND, *arguments], check=False, stderr=subprocess.PIPE, timeout=PATIENCE_S, **options
    )


@pytest.mark.parametrize("arguments", [CHECK, JSON, HELP])
def test_a_full_disk_is_told_in_one_line(arguments):
    with open("/dev/full", "w") as full:
        told = run(*arguments, stdout=full)

    assert told.returncode == 1
    assert told.stderr == b"standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize("arguments", [CHECK, JSON, HELP])
def test_who_does_not_read_on_is_told_nothing(arguments):
    reads, writes = os.pipe()
    os.close(reads)
    with open(writes, "w") as unread:
        told = run(*arguments, stdout=unread)

    assert (told.returncode, told.stderr) == (141, b"")


def test_closed_output_is_told_in_one_line():
    told = run(*CHECK, preexec_fn=lambda: os.close(1))

    assert told.returncode == 1
    assert told.stderr == b"standard output cannot be written: Bad file descriptor\n"


def test_what_is_written_to_a_file_does_not_go_to_output_that_is_closed(scenario_file, tmp_path):
    log = tmp_path / "log.csv"
    told = run(
        "run", scenario_file, "--design", "absorbing", "--days", "14", "--events", log,
        preexec_fn=lambda: [os.close(stream) for stream in (0, 1)],
    )  # fmt: skip

    assert told.returncode == 1
    assert told.stderr == b"standard output cannot be written: Bad file descriptor\n"
    assert log.read_text().startswith('"time_s"')


def test_nowhere_to_complain_is_no_fault_of_its_own():
    with open("/dev/full", "w") as full:
        told = subprocess.run([*COMMAND, "check", "none"], check=False, stdout=full, stderr=full)

    assert told.returncode == 2


def test_a_folder_that_is_gone_is_told_in_one_line(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    told = subprocess.run(
        [*COMMAND, "check", "mine.toml"],
        check=False,
        capture_output=True,
        text=True,
        cwd=gone,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
        preexec_fn=gone.rmdir,
    )

    assert told.returncode == 2
    assert told.stderr.startswith("mine.toml: 1 problem\n")
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "mine.toml"), "mine.toml: Permission "),
        (OSError(errno.ENAMETOOLONG, "File name too long", "aa"), "aa: File name too long"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "the folder in which you stand is no "),
        (BlockingIOError(errno.EAGAIN, "Try again"), "the system refused something: Try again"),
    ],
)
def test_what_the_system_refuses_is_said(error, message):
    assert describe(error).startswith(message)


def test_what_the_system_refuses_is_no_traceback(requisite, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied", "mine.toml")

    monkeypatch.setattr("sim.scenario.load_scenario", refuse)
    told = requisite("check", "mine.toml")

    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr == "mine.toml: Permission denied\n"
