"""Standards under pressure are one history to the millionth."""

import pytest

from sim.engines import Simulate
from sim.engines.reference import simulate_reference
from tests.agreement.difference import first_difference
from tests.agreement.planted_staff import EROSION
from tests.agreement.pressed import pressed

SEEDS = (0, 1, 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_engines_erode_and_recover_alike(fast: Simulate, seed: int) -> None:
    play = pressed(seed)
    difference = first_difference(play.run(simulate_reference), play.run(fast))
    assert difference is None, f"\none is the reference, other the fast engine: {difference}"


@pytest.mark.parametrize("name", EROSION)
def test_another_rounding_is_found(name: str) -> None:
    play = pressed(SEEDS[0])
    right = play.run(simulate_reference)
    with pytest.MonkeyPatch.context() as patch:
        EROSION[name](patch)
        wrong = play.run(simulate_reference)
    assert first_difference(right, wrong)
