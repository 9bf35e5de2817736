"""Do costs rise when one cuts staff? ``python -m benchmarks.squeezed`` writes its page."""

from collections.abc import Iterator
from pathlib import Path

from sim.analysis.squeeze import Comeback, Cut, Level, Squeezed, find_squeeze
from sim.scenario import list_services, load_scenario
from sim.words.numbers import NOTHING, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "squeezed.md"
REPLICATIONS, SEED = 5, 1
WORKED, PAID = "cost_per_citizen_helped", "paid_cost_per_month"
TEXT = """# Do costs rise when one cuts staff?

Written by `python -m benchmarks.squeezed`; not to be edited by hand.

Each service with fewer and fewer staff ([squeeze.md](squeeze.md)): between which numbers of staff
a design tips; what a tenth less does today, on the cost of the work of a citizen helped and on
what is paid; and whether end-to-end time (where there are visits: cost) is back half a year after
half a year with the fewest staff looked at. Means of {replications} replications with seed
{seed}, at each service's own days; in brackets 95 % intervals, of chance only.

| service | design | staff today | tips at | a cut to | cost of the work | paid | comes back |
| --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

{summary}
"""


def write_row(service: str, design: str, squeezed: Squeezed) -> str:
    """Write the row of one design."""
    tips = NOTHING if squeezed.tips is None else f"{squeezed.tips[1]} to {squeezed.tips[0]}"
    cut = squeezed.cuts[0] if squeezed.cuts else None
    cells = (service, design, str(squeezed.today), tips, *tell_cut(cut, squeezed.levels[0]))
    return f"| {' | '.join((*cells, tell_comeback(squeezed.comeback)))} |"


def tell_cut(cut: Cut | None, level: Level) -> tuple[str, str, str]:
    """Tell what a cut by a tenth does."""
    if cut is None:
        return NOTHING, NOTHING, NOTHING
    if not cut.settles:
        return str(cut.after), "does not settle", NOTHING
    return str(cut.after), _write_part(cut, level, WORKED), _write_part(cut, level, PAID)


def _write_part(cut: Cut, level: Level, name: str) -> str:
    change, whole = cut.changes[name], level.measures[name]
    if change is None or whole is None:
        return NOTHING
    mean, low, high = (write_percent(end / whole.mean, 1, is_signed=True) for end in change)
    return f"{mean} ({low} to {high})"


def tell_comeback(comeback: Comeback | None) -> str:
    """Tell whether it comes back."""
    if comeback is None:
        return NOTHING
    time = comeback.measures["end_to_end_days"]
    name = WORKED if time is None else "end_to_end_days"
    change, before = comeback.measures[name], comeback.before[name]
    if change is None or before is None:
        return NOTHING
    is_back = change.sure_sign <= 0 or change.mean <= before.mean / 10
    part = write_percent(change.mean / before.mean, is_signed=True)
    return f"{'yes' if is_back else '**no**'} ({comeback.squeezed} staff: {part})"


def summarise(found: list[tuple[str, str, Squeezed]]) -> str:
    """Count where the cost of the work, and what is paid, surely rises with a cut today."""
    cuts = [squeezed.cuts[0] for _, _, squeezed in found if squeezed.cuts]
    told = [cut for cut in cuts if cut.settles]
    counts = {
        name: [sum(_sign(cut, name) == sign for cut in told) for sign in (1, 0, -1)]
        for name in (WORKED, PAID)
    }
    return (
        f"Of {len(cuts)} designs, {len(told)} settle before and after the cut. In those, the cost "
        f"of the work surely rises in {counts[WORKED][0]}, falls in {counts[WORKED][2]} and may be "
        f"the same in {counts[WORKED][1]}; what is paid rises in {counts[PAID][0]} and falls in "
        f"{counts[PAID][2]}."
    )


def _sign(cut: Cut, name: str) -> int:
    change = cut.changes[name]
    return 0 if change is None else change.sure_sign


def find_all() -> Iterator[tuple[str, str, Squeezed]]:
    """Squeeze both designs of each service."""
    for service in list_services():
        print(service, flush=True)
        scenario = load_scenario(service)
        result = find_squeeze(scenario, replications=REPLICATIONS, seed=SEED)
        for design, squeezed in result.designs.items():
            yield service, design, squeezed


def main() -> None:
    """Write the page."""
    found = list(find_all())
    rows = "\n".join(write_row(*one) for one in found)
    asked = {"replications": REPLICATIONS, "seed": SEED}
    PAGE.write_text(TEXT.format(rows=rows, summary=summarise(found), **asked))


if __name__ == "__main__":
    main()
