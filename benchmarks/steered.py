"""Does steering by unit cost raise the cost? ``python -m benchmarks.steered`` writes its page.

Each shipped service, with a manager who steers by unit cost: from both designs, as needs vary and
where all are alike.
"""

from collections.abc import Iterator
from pathlib import Path

from sim.scenario import list_services, load_scenario
from sim.steering import Arm, Change, Steering, find_steering
from sim.words.numbers import NOTHING, decimals_of, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "steered.md"
REPLICATIONS, SEED = 6, 1
COST, UNIT_COST = "cost_per_citizen_helped", "unit_cost_per_activity"
TEXT = """# Does the cost rise when one steers by unit cost?

Written by `python -m benchmarks.steered`; not to be edited by hand.

In each service a manager tries one change a quarter for five years and keeps what lowers unit
cost by more than 1 % ([steering.md](steering.md)). Told is the cost from end to end of a citizen
helped in the year after, less what it is for the same citizens where nobody steers, as a part of
that; with 95 % intervals of {replications} replications, seed {seed}. Unit cost is before and
after. *Back*: how many of the conditions that differ end as the functionalised design has them.

| service | needs | from | unit cost | end-to-end cost | | back |
| --- | --- | --- | --- | --- | --- | --- |
{rows}

{summary}
"""


def find_all() -> Iterator[Steering]:
    """Steer each service."""
    for service in list_services():
        print(service, flush=True)
        yield find_steering(
            load_scenario(service), by=("unit-cost",), replications=REPLICATIONS, seed=SEED
        )


def write_row(result: Steering, arm: Arm) -> str:
    """Write the row of one arm."""
    needs = "vary" if arm.has_variety else "alike"
    first = len(result.levers) - sum(arm.second.values())
    cells = (result.service, needs, arm.start, *_tell(arm), f"{first:.1f} of {len(result.levers)}")
    return f"| {' | '.join(cells)} |"


def _tell(arm: Arm) -> tuple[str, str, str]:
    unit_cost, cost = arm.outcome[UNIT_COST], arm.outcome[COST]
    if not arm.settling.settles:
        return NOTHING, NOTHING, "does not settle"
    if not arm.before.settles:
        return NOTHING, NOTHING, "did not settle before"
    return _write_both(unit_cost), _write_share(cost), judge(cost)


def judge(cost: Change) -> str:
    """Say what becomes of the cost."""
    if cost.difference is None:
        return NOTHING
    return {1: "**rises**", 0: "may be chance", -1: "falls"}[cost.difference.sure_sign]


def _write_both(change: Change) -> str:
    if change.nobody is None or change.steered is None:
        return NOTHING
    decimals = decimals_of([change.nobody.mean, change.steered.mean], change.unit)
    return f"{change.nobody.mean:,.{decimals}f} → {change.steered.mean:,.{decimals}f}"


def _write_share(change: Change) -> str:
    if change.nobody is None or change.difference is None:
        return NOTHING
    ends = (end / change.nobody.mean for end in change.difference)
    mean, low, high = (write_percent(end, is_signed=True) for end in ends)
    return f"{mean} ({low} to {high})"


def summarise(results: list[Steering]) -> str:
    """Count in how many services the cost surely rises, falls, or neither."""
    lines = []
    for start in ("absorbing", "functionalised"):
        for has_variety, needs in ((True, "needs vary"), (False, "all needs are alike")):
            arms = [
                arm
                for result in results
                for arm in result.arms
                if arm.start == start and arm.has_variety == has_variety
            ]
            told = [judge(arm.outcome[COST]) for arm in arms if arm.settles]
            rises, falls = told.count("**rises**"), told.count("falls")
            lines.append(
                f"- From the {start} design, where {needs}: the cost surely rises in {rises} of "
                f"{len(arms)} services and falls in {falls}; in {len(told) - rises - falls} it may "
                f"be chance, and {len(arms) - len(told)} do not settle."
            )
    return "\n".join(lines)


def main() -> None:
    """Write the page."""
    results = list(find_all())
    rows = "\n".join(write_row(result, arm) for result in results for arm in result.arms)
    text = TEXT.format(rows=rows, summary=summarise(results), replications=REPLICATIONS, seed=SEED)
    PAGE.write_text(text)


if __name__ == "__main__":
    main()
