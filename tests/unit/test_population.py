"""Citizens: how many come, and with which needs.

Statistical tests use fixed seeds; each would reject a right population once in 100 000 seeds.
"""

import numpy as np
import pytest
from scipy import special, stats

from sim.opening_hours import build_calendar
from sim.population import NEVER, Population, draw_citizens
from sim.random import Stream, even_table, poisson_table, uniforms
from sim.units import DAY_S, MINUTE_S, MOST_CONTENT_S
from tests.builders import build_scenario

LIMIT = stats.t.isf(1e-5 / 2, df=1_000)
YEARS = 5 * 364


def draw(*changes: str, days: int = 28, seed: int = 1, replication: int = 0) -> Population:
    return draw_citizens(build_scenario(*changes), seed, replication, days)


def visits(*changes: str, days: int = 28) -> Population:
    kind = (
        "demand.kind=visits",
        "demand.chase_per_day=0",
        "demand.visits_per_day=2.5",
        "demand.episode_days=50",
    )
    return draw(*kind, *changes, days=days)


def per_day(population: Population) -> np.ndarray:
    day_s = build_calendar(build_scenario()).day_s
    return np.bincount(population.arrival_s // day_s, minlength=YEARS * 5 // 7)


@pytest.mark.parametrize("dispersion", [0.1, 0.5, 1.0, 2.0, 3.0])
def test_arrivals_have_the_mean_and_the_dispersion_asked_for(dispersion: float) -> None:
    counts = per_day(draw(f"demand.dispersion={dispersion}", days=YEARS))
    deviation = np.sqrt(20 * dispersion / len(counts))
    assert abs(counts.mean() - 20) < LIMIT * deviation
    # The variance of a sample variance, by the fourth moment of the counts themselves.
    fourth = np.var((counts - counts.mean()) ** 2)
    assert abs(counts.var() - 20 * dispersion) < LIMIT * np.sqrt(fourth / len(counts))


@pytest.mark.parametrize(("mean", "dispersion"), [(0.5, 0.5), (2.5, 0.1), (20, 0), (17.3, 0.9)])
def test_an_even_number_has_its_mean_and_variance_exactly(mean: float, dispersion: float) -> None:
    chance = np.diff(even_table(mean, dispersion), prepend=0)
    number = np.arange(len(chance))
    assert chance.min() >= 0
    assert chance @ number == pytest.approx(mean)
    assert chance @ (number - mean) ** 2 == pytest.approx(mean * dispersion, abs=1e-9)


def weights(*numbers: float) -> str:
    return "[" + ",".join(f'{{is={n},from="assumed"}}' for n in numbers) + "]"


def test_more_come_on_days_of_more_weight_and_as_many_in_all() -> None:
    counts = per_day(draw(f"demand.by_weekday={weights(3, 1, 1, 0, 0, 9, 9)}", days=YEARS))
    by_weekday = counts.reshape(-1, 5)
    deviation = np.sqrt(60 * 2 / len(by_weekday))  # dispersion 2
    expected = np.array([60, 20, 20, 0, 0])
    assert (np.abs(by_weekday.mean(axis=0) - expected) <= LIMIT * deviation).all()
    assert not by_weekday[:, 3:].any()


def test_months_begin_with_january_and_keep_the_mean_of_a_year() -> None:
    # In January twice as many as else: 20 x 2 x 365 / (365 + 31).
    counts = per_day(draw(f"demand.by_month={weights(2, *[1] * 11)}", days=YEARS))
    week, weekday = np.divmod(np.arange(len(counts)), 5)
    dates = np.datetime64("2018-01-01") + week * 7 + weekday
    is_january = dates.astype("datetime64[M]").astype(int) % 12 == 0
    for which, expected in ((is_january, 40 * 365 / 396), (~is_january, 20 * 365 / 396)):
        deviation = np.sqrt(expected * 2 / which.sum())
        assert abs(counts[which].mean() - expected) < LIMIT * deviation


def shocked(what: str, factor: float) -> str:
    days = 'from_day={is=7,from="assumed"},days={is=7,from="assumed"}'
    return f'shock=[{{what="{what}",{days},factor={{is={factor},from="assumed"}}}}]'


def test_a_shock_of_demand_adds_citizens_in_its_days_alone() -> None:
    plain, more = draw(), draw(shocked("demand", 3))
    week_s = 5 * build_calendar(build_scenario()).day_s
    week, week_of_more = plain.arrival_s // week_s, more.arrival_s // week_s
    for nth in (0, 2, 3):
        assert np.array_equal(plain.key[week == nth], more.key[week_of_more == nth])
    second, second_of_more = plain.key[week == 1], more.key[week_of_more == 1]
    assert set(second.tolist()) < set(second_of_more.tolist())
    assert len(second_of_more) > 2 * len(second)


def test_a_shock_of_content_changes_the_content_of_who_comes_then() -> None:
    plain, more = draw("demand.content_cv=0"), draw("demand.content_cv=0", shocked("content", 1.5))
    is_second = plain.arrival_s // (5 * build_calendar(build_scenario()).day_s) == 1
    assert set(more.content_s[is_second].tolist()) == {90 * MINUTE_S}
    assert set(more.content_s[~is_second].tolist()) == {60 * MINUTE_S}
    assert np.array_equal(plain.key, more.key)


@pytest.mark.parametrize("shape", ["lognormal", "gamma"])
@pytest.mark.parametrize("cv", [0.3, 1.0])
def test_content_has_the_moments_asked_for(shape: str, cv: float) -> None:
    shaped = (f"demand.content_shape={shape}", f"demand.content_cv={cv}")
    minutes = draw(*shaped, days=YEARS).content_s / MINUTE_S
    square = (minutes - 60) ** 2
    root = np.sqrt(len(minutes))
    assert abs(minutes.mean() - 60) < LIMIT * minutes.std() / root
    assert abs(square.mean() - (60 * cv) ** 2) < LIMIT * square.std() / root


@pytest.mark.parametrize("minutes", [0.01, 60, 1440])
def test_exponential_content_is_the_gamma_quantile_to_the_second(minutes: float) -> None:
    shape = ("demand.content_shape=gamma", "demand.content_cv=1")
    drawn = draw(*shape, f"demand.content_minutes={minutes}", days=YEARS)
    quantile = special.gammaincinv(1.0, uniforms(drawn.key, Stream.CONTENT))
    expected = np.clip(np.rint(quantile * minutes * MINUTE_S), 1, MOST_CONTENT_S)
    assert drawn.content_s.tolist() == expected.tolist()


def test_the_two_shapes_of_content_differ() -> None:
    lognormal, gamma = (draw(f"demand.content_shape={s}") for s in ("lognormal", "gamma"))
    assert not np.array_equal(lognormal.content_s, gamma.content_s)


def test_without_variation_everybody_has_the_mean_content() -> None:
    assert set(draw("demand.content_cv=0").content_s.tolist()) == {60 * MINUTE_S}


@pytest.mark.parametrize("shape", ["lognormal", "gamma"])
@pytest.mark.parametrize("cv", ["1e-300", "1e-160", "1e-10", "1e-8"])
def test_content_that_hardly_varies_is_all_alike(shape, cv):
    changes = (f"demand.content_shape={shape}", f"demand.content_cv={cv}")

    assert set(draw(*changes).content_s.tolist()) == {60 * MINUTE_S}


def test_content_is_never_nothing() -> None:
    assert draw("demand.content_minutes=0.001").content_s.min() == 1


def test_particulars_are_poisson() -> None:
    counts = draw("demand.variety=1.5", days=YEARS).particulars
    assert abs(counts.mean() - 1.5) < LIMIT * np.sqrt(1.5 / len(counts))
    seen = np.bincount(counts, minlength=7)
    expected = stats.poisson.pmf(np.arange(6), 1.5) * len(counts)
    tail = (seen[6:].sum(), len(counts) - expected.sum())
    assert stats.chisquare([*seen[:6], tail[0]], [*expected, tail[1]]).pvalue > 1e-5


@pytest.mark.parametrize("mean", [0, 0.01, 1.5, 17.3, 200])
def test_the_table_of_a_poisson_number_gives_its_quantiles(mean: float) -> None:
    u = np.random.default_rng(1).random(20_000)

    assert np.searchsorted(poisson_table(mean), u).tolist() == stats.poisson.ppf(u, mean).tolist()


def test_particulars_are_never_truncated() -> None:
    assert draw("demand.variety=100").particulars.max() > 120


def test_citizens_come_in_order_and_in_opening_hours() -> None:
    population = draw()
    calendar = build_calendar(build_scenario())
    assert (np.diff(population.arrival_s) >= 0).all()
    assert population.arrival_s.max() < calendar.open_days(28) * calendar.day_s


def test_who_comes_in_one_second_comes_by_key() -> None:
    drawn = visits("demand.arrivals_per_day=2000")
    assert (np.diff(drawn.arrival_s[drawn.arrival_s > 0]) == 0).any()
    by_both = np.lexsort((drawn.key, drawn.arrival_s))
    assert by_both.tolist() == list(range(len(drawn.key)))


def test_delays_have_their_mean_and_share() -> None:
    delay = draw("demand.ready=0.5", "demand.ready_days=2.5", days=YEARS).ready_delay_s
    later = delay[delay != NEVER] / DAY_S
    assert abs(len(later) / len(delay) - 0.5) < LIMIT * 0.5 / np.sqrt(len(delay))
    assert abs(later.mean() - 2.5) < LIMIT * 2.5 / np.sqrt(len(later))


def test_a_service_of_visits_begins_with_its_clients() -> None:
    # 20 an open day x 50 days x 5/7 of days open
    assert (visits(days=7).arrival_s == 0).sum() == round(20 * 50 * 5 / 7)


def test_clients_have_at_least_a_visit_a_day_and_the_mean_asked_for() -> None:
    per_client = visits(days=YEARS).visits_per_day
    assert per_client.min() == 1
    assert abs(per_client.mean() - 2.5) < LIMIT * np.sqrt(1.5 / len(per_client))


def test_one_off_cases_have_no_visits() -> None:
    assert not draw().visits_per_day.any()


def test_arrays_are_read_only() -> None:
    for column in draw():
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 0
