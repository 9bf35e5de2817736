"""How many staff are at work, how busy they are, and whom cases meet of them."""

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected.coefficients import Real
from sim.dynamics.expected.faces import Faces, meet_faces
from sim.dynamics.expected.tally import Tally
from sim.scenario import Demand

MOST_LEARN = 0.9


def count_staff(blueprint: Blueprint) -> tuple[Real, float]:
    """Return how many work in each pool of a team on an open day, and the chance that one does.

    A temp who covers for somebody is another person.
    """
    layout, roster, calendar = blueprint.layout, blueprint.roster, blueprint.calendar
    pools = layout.has_front + layout.functions
    placed = np.bincount(layout.worker_pool[: roster.employed] % pools, minlength=pools)
    covered = 1 - roster.absence * (1 - roster.cover * (roster.temps > 0))
    on_roster = min(roster.days_on / calendar.days_per_week, 1.0)
    learning = min(roster.turnover * blueprint.work.training_days, MOST_LEARN)
    present = on_roster * (1 - roster.absence) * roster.share_of_time
    manned = on_roster * covered * roster.share_of_time * _share_of_day(blueprint)
    return placed / layout.teams * manned * (1 - learning), present


def _share_of_day(blueprint: Blueprint) -> float:
    """Return which part of the open day a mean shift is: over the day, staff are spread evenly."""
    roster, shift = blueprint.roster, blueprint.roster.pattern
    hours = (roster.shift_end_s - roster.shift_start_s)[shift]
    return float(hours.mean()) / blueprint.calendar.day_s


def meet_staff(blueprint: Blueprint, demands: list[Demand], busy: Real) -> tuple[Faces, ...]:
    """Return how cases meet the staff of each function, who are so busy."""
    staff, present = count_staff(blueprint)
    gap_days = float(np.mean([demand.return_days.value for demand in demands]))
    own = staff[blueprint.layout.has_front :]
    return tuple(
        meet_faces(blueprint, float(count), present, float(rho), gap_days)
        for count, rho in zip(own, busy, strict=True)
    )


def load_staff(blueprint: Blueprint, tally: Tally, arrivals: float) -> Real:
    """Return how busy the staff of each function are with so many arrivals a day."""
    seconds = (tally.of("content_s") + tally.of("other_s")).sum(axis=0)
    seconds[-1] += tally.of("decide_s").sum() + tally.of("exception_s").sum()
    calendar, layout = blueprint.calendar, blueprint.layout
    staff, _ = count_staff(blueprint)
    have = staff[layout.has_front :] * layout.teams * calendar.day_s
    return np.asarray(np.minimum(seconds * arrivals / have, 1.0), np.float64)
