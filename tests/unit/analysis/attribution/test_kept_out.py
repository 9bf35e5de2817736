import numpy as np

from sim.analysis.attribution.kept_out import find_kept_out, find_left_out, find_reason
from sim.analysis.attribution.mixes import build_mixes
from sim.experiment import Sample, Settling
from sim.experiment.settling import BACKLOG_GROWS, NOT_WARM, STILL_OPEN
from tests.builders import build_scenario

PAIR = ("functionalised", "absorbing")
SAME = ("budget", "centralisation", "digital", "targets", "inspection", "standards")
MIXES = build_mixes(build_scenario(*(f"absorbing.{part}=functionalised" for part in SAME)), PAIR)
"""Of purpose and functions: four mixes."""


def settling(**reasons_by_number):
    reasons = {int(name.removeprefix("mix")): (why,) for name, why in reasons_by_number.items()}
    return [Settling(None, None, None, True, reasons.get(number, ())) for number in range(4)]


def test_who_is_overwhelmed_is_kept_out_and_who_began_too_late_is_not():
    assert find_kept_out(settling(mix1=STILL_OPEN, mix2=NOT_WARM)) == {1}


def test_where_one_order_is_left_there_is_something_to_tell():
    of = settling(mix1=STILL_OPEN)

    assert find_reason(MIXES, PAIR, of, find_kept_out(of)) is None


def test_where_no_order_is_left_that_is_the_reason():
    of = settling(mix1=STILL_OPEN, mix2=BACKLOG_GROWS)

    reason = find_reason(MIXES, PAIR, of, find_kept_out(of))
    assert reason == "every order of moving the conditions leads through a mix that does not settle"


def test_a_design_that_is_overwhelmed_is_not_taken_apart():
    of = settling(mix3=BACKLOG_GROWS)

    reason = find_reason(MIXES, PAIR, of, find_kept_out(of))
    assert reason == "absorbing does not settle: its backlog grows for as long as one looks"


def test_what_a_mix_that_is_kept_out_lacks_is_no_reason():
    values = np.array([[1.0, np.nan, 2.0, 3.0]] * 2)
    samples = {"days": Sample(values, np.where(np.isnan(values), "no need was met", None))}

    assert find_left_out(samples, frozenset({1})) == {}
    assert find_left_out(samples, frozenset({2})) == {"days": "no need was met (in 2 of 6 runs)"}
