"""Count what each case has: steps, faces, hands, asks, contacts, and days waited for whom."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US, UNKNOWN, Role
from sim.own.estimates.seen import Seen
from sim.own.steps import find_holders
from sim.own.waits import Ender

Real = NDArray[np.float64]
Flags = NDArray[np.bool_]
ANSWER_US = DAY_US // 4
"""Whoever goes on with a case after longer than this had to wait for somebody's answer."""


def count_by_case(seen: Seen) -> dict[str, Real]:
    """Count what each case has. Each array has the shape (cases,).

    Hands change where another person of the staff does the next step of it. A pick-up is a wait
    that another person ends, after somebody had the case. An answer is waited for where the same
    person goes on after more than a quarter of a day, or anybody as long after asking the citizen.
    """
    log, (ender, wait_us) = seen.log, seen.attributed
    holder, role = find_holders(log), log.role[log.activity]
    is_known = seen.is_staff & (log.person != UNKNOWN)
    days = wait_us / DAY_US
    picks = (ender == Ender.ANOTHER) & (holder >= 0)
    answers = _find_answers(seen, role)
    count = _build_counter(seen)
    faces = _count_faces(seen, is_known)
    return {
        "cases": np.ones(log.cases),
        "steps": count(np.ones(len(days), bool)),
        "faces": faces,
        "one_face": (faces == 1).astype(float),
        "hand_overs": count(is_known & (holder >= 0) & (holder != log.person)),
        "asks": count(role == Role.ASK),
        "contacts": count(role == Role.CITIZEN),
        "pick_ups": count(picks),
        "pick_up_days": count(picks, days),
        "pick_up_squares": count(picks, days**2),
        "answered": (count(answers) > 0).astype(float),
        "answer_days": count(answers, days),
    }


def _build_counter(seen: Seen) -> Callable[..., Real]:
    def count(chosen: Flags, amounts: Real | None = None) -> Real:
        weights = None if amounts is None else amounts[chosen]
        of_case = np.bincount(seen.log.case[chosen], weights, minlength=seen.log.cases)
        return of_case.astype(np.float64)

    return count


def _find_answers(seen: Seen, role: NDArray[np.int8]) -> Flags:
    ender, wait_us = seen.attributed
    follows_ask = np.append(False, role[:-1] == Role.ASK)
    is_answer = (ender == Ender.SAME) | ((ender == Ender.CITIZEN) & follows_ask)
    return np.asarray(is_answer & (wait_us > ANSWER_US))


def _count_faces(seen: Seen, is_known: Flags) -> Real:
    """Count the different persons of the staff that each case meets."""
    persons = len(seen.log.person_names)
    met = seen.log.case[is_known].astype(np.int64) * persons + seen.log.person[is_known]
    faces = np.unique(met) // max(persons, 1)
    return np.bincount(faces, minlength=seen.log.cases).astype(np.float64)
