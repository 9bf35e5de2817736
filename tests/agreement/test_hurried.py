"""Effort near due dates, and what is borne of it, is one history in both engines."""

import pytest

from sim.engines import Simulate
from sim.engines.reference import simulate_reference
from tests.agreement.difference import first_difference
from tests.agreement.hurried import FEW, PLENTY, hurried
from tests.agreement.planted_rules import EFFORT


@pytest.mark.parametrize("staff", [PLENTY, FEW])
def test_both_engines_make_and_bear_an_effort_alike(fast: Simulate, staff: int) -> None:
    play = hurried(0, staff)
    difference = first_difference(play.run(simulate_reference), play.run(fast))
    assert difference is None, f"\none is the reference, other the fast engine: {difference}"


@pytest.mark.parametrize("name", EFFORT)
def test_another_effort_is_found(name: str) -> None:
    plays = hurried(0, PLENTY), hurried(0, FEW)
    right = [play.run(simulate_reference) for play in plays]
    with pytest.MonkeyPatch.context() as patch:
        EFFORT[name](patch)
        wrong = [play.run(simulate_reference) for play in plays]
    assert any(map(first_difference, right, wrong))
