"""What pressure leaves undone: some jobs half done, as many as it asks, and smoothly so."""

import pytest

from sim.engines.reference.rules.content import allowed_s
from sim.units import MILLION
from tests.unit.engines.reference.worlds import job, world_of

CONTENT_S, JOBS = 1_000, 4_000


def allowed(standard_ppm: int, *changes: str) -> list[int]:
    """Content allowed of each of many jobs under a standard held."""
    world = world_of(*changes, citizens=JOBS)
    world.pools[0].standard_ppm = standard_ppm
    return [allowed_s(world, job(case), CONTENT_S) for case in world.cases]


def test_a_standard_a_hair_below_the_whole_cuts_hardly_a_job() -> None:
    cut = [s for s in allowed(MILLION - 1) if s < CONTENT_S]
    # expected 4000 x 2e-6; with Poisson more than 2 has a chance below 1e-7
    assert len(cut) <= 2


@pytest.mark.parametrize("standard", [0.95, 0.8, 0.6])
def test_jobs_that_are_cut_are_half_done_and_the_mean_is_what_is_asked(standard: float) -> None:
    got = allowed(round(standard * MILLION))
    assert set(got) == {CONTENT_S, CONTENT_S // 2}
    # standard error of the mean at most 500 x 0.5 / sqrt(4000) = 4; error rate about 6e-5 each
    assert sum(got) / JOBS == pytest.approx(standard * CONTENT_S, abs=4 * 4)


def test_where_half_is_not_enough_each_job_gives_as_much() -> None:
    assert set(allowed(300_000)) == {300}


def test_a_cap_holds_besides() -> None:
    assert max(allowed(MILLION, "plain.budget.cap_minutes=5")) == 300
