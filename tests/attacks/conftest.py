"""Commands and a small service, as the tests of the command line have them."""

from tests.unit.cli.conftest import requisite, scenario_file

small_file = scenario_file

__all__ = ["requisite", "small_file"]
