"""What the page on which levers are moved says: the verdict, what changed it, titles of charts."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.comparison import Compared, Comparison
from sim.message import Message
from sim.results import Interval
from sim.words.comparison import Designs, Measures
from sim.words.designs import mention_design, name_condition
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    SHARE,
    decimals_of,
    write_decimal,
    write_ends,
    write_headline,
    write_headlines,
    write_list,
    write_quantity,
    write_range,
    write_saving,
)

LEVERS = Message("Move a lever")
LEVERS_HELP = Message("All but the first change {design} alone.")
VARIETY = Message("Variety of needs")
FACTOR = Message("{factor} × the file's")
AS_IT_IS, AS_IN_OTHER = Message("as it is"), Message("as in {design}")
TAKEN = {
    "standards": Message("standards"),
    "targets": Message("targets"),
    "functions": Message("hand-overs"),
    "digital": Message("digital intake"),
}
"""The four conditions that have a plain lever, and what it is called, within a sentence as well."""
UNDO, REDO, RESET = Message("Undo"), Message("Redo"), Message("Back to the file")
DRAFT = Message("A draft; the full run follows.")
TOO_SHORT = Message("The draft is too short to tell; the full run follows")
PRICED = Message(
    "At the price of the time that it takes: hours freed are money only when fewer are paid for."
)
REFINED = Message(
    "{replications} replications of {days} days, seed {seed}. Of chance alone the change in cost "
    "is {low} to {high}."
)
REFINED_PLAIN = Message("{replications} replications of {days} days, seed {seed}.")
THE_LINE = Message("Where the order turns")
LINE_SUBTITLE = Message("Cost per citizen helped as needs vary more; grey: chance could turn it")
CAUSES_SUBTITLE = Message("Contacts per case, by the condition of the design that causes them")
TIME_SUBTITLE = Message("Days from first contact, in the mean")
FACES_SUBTITLE = Message("Different members of staff that a citizen meets")
STAFF_SUBTITLE = Message("Hours of work in a year, for the same citizens")
LIVED, REPORTED = Message("As the citizen lives it"), Message("On the target's clock")
PIN, UNPIN = Message("Pin this run"), Message("Unpin all")
PIN_NAME = Message("Its name")
PINNED = Message("Pinned runs, side by side")
BEFORE = Message("Dotted: before your change.")


SAID_BY_VERDICT = ("cost_per_citizen_helped", "staff_hours_per_year")
"""The measures from which a verdict is told."""


class Saving(NamedTuple):
    """How much less a citizen helped costs in the second design, or that it cannot be told."""

    share: float | None
    """Of the dearer one's cost: positive where the second is cheaper; `None` if it is not told."""
    is_sure: bool


def find_saving(comparison: Comparison) -> Saving:
    """Return how much less the second design costs."""
    cost = comparison.measures["cost_per_citizen_helped"]
    if not comparison.settles or cost.first is None or cost.second is None or not cost.difference:
        return Saving(None, is_sure=False)
    share = 1 - cost.second.mean / cost.first.mean
    if share < 0:
        share = -(1 - cost.first.mean / cost.second.mean)
    return Saving(share, is_sure=bool(cost.difference.sure_sign))


def tell_verdict(comparison: Comparison, *, is_draft: bool = False) -> str:
    """Tell in one sentence which design costs less; hours before money.

    A draft that does not settle tells nothing: it may be too short.
    """
    if is_draft and not comparison.settles:
        return say(TOO_SHORT)
    return say_sentence(_find_verdict(comparison))


def _find_verdict(comparison: Comparison) -> Message:
    designs, saving = comparison.designs, find_saving(comparison)
    if not comparison.settles:
        lost = [d for d, s in zip(designs, comparison.settling, strict=True) if not s.settles]
        if len(lost) == len(designs):
            return Message("Neither design settles: its figures depend on how long one looks")
        return Message(
            "{design} does not settle: its figures depend on how long one looks",
            design=mention_design(lost[0]),
        )
    if saving.share is None:
        return Message("The cost per citizen helped cannot be compared")
    if not saving.is_sure:
        return Message("Neither design costs less beyond chance")
    told = {
        "winner": mention_design(designs[saving.share > 0]),
        "percent": write_saving(abs(saving.share)),
    }
    hours = _find_hours(comparison.measures["staff_hours_per_year"], saving.share)
    if hours is None:
        return Message("A citizen helped costs {percent} less in {winner}", **told)
    return Message(
        "{winner} takes {hours} fewer hours of work a year: {percent} less cost per citizen helped",
        hours=hours,
        **told,
    )


def _find_hours(hours: Compared, share: float) -> str | None:
    """Return the hours that are freed, if that is sure and on the side of the cost."""
    difference = hours.difference
    if difference is None or not difference.sure_sign or (difference.mean < 0) != (share > 0):
        return None
    return write_headline(abs(difference.mean), "")


def tell_change(before: Comparison, now: Comparison, what: Sequence[str]) -> str:
    """Tell how the verdict on cost moved, and what moved it."""
    old, new = find_saving(before), find_saving(now)
    if old.is_sure and new.is_sure and old.share and new.share and old.share * new.share > 0:
        told = Message("{before} → {after} less: {what}")
        ends = (write_saving(abs(share)) for share in (old.share, new.share))
    else:
        told = Message("{before} → {after}: {what}")
        ends = (say(_name_saving(one)) for one in (before, now))
    filled = dict(zip(("before", "after"), ends, strict=True))
    return say_sentence(Message(told.template, what=write_list(list(what)), **filled))


def _name_saving(comparison: Comparison) -> Message:
    saving = find_saving(comparison)
    if not comparison.settles:
        return Message("does not settle")
    if saving.share is None:
        return Message("not comparable")
    if not saving.is_sure:
        return Message("no sure difference")
    share, design = saving.share, _second(comparison)
    if share > 0:
        return Message("{percent} less in {design}", percent=write_saving(share), design=design)
    more = -share / (1 + share)  # of the cheaper one's cost: what is more is more than that
    return Message("{percent} more in {design}", percent=write_saving(more), design=design)


def _second(comparison: Comparison) -> Message | str:
    return mention_design(comparison.designs[1])


def name_taken(condition: str, other: str) -> str:
    """Say that a condition is taken from the other design, in the words of its lever if any."""
    return say(
        Message(
            "{condition} as in {design}",
            condition=TAKEN.get(condition, name_condition(condition)),
            design=mention_design(other),
        )
    )


def name_variety(factor: float) -> str:
    """Say that needs vary so many times as much."""
    if factor == 0:
        return say(Message("needs do not vary"))
    return say(Message("needs vary {factor} × as much", factor=write_decimal(factor)))


def name_others(count: int) -> str:
    """Say how many other values differ."""
    return say(Message.counted("{n} other value", "{n} other values", n=count))


def tell_run(comparison: Comparison, *, is_draft: bool) -> str:
    """Tell how sure a verdict is, of chance alone."""
    if is_draft:
        return say(DRAFT)
    told = {
        "replications": comparison.replications,
        "days": comparison.days,
        "seed": comparison.seed,
    }
    cost = comparison.measures["cost_per_citizen_helped"]
    if not comparison.settles or cost.first is None or cost.difference is None:
        return say(Message(REFINED_PLAIN.template, **told))
    ends = (cost.difference.low / cost.first.mean, cost.difference.high / cost.first.mean)
    low, high = write_ends(*ends, SHARE, is_signed=True)
    return say(Message(REFINED.template, low=low, high=high, **told))


def tell_time(measures: Measures, designs: Designs) -> str:
    """Tell what the target's clock says and what citizens live: a title that is a finding."""
    lived, reported = measures["end_to_end_days"], measures["reported_days"]
    if lived.first is None or reported.first is None:
        return say(Message("How long it takes"))
    says, live = write_headlines((reported.first.mean, lived.first.mean), "")
    return say_sentence(
        Message(
            "In {design} the target's clock says {reported} days, and citizens live {lived}",
            design=mention_design(designs[0]),
            reported=says,
            lived=live,
        )
    )


def tell_faces(faces: Compared, designs: Designs) -> str:
    """Tell how many faces a citizen meets."""
    told = Message("A citizen meets {first} faces in {a}, and {second} in {b}")
    alike = Message("A citizen meets {first} faces in {a}, and as many in {b}")
    return _tell_both(faces, designs, told, alike) or say(Message("Faces"))


def tell_staff(hours: Compared, designs: Designs) -> str:
    """Tell how much work it is."""
    told = Message(
        "The same citizens take {first} hours of work a year in {a}, and {second} in {b}"
    )
    alike = Message(
        "The same citizens take {first} hours of work a year in {a}, and as many in {b}"
    )
    return _tell_both(hours, designs, told, alike) or say(Message("The work"))


def tell_failure(failure: Compared, designs: Designs) -> str:
    """Tell how much of what comes in failure has caused."""
    told = Message(
        "Failure causes {first} of the contacts that come in in {a}, and {second} in {b}"
    )
    alike = Message(
        "Failure causes {first} of the contacts that come in in {a}, and as large a share in {b}"
    )
    return _tell_both(failure, designs, told, alike) or say(Message("What causes failure demand"))


def _tell_both(measure: Compared, designs: Designs, told: Message, alike: Message) -> str:
    """Tell what a measure is in either design; nothing where it does not apply in both."""
    if measure.first is None or measure.second is None:
        return ""
    unit = SHARE if measure.unit == SHARE else ""
    a, b = map(mention_design, designs)
    first, second = write_headlines((measure.first.mean, measure.second.mean), unit)
    if first == second:
        return say_sentence(Message(alike.template, first=first, a=a, b=b))
    return say_sentence(Message(told.template, first=first, second=second, a=a, b=b))


def write_cell(interval: Interval | None, unit: str) -> str:
    """Write a measure with its interval, in a table whose rows have different units."""
    if interval is None:
        return NOTHING
    decimals = decimals_of([interval.mean], unit)
    ends = write_range(interval.low, interval.high, unit, decimals, is_signed=False)
    return f"{write_quantity(interval.mean, unit)} ({ends})"
