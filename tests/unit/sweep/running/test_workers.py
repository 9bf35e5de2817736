"""Processes are made ready as often as there are of them, before they are given work."""

from pathlib import Path

from sim.sweep.running.workers import Here, Processes


def note(file: Path) -> None:
    with file.open("a") as stream:
        stream.write("ready\n")


def read(file: Path) -> list[str]:
    return file.read_text().splitlines()


def test_processes_get_ready_before_they_are_given_work(tmp_path):
    processes = Processes(1)
    try:
        processes.prepare(note, tmp_path / "told")
        assert processes.submit(read, tmp_path / "told").result(60) == ["ready"]
    finally:
        processes.end()


def test_what_goes_wrong_while_getting_ready_does_not_hinder_work(tmp_path):
    processes = Processes(1)
    try:
        processes.prepare(note, tmp_path / "no folder" / "told")
        assert processes.submit(abs, -1).result(60) == 1
    finally:
        processes.end()


def test_this_thread_is_ready_as_it_is(tmp_path):
    Here().prepare(note, tmp_path / "told")
    assert not (tmp_path / "told").exists()
