"""A file that is loaded again is not read again, for as long as it says the same."""

import os
from pathlib import Path

import pytest

from sim.errors import ScenarioError
from sim.scenario import completing, find_file, load_scenario, read_scenario


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "copy.toml"
    copy.write_bytes(find_file("sickness-benefit").read_bytes())
    return copy


def test_a_file_that_says_the_same_gives_the_same_scenario(file: Path) -> None:
    assert load_scenario(file) is load_scenario(file)


def test_a_file_of_the_same_size_and_time_that_says_something_else_gives_that(file: Path) -> None:
    assert load_scenario(file).service.days == 365
    said = file.stat()
    file.write_bytes(file.read_bytes().replace(b"days = 365", b"days = 364", 1))
    os.utime(file, ns=(said.st_atime_ns, said.st_mtime_ns))
    assert file.stat().st_size == said.st_size

    assert load_scenario(file).service.days == 364


def test_what_it_shares_counts_as_well(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_scenario(file)
    table, _ = completing._read_mechanisms()
    monkeypatch.setattr(completing, "_read_mechanisms", lambda: (table, "other content"))

    assert load_scenario(file).origin != before.origin


def test_a_file_that_became_wrong_is_refused_and_one_made_right_again_is_taken(file: Path) -> None:
    sound, content = load_scenario(file), file.read_bytes()
    file.write_bytes(b"nonsense")
    with pytest.raises(ScenarioError):
        load_scenario(file)
    file.write_bytes(content)
    assert load_scenario(file) == sound


def test_changes_do_not_stay_with_the_file(file: Path) -> None:
    assert load_scenario(file, ["demand.variety=0"]).differences
    assert not load_scenario(file).differences


def test_what_is_read_from_memory_is_not_kept(file: Path) -> None:
    content = file.read_bytes()
    assert read_scenario(content, "own.toml") is not read_scenario(content, "own.toml")
