"""What comes out of the nine services: ``python -m benchmarks.verdicts`` writes its page.

Each design of each service on what the report is about, with the cheapest mix of the conditions
beside them; in how many plausible worlds a verdict holds; and what three conditions that the report
speaks of most do, each by its Shapley value.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sim.analysis.attribution import attribute
from sim.analysis.attribution.mixes import build_mixes
from sim.analysis.comparison import Comparison, compare
from sim.analysis.robustness import find_robustness
from sim.analysis.robustness.kept import Kept, find_kept
from sim.analysis.robustness.verdict import Verdict
from sim.analysis.staffing import Promise, find_staffing
from sim.experiment import SHIPPED_DESIGNS, RunSettings
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import Scenario, has_visits, list_services, load_scenario
from sim.words.numbers import decimals_of, write_interval, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "verdicts.md"
SETTINGS = RunSettings(replications=20)
OF_SHARES = RunSettings(replications=5)
OF_SHARES_OF_VISITS = RunSettings(replications=2)
"""Their mixes run for years."""
OF_STAFF = RunSettings(replications=4)
FIRST, LAST = SHIPPED_DESIGNS
MENDED, MIX = "mended", "cheapest mix"
COST, TIME, FAILURE = "cost_per_citizen_helped", "end_to_end_days", "failure_demand_share"
SHOWN = (COST, "cost_own_budget", TIME, FAILURE, "faces_per_month")
CASH = "Pay in a year, with the staff that keep the same promise"
TAKEN_APART = ("functions", "targets", "purpose")
"""Hands and waits between them; deadlines and what is held for them; what counts as done, with
noticing and checking."""
TEXT = """# What comes out, service by service

Written by `python -m benchmarks.verdicts`; not to be edited by hand.

Every service on the mechanisms that all share ([mechanisms.toml](../scenarios/mechanisms.toml)).
The `cheapest mix` takes each condition from the functionalised or from the absorbing design,
whichever together cost least from end to end. Pay is that of the staff with which one promise is
kept in every design of a service: nine in ten cases met within as many days as the functionalised
and the absorbing design can both keep, or on visits no more left unmet (`requisite staff`; a dash:
not with four times the staff of today). [Plausible worlds](worlds.md) draw every assumed number
from its range; a verdict is counted where one can be told.

{tables}

## What three conditions do

Part of the whole difference between the functionalised and the absorbing design that is due to
one condition: its Shapley value, over every order of moving all conditions. `functions` is the
division of the work with the waits where it changes hands, `targets` what is held to a deadline
and closed early, `purpose` what counts as done, with noticing and checking. Below 0 %: it works
against the difference. A dash: what is left could be chance, or no order leads through mixes that
settle.

| service | measure | {conditions} |
| --- | --- | {rules} |
{shares}

Means of {replications} replications (4 of pay; {few} where conditions are taken apart, {fewest} in
home care, whose mixes run for years) with seed {seed}, at each service's own days, with 95 %
intervals; of chance only.
"""


class Column(NamedTuple):
    """A design of a service, with a comparison in which it stands."""

    name: str
    comparison: Comparison
    place: int
    cash: Interval | None

    def interval(self, measure: str) -> Interval | None:
        """Return what was found of a measure; `None` where it has none, or does not settle."""
        if self.comparison.settling[self.place].reasons:
            return None
        compared = self.comparison.measures[measure]
        return (compared.first, compared.second)[self.place]


def build_columns(scenario: Scenario, kept: Kept) -> Iterator[Column]:
    """Compare the designs of a service, and its cheapest mix, each with the functionalised one."""
    whole = compare(scenario, SHIPPED_DESIGNS, SETTINGS)
    staffing = find_staffing(scenario, SHIPPED_DESIGNS, OF_STAFF)
    first, last = (staffing.needs[name].paid_per_year for name in SHIPPED_DESIGNS)
    yield Column(FIRST, whole, 0, first)
    if MENDED in scenario.designs:
        yield _build_column(MENDED, scenario, (FIRST, MENDED), staffing.promise)
    yield Column(LAST, whole, 1, last)
    if kept.cheapest is not None:
        mixed, pair = find_mix(scenario, kept.cheapest.moved)
        yield _build_column(MIX, mixed, pair, staffing.promise)


def find_mix(scenario: Scenario, moved: tuple[str, ...]) -> tuple[Scenario, tuple[str, str]]:
    """Return a scenario with a mix as a design, and the names there of its first design and it."""
    mixes = build_mixes(scenario, SHIPPED_DESIGNS)
    number = sum(1 << place for place, lever in enumerate(mixes.levers) if lever in moved)
    return mixes.scenario, (mixes.names[0], mixes.names[number])


def _build_column(name: str, scenario: Scenario, pair: tuple[str, str], promise: Promise) -> Column:
    """Compare the second of two designs with the first, and find its pay for a promise."""
    staffing = find_staffing(
        scenario,
        pair,
        OF_STAFF,
        within_days=promise.within_days,
        share=promise.share,
        unmet=promise.unmet,
        utilisation=promise.utilisation,
    )
    pay = staffing.needs[pair[1]].paid_per_year
    return Column(name, compare(scenario, pair, SETTINGS), 1, pay)


def write_table(scenario: Scenario) -> Iterator[str]:
    """Write the table of one service."""
    kept = find_kept(scenario, SHIPPED_DESIGNS)
    if kept is None:
        sys.exit(f"{scenario.service.name} is not kept: `make robust` first")
    columns = list(build_columns(scenario, kept))
    yield f"## {scenario.service.name}\n"
    yield f"| {scenario.service.currency}, days | {' | '.join(f'`{c.name}`' for c in columns)} |"
    yield f"| --- | {' | '.join('---' for _ in columns)} |"
    for measure in SHOWN:
        unit = columns[0].comparison.measures[measure].unit
        yield _row(str(MEASURES[measure].title), [c.interval(measure) for c in columns], unit)
    unit = columns[0].comparison.measures[COST].unit
    yield _row(CASH, [column.cash for column in columns], unit)
    yield ""
    yield from tell_kept(kept)
    if MENDED in scenario.designs:
        yield from (tell_worlds(scenario, pair) for pair in ((FIRST, MENDED), (MENDED, LAST)))


def _row(title: str, intervals: list[Interval | None], unit: object) -> str:
    decimals = decimals_of([one.mean for one in intervals if one], unit)
    cells = [write_interval(one, unit, decimals) if one else "–" for one in intervals]
    return f"| {title} | {' | '.join(cells)} |"


def tell_kept(kept: Kept) -> Iterator[str]:
    """Tell what the cheapest mix is made of, and in how many worlds a verdict holds."""
    if kept.cheapest is not None:
        moved = ", ".join(kept.cheapest.moved) or "nothing"
        yield f"The cheapest mix has from the absorbing design: {moved}.\n"
    yield _count_worlds(SHIPPED_DESIGNS, kept.worlds, kept.measures)


def tell_worlds(scenario: Scenario, pair: tuple[str, str]) -> str:
    """Try two designs in plausible worlds, and tell in how many the second does better."""
    found = find_robustness(scenario, pair)
    return _count_worlds(pair, found.worlds, found.measures)


def _count_worlds(pair: tuple[str, str], worlds: int, verdicts: Mapping[str, Verdict]) -> str:
    told = [
        f"{MEASURES[name].title.lower()}: {verdict.second} of {verdict.judged}"
        for name, verdict in verdicts.items()
        if name in (COST, TIME, FAILURE)
    ]
    first, second = pair
    found = "; ".join(told) or "none can be told"
    return f"In {worlds} plausible worlds `{second}` does better than `{first}`: {found}.\n"


def write_shares(scenario: Scenario) -> Iterator[str]:
    """Write what three conditions do in one service, a row for each measure."""
    measures = (COST, FAILURE) if has_visits(scenario) else (COST, TIME, FAILURE)
    settings = OF_SHARES_OF_VISITS if has_visits(scenario) else OF_SHARES
    found = attribute(scenario, measures=measures, settings=settings).measures
    for name in measures:
        parts = {share.condition: share.of_whole for share in found[name].shares}
        cells = [write_percent(part.mean) if (part := parts.get(c)) else "–" for c in TAKEN_APART]
        yield f"| `{scenario.service.name}` | {MEASURES[name].title} | {' | '.join(cells)} |"


def main() -> None:
    """Compare, take apart, and write the page."""
    tables, shares = [], []
    for name in list_services():
        print(name, flush=True)
        scenario = load_scenario(name)
        tables += write_table(scenario)
        shares += write_shares(scenario)
    PAGE.write_text(
        TEXT.format(
            tables="\n".join(tables).rstrip(),
            shares="\n".join(shares),
            conditions=" | ".join(f"`{name}`" for name in TAKEN_APART),
            rules=" | ".join("---" for _ in TAKEN_APART),
            replications=SETTINGS.replications,
            few=OF_SHARES.replications,
            fewest=OF_SHARES_OF_VISITS.replications,
            seed=SETTINGS.seed,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
