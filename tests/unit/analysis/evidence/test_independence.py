"""Which figures are tests of their own, and which were fitted to."""

import pytest

from sim.analysis.evidence import count_verdicts, is_fitted_to, judge_evidence, list_no_tests
from sim.scenario import build_scenario
from tests.builders import KNOWN, build_raw, q

DAYS = {"measure": "end_to_end_days", "design": "absorbing", "from": "report", "is": 5.0}
DAYS = {**DAYS, "range": [0, 99]}
FITTED = {**q(0.5, 0.1, 0.9), "from": "fitted"}
SHARE = {**DAYS, "measure": "failure_demand_share", "is": 0.5}
OTHER = {"design": "functionalised"}
SAME = "it is the number that Q22 is judged by"
WIDE = "its tolerance spans more than four tenths of what a share can be"
LEVELS = "it follows from two levels that are judged as well"
TYPES = "it follows from those of the demand types, which are judged as well"


def find_reasons(*evidence, **parts):
    raw = build_raw(evidence=list(evidence), **parts)
    return list(list_no_tests(build_scenario(raw, "test")))


def test_figures_of_different_numbers_are_tests_of_their_own():
    assert find_reasons(DAYS, {**DAYS, **OTHER}, {**SHARE, "range": [0.3, 0.7]}) == [None] * 3


def test_of_two_figures_of_one_number_the_first_counts():
    assert find_reasons({**DAYS, "claim": "Q22"}, DAYS) == [None, SAME]


def test_a_change_follows_from_its_levels():
    change = {**DAYS, "compared_with": "functionalised"}

    assert find_reasons(DAYS, change) == [None, None]
    assert find_reasons(DAYS, {**DAYS, **OTHER}, change) == [None, None, LEVELS]


def test_the_whole_follows_from_all_of_its_types():
    types = {"demand": {"known": KNOWN, "other": {**KNOWN}}}
    of_types = [{**DAYS, "demand_type": name} for name in ("known", "other")]

    assert find_reasons(DAYS, of_types[0], **types) == [None, None]
    assert find_reasons(DAYS, *of_types, **types) == [TYPES, None, None]


@pytest.mark.parametrize(("high", "reason"), [(0.7, None), (0.75, WIDE)])
def test_a_share_within_a_wide_tolerance_proves_nothing(high, reason):
    assert find_reasons({**SHARE, "range": [0.3, high]}) == [reason]


def test_a_file_may_say_why_a_figure_is_no_test():
    assert find_reasons({**DAYS, "no_test": "nobody could miss it"}) == ["nobody could miss it"]


def fit(part, key):
    """The small scenario with one quantity fitted."""
    raw = build_raw(demand={"known": KNOWN, "other": {**KNOWN}}, evidence=[DAYS])
    table = raw
    for name in part:
        table = table[name]
    table[key] = dict(FITTED)
    return build_scenario(raw, "test")


@pytest.mark.parametrize(
    ("part", "key", "about", "is_fitted"),
    [
        (("demand", "known"), "tell", {}, True),
        (("demand", "known"), "tell", {"demand_type": "known"}, True),
        (("demand", "known"), "tell", {"demand_type": "other"}, False),
        (("designs", "absorbing", "standards"), "absorb", {}, True),
        (("designs", "absorbing", "standards"), "absorb", OTHER, False),
        (
            ("designs", "absorbing", "standards"),
            "absorb",
            {**OTHER, "compared_with": "absorbing"},
            True,
        ),
        (("staff",), "absence", {**OTHER, "demand_type": "other"}, True),
    ],
)
def test_a_figure_was_fitted_to_by_what_has_to_do_with_it(part, key, about, is_fitted):
    scenario = fit(part, key)
    row = scenario.evidence[0].model_copy(update=about)

    assert is_fitted_to(scenario, row) == is_fitted


def test_only_independent_figures_are_counted_and_those_fitted_among_them():
    raw = build_raw(evidence=[DAYS, DAYS, {**DAYS, **OTHER, "is": 0.001, "range": [0, 0.002]}])
    raw["designs"]["absorbing"]["standards"]["absorb"] = dict(FITTED)
    rows = judge_evidence([build_scenario(raw, "test")], replications=2, days=150)
    tally = count_verdicts(rows)

    assert (tally.simulated, tally.independent, tally.within, tally.fitted) == (3, 2, 1, 1)
    assert [row.no_test is None for row in rows] == [True, False, True]
