"""Constants that services share are fitted to all of them at once."""

import json

import pytest

from sim.analysis.calibration import calibrate, calibrate_shared
from sim.analysis.calibration.trial import list_free, list_own
from sim.errors import RunError, ScenarioError
from sim.scenario import list_services, load_scenario
from tests.shared_services import (
    CONSTANT,
    FILED_CAPTURE,
    TRUE_CAPTURE,
    TRUE_VARIETY,
    live_simply,
    write_services,
)


def load_all():
    return [load_scenario(name) for name in list_services()]


@pytest.fixture(name="folder", scope="module")
def write_all(tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        live_simply(monkeypatch)
        yield write_services(tmp_path_factory.mktemp("all") / "services", monkeypatch)


@pytest.fixture(name="told", scope="module")
def fit(folder):
    told = []
    found = calibrate_shared(
        load_all(),
        evaluations=200,
        on_progress=lambda done, total: told.append((done, total)),
    )
    return found, told


@pytest.fixture(name="found", scope="module")
def take_found(told):
    return told[0]


def test_a_shared_constant_is_found(found):
    (constant,) = found.constants

    assert constant.key == CONSTANT
    assert constant.filed == FILED_CAPTURE
    assert constant.best == pytest.approx(TRUE_CAPTURE, abs=0.02)
    assert constant.low <= constant.best <= constant.high


def test_what_a_service_has_of_its_own_is_found_with_it(found):
    by_name = {one.service: one for one in found.services}
    (variety,) = by_name["both"].quantities

    assert variety.key == "demand.known.variety"
    assert variety.best == pytest.approx(TRUE_VARIETY, abs=0.4)
    assert by_name["takes"].quantities == []


def test_more_figures_are_met_than_by_what_is_filed(found):
    assert found.figures == 4
    assert [one.within_filed for one in found.services] == [0, 0]
    assert [one.within_best for one in found.services] == [2, 2]
    assert {len(one.filed) for one in found.services} == {2}


def test_services_without_a_part_in_it_are_told_with_the_reason(found):
    reasons = {one.service: one.reason for one in found.apart}

    assert reasons.keys() == {"own", "silent"}
    assert "takes no fitted constant" in reasons["own"]
    assert "no figure" in reasons["silent"]


def test_progress_is_told_to_the_end(told):
    told = told[1]

    assert [done for done, _ in told] == list(range(1, len(told) + 1))
    assert {total for _, total in told} == {len(told)}


def test_json_names_what_is_identified(found):
    table = json.loads(json.dumps(found.to_dict()))

    assert table["constants"][0]["key"] == CONSTANT
    assert table["constants"][0]["is_identified"] in (True, False)
    assert {one["service"] for one in table["services"]} == {"both", "takes"}
    assert table["services"][0]["best"][0]["verdict"] in ("within", "outside")


def test_the_same_seed_finds_the_same(folder):
    asked = {"evaluations": 40, "seed": 3}
    one, other = (calibrate_shared(load_all(), **asked) for _ in range(2))

    assert one == other


def test_a_service_alone_is_fitted_in_its_own_quantities_only(folder):
    both = load_scenario("both")

    assert [free.key for free in list_free(both)] == ["demand.known.variety"]
    assert list_own(load_scenario("takes")) == ()
    with pytest.raises(ScenarioError, match="no quantity is free"):
        calibrate(load_scenario("takes"))


def test_it_is_refused_without_a_shared_constant_that_is_free(folder):
    with pytest.raises(ScenarioError, match="no constant that services share is free"):
        calibrate_shared([load_scenario("own")])


def test_too_few_evaluations_are_refused(folder):
    with pytest.raises(RunError, match="evaluations: found 39, expected 40 or more"):
        calibrate_shared(load_all(), evaluations=39)
