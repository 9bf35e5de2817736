"""The search over services: what moves, who judges, and who has no say."""

import numpy as np
import pytest

from sim.analysis.calibration.search import spread_shares
from sim.analysis.calibration.sharing import Part
from sim.analysis.calibration.together import Search
from sim.analysis.calibration.trial import Free, Tried
from tests.builders import build_scenario

BEST = 0.7
"""Where every quantity fits, in every service."""
SHARED = (Free("shared", 0.1, 0.0, 1.0), Free("ours", 0.1, 0.0, 1.0))


def build_part(name: str, own: int, shared: int) -> Part:
    small = build_scenario()
    named = small.model_copy(update={"service": small.service.model_copy(update={"name": name})})
    of_its_own = tuple(Free(f"own.{nth}", 0.1, 0.0, 1.0) for nth in range(own))
    return Part(named, of_its_own, SHARED[:shared])


PARTS = (build_part("one", 2, 2), build_part("other", 0, 1))


def try_all(trials):
    """A service's misfits: how far the quantities that it has are from where they fit."""
    return [
        Tried(
            (*trial.own, *trial.values),
            (),
            tuple(value - BEST for value in (*trial.own, *trial.values[: len(trial.part.shared)])),
        )
        for trial in trials
    ]


def build_search(seed: int = 1) -> Search:
    return Search(SHARED, PARTS, try_all, np.random.default_rng(seed))


def losses(members, name):
    return [member.tried[name].bounded_loss for member in members]


@pytest.fixture(name="search")
def begin_search():
    return build_search()


def test_candidates_are_spread_over_every_range(search):
    members = search.begin(10, spread_shares)

    assert sorted(member.shared[0] for member in members) == pytest.approx(np.arange(0.05, 1, 0.1))
    assert {len(member.own["one"]) for member in members} == {2}
    assert {len(member.own["other"]) for member in members} == {0}


def test_where_everything_moves_nobody_gets_worse_in_the_sum(search):
    before = search.begin(10, spread_shares)
    after = search.move_together(before)

    sums = [[member.loss_in(search.names) for member in members] for members in (before, after)]
    assert all(new <= old for old, new in zip(*sums, strict=True))
    assert sums[0] != sums[1]


def test_where_own_quantities_move_shared_ones_and_other_services_stay(search):
    before = search.begin(10, spread_shares)
    after = search.move_own(before)

    assert losses(after, "other") == losses(before, "other")
    assert all(np.array_equal(a.shared, b.shared) for a, b in zip(after, before, strict=True))
    assert all(
        new <= old for old, new in zip(losses(before, "one"), losses(after, "one"), strict=True)
    )
    assert losses(after, "one") != losses(before, "one")


def test_what_fits_is_found(search):
    members = search.begin(16, spread_shares)
    for _ in range(25):
        members = search.move_own(search.move_together(members))
    best = min(members, key=lambda member: member.loss_in(search.names))

    assert best.shared == pytest.approx(BEST, abs=0.05)
    assert best.own["one"] == pytest.approx(BEST, abs=0.1)


def test_no_move_leaves_a_range(search):
    members = search.begin(6, spread_shares)
    for _ in range(10):
        members = search.move_together(members)
        shares = np.array([[*member.shared, *member.own["one"]] for member in members])
        assert ((shares >= 0) & (shares <= 1)).all()


def test_a_service_that_is_left_out_is_not_tried():
    tried = []

    def note(trials):
        tried.extend(trial.part.name for trial in trials)
        return try_all(trials)

    search = Search(SHARED, PARTS, note, np.random.default_rng(1))
    members = search.begin(6, spread_shares)
    tried.clear()
    others = search.without("one")
    others.move_own(others.move_together(members))

    assert set(tried) == {"other"}
    assert others.takes(SHARED[0])
    assert not others.takes(SHARED[1])
    assert search.only("one").names == ["one"]


def test_the_same_seed_moves_the_same():
    one, other = (build_search(3) for _ in range(2))
    moved = [search.move_together(search.begin(8, spread_shares)) for search in (one, other)]

    assert losses(moved[0], "one") == losses(moved[1], "one")
