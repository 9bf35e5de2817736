"""Faces: whether the next hand knows a case, against hands drawn one by one."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.dynamics.expected.faces import Faces, meet_faces
from tests.theory.bench import plain_service

STAFF, SAMPLES = 5, 40_000


def know_sampled(met, present, free, known_face):
    """The share of cases known by their next hand: one who is there and free, else by lot."""
    rng = np.random.default_rng(7)
    had = rng.integers(0, STAFF, (SAMPLES, met))
    is_by_lot = (had == rng.integers(0, STAFF, (SAMPLES, 1))).any(axis=1)
    is_there = (rng.random((SAMPLES, met)) < present * free).any(axis=1)
    return np.where(rng.random(SAMPLES) < known_face, is_there | is_by_lot, is_by_lot).mean()


@pytest.mark.parametrize("known_face", [0.0, 0.6, 1.0])
@pytest.mark.parametrize("met", [0, 1, 3])
def test_the_next_hand_knows_a_case_as_often_as_sampled(met, known_face):
    faces = Faces(0.9, STAFF, 0.5, known_face, 1.0)

    sampled = know_sampled(met, 0.9, 0.5, known_face)
    assert faces.know(met) == pytest.approx(sampled, abs=0.012)


def test_nobody_knows_a_case_that_nobody_has_had():
    assert Faces(1.0, 1.0, 1.0, 1.0, 1.0).know(0) == 0


def test_one_alone_knows_all_cases_that_came_before():
    assert Faces(1.0, 1.0, 0.0, 0.0, 1.0).know(1) == 1


def test_who_forgets_knows_less():
    keeps, forgets = Faces(1.0, 4.0, 0.5, 1.0, 1.0), Faces(1.0, 4.0, 0.5, 1.0, 0.75)

    assert forgets.know(2) == pytest.approx(0.75 * keeps.know(2))
    assert forgets.own() == pytest.approx(0.75 * keeps.own())


def test_a_case_lies_with_who_had_it_where_a_known_face_is_asked_for_and_there():
    assert Faces(0.9, 4.0, 0.2, 0.5, 1.0).own() == pytest.approx(0.45)


def test_memory_is_kept_over_a_gap_as_an_exponential_time_is():
    scenario = plain_service("staff.memory_days=90", "plain.centralisation.known_face=1")
    faces = meet_faces(build_blueprint(scenario, "plain"), 0.4, 0.9, 1.2, 10.0)

    assert faces.kept == pytest.approx(0.9, rel=0.01)
    assert (faces.staff, faces.free, faces.known_face) == (1, 0, 1)
