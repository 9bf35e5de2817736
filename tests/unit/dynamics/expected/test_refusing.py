"""Refused forms: one letter, one answer, a contact each way; no case is lost or added."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.dynamics.expected import find_coefficients
from tests.theory.bench import plain_design, plain_service
from tests.unit.dynamics.expected.counting import assert_agrees, compare, follow

VARIETY, CAPTURE, FORMS, REFUSES = 2.0, 0.6, 0.7, 0.8
REFUSED = FORMS * REFUSES * (1 - np.exp(-VARIETY * (1 - CAPTURE)))


def build(has_front, *changes):
    return plain_service(
        "staff.total=10",
        f"demand.variety={VARIETY}",
        f"plain.digital.form_share={FORMS}",
        f"plain.digital.refuses_incomplete={REFUSES}",
        f"plain.digital.capture_form={CAPTURE}",
        *changes,
        plain=plain_design(1, has_front),
    )


def add_up(tally, name):
    return tally.of(name)[0, 0]


@pytest.mark.parametrize("has_front", [False, True])
def test_each_costs_a_letter_and_a_contact_at_the_first_function(has_front):
    tally = follow(build(has_front), "plain")

    for name in ("refused", "letters", "asks"):
        assert add_up(tally, name) == pytest.approx(REFUSED, rel=1e-3)
    assert add_up(tally, "jobs") == pytest.approx(1 + REFUSED, rel=1e-3)


@pytest.mark.parametrize("has_front", [False, True])
def test_as_many_are_closed_as_have_come(has_front):
    tally = follow(build(has_front), "plain")

    assert add_up(tally, "begins") == pytest.approx(1, rel=1e-4)
    assert add_up(tally, "closes") == pytest.approx(1, rel=1e-4)


def test_who_was_refused_has_nothing_missing():
    everybody = build(False, "plain.digital.refuses_incomplete=1", "plain.digital.form_share=1")

    coefficients = find_coefficients(everybody, build_blueprint(everybody, "plain"))
    assert coefficients.met[0] == pytest.approx(1, rel=1e-4)


@pytest.mark.parametrize(("has_front", "where"), [(False, "other_s"), (True, "front_s")])
def test_it_takes_the_time_to_ask_and_to_take_the_answer_in(has_front, where):
    minutes = ("plain.digital.ask_minutes=4", "plain.digital.form_minutes=3")
    free, paid = (follow(build(has_front, *changes), "plain") for changes in ((), minutes))

    asking = add_up(paid, where) - add_up(free, where)
    answers = 0 if where == "other_s" else add_up(paid, "other_s") - add_up(free, "other_s")
    forms = FORMS * 180
    assert asking + answers == pytest.approx(forms + REFUSED * (240 + 180), rel=1e-3)


REFUSING = (
    "functionalised.digital.refuses_incomplete=0.8",
    "functionalised.digital.capture_form=0.4",
)


@pytest.mark.parametrize("name", ["refused", "letters", "asks", "jobs 1", "attempts"])
def test_it_is_as_an_engine_has_it(name):
    expected, counted = compare("childcare-placement", "functionalised", *REFUSING)

    assert_agrees(expected[name], counted[name], bound=0.01)


def test_a_front_office_refuses_in_a_job_that_is_counted_at_the_first_function():
    expected, counted = compare("childcare-placement", "functionalised", *REFUSING)

    jobs = expected["jobs 0"] - expected["refused"]
    assert_agrees(jobs, counted["jobs 0"], bound=0.01)
