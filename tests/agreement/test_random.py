"""Random services have one history, event for event, whichever engine tells it."""

from collections import Counter

import pytest
from hypothesis import given

from sim.engines import Simulate
from sim.engines.reference import simulate_reference
from tests.agreement.difference import first_difference
from tests.agreement.examples import EXAMPLES
from tests.agreement.scenarios import Play, plays
from tests.agreement.seen import EXPECTED, in_log, noting

OFTEN_ENOUGH = 3


@pytest.mark.long
def test_engines_agree_on_random_services_in_which_everything_happens(fast: Simulate) -> None:
    seen: Counter[str] = Counter()

    @EXAMPLES
    @given(plays())
    def agree(play: Play) -> None:
        here: Counter[str] = Counter()
        with noting(here):
            expected = play.run(simulate_reference)
        seen.update({*here, *in_log(expected)})
        difference = first_difference(expected, play.run(fast))
        assert difference is None, f"\none is the reference, other the fast engine: {difference}"

    agree()
    assert {word: seen[word] for word in EXPECTED if seen[word] < OFTEN_ENOUGH} == {}
