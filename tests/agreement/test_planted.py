"""The random services are trusted because they find planted errors, each of them.

One is tried first that has found the error before, see `found.py`; only if it does not any more,
all the others.
"""

from functools import cache
from hashlib import sha256

import numpy as np
import pytest

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
from tests.agreement.found import PLANTED, search
from tests.agreement.scenarios import Play, play_of

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
ENOUGH = 2_000
"""Services: the rarest of the errors shows in about one of 700."""


def tell(play: Play) -> bytes:
    """The history of a play, as a digest."""
    return sha256(np.stack(play.run(simulate_reference)).tobytes()).digest()


@cache
def tell_right(number: int) -> bytes:
    """The history without an error, told once: the same services are tried for each error."""
    return tell(play_of(number))


def tell_wrong(name: str, number: int) -> bytes:
    """The history with a planted error."""
    with pytest.MonkeyPatch.context() as patch:
        PLANTS[name](patch)
        return tell(play_of(number))


def find_service(name: str) -> int | None:
    """Return the number of a service that finds an error; `None` if none does."""
    numbers = search(range(ENOUGH), PLANTED.get(name, 0))
    return next((n for n in numbers if tell_right(n) != tell_wrong(name, n)), None)


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_error_is_found(name: str) -> None:
    number = find_service(name)
    print(f"{name}: found by {number}")
    assert number is not None


def test_what_has_found_an_error_is_of_errors_that_there_are() -> None:
    assert set(PLANTED) <= set(PLANTS)
    assert set(PLANTED.values()) <= set(range(ENOUGH))
