"""A simulated log that is written is read again as what it was, whatever the format."""

import numpy as np
import pytest

from sim.own.caselog import Role
from sim.own.guessing import guess
from sim.own.logs import build_caselog
from sim.own.mapping_file import build_toml, read_mapping
from sim.own.reading import load_table
from sim.own.simulated import simulate_caselog
from sim.own.writing import write_caselog
from sim.scenario import load_scenario


@pytest.fixture(scope="module")
def log():
    """A month of a service whose citizens are asked, call, and come back."""
    return simulate_caselog(load_scenario("childcare-placement"), "functionalised", days=30)


@pytest.mark.parametrize("name", ["log.csv", "log.xes", "log.xes.gz", "log.parquet"])
def test_what_is_written_is_guessed_and_read_as_what_it_was(log, tmp_path, name):
    write_caselog(log, tmp_path / name)

    table = load_table(tmp_path / name)
    mapping = read_mapping(build_toml(guess(table).mapping).encode(), "mapping.toml")
    again = build_caselog(table, mapping)

    for field, is_, was in zip(log._fields, again, log, strict=True):
        assert np.array_equal(is_, was), field
    assert {Role(role) for role in log.role} == set(Role) - {Role.AUTOMATIC}
