"""The walk, one rule after the other, where it can be told beforehand what is to be expected."""

import numpy as np
import pytest

from tests.theory.bench import plain_design, plain_service
from tests.unit.dynamics.expected.counting import follow

VARIETY = 0.8
PRICE = "plain.inspection.certificate_price=100"
LATE = ("plain.targets.days=5", "plain.targets.hold_days=9", "plain.targets.premature=0.4")
"""All cases are past due as their work is taken up."""


def follow_plain(*changes, functions=1, has_front=False):
    scenario = plain_service(
        f"staff.total={functions + has_front}",
        f"demand.variety={VARIETY}",
        *changes,
        plain=plain_design(functions, has_front),
    )
    return follow(scenario, "plain")


def add_up(tally, name):
    return tally.of(name).sum()


def test_the_front_office_settles_what_has_no_particulars_and_its_last_answer():
    changes = ("plain.centralisation.front_settles=0.5", "demand.ready=0.3", "demand.ready_days=2")
    settled = add_up(follow_plain(*changes, has_front=True), "settled")

    assert settled == pytest.approx(np.exp(-VARIETY) * 0.5 * 0.7, rel=1e-3)


def test_held_work_has_its_gain_at_the_function_for_which_it_was_held():
    held = ("plain.targets.hold_days=2", "plain.targets.planned_gain=0.1", "demand.variety=0")
    content_s = follow_plain(*held, functions=2).of("content_s")[0]

    assert content_s == pytest.approx([27, 30], rel=1e-3)


def test_who_has_learned_the_day_of_the_certificate_needs_none():
    control = ("plain.inspection.share=0.5", "plain.inspection.certificate_day=5", PRICE)
    spell = ("demand.spell_days=10", "demand.dishonest=0.2", "plain.inspection.learned=0.6")
    certificates = add_up(follow_plain(*control, *spell), "certificates")

    assert certificates == pytest.approx(0.5 * np.exp(-0.5) * (1 - 0.2 * 0.6), rel=1e-3)


def test_closing_some_early_takes_nothing_from_those_who_are_decided():
    tally = follow_plain(*LATE, "demand.give_up=1", "demand.resumes=0")

    assert add_up(tally, "early") == pytest.approx(0.4, rel=1e-3)
    assert add_up(tally, "met") == pytest.approx(0.6, rel=1e-3)


def test_content_of_who_was_closed_early_is_done_later():
    content_s = add_up(follow_plain(*LATE, "demand.variety=0"), "content_s")

    assert content_s == pytest.approx(60, rel=1e-3)


def test_news_that_comes_while_work_is_held_is_not_waited_for():
    news = ("demand.ready=0.9", "demand.ready_days=4", "demand.variety=0")
    held = add_up(follow_plain(*news, "plain.targets.hold_days=6"), "parks")

    assert add_up(follow_plain(*news), "parks") == pytest.approx(0.9)
    assert held == pytest.approx(0.9 * np.exp(-6 / 4))


def test_a_case_goes_back_and_comes_forward_with_its_content_worked_once():
    tally = follow_plain("plain.functions.goes_back=0.2", "demand.variety=0", functions=2)

    often = sum(0.2**times for times in range(4))  # three times at most
    assert tally.of("jobs")[0] == pytest.approx([often, often], rel=1e-4)
    assert add_up(tally, "content_s") == pytest.approx(60, rel=1e-3)


def test_who_always_sends_back_ends_it_all_the_same():
    tally = follow_plain("plain.functions.goes_back=1", "demand.variety=0", functions=2)

    assert tally.of("jobs")[0] == pytest.approx([4, 4], rel=1e-4)


def test_letters_are_those_that_are_not_answered_at_once():
    changes = ("plain.purpose.notice=1", "plain.digital.asks_in_dialogue=0.5", "demand.reach=0.8")
    tally = follow_plain(*changes, "plain.digital.capture_form=0.4")

    asked = 1 - np.exp(-VARIETY * 0.6)
    assert add_up(tally, "asks") == pytest.approx(asked, rel=1e-3)
    assert add_up(tally, "letters") == pytest.approx(asked * 0.6, rel=1e-3)


def test_nothing_is_done_again_where_only_content_is_left():
    capped = ("plain.budget.cap_minutes=0.5", "demand.rework_share=0.5", "demand.variety=0")
    tally = follow_plain(*capped)

    assert add_up(tally, "rework_s") == 0
    assert add_up(tally, "content_s") == pytest.approx(60, rel=1e-3)


def test_what_is_done_is_done_again_in_part_where_a_particular_is_unmet():
    tally = follow_plain("plain.standards.absorb=0.5", "demand.rework_share=0.3")

    begins, rework_s = tally.of("begins")[1, 0], tally.of("rework_s")[1, 0]
    assert begins == pytest.approx(1 - np.exp(-VARIETY * 0.5), rel=1e-3)
    assert rework_s == pytest.approx(begins * 0.3 * 60, rel=1e-3)


def test_what_is_read_again_after_a_certificate_may_be_lost():
    control = ("plain.inspection.share=1", "plain.inspection.certificate_day=0", PRICE)
    changes = ("demand.spell_days=10", "plain.functions.convey=0.6", "staff.total=10")
    met = follow_plain(*control, *changes).of("met")[0, 0]

    assert met == pytest.approx(np.exp(-VARIETY * 0.4 * 0.9), rel=1e-3)
