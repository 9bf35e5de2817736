"""Tables of quantiles keep the distribution that they stand for."""

import numpy as np
import pytest
from scipy import stats

from sim.random import (
    exponential_table,
    factor_table,
    judgement_table,
    negative_binomial_table,
    poisson_table,
)
from sim.random.tables import SLICES
from sim.units import DAY_S, MILLION

ALL = [exponential_table(DAY_S), factor_table(0.5), judgement_table(0.5), poisson_table(2.0)]


@pytest.mark.parametrize("mean", [0, 600, DAY_S, 90 * DAY_S])
def test_an_exponential_table_keeps_the_mean(mean: int) -> None:
    table = exponential_table(mean)
    assert len(table) == SLICES
    assert table.mean() == pytest.approx(mean, abs=0.5)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_an_exponential_table_has_its_quantiles(share: float) -> None:
    entry = exponential_table(DAY_S)[int(share * SLICES)]
    assert entry == pytest.approx(-np.log1p(-share) * DAY_S, rel=0.2 / SLICES / (1 - share) + 3e-3)


def test_an_exponential_table_keeps_nearly_all_of_the_variation() -> None:
    table = exponential_table(DAY_S)
    assert table.std() / table.mean() == pytest.approx(1.0, abs=2e-3)


def test_a_longer_mean_delays_everybody_at_least_as_long() -> None:
    assert (exponential_table(2 * DAY_S) >= exponential_table(DAY_S)).all()


@pytest.mark.parametrize("cv", [0.0, 0.2, 0.6, 1.2])
def test_a_factor_has_mean_one_and_its_variation(cv: float) -> None:
    table = factor_table(cv)
    assert table.mean() == pytest.approx(MILLION, abs=0.5)
    assert table.std() / MILLION == pytest.approx(cv, rel=0.02)


def test_no_variation_leaves_the_factor_at_one() -> None:
    assert set(factor_table(0.0).tolist()) == {MILLION}


@pytest.mark.parametrize("spread", [0.1, 0.43, 0.55])
def test_two_workers_differ_by_the_median_spread(spread: float) -> None:
    # Pairs of judgements: entry i of one worker against entry (i + s) of another, all shifts s of
    # an odd stride, which meets each pair of 64 x 64 slices evenly.
    coarse = judgement_table(spread)[SLICES // 128 :: SLICES // 64].astype(float)
    ratio = coarse[:, None] / coarse[None, :]
    relative = np.maximum(ratio, 1 / ratio) - 1
    off_diagonal = relative[~np.eye(len(coarse), dtype=bool)]
    assert np.median(off_diagonal) == pytest.approx(spread, rel=0.03)


def test_judgement_is_fair_on_average() -> None:
    assert judgement_table(0.5).mean() == pytest.approx(MILLION, abs=0.5)


@pytest.mark.parametrize("mean", [0.0, 0.3, 2.0, 30.0])
def test_a_poisson_table_is_the_distribution_function(mean: float) -> None:
    table = poisson_table(mean)
    assert table.tolist() == stats.poisson.cdf(np.arange(len(table)), mean).tolist()


@pytest.mark.parametrize("mean", [0.0, 0.3, 2.0, 30.0])
def test_a_poisson_number_is_how_many_entries_are_at_most_the_draw(mean: float) -> None:
    drawn = (np.arange(2_000) + 0.5) / 2_000
    counts = np.searchsorted(poisson_table(mean), drawn, side="right")
    assert counts.tolist() == np.maximum(stats.poisson.ppf(drawn, mean), 0).tolist()


@pytest.mark.parametrize("mean", [0.0, 0.3, 2.0, 30.0])
def test_a_poisson_number_is_never_truncated(mean: float) -> None:
    largest_draw = 1.0 - 2.0**-53
    assert poisson_table(mean)[-1] >= largest_draw


@pytest.mark.parametrize("table", ALL)
def test_tables_are_read_only(table: np.ndarray) -> None:
    with pytest.raises(ValueError, match="read-only"):
        table[0] = 1


def test_a_negative_binomial_table_is_scipys_to_the_last_bit() -> None:
    chosen = np.random.default_rng(1)
    for _ in range(300):
        mean, dispersion = 10 ** chosen.uniform(-3, 4), 1 + 10 ** chosen.uniform(-6, 1)
        table = negative_binomial_table(mean, dispersion)
        exact = stats.nbinom(mean / (dispersion - 1), 1 / dispersion).cdf(np.arange(len(table)))
        assert (table == exact).all(), (mean, dispersion)
