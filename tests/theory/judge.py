"""How a law is judged: t quantiles, one error rate for the whole suite, and planted errors.

Each statistical test asks whether the mean of independent values can be the theory's. `TESTS`
counts them, so that all laws being true, a suite with other seeds would fail once in a thousand
times. More engines add no tests in this sense: they give the same logs (law 9).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

FAMILY_ERROR = 0.001
TESTS = {
    "law_01_fairness": 54,
    "law_04_queueing": 8,
    "law_05_first_time_right": 7,
    "law_06_monotone": 8,
    "law_07_faces": 3,
    "law_10_scale": 7,
    "law_11_backlog": 4,
}
"""Statistical tests by file; each file's `JUDGED` says which they are."""
ALPHA = FAMILY_ERROR / sum(TESTS.values())
PLANTED = 0.03
Values = NDArray[np.float64]


def interval(values: Any) -> tuple[float, float]:
    """Two-sided interval of the mean of independent values, at error `ALPHA`."""
    values = np.asarray(values, np.float64)
    half = stats.t.ppf(1 - ALPHA / 2, len(values) - 1) * stats.sem(values)
    return float(values.mean() - half), float(values.mean() + half)


def agrees(values: Any, theory: float) -> bool:
    """Tell whether values agree with a theoretical mean."""
    low, high = interval(values)
    return low <= theory <= high


def trend(before: Any, after: Any) -> int:
    """Return the sign of a paired change; 0 where it cannot be told from none."""
    low, high = interval(np.asarray(after) - np.asarray(before))
    return int(low > 0) - int(high < 0)


def assert_law(values: Any, theory: float) -> None:
    """Demand agreement with the theory, and none with a theory 3 % off either way."""
    low, high = interval(values)
    print(f"theory {theory:.5g}, simulated {np.mean(values):.5g} [{low:.5g}, {high:.5g}]")
    assert agrees(values, theory)
    assert not agrees(values, theory * (1 + PLANTED))
    assert not agrees(values, theory * (1 - PLANTED))


def assert_same(one: Any, other: Any) -> None:
    """Demand that paired values have one mean, and that 3 % more or less is seen."""
    one, other = np.asarray(one), np.asarray(other)
    print(f"{one.mean():.5g} and {other.mean():.5g}, {interval(other - one)}")
    assert trend(one, other) == 0
    assert trend(one, other * (1 + PLANTED)) == 1
    assert trend(one, other * (1 - PLANTED)) == -1


def assert_lower(before: Any, after: Any) -> None:
    """Demand a fall of the paired mean, and see that a rise of 3 % would not pass for one."""
    before, after = np.asarray(before), np.asarray(after)
    print(f"{before.mean():.5g} to {after.mean():.5g}, {interval(after - before)}")
    assert trend(before, after) == -1
    rise = (1 + PLANTED) * before.mean() - after.mean()
    assert trend(before, after + rise) != -1
    assert trend(before, before * (1 + PLANTED)) == 1
