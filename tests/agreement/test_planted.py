"""The random services are trusted because they find planted errors, each of them."""

from hashlib import sha256

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from sim.engines.reference import simulate_reference
from tests.agreement import (
    planted_calendar,
    planted_clients,
    planted_order,
    planted_rules,
    planted_staff,
    planted_targets,
    planted_waits,
)
from tests.agreement.scenarios import Play, plays

MODULES = (
    planted_calendar,
    planted_order,
    planted_rules,
    planted_staff,
    planted_targets,
    planted_waits,
    planted_clients,
)
PLANTS = {name: plant for module in MODULES for name, plant in module.PLANTS.items()}
ENOUGH = settings(
    max_examples=1_000,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Without shrinking: an error is found, and that is all that is asked."""


RIGHT: dict[str, bytes] = {}
"""The histories told without an error, as digests: the same services are tried for each error."""


class FoundError(Exception):
    """The histories differ."""


def tell(play: Play) -> bytes:
    """The history of a play, as a digest."""
    return sha256(np.stack(play.run(simulate_reference)).tobytes()).digest()


def tell_right(play: Play) -> bytes:
    """The same without an error, told once."""
    words = repr(play)
    if words not in RIGHT:
        RIGHT[words] = tell(play)
    return RIGHT[words]


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_error_is_found(name: str) -> None:
    @ENOUGH
    @given(plays())
    def agree(play: Play) -> None:
        right = tell_right(play)
        with pytest.MonkeyPatch.context() as patch:
            PLANTS[name](patch)
            wrong = tell(play)
        if right != wrong:
            raise FoundError

    with pytest.raises(FoundError):
        agree()
