"""Which persons are machines: by their names, or because nobody could work so."""

import re

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, SECOND_US, CaseLog
from sim.own.guessing.activities import LONGEST, RoleGuess
from sim.own.guessing.vocabulary import normalise
from sim.own.times import find_local

NAMES = re.compile(
    r"\b(?:system\w{0,3}|batch\w*|robot\w*|rpa|bot|automat\w*|svc|cron|scheduler|daemon|maskin\w*"
    r"|service account|servicekonto|integration\w*|workflow|siebel|noreply)\d*\b"
)
"""Names of users that are programs."""
MOST_MACHINES = 0.1
"""Share of the persons that may be machines by their hours."""
LEAST_STEPS = 200
"""Steps of a person from which their hours tell something."""
REST_HOURS, REST_SHARE = 7, 0.15
"""Hours in which a human rests, and the share of all steps in the quietest such stretch from which
nobody does; of one who works at all hours it is 0.29."""
LONG_DAY_H, LONG_SHARE, FULL_DAY = 18, 0.4, 10
"""Hours from the first step of a day to its last that no human works, the share of days that are so
long, of those with so many steps or more."""
PER_MINUTE, HASTE_SHARE = 10, 0.5
"""Steps in a minute, and the share of steps in such minutes, of whoever is faster than hands."""


def find_machines(log: CaseLog) -> tuple[RoleGuess, ...]:
    """Find persons that are machines, those with the most steps first.

    Where many seem to work as nobody could, it is the clock of the file that is odd, or a service
    that never closes with names for its posts: then only names tell.
    """
    order = np.argsort(log.person, kind="stable")
    bounds = np.searchsorted(log.person[order], np.arange(len(log.person_names) + 1))
    named, timed = [], []
    for person in np.argsort(-np.diff(bounds), kind="stable").tolist():
        name = log.person_names[person]
        ends_us = log.end_us[order[bounds[person] : bounds[person + 1]]]
        if why := _judge_name(name):
            named.append(RoleGuess("automatic", name, why))
        elif why := _judge_times(ends_us, log.zone):
            timed.append(RoleGuess("automatic", name, why))
    if len(timed) > max(1.0, MOST_MACHINES * len(log.person_names)):
        timed = []
    return (*named, *timed)


def _judge_name(name: str) -> Message | None:
    match = NAMES.search(normalise(name[:LONGEST]))
    return None if match is None else Message('its name ("{word}")', word=match[0])


def _judge_times(ends_us: NDArray[np.int64], zone: str) -> Message | None:
    """Say why no human works so, if none does."""
    steps = len(ends_us)
    if steps < LEAST_STEPS:
        return None
    local = find_local(ends_us, zone)
    if (local % DAY_US == 0).mean() > 0.5:
        return None  # dates tell no hours
    minutes = np.unique(local // (60 * SECOND_US), return_counts=True)[1]
    haste = minutes[minutes >= PER_MINUTE].sum() / steps
    if haste >= HASTE_SHARE:
        return Message(
            "{percent} % of its steps are in minutes with {most} or more of them",
            percent=round(100 * haste),
            most=PER_MINUTE,
        )
    rest = _share_at_rest(local)
    long = _share_long(local)
    if rest >= REST_SHARE and long >= LONG_SHARE:
        return Message(
            "it works around the clock: {percent} % of its steps are in its quietest {hours} hours",
            percent=round(100 * rest),
            hours=REST_HOURS,
        )
    return None


def _share_at_rest(local: NDArray[np.int64]) -> float:
    """Return the share of steps in the quietest hours, whenever these are."""
    hours = np.bincount(local // (3_600 * SECOND_US) % 24, minlength=24) / len(local)
    return min(float(np.roll(hours, -begin)[:REST_HOURS].sum()) for begin in range(24))


def _share_long(local: NDArray[np.int64]) -> float:
    """Return the share of full days that are longer than anybody's."""
    ordered = np.sort(local)
    _, at, steps = np.unique(ordered // DAY_US, return_index=True, return_counts=True)
    hours = (ordered[at + steps - 1] - ordered[at]) / (3_600 * SECOND_US)
    full = steps >= FULL_DAY
    return float((hours[full] >= LONG_DAY_H).mean()) if full.any() else 0.0
