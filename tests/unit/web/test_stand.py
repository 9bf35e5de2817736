"""How a service stands in a session where its changes cannot all be made."""

import pytest

from sim.errors import ScenarioError
from sim.web.session import stand


class Filed:
    """A scenario that takes no more than some changes, and counts how often it was asked."""

    origin = None

    def __init__(self, takes):
        self.takes, self.asked = takes, 0

    def changed(self, *changes):
        self.asked += 1
        if len(changes) > self.takes:
            raise ScenarioError("a", ["no"])
        return changes


@pytest.mark.parametrize(("count", "takes", "kept"), [(3, 3, 3), (3, 2, 2), (200, 198, 198)])
def test_the_latest_changes_are_left_out_where_they_cannot_be_made(monkeypatch, count, takes, kept):
    filed = Filed(takes)
    stand._change_filed.cache_clear()
    monkeypatch.setattr(stand, "load_filed", lambda service: filed)
    monkeypatch.setattr(stand, "changes_of", lambda service: {f"k{n}": "1" for n in range(count)})

    found = stand.find_stand("a")

    assert len(found.scenario) == kept
    assert (found.problem is None) == (count == kept)


def test_a_link_with_many_changes_of_which_none_can_be_made_takes_few_tries(monkeypatch):
    filed = Filed(0)
    stand._change_filed.cache_clear()
    monkeypatch.setattr(stand, "load_filed", lambda service: filed)
    monkeypatch.setattr(stand, "changes_of", lambda service: {f"k{n}": "1" for n in range(200)})

    found = stand.find_stand("a")

    assert found.scenario is filed
    assert isinstance(found.problem, ScenarioError)
    assert filed.asked <= stand.MOST_TRIES
