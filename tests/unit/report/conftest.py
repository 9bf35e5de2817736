import pytest
from typer.testing import CliRunner

from sim.cli.program import program
from tests.unit.report.sweeps import run_tiny


@pytest.fixture(scope="package")
def tiny(tmp_path_factory):
    """A tiny sweep, which is read and never written to."""
    return run_tiny(tmp_path_factory.mktemp("tiny") / "sweep", title="A tiny sweep")


@pytest.fixture
def requisite():
    """Run a command in this process; its result has exit_code, stdout and stderr."""

    def call(*arguments):
        return CliRunner().invoke(program, [str(argument) for argument in arguments])

    return call
