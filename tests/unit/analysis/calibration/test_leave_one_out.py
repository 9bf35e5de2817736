"""Each service is predicted with constants in which its own figures had no say."""

import json

import numpy as np
import pytest

from sim.analysis.calibration import leave_one_out
from sim.analysis.calibration.leave_one_out import Folds, find_middle, plan_folds
from sim.analysis.calibration.search import spread_shares
from sim.analysis.calibration.shared import Plan, trying
from sim.analysis.calibration.sharing import find_parts
from sim.analysis.calibration.together import Search
from sim.analysis.calibration.trial import Free
from sim.errors import RunError
from sim.experiment import RunSettings
from sim.experiment.executors import open_executor
from sim.scenario import Scenario, list_services, load_scenario
from tests.shared_services import CONSTANT, TRUE_CAPTURE, live_simply, write_services


@pytest.fixture(name="scenarios", scope="module")
def load_all(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        live_simply(monkeypatch)
        write_services(tmp_path_factory.mktemp("all") / "services", monkeypatch)
        yield [load_scenario(name) for name in list_services()]


@pytest.fixture(name="told", scope="module")
def predict(scenarios):
    told = []
    found = leave_one_out(
        scenarios,
        evaluations=200,
        on_progress=lambda done, total: told.append((done, total)),
    )
    return found, told


@pytest.fixture(name="found", scope="module")
def take_found(told):
    return told[0]


def test_constants_are_found_on_the_others(found):
    by_name = {fold.service: fold for fold in found.folds}

    assert by_name.keys() == {"both", "takes"}
    assert by_name["both"].constants[CONSTANT] == pytest.approx(TRUE_CAPTURE, abs=0.02)
    assert by_name["both"].unsaid == []


def test_with_its_own_fitted_a_service_is_met_as_well_or_better(found):
    both = next(fold for fold in found.folds if fold.service == "both")

    assert (both.within_unfitted, both.within_own_fitted) == (1, 2)
    assert {row.fitted for row in both.unfitted} == {0}
    assert {row.is_fitted for row in both.unfitted} == {False}
    assert {row.fitted for row in both.own_fitted} == {1}


def test_without_own_quantities_both_readings_are_the_same(found):
    takes = next(fold for fold in found.folds if fold.service == "takes")

    assert [row.simulated for row in takes.unfitted] == [row.simulated for row in takes.own_fitted]
    assert not any(row.is_fitted for row in takes.own_fitted)


def test_counts_and_json_agree(found):
    table = json.loads(json.dumps(found.to_dict()))

    assert table["figures"] == found.figures == 4
    verdicts = [row["verdict"] for fold in table["folds"] for row in fold["unfitted"]]
    assert verdicts.count("within") == table["within_unfitted"]
    assert {one["service"] for one in table["apart"]} == {"own", "silent"}


def test_progress_is_told_to_the_end(told):
    told = told[1]

    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {total for _, total in told} == {len(told)}


def test_a_service_has_no_say_in_the_constants_that_predict_it(scenarios):
    other = [shift_figures(one) if one.service.name == "both" else one for one in scenarios]
    folds = [leave_one_out(of, evaluations=100).folds for of in (scenarios, other)]
    by_name = [{fold.service: fold for fold in found} for found in folds]

    assert by_name[0]["both"].constants == by_name[1]["both"].constants
    assert by_name[0]["both"].unfitted[0].reported != by_name[1]["both"].unfitted[0].reported
    simulated = [[row.simulated for row in of["both"].unfitted] for of in by_name]
    assert simulated[0] == simulated[1]


def test_a_prediction_does_not_hang_on_those_made_before_it(scenarios):
    shared, parts, _ = find_parts(scenarios)
    settings = RunSettings(replications=2)
    with (
        open_executor(settings.engine, None) as workers,
        trying(shared, settings, workers, 1, None) as try_all,
    ):
        search = Search(shared, parts, try_all, np.random.default_rng(1))
        folds = Folds(search, search.begin(12, spread_shares), Plan(10, 2), settings, workers)
        first, again = (folds.predict(parts[0]) for _ in range(2))

    assert first == again


def shift_figures(scenario: Scenario) -> Scenario:
    """Return a service whose figures say something else."""
    moved = {"value": 0.3, "tolerance": (0.29, 0.31)}
    rows = tuple(row.model_copy(update=moved) for row in scenario.evidence)
    return scenario.model_copy(update={"evidence": rows})


def test_one_service_alone_cannot_be_predicted(scenarios):
    alone = [one for one in scenarios if one.service.name == "both"]
    with pytest.raises(RunError, match="only one service takes fitted constants"):
        leave_one_out(alone)


def test_too_few_candidates_are_refused(scenarios):
    with pytest.raises(RunError, match="evaluations: found 39, expected 40 or more"):
        leave_one_out(scenarios, evaluations=39)


@pytest.mark.parametrize(
    ("low", "high", "middle"), [(0, 1, 0.5), (1, 4, 2.5), (1, 9, 3), (0.01, 0.6, 0.07746)]
)
def test_the_middle_of_a_wide_range_is_geometric(low, high, middle):
    assert find_middle(Free("a", low, low, high)) == middle


@pytest.mark.parametrize("evaluations", [40, 100, 600, 5000])
def test_a_plan_is_about_as_large_as_asked_for(evaluations):
    population, plan = plan_folds(evaluations, 7)
    planned = population * 4 + 7 * plan.count_moves()

    assert plan.generations >= 1
    assert planned <= max(evaluations, 12 * 4 + 7 * 20)
    assert planned >= 0.5 * evaluations
