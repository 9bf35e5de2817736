"""What is said of a result that was made again."""

from collections.abc import Iterator

from sim.analysis.rerun import FiledResult, Rerun
from sim.message import Message
from sim.words.language import say
from sim.words.numbers import write_decimal, write_list

MOST_TOLD = 10
DIGITS = 12


def tell_rerun(filed: FiledResult, again: Rerun) -> Iterator[str]:
    """Tell whether all is the same, what is not, and what may have made it so."""
    if again.made_otherwise:
        yield say(
            Message(
                "Made with something else than then: {what}.",
                what=write_list(again.made_otherwise),
            )
        )
    if not again.differing:
        yield say(
            Message(
                "All {count} measures of {service} are **the same to the last digit**.",
                count=again.measures,
                service=filed.service,
            )
        )
        return
    names = {one.measure for one in again.differing}
    yield say(
        Message(
            "**{differ} of {count} measures are not the same**:",
            differ=len(names),
            count=again.measures,
        )
    )
    for one in again.differing[:MOST_TOLD]:
        yield f"  {one.measure}, {one.column}: {_write(one.before)} → {_write(one.now)}"
    if len(again.differing) > MOST_TOLD:
        yield say(Message("  and {n} more", n=len(again.differing) - MOST_TOLD))


def _write(number: float | None) -> str:
    return "–" if number is None else write_decimal(number, DIGITS)
