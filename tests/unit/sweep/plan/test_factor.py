"""Factors: a share of the unit cube becomes a value, and never a smaller one of a larger share."""

import json

import numpy as np
import pytest

from sim.sweep.plan import LEVER, Factor

SHARES = np.linspace(0, 1, 201).tolist()
WHOLE = Factor("staff.total", LEVER, 8, 12, is_whole=True)
EVEN = Factor("staff.absence", LEVER, 0.1, 0.3)
LOG = Factor("costs.unmet_need", LEVER, 100, 10_000, is_log=True)
LISTED = Factor("staff.absence", LEVER, 0.1, 0.5, levels=(0.1, 0.2, 0.5))


@pytest.mark.parametrize("factor", [WHOLE, EVEN, LOG, LISTED])
def test_values_rise_with_shares_from_the_lowest_to_the_highest(factor):
    values = [factor.at(share) for share in SHARES]

    assert (values[0], values[-1]) == (factor.low, factor.high)
    assert values == sorted(values)


def test_a_count_takes_whole_numbers_each_as_likely():
    values = [WHOLE.at(share) for share in (np.arange(500) + 0.5) / 500]

    assert np.unique(values, return_counts=True)[1].tolist() == [100] * 5


def test_each_order_of_magnitude_is_as_likely_as_the_next():
    assert LOG.at(0.5) == pytest.approx(1_000)


@pytest.mark.parametrize("levels", [("a", 1.5), ()])
def test_the_form_for_json_gives_the_factor_back(levels):
    factor = WHOLE._replace(levels=levels, places=(("staff", "total"), ("designs", 0)))

    assert Factor.from_dict(json.loads(json.dumps(factor.to_dict(), allow_nan=False))) == factor


def test_ends_of_words_are_null_in_json():
    words = EVEN._replace(low=float("nan"), high=float("nan"), levels=("a", "b"))
    form = json.loads(json.dumps(words.to_dict(), allow_nan=False))

    assert (form["low"], form["high"]) == (None, None)
    assert np.isnan(Factor.from_dict(form).low)
