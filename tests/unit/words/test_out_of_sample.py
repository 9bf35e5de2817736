"""What is told of the figures to which nothing was fitted."""

import pytest

from sim.analysis.evidence import OUTSIDE, WITHIN, EvidenceRow
from sim.results import Interval
from sim.words.out_of_sample import tell_out_of_sample


def build_row(verdict, **other):
    known = {
        "measure": "cost_own_budget",
        "unit": "share",
        "design": "absorbing",
        "compared_with": "functionalised",
        "reported": -0.005,
        "simulated": Interval(0.007, 0.006, 0.008),
    }
    return EvidenceRow("Q", "x", "", "it is so", verdict=verdict, **{**known, **other})


def test_a_missed_figure_is_told_with_both_numbers_and_that_the_sign_is_wrong():
    counted, missed = tell_out_of_sample([build_row(OUTSIDE), build_row(WITHIN, is_fitted=True)])

    assert counted == "Nothing was fitted to 1 of them: out of sample, 0 of 1 is met."
    assert "reported \N{MINUS SIGN}0.5%, simulated +0.7%, so even the sign is wrong" in missed


def test_met_ones_are_counted_alone():
    told = list(tell_out_of_sample([build_row(WITHIN), build_row(WITHIN, compared_with=None)]))

    assert told == ["Nothing was fitted to 2 of them: out of sample, 2 of 2 are met."]


def test_of_a_miss_on_the_same_side_the_sign_is_not_told():
    _, missed = tell_out_of_sample([build_row(OUTSIDE, reported=0.2)])

    assert "sign" not in missed


@pytest.mark.parametrize("other", [{"is_fitted": True}, {"no_test": "it follows"}])
def test_nothing_is_told_where_nothing_is_a_test(other):
    assert list(tell_out_of_sample([build_row(OUTSIDE, **other)])) == []
