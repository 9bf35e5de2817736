"""Points that cannot be used, why, and what is done about them."""

from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.sweep.table import FAILED, REFUSED, TOO_LARGE

NOT_RUN, UNSETTLED, NOT_FINITE, UNPAIRED = "not run", "unsettled", "not finite", "unpaired"
MOST_NAMED = 5
"""Points that are named."""
WHY: Mapping[str, Message] = {
    REFUSED: Message("refused by a rule of scenarios"),
    TOO_LARGE: Message("stopped for want of memory"),
    FAILED: Message("ended by an error"),
    NOT_RUN: Message("not run"),
    UNSETTLED: Message("a design that does not settle"),
    NOT_FINITE: Message("an outcome that has no value"),
    UNPAIRED: Message("replications that the two designs do not share"),
}
"""Why a point cannot be used; the worst first."""


class LeftOut(NamedTuple):
    """Points that are left out for one reason."""

    why: str
    """One of `WHY`."""
    design: str
    points: int
    """How many."""
    first: tuple[int, ...]
    """The first of them, `MOST_NAMED` at most."""


def tell_left_out(left_out: tuple[LeftOut, ...]) -> Message:
    """Tell which points are left out and why; there must be some."""
    return reduce(_join, map(_tell, left_out))


def _join(told: Message, more: Message) -> Message:
    return Message("{told}; {more}", told=told, more=more)


def _tell(one: LeftOut) -> Message:
    return Message(
        "{n} for {why} in {design} (points {points})",
        n=one.points,
        why=WHY[one.why],
        design=one.design or Message("the model"),
        points=", ".join(map(str, one.first)) + (" …" if one.points > len(one.first) else ""),
    )


def refuse_gaps(method: Message, points: int, left_out: tuple[LeftOut, ...], lost: int) -> RunError:
    """Return the error of an analysis that cannot lose a point, and has lost some."""
    return RunError(
        Message(
            "{method} cannot lose a point, and {lost} of {points} cannot be used: {told}. Narrow "
            "the ranges that lead there, ask for more days or give the design more staff, and run "
            "the sweep again; "
            "tornado, boxes and rules may leave points out",
            method=method,
            lost=lost,
            points=points,
            told=tell_left_out(left_out),
        )
    )


def refuse_all(points: int, left_out: tuple[LeftOut, ...]) -> RunError:
    """Return the error of an analysis for which no point is left."""
    return RunError(
        Message(
            "of {points} points none can be used: {told}; run the sweep again, for more days or "
            "over other ranges",
            points=points,
            told=tell_left_out(left_out),
        )
    )
