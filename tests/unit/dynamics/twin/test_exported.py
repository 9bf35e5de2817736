"""The twin in the field's own tools gives our own numbers."""

import numpy as np
import pysd
import pytest
import simlin

from sim.dynamics import build_twin, run_model
from sim.dynamics.xmile.write import write_xmile
from sim.scenario import load_scenario

DAYS, TOLERANCE = 3, 1e-9


@pytest.fixture(scope="module", params=["functionalised", "absorbing"])
def twin(request, tmp_path_factory):
    model = build_twin(load_scenario("sickness-benefit"), request.param, DAYS)
    path = tmp_path_factory.mktemp("twin") / "twin.xmile"
    path.write_text(write_xmile(model, DAYS), encoding="utf-8")
    return model, path, run_model(model, DAYS)


def assert_same(theirs, model, ours):
    for stock in model.stocks:
        np.testing.assert_allclose(
            theirs[stock.name].to_numpy(),
            ours.course(stock.name),
            rtol=TOLERANCE,
            atol=1e-12,
            err_msg=stock.name,
        )


def test_in_simlin(twin):
    model, path, ours = twin
    loaded = simlin.load(path)

    assert loaded.check() == ()
    assert_same(loaded.run().results, model, ours)


def test_in_pysd(twin):
    model, path, ours = twin
    loaded = pysd.read_xmile(path)

    assert_same(loaded.run(return_columns=[stock.name for stock in model.stocks]), model, ours)
