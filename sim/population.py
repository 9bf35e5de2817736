"""The citizens: who comes when, with which need and which luck. The same for every design.

A need is a base content and a number of particulars. Both are quantiles of keyed draws, so a change
of one number of a scenario leaves everybody's other traits alone, and more variety only ever adds
particulars to the ones a citizen had.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special

from sim.opening_hours import build_calendar
from sim.random import (
    Stream,
    citizen_keys,
    even_table,
    negative_binomial_table,
    poisson_table,
    profile_s,
    uniforms,
)
from sim.random.keyed import key
from sim.scenario import Demand, Scenario
from sim.seasons import factor_arrivals, factor_content
from sim.units import DAY_S, MINUTE_S, MOST_CONTENT_S

NEVER = -1
AT_START = -1
"""The day of arrival of clients who were there before the run began."""
VISITS = "visits"


class Population(NamedTuple):
    """All citizens of one replication, in order of arrival; arrays of shape (citizens,)."""

    key: NDArray[np.uint64]
    """Key of each citizen's luck."""
    demand_type: NDArray[np.int64]
    """Index into the scenario's demand types."""
    arrival_s: NDArray[np.int64]
    """Service time of the first arrival."""
    content_s: NDArray[np.int64]
    """Standard content of the need; for visits of one visit on a mean day."""
    particulars: NDArray[np.int64]
    """Number of particulars; for visits the standing ones."""
    team: NDArray[np.float64]
    """Number in [0, 1) that says which of a design's teams the citizen belongs to."""
    ready_delay_s: NDArray[np.int64]
    """Calendar seconds from arrival until the last answer exists; -1: it does at once."""
    correction_delay_s: NDArray[np.int64]
    """Calendar seconds until a contact from the citizen's own error; -1: none."""
    spell_s: NDArray[np.int64]
    """Calendar seconds of the spell that the claim is about."""
    dishonest: NDArray[np.bool_]
    """Whether the claim is."""
    visits_per_day: NDArray[np.int64]
    """Visits a day; 0 for one-off cases."""
    episode_s: NDArray[np.int64]
    """Calendar seconds that visits go on."""


def draw_citizens(scenario: Scenario, seed: int, replication: int, days: int) -> Population:
    """Draw the citizens who come in so many calendar days of one replication, in every design."""
    parts = [
        _draw_type(scenario, index, key(seed, replication, index), days)
        for index in range(len(scenario.demand))
    ]
    drawn = Population(*(_join(column) for column in zip(*parts, strict=True)))
    order = _order(drawn.arrival_s, drawn.key)
    columns: list[NDArray[Any]] = [column.take(order) for column in drawn]
    for column in columns:
        column.setflags(write=False)
    return Population(*columns)


def _join(of_types: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(of_types) if len(of_types) > 1 else of_types[0]


def _order(arrival_s: NDArray[np.int64], keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the order of arrival, and by key of those who come in one second.

    Clients there from the start come together: by key, so that no type is numbered in a block.
    """
    # Numbers that hold time and place are sorted far faster than places are by time and key.
    bits = len(keys).bit_length()
    order = np.sort((arrival_s << bits) | np.arange(len(keys))) & ((1 << bits) - 1)
    is_next_alike = np.diff(arrival_s.take(order)) == 0
    alike = np.flatnonzero(np.append(is_next_alike, False) | np.append(False, is_next_alike))
    tied = order.take(alike)
    order[alike] = tied.take(np.lexsort((keys.take(tied), arrival_s.take(tied))))
    return order


def _draw_type(scenario: Scenario, index: int, base: int, days: int) -> Population:
    demand, calendar = list(scenario.demand.values())[index], build_calendar(scenario)
    name = list(scenario.demand)[index]
    each_day, counts = _draw_arrivals(scenario, name, base, days)
    day, first = np.repeat((each_day, np.cumsum(counts) - counts), counts, axis=1)
    keys = citizen_keys(base, day, np.arange(len(day), dtype=np.int64) - first)
    factors = np.repeat(factor_content(scenario, name, each_day), counts)
    offset = _draw_times(keys, scenario)
    return Population(
        key=keys,
        demand_type=np.full(len(keys), index, np.int64),
        arrival_s=np.where(day == AT_START, 0, day * calendar.day_s + offset),
        content_s=_draw_content(demand, keys, factors),
        particulars=_draw_number(keys, Stream.PARTICULARS, demand.variety.value),
        team=uniforms(keys, Stream.TEAM),
        ready_delay_s=_sometimes(
            keys, Stream.READY, Stream.READY_DELAY, demand.ready.value, demand.ready_days.value
        ),
        correction_delay_s=_sometimes(
            keys,
            Stream.CORRECTION,
            Stream.CORRECTION_DELAY,
            demand.own_error.value,
            demand.return_days.value,
        ),
        spell_s=_draw_time_s(keys, Stream.SPELL, demand.spell_days.value),
        dishonest=_happens(keys, Stream.DISHONEST, demand.dishonest.value),
        visits_per_day=(
            1 + _draw_number(keys, Stream.VISITS_PER_DAY, demand.visits_per_day.value - 1)
            if demand.kind == VISITS
            else np.zeros(len(keys), np.int64)
        ),
        episode_s=_draw_time_s(keys, Stream.EPISODE, demand.episode_days.value),
    )


def _draw_times(keys: NDArray[np.uint64], scenario: Scenario) -> NDArray[np.int64]:
    """Return the second of the open day at which each citizen comes: by the hours of calls."""
    u, day_s = uniforms(keys, Stream.ARRIVAL_TIME), build_calendar(scenario).day_s
    weights = tuple(weight.value for weight in scenario.calendar.calls_by_hour)
    return profile_s(u, weights, day_s) if weights else (u * day_s).astype(np.int64)


def _draw_arrivals(
    scenario: Scenario, name: str, base: int, days: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the open days on which somebody may come, and how many come on each."""
    demand, calendar = scenario.demand[name], build_calendar(scenario)
    open_days = np.arange(calendar.open_days(days), dtype=np.int64)
    rate, dispersion = demand.arrivals_per_day.value, demand.dispersion.value
    day_keys = citizen_keys(base, open_days, np.full(len(open_days), NEVER, np.int64))
    u, factors = uniforms(day_keys, Stream.ARRIVALS), factor_arrivals(scenario, name, open_days)
    counts = np.zeros(len(open_days), np.int64)
    for factor in np.unique(factors):
        counts[factors == factor] = _dispersed(u[factors == factor], rate * factor, dispersion)
    if demand.kind == VISITS:
        open_share = calendar.open_days_per_week / 7
        at_start = round(rate * demand.episode_days.value * open_share)
        open_days = np.append(AT_START, open_days)
        counts = np.append(at_start, counts)
    return open_days, counts


def _dispersed(u: NDArray[np.float64], mean: float, dispersion: float) -> NDArray[np.int64]:
    """Return negative binomial numbers; Poisson where variance and mean are equal; or more even."""
    if mean == 0 or dispersion == 1:
        return _poisson(u, mean)
    if dispersion < 1:
        return np.searchsorted(even_table(mean, dispersion), u, side="right")
    # Beyond the table, where one draw in a thousand million lies, SciPy searches by itself.
    table = negative_binomial_table(mean, dispersion)
    counts = np.searchsorted(table, u)
    beyond = counts == len(table)
    if beyond.any():
        from scipy import stats  # half a second to import

        counts[beyond] = stats.nbinom.ppf(u[beyond], mean / (dispersion - 1), 1 / dispersion)
    return np.asarray(counts, np.int64)


def _poisson(u: NDArray[np.float64], mean: float) -> NDArray[np.int64]:
    """Return Poisson numbers.

    The table gives what `scipy.stats.poisson.ppf` does, faster: so it did for all of 2.9 million
    draws, at 147 means from 0 to 200.
    """
    return np.searchsorted(poisson_table(mean), u)


ALIKE = 1e-9
"""Relative difference beyond any between two ways of computing a quantile of a content."""
LEAST_CV = 1e-9
"""Less than so much variation is none: it is no second of any content, and its square has no
reciprocal."""


def _draw_content(
    demand: Demand, keys: NDArray[np.uint64], factors: NDArray[np.float64]
) -> NDArray[np.int64]:
    mean, cv = demand.content_minutes.value * MINUTE_S, demand.content_cv.value
    if cv < LEAST_CV:
        return _whole_content_s(mean * factors)
    u = uniforms(keys, Stream.CONTENT)
    if demand.content_shape == "gamma":
        return _draw_gamma(u, cv, mean * cv**2, factors)
    variance = np.log1p(cv**2)
    content = np.exp(np.log(mean) - variance / 2 + np.sqrt(variance) * special.ndtri(u))
    return _whole_content_s(content * factors)


def _draw_gamma(
    u: NDArray[np.float64], cv: float, scale: float, factors: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Return gamma contents (s) of a variation; the scale is the mean times its square."""
    if cv != 1:
        return _whole_content_s(special.gammaincinv(cv**-2, u) * scale * factors)
    # It is exponential, whose quantile is far faster. The two differ in their last bits: where
    # these may turn the scale between two seconds, the slow one decides.
    content = -np.log1p(-u) * scale * factors
    is_near = np.abs(content - np.floor(content) - 0.5) <= ALIKE * content
    near = np.flatnonzero(is_near)
    content[near] = special.gammaincinv(1.0, u[near]) * scale * factors[near]
    return _whole_content_s(content)


def _whole_content_s(content: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.asarray(np.clip(np.rint(content), 1, MOST_CONTENT_S), np.int64)


def _happens(keys: NDArray[np.uint64], stream: Stream, chance: float) -> NDArray[np.bool_]:
    """Mark those to whom something happens; where it never does, nothing is drawn."""
    if chance == 0:
        return np.zeros(len(keys), np.bool_)
    return uniforms(keys, stream) < chance


def _draw_number(keys: NDArray[np.uint64], stream: Stream, mean: float) -> NDArray[np.int64]:
    if mean == 0:
        return np.zeros(len(keys), np.int64)
    return _poisson(uniforms(keys, stream), mean)


def _draw_time_s(keys: NDArray[np.uint64], stream: Stream, mean_days: float) -> NDArray[np.int64]:
    """Return exponential times (calendar s)."""
    if mean_days == 0:
        return np.zeros(len(keys), np.int64)
    return np.rint(-np.log1p(-uniforms(keys, stream)) * mean_days * DAY_S).astype(np.int64)


def _sometimes(
    keys: NDArray[np.uint64], whether: Stream, when: Stream, chance: float, mean_days: float
) -> NDArray[np.int64]:
    """Return delays of those to whom it happens (calendar s), `NEVER` for the others."""
    who = np.flatnonzero(_happens(keys, whether, chance))
    delay_s = np.full(len(keys), NEVER, np.int64)
    delay_s[who] = _draw_time_s(keys[who], when, mean_days)
    return delay_s
