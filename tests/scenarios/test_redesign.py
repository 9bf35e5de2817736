"""The redesign in an open event log: estimated on what was before it, forecast, observed.

What is observed has an interval of its own (a bootstrap over 365 cases), and a forecast is met
where the simulated mean lies in it. That is no statistical test of the model: seeds are fixed, and
the intervals of the simulated means, at 95 %, are a tenth as wide.
"""

import pytest

from sim.analysis.evidence import WITHIN, judge_evidence
from sim.experiment import RunSettings
from sim.scenario import list_redesigns, load_scenario

SETTINGS = RunSettings(replications=20)
"""As in `requisite evidence`."""


def forecasts(*changes: str) -> dict[str, str]:
    """The verdict on each figure of the design after the change, by its measure."""
    scenario = load_scenario("receipt-phase").changed(*changes)
    rows = judge_evidence([scenario], SETTINGS)
    return {row.measure or "": row.verdict for row in rows if row.design == "one-person"}


def test_time_and_faces_after_the_change_are_forecast() -> None:
    verdicts = forecasts()

    met = {measure for measure, verdict in verdicts.items() if verdict == WITHIN}
    assert met == {"end_to_end_days", "faces_per_case", "one_face_share"}
    assert set(verdicts) - met == {"end_to_end_days_p90"}  # fewer had to wait for an answer


def test_it_is_not_where_all_waiting_is_taken_for_waiting_on_answers() -> None:
    nothing_lies = [
        f"{design}.functions.pools.{place}.pick_up_days=0"
        for design, place in (("divided", 0), ("divided", 1), ("one-person", 0))
    ]
    all_answers = ("demand.ready=1", "demand.ready_days=9.2")

    assert forecasts(*nothing_lies, *all_answers)["end_to_end_days"] != WITHIN


def test_what_was_estimated_is_met_on_the_cases_it_was_estimated_on() -> None:
    rows = judge_evidence([load_scenario("receipt-phase")], SETTINGS)
    before = [row for row in rows if row.design == "divided"]

    assert {row.measure for row in before} >= {"end_to_end_days", "faces_per_case"}
    assert all(row.no_test for row in before)


@pytest.mark.parametrize("name", list_redesigns())
def test_nothing_of_a_redesign_is_fitted_to_what_came_after(name: str) -> None:
    rows = judge_evidence([load_scenario(name)], RunSettings(replications=2))

    assert all(row.fitted == 0 for row in rows)
    assert any(row.no_test is None for row in rows)
