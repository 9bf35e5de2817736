"""Do costs rise when one cuts staff? ``python -m benchmarks.squeezed`` writes its page."""

from collections.abc import Iterator
from pathlib import Path

from sim.analysis.squeeze import Comeback, Cut, Level, Squeezed, find_squeeze
from sim.scenario import list_services, load_scenario
from sim.words.numbers import NOTHING, write_percent

PAGE = Path(__file__).parents[1] / "docs" / "squeezed.md"
REPLICATIONS, SEED = 5, 1
WORKED, PAID = "cost_per_citizen_helped", "paid_cost_per_month"
UNMET = "unmet_need_share"
TEXT = """# Do costs rise when one cuts staff?

Written by `python -m benchmarks.squeezed`; not to be edited by hand.

Each service with fewer and fewer staff ([squeeze.md](squeeze.md)): between which numbers of staff
a design tips, by the event model and by stocks and flows ([dynamics.md](dynamics.md)); what about a
tenth less does today, on the cost of the work of a citizen helped and on what is paid; what share
of needs stays unmet today and with the fewest staff looked at; and whether open cases (where there
are visits: the cost) are back half a year after half a year with so few. The two designs are
squeezed to different numbers of staff, each to where it no longer settles. Visits do not queue for
days: what cannot be made is missed, so no design with visits tips, and what that does stands under
unmet. Means of {replications} replications with seed {seed}, at each service's own days; in
brackets 95 % intervals, of chance only.

| service | design | today | tips at | in flows | a cut to | work | paid | unmet | comes back |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
{rows}

{summary}
"""


def write_row(service: str, design: str, squeezed: Squeezed) -> str:
    """Write the row of one design."""
    tips = NOTHING if squeezed.tips is None else f"{squeezed.tips[1]} to {squeezed.tips[0]}"
    cut = squeezed.cuts[0] if squeezed.cuts else None
    twin = squeezed.twin_tips
    flows = f"{twin.few} to {twin.enough}" if twin and twin.few and twin.enough else NOTHING
    cells = [service, design, str(squeezed.today), tips, flows]
    cells += [*tell_cut(cut, squeezed.levels[0]), tell_unmet(squeezed)]
    cells.append(tell_comeback(squeezed.comeback))
    return f"| {' | '.join(cells)} |"


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
    change, before = comeback.measures[comeback.figure], comeback.before[comeback.figure]
    if change is None or before is None:
        return NOTHING
    told = {True: "yes", False: "**no**", None: "cannot be told"}[comeback.is_back]
    part = write_percent(change.mean / before.mean, is_signed=True)
    return f"{told} ({comeback.squeezed} staff: {part})"


def tell_unmet(squeezed: Squeezed) -> str:
    """Tell what stays unmet today, and with the fewest staff looked at."""
    ends = (squeezed.levels[0].measures[UNMET], squeezed.levels[-1].measures[UNMET])
    return " → ".join(NOTHING if end is None else write_percent(end.mean) for end in ends)


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
