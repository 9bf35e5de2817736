"""What was to be reached, and whether it was."""

from collections.abc import Iterator, Sequence
from math import isfinite, nan

from benchmarks.own_forecast.tell import OURS, SIMOD, Told
from benchmarks.report import Section, build_text
from sim.own.estimate import TITLES

CLOSE = 0.15
WITHIN = ("faces_per_case", "asks_per_case")
AS_REPEAT = ("days_p50", "days_p90")
MEASURES = {
    "n_gram": "n-grams of two steps",
    "absolute": "absolute event distribution, hours",
    "circadian": "circadian event distribution, hours",
    "relative": "relative event distribution, hours",
    "cycle_time": "cycle time, hours",
    "arrivals": "arrivals of cases, hours",
}
OF_CONTROL_FLOW = "n_gram"
MUCH = 10.0
"""From so many times what came on, an error is not told in figures."""
REACHED, MISSED, NOT_TOLD = "reached", "**NOT REACHED**", "not told"


def list_goals(told: Sequence[Told]) -> Iterator[tuple[str, list[str]]]:
    """List what was to be reached, and per log whether it was."""
    for name in WITHIN:
        title = f"{TITLES[name]}: within {CLOSE:.0%}"
        yield title, [judge(one.held[name].error, CLOSE, is_part=True) for one in told]
    for name in AS_REPEAT:
        held = [one.held[name] for one in told]
        title = f"{TITLES[name]}: no worse than repeat"
        yield title, [judge(one.error, one.error_of_repeating, is_part=True) for one in held]
    for name, title in MEASURES.items():
        if name == OF_CONTROL_FLOW:
            continue
        pairs = [(find_distance(one, OURS, name), find_distance(one, SIMOD, name)) for one in told]
        yield f"{title}: at or under Simod's", [judge(ours, most) for ours, most in pairs]


def judge(figure: float, most: float, *, is_part: bool = False) -> str:
    """Say whether a figure is small enough; one that is part of what came is told."""
    if not (isfinite(figure) and isfinite(most)):
        return NOT_TOLD
    if figure <= most:
        return REACHED
    if is_part and figure >= MUCH:
        return MISSED
    return f"{MISSED} ({figure:.1%})" if is_part else MISSED


def build_goals(told: Sequence[Told]) -> str:
    """Build the table of goals, and a sentence of those that are of most logs."""
    goals = list(list_goals(told))
    rows: list[tuple[str, ...]] = [(title, *cells) for title, cells in goals]
    rows.append(("becomes another service", *("yes" if _is_other(one) else "no" for one in told)))
    held = [one.held[name] for one in told for name in AS_REPEAT]
    pairs = [(one.error, one.error_of_repeating) for one in held if isfinite(one.error)]
    better = sum(ours < repeated for ours, repeated in pairs)
    cells = [cell for _, all_cells in goals for cell in all_cells if cell != NOT_TOLD]
    reached = sum(cell == REACHED for cell in cells)
    is_most = REACHED if 2 * better > len(pairs) else MISSED
    note = (
        f"{reached} of {len(cells)} reached. Of {len(pairs)} quantiles of days {better} are better "
        f"than repeat (goal: most): {is_most}. In a log that becomes another service what was "
        "missed is missed all the same; it is told that it does."
    )
    columns = ("goal", *(one.source.name for one in told))
    return build_text(Section("Goals", note, columns, rows, []))


def _is_other(told: Told) -> bool:
    return told.found.became_another


def find_distance(told: Told, which: str, name: str) -> float:
    """Return how far from what came something is, by one measure; NaN where that says nothing."""
    if which == OURS and name == OF_CONTROL_FLOW:
        return nan
    return told.distances.get(which, {}).get(name, nan)
