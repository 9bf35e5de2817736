"""How often an interval holds the long-run value: `python -m benchmarks.coverage`.

Each of many seeds makes the intervals that a comparison with that seed would tell, once of a fixed
number of replications and once of as many as the automatic rule makes. What they should hold is the
mean over many more replications with other luck, of the same days and the same cohort.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sim import files
from sim.engines import DEFAULT_ENGINE
from sim.experiment import (
    AUTO,
    SHIPPED_DESIGNS,
    Cell,
    Frame,
    Replicated,
    RunSettings,
    Sample,
    find_frame,
    replicate,
)
from sim.experiment.executors import open_executor
from sim.experiment.stopping import WATCHED
from sim.measures import MEASURES
from sim.results.result import NOTHING
from sim.scenario import load_scenario

SERVICES = ("sickness-benefit", "hr-onboarding", "home-care")
RARE = "unmet_need_share"
"""Beside the headline measures: in an absorbing design there is next to none of it."""
NAMES = (*WATCHED, RARE)
SEEDS, FIXED, LONG_RUN, DAYS = 200, 10, 2_000, 90
LOW, HIGH = 0.93, 0.97
"""Between which shares of 200 seeds should hold it."""
LONG_RUN_SEED = 1_000_000
"""None of those tried."""
PARTS = (*SHIPPED_DESIGNS, "difference")
PAGE = Path(__file__).parents[1] / "docs" / "credibility.md"
BEGINS, ENDS = "<!-- coverage: begins -->", "<!-- coverage: ends -->"

Numbers = NDArray[np.float64]


class Service(NamedTuple):
    """One service, as it is run throughout."""

    name: str
    cells: list[Cell]
    days: int
    frame: Frame
    workers: Executor

    def run(self, seed: int, replications: int | str) -> Replicated:
        """Make replications of both designs."""
        settings = RunSettings(seed, self.days, replications)
        return replicate(
            self.cells, settings, {None: NAMES}, frame=self.frame, executor=self.workers
        )


class Covered(NamedTuple):
    """How often the intervals of a service hold the long-run value."""

    service: Service
    fixed: Numbers
    auto: Numbers
    """Shares of the seeds, of shape (measures, 3); NaN where not every seed has an interval."""
    replications: list[int]
    """How many the automatic rule made, by seed."""


def main() -> None:
    """Study what is asked for and print it; write the page if that was all of it."""
    asked = _read_arguments()
    with open_executor(DEFAULT_ENGINE, None) as workers:
        found = []
        for name in asked.services or SERVICES:
            print(f"studying: {name}", file=sys.stderr)
            found.append(study(prepare(name, asked.days, workers), asked.seeds))
    text = write_text(found, asked.seeds)
    print(text)
    if not asked.services and asked.seeds >= SEEDS:
        write_page(text)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("services", nargs="*")
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    return parser.parse_args()


def prepare(name: str, days: int, workers: Executor) -> Service:
    """Return a service with the cohort that a comparison with the first seed has."""
    scenario = load_scenario(name)
    frame = find_frame(scenario, SHIPPED_DESIGNS, RunSettings(days=days), workers)
    cells = [Cell(scenario, design) for design in SHIPPED_DESIGNS]
    return Service(name, cells, days, frame, workers)


def study(service: Service, seeds: int) -> Covered:
    """Tell how often the intervals of many seeds hold the long-run values of a service."""
    fixed, auto, replications = [], [], []
    for seed in range(1, seeds + 1):
        by_rule = service.run(seed, AUTO)
        replications.append(by_rule.replications)
        auto.append(list_intervals(by_rule.samples[None]))
        fixed.append(list_intervals(_first(service, seed, by_rule)))
    truth = list_intervals(service.run(LONG_RUN_SEED, LONG_RUN).samples[None])[..., 0]
    return Covered(service, cover(fixed, truth), cover(auto, truth), replications)


def _first(service: Service, seed: int, by_rule: Replicated) -> Mapping[str, Sample]:
    """Return a fixed number of replications: the first that the rule made, if it made so many."""
    if by_rule.replications < FIXED:
        return service.run(seed, FIXED).samples[None]
    return {name: sample.first(FIXED) for name, sample in by_rule.samples[None].items()}


def list_intervals(samples: Mapping[str, Sample]) -> Numbers:
    """Return mean, low and high of both designs and their difference: (measures, 3, 3)."""
    rows = []
    for name in NAMES:
        scale, sample = MEASURES[name].unit.scale, samples[name]
        pair = [sample.interval_of(place, scale) for place in (0, 1)]
        rows.append([found or NOTHING for found in (*pair, sample.difference(scale))])
    return np.array(rows)


def cover(intervals: list[Numbers], truth: Numbers) -> Numbers:
    """Return the share of intervals that hold the truth; NaN where one is missing."""
    means, low, high = np.moveaxis(np.array(intervals), -1, 0)
    held = (low <= truth) & (truth <= high)
    return np.where(np.isnan(means).any(axis=0), np.nan, held.mean(axis=0))


def write_text(found: list[Covered], seeds: int) -> str:
    """Return what was found as Markdown."""
    heads = [f"{kind}: {part}" for kind in (f"{FIXED} replications", "automatic") for part in PARTS]
    rows = [["service", "measure", *heads], ["---"] * (2 + len(heads))]
    rows += [row for covered in found for row in _list_rows(covered)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"{table}\n\n{' '.join(_notes(found, seeds))}"


def _list_rows(covered: Covered) -> Iterator[list[str]]:
    for name, fixed, auto in zip(NAMES, covered.fixed, covered.auto, strict=True):
        shares = [_say(share) for share in (*fixed, *auto)]
        yield [f"`{covered.service.name}`", f"`{name}`", *shares]


def _say(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.1f}"


def _notes(found: list[Covered], seeds: int) -> Iterator[str]:
    every = np.concatenate([[covered.fixed, covered.auto] for covered in found], axis=1)
    fixed, auto = np.nanmean(every, axis=(1, 2))
    yield f"Per cent of {seeds} seeds whose interval holds the mean of {LONG_RUN:,} other"
    yield f"replications. On the mean of all it is {_say(fixed)} with {FIXED} replications, and"
    yield f"{_say(auto)} with as many as the rule makes. {_tell_outside(every, seeds)} A dash: not"
    yield "every seed has a value."
    for covered in found:
        of, made = covered.service, covered.replications
        first_day = of.frame.warm_up_day
        yield f"`{of.name}`: {of.days} days, the cohort from day {first_day} on; the rule made"
        yield f"{np.mean(made):.1f} replications on the mean ({min(made)} to {max(made)})."


def _tell_outside(every: Numbers, seeds: int) -> str:
    """Tell how many shares lie outside of what is asked for, and how many would by chance."""
    known = every[~np.isnan(every)]
    outside = int(((known < LOW) | (known > HIGH)).sum())
    below, up_to = stats.binom.cdf([LOW * seeds - 1, HIGH * seeds], seeds, 0.95)
    by_chance = (1 - (up_to - below)) * len(known)
    return (
        f"Of {len(known)} figures {outside} lie outside {LOW:.0%} to {HIGH:.0%}; were each 95 %, "
        f"chance would put {by_chance:.0f} there."
    )


def write_page(text: str) -> None:
    """Put what was found in its place on the page."""
    before, rest = PAGE.read_text().split(BEGINS)
    page = f"{before}{BEGINS}\n{text}\n{ENDS}{rest.split(ENDS)[1]}"
    files.write_text(PAGE, page, overwrite=True)
    print(f"written: docs/{PAGE.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
