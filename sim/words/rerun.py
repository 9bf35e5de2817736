"""What is said of a result that was made again."""

from collections.abc import Iterator

from sim.analysis.rerun import Differing, FiledResult, Rerun
from sim.message import Message
from sim.plain_text import show_hidden
from sim.words.language import say
from sim.words.numbers import NOTHING, write_decimal, write_list
from sim.words.robustness import NO, YES

MOST_TOLD = 10
DIGITS, ALL_DIGITS = 12, 17
"""Digits of a number that are shown, and those without which two numbers would look the same."""
INTERVAL_ONLY = Message("the mean is the same, its interval is not")


def tell_rerun(filed: FiledResult, again: Rerun) -> Iterator[str]:
    """Tell whether all is the same, what is not, and what may have made it so."""
    if again.made_otherwise:
        yield say(
            Message(
                "Made with something else than then: {what}.",
                what=write_list(again.made_otherwise),
            )
        )
    if again.differing:
        yield from _tell_differing(again)
    elif not again.not_in_result:
        yield say(
            Message(
                "All {count} measures of {service} are **the same to the last digit**.",
                count=again.measures,
                service=filed.service,
            )
        )
    if again.not_in_result:
        yield _tell_part(again)


def _tell_part(again: Rerun) -> str:
    """Tell of a result that lacks measures that there are by now, such as one of an older version.

    Whether those it has are the same is said of them alone.
    """
    numbers = {"n": again.measures, "all": again.measures + len(again.not_in_result)}
    if again.differing:
        return say(Message("The result has {n} of the {all} measures.", **numbers))
    return say(
        Message(
            "The result has {n} of the {all} measures; those are **the same to the last digit**.",
            **numbers,
        )
    )


def _tell_differing(again: Rerun) -> Iterator[str]:
    yield say(_count_differing(again))
    yield from map(_tell_one, again.differing[:MOST_TOLD])
    if len(again.differing) > MOST_TOLD:
        yield say(Message("  and {n} more", n=len(again.differing) - MOST_TOLD))


def _count_differing(again: Rerun) -> Message:
    measures = {one.measure for one in again.differing if one.is_measure}
    if not measures:
        return Message("The measures are the same, but **what is told of the designs is not**:")
    return Message(
        "**{differ} of {count} measures are not the same**:",
        differ=len(measures),
        count=again.measures,
    )


def _tell_one(one: Differing) -> str:
    before, now = _write_both(one.before, one.now)
    what = say(INTERVAL_ONLY) if one.interval_only else f"{before} → {now}"
    return show_hidden(f"  {one.measure}, {one.column}: {what}")


def _write_both(before: float | str | None, now: float | str | None) -> tuple[str, str]:
    """Write both, with so many digits that they do not look the same."""
    few = _write(before, DIGITS), _write(now, DIGITS)
    return few if few[0] != few[1] else (_write(before, ALL_DIGITS), _write(now, ALL_DIGITS))


def _write(leaf: float | str | None, digits: int) -> str:
    if leaf is None:
        return NOTHING
    if isinstance(leaf, bool):
        return say(YES if leaf else NO)
    return leaf if isinstance(leaf, str) else write_decimal(leaf, digits)
