"""The page of what was found of the shipped services in plausible worlds.

``python -m sim.manual.worlds`` writes it to `PAGE`, from what ``make robust`` keeps.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sim.analysis.robustness import Deciding, Kept, Spread, Verdict
from sim.analysis.robustness.kept import load_kept
from sim.files import write_text
from sim.words.kept import tell_cheapest

PAGE = Path(__file__).parents[2] / "docs" / "worlds.md"
INTRO = """
# What holds in plausible worlds

Found by `make robust`, which tries every shipped service and keeps what it finds; written from that
by `python -m sim.manual.worlds`. [Robustness](robustness.md) says what a world is, and what a share
of worlds does not mean. The two designs are `functionalised` and `absorbing`, and a change is from
the first to the second.
"""
COST, TIME = "cost_per_citizen_helped", "end_to_end_days"
FAILURE, FACES = "failure_demand_share", "faces_per_month"
BETTER = """
## In how many worlds the absorbing design is better

Of the worlds in which that can be told. *Overwhelmed* counts the worlds in which the functionalised
design alone is, the absorbing one alone, and both.

| service | worlds | cheaper | faster | less failure demand | fewer faces a month | overwhelmed |
|---|---|---|---|---|---|---|
"""
CHANGES = """
## By how much, where neither is overwhelmed

The median, and in brackets the 10th and the 90th percentile; of failure demand in points of
percentage.

| service | worlds | end-to-end cost | end-to-end time | failure demand | faces a month |
|---|---|---|---|---|---|
"""
DECIDING = """
## What decides on the cost

The quantities that go most with the change in cost, by rank correlation: below 0 where more of it
makes the absorbing design cheaper. In bold what is beyond chance.

| service | quantities |
|---|---|
"""
LAW_1 = """
## Law 1: without variety, with ample staff

In how many worlds either design costs less per citizen helped where all needs are standard and
nobody waits for staff.

| service | worlds | functionalised cheaper | absorbing cheaper | change in cost |
|---|---|---|---|---|
"""
MIXES = """
## The cheapest of all mixes

Every condition as the one design has it or as the other has it. A few of the lowest were run again
with other luck to choose one, and that one with other luck again to be told.

"""
NONE = "–"


def worlds_page(kept: Mapping[str, Kept]) -> str:
    """Return the whole page as Markdown."""
    tables = (
        (BETTER, _row_of_better),
        (CHANGES, _row_of_changes),
        (DECIDING, _row_of_deciding),
        (LAW_1, _row_of_law_1),
    )
    sections = [
        head.strip() + "\n" + "\n".join(row(name, one) for name, one in kept.items())
        for head, row in tables
    ]
    mixes = MIXES.strip() + "\n\n" + "\n".join(_tell_mixes(kept))
    return "\n\n".join([INTRO.strip(), *sections, mixes]) + "\n"


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _row_of_better(name: str, kept: Kept) -> str:
    verdicts = [kept.measures.get(measure) for measure in (COST, TIME, FAILURE, FACES)]
    overwhelmed = ", ".join(map(str, kept.overwhelmed))
    return _row(name, kept.worlds, *map(_count, verdicts), overwhelmed)


def _count(verdict: Verdict | None) -> str:
    return f"{verdict.second} of {verdict.judged}" if verdict else NONE


def _row_of_changes(name: str, kept: Kept) -> str:
    changes = [
        kept.measures[measure].change if measure in kept.measures else None
        for measure in (COST, TIME, FAILURE, FACES)
    ]
    worlds = changes[0].worlds if changes[0] else 0
    cells = [_write(change, " points" if n == 2 else " %") for n, change in enumerate(changes)]
    return _row(name, worlds, *cells)


def _write(change: Spread | None, unit: str) -> str:
    if change is None:
        return NONE
    low, middle, high = (f"{100 * end:+.0f}".replace("-", "−") for end in change[:3])
    return f"{middle}{unit} ({low} to {high})"


def _row_of_deciding(name: str, kept: Kept) -> str:
    told = [f"{_write_key(one)} {_write_number(one.correlation)}" for one in kept.deciding]
    return _row(name, "<br>".join(told) or NONE)


def _write_key(one: Deciding) -> str:
    return f"**`{one.key}`**" if one.is_beyond_chance else f"`{one.key}`"


def _write_number(correlation: float) -> str:
    return f"{correlation:+.2f}".replace("-", "−")


def _row_of_law_1(name: str, kept: Kept) -> str:
    if (verdict := kept.law_1) is None:
        return _row(name, 0, NONE, NONE, NONE)
    change = _write(verdict.change, " %")
    return _row(name, verdict.judged, verdict.first, verdict.second, change)


def _tell_mixes(kept: Mapping[str, Kept]) -> Iterator[str]:
    for name, one in kept.items():
        told = " ".join(tell_cheapest(one)).replace("**", "")
        yield f"- `{name}`: {told or 'not told: a design is overwhelmed, or no mix was tried.'}"


if __name__ == "__main__":
    write_text(PAGE, worlds_page(load_kept()), overwrite=True)
