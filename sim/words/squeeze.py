"""What is said of fewer and fewer staff: where a design tips, what a cut does, what comes back."""

from collections.abc import Iterator
from typing import Any

from sim.analysis.squeeze import Comeback, Cut, Level, Squeeze, Squeezed
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources, warn_of_few
from sim.words.designs import mention_design, name_design
from sim.words.dynamics import tell_twin_tip
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    currency_of,
    decimals_of,
    write_headlines,
    write_number,
    write_percent,
    write_unit,
    write_value,
)

WORKED, PAID, UNMET = "cost_per_citizen_helped", "paid_cost_per_month", "unmet_need_share"
HEADING = Message("{title}: fewer and fewer staff")
STAFF, SETTLES = Message("staff"), Message("settles")
YES, NO = Message("yes"), Message("no")
HOW = Message(
    "Each number of staff meets the same citizens with the same luck; the two designs are squeezed "
    "to different numbers, each to where it no longer settles. End-to-end cost counts the hours "
    "that citizens take, at a rate that holds the idle ones, with what falls on others; what is "
    "paid counts the hours on shift. Of what does not settle no means are told."
)
RUNS = Message("{replications} replications of {days} days, seed {seed}.")


def tell_heading(title: str) -> str:
    """Tell what is looked at."""
    return say(HEADING, title=title)


def tell_squeezed(design: str, squeezed: Squeezed) -> list[str]:
    """Tell where a design tips, what a tenth less does today, and whether it comes back."""
    return [say_sentence(sentence) for sentence in _tell(design, squeezed)]


def _tell(design: str, squeezed: Squeezed) -> Iterator[Message]:
    yield _tell_tip(design, squeezed)
    if squeezed.twin_tips is not None and squeezed.levels[0].settling.settles:
        yield tell_twin_tip(design, squeezed.twin_tips)
    if squeezed.cuts and squeezed.cuts[0].before == squeezed.today:
        yield _tell_cut(squeezed.cuts[0], squeezed.levels[0])
    if squeezed.comeback is not None:
        yield _tell_comeback(squeezed.today, squeezed.comeback)


def _tell_tip(design: str, squeezed: Squeezed) -> Message:
    asked: dict[str, Any] = {"design": mention_design(design), "today": squeezed.today}
    if not squeezed.levels[0].settling.settles:
        return Message("{design} does not settle with its {today} staff of today", **asked)
    if squeezed.tips is None:
        return _tell_unmet(asked, squeezed.levels)
    enough, few = squeezed.tips
    return Message(
        "{design} **tips between {enough} and {few} staff**; today there are {today}",
        enough=enough,
        few=few,
        **asked,
    )


def _tell_unmet(asked: dict[str, Any], levels: tuple[Level, ...]) -> Message:
    """Tell of a design that does not tip what it leaves undone: visits do not queue for days."""
    asked = {**asked, "fewest": levels[-1].staff}
    before, after = (level.measures[UNMET] for level in (levels[0], levels[-1]))
    if before is None or after is None:
        return Message(
            "{design} settles with {fewest} staff still; today there are {today}", **asked
        )
    return Message(
        "{design} settles with {fewest} staff still, and **{after} of needs stay unmet** then; "
        "today there are {today}, and {before} stay unmet",
        before=write_percent(before.mean),
        after=write_percent(after.mean),
        **asked,
    )


def _tell_cut(cut: Cut, level: Level) -> Message:
    asked = {"before": cut.before, "after": cut.after}
    worked, paid = (_say_part(cut.changes[name], level.measures[name]) for name in (WORKED, PAID))
    if not cut.settles or worked is None or paid is None:
        return Message("with {after} staff in place of {before} it does not settle", **asked)
    told = Message(
        "with {after} staff in place of {before}, the end-to-end cost of a citizen helped changes "
        "by {worked} and what is paid by {paid}",
        worked=worked,
        paid=paid,
        **asked,
    )
    change = cut.changes[WORKED]
    if change is not None and change.sure_sign > 0:
        return Message("{told}: there is more to do for each who is helped", told=told)
    return told


def _say_part(change: Interval | None, whole: Interval | None) -> str | None:
    """Say a change as a part of what was, with its interval."""
    if change is None or whole is None or not whole.mean:
        return None
    mean, low, high = (write_percent(end / whole.mean, 1, is_signed=True) for end in change)
    return say(Message("{mean} ({low} to {high})", mean=mean, low=low, high=high))


def _tell_comeback(today: int, comeback: Comeback) -> Message:
    name = comeback.figure
    change, before = comeback.measures[name], comeback.before[name]
    asked: dict[str, Any] = {"squeezed": comeback.squeezed, "today": today}
    if change is None or before is None:
        return Message("whether it comes back is not known")
    was, now = write_headlines(
        (before.mean, before.mean + change.mean), str(MEASURES[name].unit.value)
    )
    ends = write_headlines((change.low, change.high), str(MEASURES[name].unit.value))
    low, high = ends
    asked |= {"figure": MEASURES[name].title, "was": was, "now": now, "low": low, "high": high}
    if comeback.is_back is None:
        return Message(
            "half a year with {squeezed} staff, and half a year with {today} again: whether it has "
            "come back cannot be told ({figure}: {now}, and {was} where nobody was let go; between "
            "them {low} to {high}, 95%)",
            **asked,
        )
    if comeback.is_back:
        return Message(
            "half a year with {squeezed} staff, and half a year with {today} again: it comes back "
            "({figure}: {now}, and {was} where nobody was let go; between them {low} to {high}, "
            "95%)",
            **asked,
        )
    return Message(
        "half a year with {squeezed} staff, and half a year with {today} again: it **has not come "
        "back** ({figure}: {now}, and {was} where nobody was let go; between them {low} to {high}, "
        "95%)",
        **asked,
    )


def heads_of_levels(result: Squeeze) -> list[str]:
    """Return the heads of the table."""
    return [say(STAFF), *(_head(name, result.units[name]) for name in _shown(result)), say(SETTLES)]


def _head(name: str, unit: str) -> str:
    """Return the head of a column: a measure's title, with the unit where it is money."""
    title = say(MEASURES[name].title)
    return f"{title}, {write_unit(unit)}" if currency_of(unit) else title


def rows_of_levels(result: Squeeze) -> list[list[str]]:
    """Return a row for each number of staff, below the name of the design."""
    rows = []
    for design, squeezed in result.designs.items():
        rows.append([say(name_design(design))])
        rows += [_row(result, level) for level in squeezed.levels]
    return rows


def _shown(result: Squeeze) -> list[str]:
    """List the measures that apply anywhere."""
    levels = [level for squeezed in result.designs.values() for level in squeezed.levels]
    return [name for name in result.units if any(level.measures[name] for level in levels)]


def _row(result: Squeeze, level: Level) -> list[str]:
    is_told = level.settling.settles
    cells = [
        _write(level.measures[name] if is_told else None, result.units[name])
        for name in _shown(result)
    ]
    settles = say(YES if level.settling.settles else NO)
    return [write_number(level.staff, 0), *cells, settles]


def _write(interval: Interval | None, unit: str) -> str:
    if interval is None:
        return NOTHING
    return write_value(interval.mean, unit, decimals_of([interval.mean], unit))


def tell_basis_of_squeeze(result: Squeeze) -> list[str]:
    """Tell how it was found."""
    asked = {"replications": result.replications, "days": result.days, "seed": result.seed}
    return [
        say(HOW),
        say(RUNS, **asked),
        *map(say, (*warn_of_few(result.replications), CHANCE_ONLY)),
        tell_sources(result.provenance.sources),
        *tell_changes(result.provenance),
    ]
