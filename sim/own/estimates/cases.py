"""Figures of a case: steps, faces, hands, asks, contacts, and what it waits for.

All are means of finished cases, weighed for those that are still open (`weights`). Their 95 %
intervals take in that cases of the same weeks are alike (`sim.own.resampling.find_errors`); that of
a share is Jeffreys' (Brown, Cai & DasGupta 2001, *Statistical Science* 16, 101-133), of as many
cases fewer.
"""

from collections.abc import Mapping
from math import inf, nan, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import special

from sim.message import Message
from sim.own.caselog import Role
from sim.own.estimate import Estimate
from sim.own.estimates.counting import count_by_case
from sim.own.estimates.seen import Seen, say_nothing
from sim.own.estimates.weights import find_influence, weigh_cases
from sim.own.resampling import TAILS, find_design_effects, find_ends_of_mean, find_errors

Real = NDArray[np.float64]
Sums = Mapping[str, float]
LEAST_CASES = 20
"""Finished cases, or waits, below which nothing is said."""
RATIOS = {
    "steps_per_case": ("steps", "cases"),
    "faces_per_case": ("faces", "cases"),
    "hand_overs_per_case": ("hand_overs", "cases"),
    "asks_per_case": ("asks", "cases"),
    "contacts_per_case": ("contacts", "cases"),
    "pick_up_days": ("pick_up_days", "pick_ups"),
    "ready_days": ("answer_days", "answered"),
}
"""What is summed up over what."""
SHARES = {"one_face_share": "one_face", "ready": "answered"}
"""Of which cases a share is."""
CV, SQUARES = "pick_up_cv", "pick_up_squares"
MOST_FROM_ONE = 0.03
"""From a larger part of the squares of all waits in one case on, the longest waits are too few to
tell how long they get. With this bound 90 to 99 % of intervals hold a lognormal's, as drawn."""
NAMES = (*RATIOS, *SHARES, CV)
OF_PERSONS = frozenset(
    (
        "faces_per_case",
        "one_face_share",
        "hand_overs_per_case",
        "pick_up_days",
        CV,
        "ready",
        "ready_days",
    )
)
"""What cannot be said without persons."""
ROLES = {
    "asks_per_case": (Role.ASK, Message("no activity is mapped as one that asks the citizen")),
    "contacts_per_case": (Role.CITIZEN, Message("no activity is mapped as one of the citizen's")),
}
"""What cannot be said unless some activity has a role."""


def find_case_figures(seen: Seen) -> list[Estimate]:
    """Estimate what a case has, and what it waits for."""
    weights = weigh_cases(seen.followed, seen.is_chosen)
    counts = count_by_case(seen)
    is_counted = weights > 0
    sums = {name: float(weights @ part) for name, part in counts.items()}
    seen_of = {name: int((part[is_counted] > 0).sum()) for name, part in counts.items()}
    seen_of["pick_ups"] = int(counts["pick_ups"][is_counted].sum())
    cases = int(is_counted.sum())
    why = {name: _why_not(name, seen, seen_of) for name in NAMES}
    told = [say_nothing(name, cases, reason) for name, reason in why.items() if reason]
    known = [name for name in NAMES if why[name] is None]
    if not known:
        return told
    rest = np.column_stack([_find_rest(name, counts, sums) for name in known])
    influence = find_influence(seen.followed, seen.is_chosen, rest)
    errors, effects = find_errors(influence), find_design_effects(influence)
    effective = float(weights.sum() ** 2 / (weights @ weights))
    for name, error, effect in zip(known, errors.tolist(), effects.tolist(), strict=True):
        observed = seen_of[_whole_of(name)]
        if name in SHARES:
            told.append(_find_share(name, sums, effective / effect, observed))
            continue
        value = _find(name, sums)
        ends = find_ends_of_mean(value, error / value if value else 0.0, observed)
        found = Estimate(name, value, *ends, observed)
        told.append(_bound(found, weights * counts[SQUARES]) if name == CV else found)
    return told


def _bound(found: Estimate, squares: Real) -> Estimate:
    """Say that a coefficient of variation has no upper end, if much of it is from one case."""
    part = float(squares.max() / squares.sum()) if squares.any() else 0.0
    if part <= MOST_FROM_ONE:
        return found
    why = Message(
        "{share}% of the variance is from one case: how large it may be cannot be told",
        share=round(100 * part),
    )
    return found._replace(high=inf, why_not=why)


def _whole_of(name: str) -> str:
    """Return what a figure is estimated on."""
    return "pick_ups" if name == CV else "cases" if name in SHARES else RATIOS[name][1]


def _why_not(name: str, seen: Seen, seen_of: Mapping[str, int]) -> Message | None:
    """Say why a figure cannot be told, if so."""
    if name in ROLES and not np.any(seen.log.role == ROLES[name][0]):
        return ROLES[name][1]
    if name in OF_PERSONS and (why := seen.why_no_persons()) is not None:
        return why
    whole = _whole_of(name)
    if seen_of[whole] >= LEAST_CASES:
        return None
    few = {"n": seen_of[whole], "least": LEAST_CASES}
    if seen_of["cases"] < LEAST_CASES:
        return Message(
            "{n} cases are finished, fewer than {least}", **few | {"n": seen_of["cases"]}
        )
    if whole == "pick_ups":
        return Message("{n} waits are ended by another person, fewer than {least}", **few)
    return Message("{n} cases wait for an answer, fewer than {least}", **few)


def _find(name: str, sums: Sums) -> float:
    if name == CV:
        if not sums["pick_up_days"]:
            return nan
        mean, square = (sums[part] / sums["pick_ups"] for part in ("pick_up_days", SQUARES))
        return sqrt(max(square - mean**2, 0)) / mean
    part, whole = _parts_of(name)
    return sums[part] / sums[whole]


def _parts_of(name: str) -> tuple[str, str]:
    return RATIOS[name] if name in RATIOS else (SHARES[name], "cases")


def _find_rest(name: str, counts: Mapping[str, Real], sums: Sums) -> Real:
    """Find how each case moves a figure, to the first order. Shape (cases,)."""
    if name != CV:
        part, whole = _parts_of(name)
        return (counts[part] - _find(name, sums) * counts[whole]) / sums[whole]
    cv = _find(name, sums)
    if not cv > 0:
        return np.zeros(len(counts["cases"]))
    waits, mean = sums["pick_ups"], sums["pick_up_days"] / sums["pick_ups"]
    off = counts["pick_up_days"] - mean * counts["pick_ups"]
    squares = counts[SQUARES] - 2 * mean * counts["pick_up_days"] + mean**2 * counts["pick_ups"]
    variance = (cv * mean) ** 2
    return cv * ((squares / variance - counts["pick_ups"]) / 2 - off / mean) / waits


def _find_share(name: str, sums: Sums, effective: float, observed: int) -> Estimate:
    """Estimate a share; cases that are weighed, or alike, are worth fewer than there are."""
    share = sums[SHARES[name]] / sums["cases"]
    yes = share * effective
    low, high = special.betaincinv(yes + 0.5, effective - yes + 0.5, TAILS)
    low, high = (0.0 if yes == 0 else float(low)), (1.0 if yes == effective else float(high))
    return Estimate(name, share, low, high, observed)
