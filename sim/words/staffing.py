"""What a staffing says: the staff that each design needs for the same promise, and their pay."""

from collections.abc import Iterator

from sim.analysis.staffing import Need, Promise, Staffing
from sim.message import Message
from sim.results import Interval
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources
from sim.words.designs import DIFFERENCE, mention_design, say_designs
from sim.words.differences import write_both
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    SHARE,
    decimals_of,
    write_money,
    write_number,
    write_percent,
)

STAFF, PAID = Message("staff needed"), Message("paid in a year ({currency})")
SHARES = {
    "in_time": Message("met in time"),
    "unmet": Message("unmet need"),
    "utilisation": Message("utilisation of the busiest group"),
}
"""What is reached with the staff needed, by its name in a `Need`."""
MEANS = Message(
    "The promise is kept if it is on the mean of the replications. Staff are whole people, divided "
    "among functions and teams as in the scenario; their number is all that is changed."
)


def tell_staffing(result: Staffing) -> list[str]:
    """Tell what each design needs, one sentence at a time."""
    return [say_sentence(sentence) for sentence in _tell(result)]


def _tell(result: Staffing) -> Iterator[Message]:
    yield Message("The promise: {promise}.", promise=write_promise(result.promise))
    for design, need in result.needs.items():
        yield _tell_need(design, need)
    if result.fewer_staff is not None:
        yield _tell_fewer(result.designs, result.fewer_staff)
    if result.difference_per_year is not None:
        yield _tell_pay(result.designs, result.difference_per_year, result.currency)


def write_promise(promise: Promise) -> str:
    """Write what is promised."""
    parts = []
    if promise.within_days is not None:
        parts.append(
            Message.counted(
                "{share} of cases are met within {n} day",
                "{share} of cases are met within {n} days",
                n=promise.within_days,
                share=_percent(promise.share),
            )
        )
    if promise.unmet is not None:
        parts.append(
            Message("at most {unmet} of needs stay unmet", unmet=_percent(promise.unmet, 1))
        )
    busy = _percent(promise.utilisation)
    parts.append(Message("no group of staff is busy for more than {busy} of its time", busy=busy))
    return "; ".join(map(say, parts))


def _percent(share: float, least: int = 0) -> str:
    """Write a share with the decimals that it is told with, so that none is rounded away."""
    return write_percent(share, max(least, 0 if round(share, 2) == share else 1))


def _tell_need(design: str, need: Need) -> Message:
    if need.staff is None:
        return Message(
            "{design} does not keep it, not with {most} staff either; today there are {today}.",
            design=mention_design(design),
            most=need.most,
            today=need.today,
        )
    return Message(
        "{design} needs **{staff} staff**; today there are {today}.",
        design=mention_design(design),
        staff=need.staff,
        today=need.today,
    )


def _tell_fewer(designs: tuple[str, str], fewer: int) -> Message:
    if fewer == 0:
        return Message("Both need as many.")
    needs_fewer, needs_more = designs[::-1] if fewer > 0 else designs
    return Message.counted(
        "{design} does with {n} member of staff fewer than {other}.",
        "{design} does with {n} members of staff fewer than {other}.",
        n=abs(fewer),
        design=mention_design(needs_fewer),
        other=mention_design(needs_more),
    )


def _tell_pay(designs: tuple[str, str], difference: Interval, currency: str) -> Message:
    if not difference.sure_sign:
        return Message("Which of them is paid less is uncertain and could be chance.")
    paid_less, paid_more = designs[::-1] if difference.sure_sign < 0 else designs
    ends = sorted(abs(end) for end in (difference.low, difference.high))
    low, high = (write_money(end, currency, decimals_of(ends)) for end in ends)
    return Message(
        "In pay {design} costs **{low} to {high} a year less** than {other}.",
        design=mention_design(paid_less),
        other=mention_design(paid_more),
        low=low,
        high=high,
    )


def heads_of_staffing(result: Staffing) -> list[str]:
    """Return the heads of the table."""
    return ["", *say_designs(result.designs), say(DIFFERENCE)]


def rows_of_staffing(result: Staffing) -> list[list[str]]:
    """Return a row for the staff, one for each part of the promise, and one for what is paid."""
    rows = [[say(STAFF), *_staff_cells(result)]]
    for name, title in SHARES.items():
        pair = [getattr(need, name) for need in result.needs.values()]
        if any(pair):
            rows.append([say(title), *write_both(pair, None, SHARE)])
    pair = [need.paid_per_year for need in result.needs.values()]
    paid = say(Message(PAID, currency=result.currency))
    return [*rows, [paid, *write_both(pair, result.difference_per_year, "")]]


def _staff_cells(result: Staffing) -> list[str]:
    counts = [need.staff for need in result.needs.values()]
    told = [NOTHING if staff is None else write_number(staff, 0) for staff in counts]
    if result.fewer_staff is None:
        return [*told, NOTHING]
    return [*told, write_number(-result.fewer_staff, 0, is_signed=True)]


def tell_basis_of_staffing(result: Staffing) -> list[str]:
    """Tell what was run, and what the result rests on."""
    how = Message(
        "{replications} replications of {days} days with each number of staff (seed {seed}, the "
        "same citizens and the same luck everywhere); in brackets 95% intervals.",
        replications=result.replications,
        days=result.days,
        seed=result.seed,
    )
    return [
        *map(say, (how, MEANS, CHANCE_ONLY)),
        tell_sources(result.provenance.sources),
        *tell_changes(result.provenance),
    ]
