"""How often what a log says covers what is true: counted rightly, and right for what is stated."""

from math import nan

from benchmarks.own_round_trip import (
    Cell,
    estimate_seeds,
    find_stated,
    judge,
    list_reasons,
    summarise,
    write_table,
)
from sim.message import Message
from sim.own.estimate import TITLES, Estimate
from sim.scenario import load_scenario

SEEDS, DAYS = 8, 60


def estimates_of(*values, half=1.0):
    return [Estimate("x", value, value - half, value + half, 30) for value in values]


def test_a_stated_truth_is_covered_by_the_intervals_that_hold_it():
    cell = judge(estimates_of(1.0, 2.0, 2.9, 4.0), 3.0)

    assert (cell.told, cell.covered, cell.is_stated, cell.blur) == (4, 3, True, 0.0)


def test_what_is_told_without_width_is_told_exactly():
    exact, wide = (judge(estimates_of(3.0, 3.0, 3.0, half=half), 3.0) for half in (0.0, 1.0))

    assert exact.is_exact and not wide.is_exact
    assert "1 are told exactly" in summarise({"service": {"x": exact, "y": wide}}, 50)


def test_otherwise_the_truth_is_the_mean_of_the_other_seeds():
    cell = judge(estimates_of(0.0, 0.0, 3.0), None)  # the others: 1.5, 1.5 and 0

    assert (cell.told, cell.covered) == (3, 0)
    assert cell.blur > 1


def test_what_is_told_in_few_seeds_has_no_coverage_but_a_reason():
    nothing = Estimate("x", nan, nan, nan, 0, Message("too few"))
    cell = judge([nothing] * 3 + estimates_of(1.0), None)
    judged = {"service": dict.fromkeys(TITLES, cell)}

    assert cell == Cell(0, 0, False, 0.0, "too few")
    assert list_reasons(judged).count("(service): too few") == len(TITLES)
    assert "| – |" in write_table(judged)


def test_what_a_scenario_states_is_found_again_from_its_logs():
    """Intervals of 95 % hold the truth in fewer than 6 of 8 seeds with a chance of 0.6 %."""
    scenario = load_scenario("childcare-placement")

    found = estimate_seeds(scenario, DAYS, SEEDS)

    stated = find_stated(scenario)
    covered = {name: judge([one[name] for one in found], truth) for name, truth in stated.items()}
    assert len(covered) == 5
    assert all(cell.told == SEEDS and cell.covered >= 6 for cell in covered.values())
