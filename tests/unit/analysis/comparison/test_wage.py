import numpy as np
import pytest

from sim.analysis.comparison import compare
from sim.analysis.comparison.wage import NEEDED, find_break_even_wage
from sim.experiment import Sample
from tests.builders import build_scenario

SETTINGS = {"days": 120, "replications": 3, "follow_up_days": 60, "warm_up_day": 20}


def samples(cost, work):
    """Costs of both designs in some runs, and of work in both: all of it value work."""
    values = {name: np.zeros((len(cost), 2)) for name in NEEDED}
    values["cost_per_citizen_helped"], values["cost_value_work"] = np.array(cost), np.array(work)
    return {name: Sample(found, np.full(found.shape, None)) for name, found in values.items()}


def test_it_is_the_wage_at_which_the_line_of_cost_reaches_the_other():
    # 1000 = 100 + 600 w: 1.5. 900 = 100 + 500 w: 1.6.
    found = find_break_even_wage(samples([[1_000, 700], [900, 600]], [[800, 600], [700, 500]]))

    assert found.mean == pytest.approx(1.55)
    assert found.low < 1.5
    assert found.high > 1.6


def test_where_costs_were_not_measured_or_nobody_works_there_is_none():
    assert find_break_even_wage({}) is None
    assert find_break_even_wage(samples([[1_000, 700]] * 2, [[800, 0]] * 2)) is None


def test_paid_so_both_designs_cost_the_same():
    found = compare(build_scenario(), **SETTINGS)
    wage = found.break_even_wage.mean
    paid = compare(build_scenario(f"absorbing.functions.pools.0.wage={wage}"), **SETTINGS)

    costs = paid.measures["cost_per_citizen_helped"]
    assert costs.second.mean == pytest.approx(costs.first.mean, rel=0.01)
    assert paid.break_even_wage.mean == pytest.approx(1, rel=0.01)
    assert found.to_dict()["break_even_wage"]["mean"] == wage
