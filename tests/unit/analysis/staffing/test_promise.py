import pytest

from sim.analysis.staffing import Promise
from sim.results import Interval

BOTH = Promise(within_days=10, share=0.9, unmet=0.2, utilisation=0.8)


def kept(promise, in_time=0.9, unmet=0.2, busy=0.8):
    means = {"kept_promise_share": in_time, "unmet_need_share": unmet, "utilisation_busiest": busy}
    found = {name: None if mean is None else Interval(mean, 0, 1) for name, mean in means.items()}
    return promise.is_kept(found)


def test_a_promise_that_is_met_to_the_last_is_kept():
    assert kept(BOTH)


@pytest.mark.parametrize("broken", [{"in_time": 0.89}, {"unmet": 0.21}, {"busy": 0.81}])
def test_each_part_can_break_it(broken):
    assert not kept(BOTH, **broken)


def test_what_cannot_be_measured_is_not_kept():
    assert not kept(BOTH, in_time=None)
    assert not kept(BOTH, unmet=None)
    assert not kept(BOTH, busy=None)


def test_what_is_not_promised_need_not_be_kept():
    assert kept(BOTH._replace(within_days=None), in_time=None)
    assert kept(BOTH._replace(unmet=None), unmet=1.0)
