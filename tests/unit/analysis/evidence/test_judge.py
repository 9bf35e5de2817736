import pytest

from sim.analysis.comparison import compare
from sim.analysis.evidence import CONTEXT, count_verdicts, judge_evidence, list_others, load_claims
from sim.errors import RunError
from sim.scenario import build_scenario
from tests.builders import build_raw

FIGURES = {"measure": "end_to_end_days", "design": "absorbing", "from": "report"}


DAYS = 150
"""So many that the small service settles."""


def judge(*evidence, replications=3, **asked):
    raw = build_raw(evidence=[{**FIGURES, **item} for item in evidence])
    scenario = build_scenario(raw, "test")
    return judge_evidence([scenario], **{"replications": replications, "days": DAYS, **asked})


def simulate(scenario):
    return compare(scenario, replications=3, days=DAYS).measures


@pytest.fixture(name="measures", scope="module")
def measure():
    return simulate(build_scenario(build_raw(), "test"))


def test_a_figure_within_its_tolerance_is_within(measures):
    days = measures["end_to_end_days"].second
    (row,) = judge({"is": days.mean, "range": [0.99 * days.mean, 1.01 * days.mean]})

    assert row.verdict == "within"
    assert row.simulated == days
    assert row.reason is None
    assert (row.service, row.measure, row.unit) == ("small-benefit", "end_to_end_days", "days")


@pytest.mark.parametrize(("times", "where"), [(0.5, "above"), (2, "below")])
def test_a_figure_outside_says_where(measures, times, where):
    figure = times * measures["end_to_end_days"].second.mean
    (row,) = judge({"is": figure, "range": [figure, figure]})

    assert row.verdict == "outside"
    assert row.reason == f"the simulated figure lies {where} the tolerance"


def test_a_note_says_what_would_have_to_be_true():
    (row,) = judge({"is": 0.001, "range": [0, 0.002], "note": "nobody would have to sleep"})

    assert (row.verdict, row.reason) == ("outside", "nobody would have to sleep")


def test_a_change_is_a_share_of_the_other_design(measures):
    change = {"is": -0.5, "range": [-1, 1], "compared_with": "functionalised"}
    (row,) = judge(change)

    one, other = measures["end_to_end_days"].first, measures["end_to_end_days"].second
    assert row.unit == "share"
    assert row.simulated.mean == pytest.approx(other.mean / one.mean - 1, abs=0.05)
    assert row.simulated.mean < 0


def test_a_figure_of_one_type_is_about_that():
    figure = {"is": 5.0, "range": [0, 99]}
    of_all, of_type = judge(figure, {**figure, "demand_type": "known"})

    assert of_type.demand_type == "known"
    assert of_type.simulated == of_all.simulated  # there is only one type


def test_what_does_not_apply_is_not_simulated():
    (row,) = judge({"measure": "visit_fit_share", "is": 0.5, "range": [0, 1]})

    assert (row.verdict, row.simulated) == ("not simulated", None)
    assert row.reason == "this service has no visits"


def test_a_claim_is_told_in_its_words():
    (row,) = judge({"claim": "Q20", "is": 5.0, "range": [0, 99]})

    assert (row.id, row.section) == ("Q20", "9.4")
    assert row.says == load_claims()["Q20"].says


def test_a_figure_from_elsewhere_is_named_by_its_source():
    (row,) = judge({"is": 5.0, "range": [0, 99]})

    assert (row.id, row.section) == ("report", "")
    assert row.says == "Report version 1.3, table 2"


def test_the_quantities_fitted_are_counted():
    raw = build_raw(evidence=[{**FIGURES, "is": 5.0, "range": [0, 99]}])
    raw["demand"]["known"]["variety"]["from"] = "fitted"
    raw["demand"]["known"]["tell"] = {"is": 0.5, "range": [0, 1], "from": "fitted"}
    (row,) = judge_evidence([build_scenario(raw, "test")], replications=2)

    assert row.fitted == 2


def test_a_service_without_evidence_is_not_run():
    assert judge_evidence([build_scenario(build_raw(), "test")]) == []


def test_progress_goes_on_from_one_service_to_the_next():
    raw = build_raw(evidence=[{**FIGURES, "is": 5.0, "range": [0, 99]}])
    told = []
    scenario = build_scenario(raw, "test")
    judge_evidence(
        [scenario, scenario],
        replications=2,
        on_progress=lambda done, total: told.append((done, total)),
    )

    assert told[-1] == (4, 4)
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("asked", "words"),
    [({"replications": 1}, "replications: found 1"), ({"seed": -1}, "seed: found -1")],
)
def test_what_cannot_be_run_is_refused(asked, words):
    with pytest.raises(RunError, match=words):
        judge({"is": 5.0, "range": [0, 99]}, **asked)


def test_the_claims_that_nobody_simulates_are_listed_with_their_reason():
    rows = judge({"claim": "Q20", "is": 5.0, "range": [0, 99]})
    others = list(list_others(rows))

    assert {row.id for row in others} == set(load_claims()) - {"Q20"}
    assert all(row.reason for row in others)
    assert {row.verdict for row in others} == {"context", "not simulated"}


def test_verdicts_are_counted():
    rows = judge(
        {"is": 0.001, "range": [0, 0.002]},
        {"is": 5.0, "range": [0, 999]},
        {"measure": "visit_fit_share", "is": 0.5, "range": [0, 1]},
    )
    tally = count_verdicts([*rows, *list_others(rows)])

    assert tally.simulated == 2
    assert tally.counts["within"] == tally.counts["outside"] == 1
    assert tally.counts[CONTEXT] == sum(c.verdict == CONTEXT for c in load_claims().values())


def test_a_figure_of_a_design_that_does_not_settle_is_not_judged():
    asked = {"is": 5.0, "range": [0, 50], "design": "functionalised"}
    (row,) = judge(asked, days=30)

    assert (row.verdict, row.simulated) == ("not simulated", None)
    assert "does not settle" in row.reason
