"""Stocks and flows beside the event model: ``python -m benchmarks.twins`` writes its page."""

from collections.abc import Iterator
from pathlib import Path

from sim.analysis.twin import Compared, TwinCheck, find_twin_check
from sim.dynamics import LOOPS
from sim.scenario import has_visits, list_services, load_scenario
from sim.words.numbers import NOTHING, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "twins.md"
REPLICATIONS, SEED = 10, 1
WORLDS = ("base", "more", "less", "fewer", "reform")
TEXT = """# Stocks and flows beside the event model

Written by `python -m benchmarks.twins`; not to be edited by hand.

All services without visits ([dynamics.md](dynamics.md)). How much more stocks and flows say than
the event model, as a part of it: contacts a citizen / failure demand (broad) / end-to-end days, in
a year as it is, with 15 % more demand and 15 % less, and with a tenth fewer staff; after a reform
to this design, contacts a day / failure demand / open cases in the four weeks after it. A dash
stands where stocks and flows are too near tipping to tell a figure, or the event model does not
settle.
{replications} replications of the event model with seed {seed}, at each service's own days.

| service | design | as it is | +15 % | −15 % | a tenth fewer staff | after a reform | tips at |
| --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

{summary}

## What each loop adds

How much more of the work of a citizen, and of end-to-end days, there is with a loop than without,
in stocks and flows: with today's staff, and with the fewest that do not tip.

| service | design | staff | {loops} |
| --- | --- | --- | {lines} |
{acting}
"""


def write_rows(result: TwinCheck) -> Iterator[str]:
    """Write the rows of a service: one for each design."""
    for design, tip in result.tips.items():
        mine = [one for one in result.compared if one.design == design]
        cells = [_write_errors([one for one in mine if one.world == world]) for world in WORLDS]
        tips = f"{tip.few} to {tip.enough}" if tip.few and tip.enough else NOTHING
        yield f"| {' | '.join((result.service, design, *cells, tips))} |"


def _write_errors(compared: list[Compared]) -> str:
    errors = [one.error for one in compared]
    if all(error is None for error in errors):
        return NOTHING
    return " / ".join(
        NOTHING if error is None else write_percent(error, 1, is_signed=True) for error in errors
    )


def write_acting(result: TwinCheck) -> Iterator[str]:
    """Write what each loop adds, a row for each design and number of staff."""
    for design, staff in dict.fromkeys((one.design, one.staff) for one in result.acting):
        cells = [
            _write_changes(one.changes)
            for one in result.acting
            if (one.design, one.staff) == (design, staff)
        ]
        yield f"| {' | '.join((result.service, design, str(staff), *cells))} |"


def _write_changes(changes: dict[str, float | None]) -> str:
    parts = [changes[name] for name in ("worked_days", "days")]
    if any(part is None for part in parts):
        return NOTHING
    return " / ".join(write_percent(part or 0.0, 1, is_signed=True) for part in parts)


def summarise(results: list[TwinCheck]) -> str:
    """Count how many figures are within 5 %."""
    steady = [one for result in results for one in result.compared if one.world != "reform"]
    errors = [one.error for one in steady if one.error is not None]
    within = sum(abs(error) <= 0.05 for error in errors)
    largest = write_percent(max(map(abs, errors)), 1)
    return (
        f"Of {len(steady)} figures of a year {len(errors)} can be compared, {within} of them "
        f"within 5 %; the largest error is {largest}."
    )


def main() -> None:
    """Hold all services without visits against the event model, and write the page."""
    results = []
    for service in list_services():
        scenario = load_scenario(service)
        if has_visits(scenario):
            continue
        results.append(find_twin_check(scenario, replications=REPLICATIONS, seed=SEED))
        print(service, results[-1].largest_error(), flush=True)
    page = TEXT.format(
        replications=REPLICATIONS,
        seed=SEED,
        rows="\n".join(row for result in results for row in write_rows(result)),
        summary=summarise(results),
        loops=" | ".join(loop.name for loop in LOOPS),
        lines=" | ".join("---" for _ in LOOPS),
        acting="\n".join(row for result in results for row in write_acting(result)),
    )
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
