"""The random services are trusted because they find planted errors, each of them."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from sim.engines.reference import simulate_reference
from tests.agreement import planted_order, planted_rules
from tests.agreement.difference import first_difference
from tests.agreement.scenarios import Play, plays

PLANTS = planted_order.PLANTS | planted_rules.PLANTS
ENOUGH = settings(
    max_examples=1_000,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Without shrinking: an error is found, and that is all that is asked."""


class FoundError(Exception):
    """The histories differ."""


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_error_is_found(name: str) -> None:
    @ENOUGH
    @given(plays())
    def agree(play: Play) -> None:
        right = play.run(simulate_reference)
        with pytest.MonkeyPatch.context() as patch:
            PLANTS[name](patch)
            wrong = play.run(simulate_reference)
        if first_difference(right, wrong):
            raise FoundError

    with pytest.raises(FoundError):
        agree()
