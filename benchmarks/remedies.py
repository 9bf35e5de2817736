"""What can be mended without a new division: ``python -m benchmarks.remedies`` writes its page.

Each service with one-off cases has a design `mended`: divided as before, and in all else as
diligent as the absorbing one. Here the three stand side by side, at the same citizens and luck.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sim.analysis.comparison import Comparison, compare
from sim.experiment import RunSettings
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import Scenario, list_services, load_scenario
from sim.words.numbers import decimals_of, write_interval, write_percent, write_unit

PAGE = Path(__file__).parents[1] / "docs" / "remedies.md"
SETTINGS = RunSettings(replications=20)
DESIGNS = ("functionalised", "mended", "absorbing")
SHOWN = (
    "cost_per_citizen_helped",
    "cost_own_budget",
    "staff_hours_per_year",
    "end_to_end_days",
    "failure_demand_share",
    "faces_per_month",
    "first_time_right_share",
)
COST, TIME, FAILURE = "cost_per_citizen_helped", "end_to_end_days", "failure_demand_share"
OF_SHARES = (COST, TIME, FAILURE)
"""Measures of which it is told how much of the way to the absorbing one is gone."""
TEXT = """# What can be mended without a new division of the work

Written by `python -m benchmarks.remedies`; not to be edited by hand.

Each service with one-off cases has a third design, `mended`: it keeps the functions, the rules, the
form and the clock of the functionalised design, and is in all else as diligent as the absorbing
one. It notices, asks by telephone and checks as often, looks for an exception at once, holds
nothing to a deadline, closes nothing early, turns nobody away, and controls and reports as little
([mechanisms.toml](../scenarios/mechanisms.toml)). That moves parts of six of the eight conditions
at once; what a single one does, `requisite attribute` tells. Its staff stand where its work is, in
shares of its own. It has no known face, which would need no new division either (`--set
mended.centralisation.known_face=1`). What it takes to become so diligent is not in the model: only
the minutes are paid.

{verdict}

How much of the way from the functionalised to the absorbing design the mended one goes; more than
100 % is further:

| service | {headings} |
| --- | {rules} |
{shares}

A dash: one of the designs does not settle. What stays in the mended design is what a division of
the work costs by its nature: a case lies until another hand takes it up, and the same rules give
answers that do not fit. What it gains is in it too: specialists and standard answers are faster, a
front office is paid less, and specialists learn sooner.

{tables}

Means of {replications} replications with seed {seed}, at each service's own days, with 95 %
intervals; of chance only.
"""


class Found(NamedTuple):
    """A service with its two comparisons, each with the functionalised design first."""

    scenario: Scenario
    mended: Comparison
    absorbing: Comparison

    def mean(self, measure: str, design: str) -> float | None:
        """Return the mean of a measure; `None` where it has none, or the design does not settle."""
        interval = self.interval(measure, design)
        return interval.mean if interval else None

    def interval(self, measure: str, design: str) -> Interval | None:
        """Return the interval of a measure; `None` where it has none, or it does not settle."""
        comparison = self.mended if design == "mended" else self.absorbing
        place = comparison.designs.index(design)
        if comparison.settling[place].reasons:
            return None
        compared = comparison.measures[measure]
        return (compared.first, compared.second)[place]


def find() -> list[Found]:
    """Compare the three designs of each service that has them."""
    scenarios = [load_scenario(name) for name in list_services()]
    return [
        Found(
            scenario,
            compare(scenario, ("functionalised", "mended"), SETTINGS),
            compare(scenario, ("functionalised", "absorbing"), SETTINGS),
        )
        for scenario in scenarios
        if "mended" in scenario.designs
    ]


def share_of_way(found: Found, measure: str) -> float | None:
    """Return how much of the way to the absorbing design the remedies go."""
    first, mended, last = (found.mean(measure, design) for design in DESIGNS)
    if first is None or mended is None or last is None or first == last:
        return None
    return (first - mended) / (first - last)


def write_shares(found: list[Found]) -> Iterator[str]:
    """Write a row for each service: how much of the way the remedies go, by measure."""
    for one in found:
        ways = (share_of_way(one, measure) for measure in OF_SHARES)
        cells = ["–" if way is None else write_percent(way) for way in ways]
        yield f"| `{one.scenario.service.name}` | {' | '.join(cells)} |"


def write_tables(found: list[Found]) -> Iterator[str]:
    """Write a table for each service: every measure that is shown, in the three designs."""
    for one in found:
        yield f"## {one.scenario.service.name}\n"
        yield f"| | {' | '.join(f'`{design}`' for design in DESIGNS)} |"
        yield "| --- | --- | --- | --- |"
        for measure in SHOWN:
            yield _write_measure(one, measure)
        yield ""


def _write_measure(found: Found, measure: str) -> str:
    intervals = [found.interval(measure, design) for design in DESIGNS]
    unit = found.absorbing.measures[measure].unit
    known = [interval.mean for interval in intervals if interval]
    decimals = decimals_of(known, unit)
    cells = [write_interval(one, unit, decimals) if one else "does not settle" for one in intervals]
    return f"| {MEASURES[measure].title} ({write_unit(unit)}) | {' | '.join(cells)} |"


def tell_verdict(found: list[Found]) -> str:
    """Tell where the mended design costs less, how far it goes, and where it does not settle."""
    known = [one for one in found if share_of_way(one, COST) is not None]
    less = sum(_costs_less(one) for one in known)
    time, failure = (_range_of_way(known, measure) for measure in (TIME, FAILURE))
    others = [f"`{one.scenario.service.name}`" for one in found if one not in known]
    unsettled = f" In {', '.join(others)} the mended design does not settle." if others else ""
    return (
        f"**In {less} of {len(known)} services the mended design clearly costs less than the "
        f"absorbing one (their intervals\nlie apart). Of what that one gains in time it reaches "
        f"{time}, in failure demand {failure}.**"
        f"{unsettled}"
    )


def _costs_less(found: Found) -> bool:
    mended, absorbing = found.interval(COST, "mended"), found.interval(COST, "absorbing")
    return mended is not None and absorbing is not None and mended.high < absorbing.low


def _range_of_way(found: list[Found], measure: str) -> str:
    ways = [way for one in found if (way := share_of_way(one, measure)) is not None]
    return f"{write_percent(min(ways))} to {write_percent(max(ways))}" if ways else "nothing known"


def main() -> None:
    """Compare, and write the page."""
    found = find()
    headings = [str(MEASURES[measure].title) for measure in OF_SHARES]
    PAGE.write_text(
        TEXT.format(
            verdict=tell_verdict(found),
            headings=" | ".join(headings),
            rules=" | ".join("---" for _ in headings),
            shares="\n".join(write_shares(found)),
            tables="\n".join(write_tables(found)).rstrip(),
            replications=SETTINGS.replications,
            seed=SETTINGS.seed,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
