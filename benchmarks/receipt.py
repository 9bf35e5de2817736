"""What `scenarios/redesign/receipt-phase.toml` states of an open event log, estimated anew.

``python -m benchmarks.receipt LOG.csv.gz`` prints it. The log is the receipt phase of environmental
permits, CoSeLoG (J. Buijs, 4TU.ResearchData), as a table of one row per step: `case_concept_name`,
`org_resource`, `time_timestamp`. It is not shipped.

What is estimated, is so on the cases of `BEFORE`; those of `AFTER` are what was forecast.
"""

import argparse
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

BEFORE = ("2010-11-01", "2011-01-31")
AFTER = ("2011-08-01", "2011-11-30")
"""Days of arrival, the last one included: before one person saw a case through, and since."""
PLACE = "Europe/Amsterdam"
AN_ANSWER_DAYS = 1 / 4
"""A person who goes on with a case after longer than this had to wait for somebody's answer."""
LEAST_DAYS = 20
"""Of whom a log tells on how many days they are there: those who are seen on at least so many."""
SAMPLES, LEVEL = 1_000, 0.95
DAY = pd.Timedelta(days=1)


class Estimate(NamedTuple):
    """A figure of some cases, with the interval of a bootstrap over cases."""

    name: str
    value: float
    low: float
    high: float


def load_steps(path: str) -> pd.DataFrame:
    """Load the steps of a log in their order: case, who ended it, when, and after how many days."""
    raw = pd.read_csv(path)
    ends = pd.to_datetime(raw["time_timestamp"], utc=True, format="mixed").dt.tz_convert(PLACE)
    steps = pd.DataFrame(
        {"case": raw["case_concept_name"], "who": raw["org_resource"], "ends": ends}
    ).sort_values(["case", "ends"], kind="stable")
    by_case = steps.groupby("case")
    steps["wait_days"] = (steps["ends"] - by_case["ends"].shift()) / DAY
    steps["is_other"] = steps["who"] != by_case["who"].shift()
    steps["begins"] = by_case["ends"].transform("min")
    return steps


def of_period(steps: pd.DataFrame, period: tuple[str, str]) -> pd.DataFrame:
    """Return the steps of the cases that begin in a period."""
    first, last = (pd.Timestamp(day, tz=PLACE) for day in period)
    return steps[(steps["begins"] >= first) & (steps["begins"] < last + DAY)]


def sum_up(steps: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each case: its days, faces, steps, and waits by what ends them."""
    waits = steps[steps["wait_days"].notna()]
    others, same = waits[waits["is_other"]], waits[~waits["is_other"]]
    answers = same[same["wait_days"] > AN_ANSWER_DAYS]
    by_case = steps.groupby("case")
    columns = {
        "days": (by_case["ends"].max() - by_case["ends"].min()) / DAY,
        "faces": by_case["who"].nunique(),
        "steps": by_case.size(),
        "hand_overs": others.groupby("case").size(),
        "hand_over_days": others.groupby("case")["wait_days"].sum(),
        "hand_over_squares": (others["wait_days"] ** 2).groupby(others["case"]).sum(),
        "answers": answers.groupby("case").size(),
        "answer_days": answers.groupby("case")["wait_days"].sum(),
        "wait_days": waits.groupby("case")["wait_days"].sum(),
    }
    return pd.DataFrame(columns).fillna(0)


def _variation(cases: pd.DataFrame) -> float:
    mean = cases["hand_over_days"].sum() / cases["hand_overs"].sum()
    square = cases["hand_over_squares"].sum() / cases["hand_overs"].sum()
    return float(np.sqrt(square - mean**2) / mean)


FIGURES: dict[str, Callable[[pd.DataFrame], float]] = {
    "mean days": lambda cases: cases["days"].mean(),
    "median days": lambda cases: cases["days"].median(),
    "days, 9 of 10": lambda cases: cases["days"].quantile(0.9),
    "faces": lambda cases: cases["faces"].mean(),
    "share with one face": lambda cases: (cases["faces"] == 1).mean(),
    "steps": lambda cases: cases["steps"].mean(),
    "changes of hands": lambda cases: cases["hand_overs"].mean(),
    "pick_up_days": lambda cases: cases["hand_over_days"].sum() / cases["hand_overs"].sum(),
    "pick_up_cv": _variation,
    "share of waiting that another person ends": lambda cases: (
        cases["hand_over_days"].sum() / cases["wait_days"].sum()
    ),
    "ready": lambda cases: (cases["answers"] > 0).mean(),
    "ready_days": lambda cases: cases["answer_days"].sum() / (cases["answers"] > 0).sum(),
}


def estimate(cases: pd.DataFrame) -> list[Estimate]:
    """Estimate every figure of some cases, with its interval by a bootstrap over cases."""
    random = np.random.default_rng(1)
    tail = (1 - LEVEL) / 2
    samples = [
        [
            figure(cases.iloc[random.integers(len(cases), size=len(cases))])
            for figure in FIGURES.values()
        ]
        for _ in range(SAMPLES)
    ]
    low, high = np.quantile(samples, [tail, 1 - tail], axis=0)
    values = [float(figure(cases)) for figure in FIGURES.values()]
    return [Estimate(*row) for row in zip(FIGURES, values, low, high, strict=True)]


def count_arrivals(steps: pd.DataFrame, period: tuple[str, str]) -> tuple[float, float]:
    """Return mean arrivals on a working day, and their variance over the mean."""
    begins = steps.groupby("case")["begins"].first().dt.date
    days = pd.Series(0, index=[day.date() for day in pd.bdate_range(*period)])
    daily = begins.value_counts().reindex(days.index, fill_value=0)
    return float(daily.mean()), float(daily.var() / daily.mean())


def share_of_days(steps: pd.DataFrame) -> float:
    """Return on which share of working days a person is seen, in the mean over steps."""
    seen = steps.assign(day=steps["ends"].dt.date).groupby("who")["day"]
    first, last, days = seen.min(), seen.max(), seen.nunique()
    span = np.busday_count(first.to_numpy("datetime64[D]"), last.to_numpy("datetime64[D]")) + 1
    share = np.minimum(days / np.maximum(span, 1), 1)
    known = days[days >= LEAST_DAYS].index
    return float(np.average(share[known], weights=steps.groupby("who").size()[known]))


def main() -> None:
    """Print what a log tells of before and after."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("log", help="the event log, as CSV or CSV in gzip")
    steps = load_steps(parser.parse_args().log)
    for name, period in (("Before", BEFORE), ("After", AFTER)):
        these = of_period(steps, period)
        cases = sum_up(these)
        mean, dispersion = count_arrivals(these, period)
        print(f"{name}: {len(cases)} cases from {period[0]} to {period[1]}")
        print(f"  arrivals a working day {mean:.2f}, dispersion {dispersion:.2f}")
        print(f"  persons {these['who'].nunique()}, each on {share_of_days(these):.2f} of the days")
        for figure in estimate(cases):
            print(f"  {figure.name} {figure.value:.3g} ({figure.low:.3g} to {figure.high:.3g})")


if __name__ == "__main__":
    main()
