import pytest
from typer.testing import CliRunner

from sim.cli.program import program
from tests.builders import build_raw, q, small_scenario_text


@pytest.fixture
def scenario_file(tmp_path):
    """A small service, so that a command takes no time."""
    raw = build_raw()
    raw["demand"]["known"]["arrivals_per_day"] = q(3)
    path = tmp_path / "small.toml"
    path.write_text(small_scenario_text(raw))
    return str(path)


@pytest.fixture
def requisite():
    """Run a command in this process; its result has exit_code, stdout and stderr."""

    def run(*arguments):
        return CliRunner().invoke(program, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def requisite_typing():
    """Run a command in this process, with what somebody types."""

    def run(typed, *arguments):
        return CliRunner().invoke(program, [str(argument) for argument in arguments], input=typed)

    return run
