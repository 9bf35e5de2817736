"""What comes out of the nine services: ``python -m benchmarks.verdicts`` writes its page.

Each design of each service on what the report is about, with the cheapest mix of the conditions
beside them; in how many plausible worlds a verdict holds; and what three conditions that the report
speaks of most do, each by its Shapley value.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sim.analysis.attribution import attribute
from sim.analysis.attribution.mixes import build_mixes
from sim.analysis.comparison import Comparison, compare
from sim.analysis.robustness.kept import Kept, find_kept
from sim.analysis.staffing import find_staffing
from sim.experiment import SHIPPED_DESIGNS, RunSettings
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import Scenario, has_visits, list_services, load_scenario
from sim.words.numbers import decimals_of, write_interval, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "verdicts.md"
SETTINGS = RunSettings(replications=20)
OF_SHARES = RunSettings(replications=5)
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
whichever together cost least from end to end. Pay is that of the staff with which nine in ten
cases are met within the same days in both designs of a pair (`requisite staff`; for the mended
design in a pair with the functionalised one, for the mix not looked for). [Plausible
worlds](worlds.md) draw every assumed number from its range.

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

Means of {replications} replications ({few} where conditions are taken apart, 4 of pay) with seed
{seed}, at each service's own days, with 95 % intervals; of chance only. Home care is not taken
apart here: its mixes run for years, and `requisite attribute home-care` takes hours.
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
    cash = _find_cash(scenario, LAST)
    yield Column(FIRST, whole, 0, cash.get(FIRST))
    if MENDED in scenario.designs:
        mended = compare(scenario, (FIRST, MENDED), SETTINGS)
        yield Column(MENDED, mended, 1, _find_cash(scenario, MENDED).get(MENDED))
    yield Column(LAST, whole, 1, cash.get(LAST))
    if kept.cheapest is not None:
        yield _build_mix(scenario, kept.cheapest.moved)


def _build_mix(scenario: Scenario, moved: tuple[str, ...]) -> Column:
    mixes = build_mixes(scenario, SHIPPED_DESIGNS)
    number = sum(1 << place for place, lever in enumerate(mixes.levers) if lever in moved)
    pair = (mixes.names[0], mixes.names[number])
    return Column(MIX, compare(mixes.scenario, pair, SETTINGS), 1, None)


def _find_cash(scenario: Scenario, other: str) -> dict[str, Interval | None]:
    needs = find_staffing(scenario, (FIRST, other), OF_STAFF).needs
    return {design: need.paid_per_year for design, need in needs.items()}


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


def _row(title: str, intervals: list[Interval | None], unit: object) -> str:
    decimals = decimals_of([one.mean for one in intervals if one], unit)
    cells = [write_interval(one, unit, decimals) if one else "–" for one in intervals]
    return f"| {title} | {' | '.join(cells)} |"


def tell_kept(kept: Kept) -> Iterator[str]:
    """Tell what the cheapest mix is made of, and in how many worlds a verdict holds."""
    if kept.cheapest is not None:
        moved = ", ".join(kept.cheapest.moved) or "nothing"
        yield f"The cheapest mix has from the absorbing design: {moved}.\n"
    told = [
        f"{MEASURES[name].title.lower()}: {verdict.second} of {verdict.judged}"
        for name, verdict in kept.measures.items()
        if name in (COST, TIME, FAILURE)
    ]
    if told:
        yield f"Worlds in which the absorbing design does better: {'; '.join(told)}.\n"


def write_shares(scenario: Scenario) -> Iterator[str]:
    """Write what three conditions do in one service, a row for each measure."""
    if has_visits(scenario):
        return  # its mixes run for years, and take hours
    measures = (COST, TIME, FAILURE)
    found = attribute(scenario, measures=measures, settings=OF_SHARES).measures
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
            seed=SETTINGS.seed,
        ),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
