"""`requisite evidence --leave-one-out`: to people and as JSON."""

import json

import pytest

from tests.shared_services import CONSTANT, live_simply, write_services

QUICK = ("evidence", "--leave-one-out", "--evaluations", "40", "--replications", "2")


@pytest.fixture(name="services")
def write_all(tmp_path, monkeypatch):
    live_simply(monkeypatch)
    return write_services(tmp_path / "services", monkeypatch)


def test_leave_one_out_to_people(requisite, services):
    result = requisite(*QUICK)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert "of 4 independent figures are within tolerance." in told
    assert "a weaker test" in told
    assert CONSTANT in told
    assert "own was not run: it takes no fitted constant from the shared file." in told


def test_leave_one_out_as_json(requisite, services):
    found = json.loads(requisite(*QUICK, "--seed", "2", "--json").stdout)

    assert [fold["service"] for fold in found["folds"]] == ["both", "takes"]
    assert (found["figures"], found["judged"], found["seed"]) == (4, 2, 2)
    assert found["folds"][0]["unfitted"][0]["simulated"].keys() == {"mean", "low", "high"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("both", "--leave-one-out"), "--leave-one-out is about all services"),
        (("--evaluations", "100"), "say --leave-one-out as well"),
        (("--leave-one-out", "--evaluations", "1"), "evaluations: found 1, expected 40 or more"),
    ],
)
def test_what_cannot_be_asked_is_refused(requisite, services, asked, words):
    result = requisite("evidence", *asked)

    assert result.exit_code == 2
    assert words in result.stderr
