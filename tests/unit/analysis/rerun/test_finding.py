"""The scenario of a result is the one with its hash, wherever it lies."""

from shutil import copy

import pytest

from sim.analysis.rerun import find_scenario, load_result
from sim.errors import RunError
from sim.scenario import load_scenario


@pytest.fixture
def filed_as(found, write):
    """A result whose scenario file has a name and a hash."""

    def build(file, sha256):
        found["provenance"] |= {"scenario_file": file, "scenario_sha256": sha256}
        return load_result(write(found))

    return build


@pytest.fixture
def sickness_benefit():
    """What a service that is shipped is known by."""
    return load_scenario("sickness-benefit").origin.sha256


def test_it_lies_beside_the_result(found, write, scenario_path):
    result = write(found)
    copy(scenario_path, result.parent)

    assert find_scenario(load_result(result), result.parent).origin.file == "mine.toml"


def test_another_of_the_same_name_beside_does_not_hide_the_shipped(
    filed_as, sickness_benefit, scenario_path, tmp_path
):
    copy(scenario_path, tmp_path / "sickness-benefit.toml")
    filed = filed_as("sickness-benefit.toml", sickness_benefit)

    assert find_scenario(filed, tmp_path).service.name == "sickness-benefit"


@pytest.mark.parametrize("content", [None, "", "not = [toml", "folder"])
def test_one_that_is_nowhere_is_named(filed_as, tmp_path, content):
    if content == "folder":
        (tmp_path / "mine.toml").mkdir()
    elif content is not None:
        (tmp_path / "mine.toml").write_text(content)
    with pytest.raises(RunError, match=r"mine\.toml .*SHA-256 aaaaaaaaaaaa\.\.\..*--scenario"):
        find_scenario(filed_as("mine.toml", "a" * 64), tmp_path)


def test_a_name_too_long_for_the_folder_is_a_file_that_is_not_there(filed_as, tmp_path):
    with pytest.raises(RunError, match="--scenario"):
        find_scenario(filed_as("a" * 255, "a" * 64), tmp_path / "/".join(["b" * 200] * 20))


def test_a_scenario_made_in_memory_has_a_sentence_of_its_own(filed_as, tmp_path):
    with pytest.raises(RunError, match="made in memory"):
        find_scenario(filed_as(None, None), tmp_path)
