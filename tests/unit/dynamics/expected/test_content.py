"""Content: worked off as samples of it are, and what is cut, passed on and done again adds up."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.dynamics.expected.content import come_again, draw_content, work_off
from tests.theory.bench import plain_design, plain_service

MINUTES, CV, FUNCTIONS = 60.0, 0.8, 2
SAMPLES = 400_000


def draw(*changes):
    scenario = plain_service(
        f"staff.total={FUNCTIONS}",
        f"demand.need.content_minutes={MINUTES}",
        f"demand.need.content_cv={CV}",
        *changes,
        plain=plain_design(FUNCTIONS),
    )
    blueprint = build_blueprint(scenario, "plain")
    return draw_content(scenario.demand["need"], blueprint), blueprint


def none_of(content):
    return np.zeros_like(content.whole), np.zeros(content.whole.shape[1])


@pytest.mark.parametrize("cap", [20, 45])
def test_a_cap_leaves_of_the_mean_and_of_the_cases_what_it_leaves_of_samples(cap):
    content, blueprint = draw(f"plain.budget.cap_minutes={cap}")
    worked = work_off(content, blueprint)

    samples = np.random.default_rng(1).gamma(CV**-2, MINUTES * 60 * CV**2, SAMPLES) / FUNCTIONS
    assert worked.done_s[0] == pytest.approx(np.minimum(samples, cap * 60).mean(), rel=0.01)
    left = worked.left @ content.weight
    assert left == pytest.approx((samples > cap * 60).mean(), abs=0.006)


@pytest.mark.parametrize("shape", ["gamma", "lognormal"])
def test_new_content_has_its_mean(shape):
    content, _ = draw(f"demand.need.content_shape={shape}")

    assert (content.whole @ content.weight).sum() == pytest.approx(MINUTES * 60)
    assert np.array_equal(content.whole, content.fresh)


def test_what_is_worked_left_and_passed_on_is_the_whole():
    content, blueprint = draw("plain.budget.cap_minutes=20", "plain.budget.passes_on=0.3")
    worked = work_off(content, blueprint)

    then = worked.then
    rest = (then.fresh + then.passed) @ then.weight
    assert worked.done_s + rest == pytest.approx(content.whole @ content.weight)
    assert (then.passed @ then.weight).sum() == pytest.approx(
        0.3 / 0.7 * (then.fresh @ then.weight).sum()
    )


def test_what_is_passed_on_is_not_done_again():
    content, blueprint = draw("plain.budget.cap_minutes=20", "plain.budget.passes_on=1")
    unworked, nobody = none_of(content)
    again = come_again(work_off(content, blueprint), nobody + 1, unworked, nobody + 1, 1.0)

    assert again.again.max() == pytest.approx(20 * 60)
    assert not again.fresh.any()


def test_only_those_of_whom_it_is_said_do_again_what_is_done():
    content, blueprint = draw()
    unworked, nobody = none_of(content)
    rework = np.where(np.arange(len(nobody)) < 50, 0.5, 0.0)
    again = come_again(work_off(content, blueprint), nobody + 1, unworked, rework, 1.0)

    assert again.again[:, :50] == pytest.approx(0.5 * content.whole[:, :50])
    assert not again.again[:, 50:].any()


def test_what_a_function_has_not_worked_on_is_as_fresh_as_before():
    content, blueprint = draw()
    unworked, nobody = none_of(content)
    unworked[1] = 0.25
    again = come_again(work_off(content, blueprint), nobody + 1, unworked, nobody, 1.0)

    assert not again.fresh[0].any()
    assert again.fresh[1] == pytest.approx(0.25 * content.whole[1])


def test_unmet_content_grows_and_so_does_the_whole():
    content, blueprint = draw("plain.budget.cap_minutes=20")
    unworked, nobody = none_of(content)
    worked = work_off(content, blueprint)
    again = come_again(worked, nobody + 1, unworked, nobody, 1.2)

    assert again.fresh.sum() == pytest.approx(1.2 * worked.then.fresh.sum())
    grown = 0.2 * worked.then.fresh.sum()
    assert again.whole.sum() == pytest.approx(content.whole.sum() + grown)


def test_who_comes_back_has_the_content_of_those_who_do():
    content, blueprint = draw()
    unworked, nobody = none_of(content)
    unmet = np.where(np.arange(len(nobody)) < 150, 0.0, 2.0)
    again = come_again(work_off(content, blueprint), unmet, unworked, nobody, 1.0)

    assert again.weight.sum() == pytest.approx(1)
    assert not again.weight[:150].any()


def test_a_cap_holds_for_what_is_done_again_as_well():
    content, blueprint = draw("plain.budget.cap_minutes=20")
    twice = work_off(content._replace(again=content.whole), blueprint)

    assert twice.done_s[0] == pytest.approx(np.minimum(2 * content.whole[0], 1200) @ content.weight)
    assert twice.done_s - twice.again_s == pytest.approx(work_off(content, blueprint).done_s)
