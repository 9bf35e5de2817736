"""What is drawn, and how a draw becomes a value."""

import numpy as np
import pytest

from sim.analysis.robustness.ranged import find_ranged
from sim.scenario import list_services, load_scenario
from tests.unit.analysis.robustness.conftest import PAIR


def test_what_both_designs_share_is_drawn_once_and_what_differs_for_each(ranged):
    assert ranged["designs.digital.call_minutes"].places == (
        "designs.functionalised.digital.call_minutes",
        "designs.absorbing.digital.call_minutes",
    )
    assert "functionalised.digital.call_minutes" not in ranged
    assert {"functionalised.digital.ask_minutes", "absorbing.digital.ask_minutes"} < set(ranged)
    assert "designs.digital.ask_minutes" not in ranged


def test_only_what_has_a_range_is_drawn(ranged):
    assert "staff.total" in ranged
    assert "staff.absence" not in ranged


def test_a_count_is_whole_and_every_number_is_as_likely(ranged):
    shares = (np.arange(1_000) + 0.5) / 1_000
    values = [ranged["staff.total"].at(share) for share in shares]

    assert sorted(set(values)) == [8, 9, 10, 11, 12]
    assert {values.count(value) for value in values} == {200}


def test_a_range_of_many_orders_is_drawn_by_its_logarithm(ranged):
    unmet, content = ranged["costs.unmet_need"], ranged["demand.known.content_minutes"]

    assert unmet.is_log
    assert unmet.at(0.5) == pytest.approx(1_000)
    assert not content.is_log
    assert content.at(0.5) == 60


def test_a_range_from_0_is_drawn_evenly(ranged):
    assert ranged["demand.known.variety"].at(0.25) == 1


@pytest.mark.parametrize("service", list_services())
def test_values_lie_in_their_ranges(service):
    for one in find_ranged(load_scenario(service), PAIR):
        values = [one.at(share) for share in (0, 0.3, 1 - 1e-16, np.nextafter(1, 0))]
        assert one.low == values[0]
        assert all(one.low <= value <= one.high for value in values)
        assert values == sorted(values)
