import json
from copy import deepcopy

import pytest

from sim.analysis.comparison import compare
from sim.scenario import load_scenario
from tests.builders import build_raw, q, small_scenario_text

QUICK = {"days": 30, "replications": 3}


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A scenario in a file of another name than its service, and what a comparison yields."""
    raw = build_raw()
    raw["demand"]["known"]["arrivals_per_day"] = q(3)
    path = tmp_path_factory.mktemp("rerun") / "mine.toml"
    path.write_text(small_scenario_text(raw))
    return path, compare(load_scenario(path), **QUICK).to_dict()


@pytest.fixture
def scenario_path(made):
    return made[0]


@pytest.fixture
def found(made):
    """The comparison as JSON has it, to be altered."""
    return deepcopy(made[1])


@pytest.fixture
def write(tmp_path):
    """Write a result to a file, with one part of it replaced."""

    def write(found, place=(), value=None):
        if place:
            *above, last = place
            part = found
            for key in above:
                part = part[key]
            part[last] = value
        path = tmp_path / "result.json"
        path.write_text(json.dumps(found))
        return path

    return write
