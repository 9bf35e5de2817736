"""What simulated logs say, beside the truth: ``python -m benchmarks.own_round_trip`` writes it.

Every shipped service is run with many seeds, each run is made a case log, and every quantity is
estimated from it. Where the scenario states the quantity, that is the truth; elsewhere it is the
mean of the same figure over all other seeds. ``--short`` does a little of it and writes nothing.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from math import ceil, floor, isnan, nan, sqrt
from pathlib import Path
from statistics import fmean, median, stdev
from typing import NamedTuple

from scipy.stats import binom

from sim.holidays import FIRST_DAY
from sim.own.estimate import TITLES, Estimate
from sim.own.estimates import estimate
from sim.own.simulated import simulate_caselog
from sim.scenario import Scenario, has_visits, list_services, load_scenario
from sim.words.numbers import NOTHING

PAGE = Path(__file__).parents[1] / "docs" / "own-round-trip.md"
SEEDS, SHORT_SEEDS = 50, 5
DAYS, SHORT_DAYS = 240, 120
MOST_ARRIVALS, LEAST_DAYS = 4_000, 60
"""Of a service to which more come, fewer days are run: a log of so many cases says enough."""
LEAST_SEEDS = 0.5
"""Share of seeds in which a figure must be told for its coverage to be."""
GOAL = (0.90, 0.97)
EXACT = 0.95
TINY = 1e-9
FROM = FIRST_DAY + timedelta(days=1)
"""Clients who are there from the start all come on the first day: others count from the next."""
TEXT = """# What a log of one's own says, beside what is true

Written by `python -m benchmarks.own_round_trip`; not to be edited by hand.

Every shipped service as it is (its first design), run with {seeds} seeds for at most {days} days of
arrivals, written as a case system would have it, and estimated from that: in how many of 100 seeds
the 95 % interval covers the truth. **In bold** the truth is what the scenario states. Elsewhere it
is the mean of the same figure over the other seeds, which is itself uncertain: its standard error
is so much of the interval's half width as the last column says (*blur*), on the mean of the
services. A dash stands where a log does not tell the figure; below is why.

{rows}

{summary}

## Where it falls short

- Cases of the same weeks wait in the same queue, and are alike. So intervals of figures of cases
  are those of eight stretches of them around a parabola, which is a drift and no luck: a service
  that begins with empty queues has one. How many stretches, and that a drift is taken out, was
  chosen on the seeds 1000 to 1049, and not on those of this page.
- Where cases are alike for longer than a stretch, as in a queue that seldom empties, intervals are
  still too narrow; where the drift is no parabola, too wide.
- What is told exactly is told in every seed: an interval without width cannot be covered in 95 of
  100. Shares near 0 or 1 take few values, which makes their intervals wide.
- Persons on a working day are covered in 84 in both home cares, whose staff have the same luck. On
  the seeds 1000 to 1049 the same intervals cover them in 96.
- Visits fade out towards the closing of home care. So the interval of its hours reaches to where
  something is done in most weeks, and its value is too short.
- A case that waits for another person is called about, and each call that somebody else answers
  cuts that wait in two: *each time* is shorter, and hands change more often, than in the model.

## What could not be told

{reasons}
"""


class Cell(NamedTuple):
    """One quantity of one service.

    Attributes
    ----------
    told
        In how many seeds it was told.
    covered
        In how many of these the interval covers the truth.
    is_stated
        Whether the scenario states the truth.
    blur
        Standard error of the truth, as a part of the mean half width; 0 where it is stated.
    why_not
        Why it was not told, mostly; empty where it was.
    is_exact
        Whether at least half of its intervals have no width.
    """

    told: int
    covered: int
    is_stated: bool
    blur: float
    why_not: str
    is_exact: bool = False

    @property
    def coverage(self) -> float:
        """Share of seeds in which it is covered; NaN where it is not told."""
        return self.covered / self.told if self.told else nan


def find_days(scenario: Scenario, most: int) -> int:
    """Return how many days of a service are run."""
    a_day = sum(one.arrivals_per_day.value for one in scenario.demand.values())
    return min(most, max(LEAST_DAYS, round(MOST_ARRIVALS / a_day)))


def find_stated(scenario: Scenario) -> dict[str, float]:
    """Find the quantities that a scenario states; that of arrivals where all days are alike."""
    hours, types = scenario.calendar, scenario.demand.values()
    rate = sum(one.arrivals_per_day.value for one in types)
    variance = sum(one.arrivals_per_day.value * one.dispersion.value for one in types)
    stated = {
        "days_per_week": hours.days_per_week.value,
        "opens_hour": hours.opens_hour.value,
        "hours_per_day": hours.hours_per_day.value,
    }
    if not has_visits(scenario):
        stated |= {"arrivals_per_day": rate, "dispersion": variance / rate}
    return stated


def estimate_seeds(scenario: Scenario, days: int, seeds: int) -> list[dict[str, Estimate]]:
    """Estimate everything from the log of each seed."""
    design = next(iter(scenario.designs))
    logs = (simulate_caselog(scenario, design, days=days, seed=seed) for seed in range(seeds))
    return [estimate(log, first=FROM) for log in logs]


def judge(found: Sequence[Estimate], stated: float | None) -> Cell:
    """Judge how often the intervals of one quantity cover the truth."""
    told = [one for one in found if not isnan(one.value) and not isnan(one.low)]
    if len(told) < max(2, LEAST_SEEDS * len(found)):
        reasons = Counter(str(one.why_not) for one in found if one.why_not is not None)
        return Cell(0, 0, stated is not None, 0.0, reasons.most_common(1)[0][0])
    values = [one.value for one in told]
    total, n = sum(values), len(values)
    truths = [(total - value) / (n - 1) if stated is None else stated for value in values]
    covered = sum(
        one.low - TINY <= truth <= one.high + TINY for one, truth in zip(told, truths, strict=True)
    )
    half = fmean((one.high - one.low) / 2 for one in told)
    blur = stdev(values) / sqrt(n - 1) / half if stated is None and half > 0 else 0.0
    is_exact = median(one.high - one.low for one in told) <= TINY
    return Cell(n, covered, stated is not None, blur, "", is_exact)


def judge_service(scenario: Scenario, most_days: int, seeds: int) -> dict[str, Cell]:
    """Judge every quantity of a service."""
    stated = find_stated(scenario)
    found = estimate_seeds(scenario, find_days(scenario, most_days), seeds)
    return {name: judge([one[name] for one in found], stated.get(name)) for name in found[0]}


def write_table(judged: Mapping[str, Mapping[str, Cell]]) -> str:
    """Write the table: a row for each quantity, a column for each service."""
    heads = ("quantity", *judged, "blur")
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for name in dict.fromkeys(name for of_service in judged.values() for name in of_service):
        cells = [of_service[name] for of_service in judged.values()]
        blurs = [cell.blur for cell in cells if cell.told and not cell.is_stated]
        blur = f"{100 * fmean(blurs):.0f} %" if blurs else NOTHING
        lines.append(f"| {' | '.join((str(TITLES[name]), *map(_write_cell, cells), blur))} |")
    return "\n".join(lines)


def _write_cell(cell: Cell) -> str:
    if not cell.told:
        return NOTHING
    written = f"{100 * cell.coverage:.0f}"
    return f"**{written}**" if cell.is_stated else written


def summarise(judged: Mapping[str, Mapping[str, Cell]], seeds: int) -> str:
    """Count how many quantities are covered as often as they should be, and would be by luck."""
    cells = [cell for of_service in judged.values() for cell in of_service.values() if cell.told]
    within = sum(GOAL[0] <= cell.coverage <= GOAL[1] for cell in cells)
    above = sum(cell.coverage > GOAL[1] for cell in cells)
    low, high = ceil(GOAL[0] * seeds), floor(GOAL[1] * seeds)
    fewer = float(binom.cdf(low - 1, seeds, EXACT))
    expected = float(binom.cdf(high, seeds, EXACT)) - fewer
    exact = sum(cell.is_exact and cell.coverage > GOAL[1] for cell in cells)
    return (
        f"Of {len(cells)} figures {within} are covered in 90 to 97 of 100 seeds, {above} in more, "
        f"{len(cells) - within - above} in fewer. Of those in more, {exact} are told exactly: most "
        "of their intervals have no width. Were each of the other intervals exact, luck alone "
        f"would put {expected:.0%} of them within and {fewer:.0%} below."
    )


def list_reasons(judged: Mapping[str, Mapping[str, Cell]]) -> str:
    """List why quantities were not told, and of which services."""
    found: dict[tuple[str, str], list[str]] = {}
    for service, cells in judged.items():
        for name, cell in cells.items():
            if not cell.told:
                found.setdefault((str(TITLES[name]), cell.why_not), []).append(service)
    return "\n".join(
        f"- *{title}* ({', '.join(services)}): {why}" for (title, why), services in found.items()
    )


def build_page(judged: Mapping[str, Mapping[str, Cell]], days: int, seeds: int) -> str:
    """Build the page."""
    return TEXT.format(
        seeds=seeds,
        days=days,
        rows=write_table(judged),
        summary=summarise(judged, seeds),
        reasons=list_reasons(judged),
    )


def main(is_short: bool) -> None:
    """Judge all services, print the table, and write the page unless it is to be short."""
    days, seeds = (SHORT_DAYS, SHORT_SEEDS) if is_short else (DAYS, SEEDS)
    judged = {}
    for name in list_services():
        judged[name] = judge_service(load_scenario(name), days, seeds)
        print(name, file=sys.stderr, flush=True)
    page = build_page(judged, days, seeds)
    print(page)
    if not is_short:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main("--short" in sys.argv[1:])
