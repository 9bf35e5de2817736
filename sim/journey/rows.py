"""One row of the log in words. What is not worth a sentence has none."""

from collections.abc import Callable
from typing import NamedTuple

from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.journey import words
from sim.units import DAY_S, HOUR_S, MILLION, MINUTE_S


class Row(NamedTuple):
    """A row of the log about one citizen, with what has to be known beside it.

    Attributes
    ----------
    calendar_s
        When it happened, in calendar time.
    kind, staff, attempt, step, amount, cause
        As in the log.
    pool
        Name of the pool.
    busy_s
        Of a start, how long the job took; `None` where it did not finish.
    is_client
        Whether the citizen is a client with visits.
    names
        What is particular about the need, by name, where that is first told.
    """

    calendar_s: int
    kind: Event
    staff: int
    attempt: int
    step: int
    amount: int
    cause: int
    pool: str
    busy_s: int | None
    is_client: bool
    names: tuple[str, ...] = ()


def put_in_words(row: Row) -> str | None:
    """Return the sentence about a row; `None` if it has none."""
    if row.kind in TOLD:
        return TOLD[row.kind](row)
    plain = words.PLAIN.get(row.kind)
    return plain and plain.format(minutes=_minutes(row.amount))


def _minutes(seconds: int) -> int:
    return round(seconds / MINUTE_S)


def _tell_arrival(row: Row) -> str:
    sentences = words.ARRIVE_CLIENT if row.is_client else words.ARRIVE
    return sentences[row.step].format(minutes=_minutes(row.amount))


def _tell_capture(row: Row) -> str | None:
    if row.step == 0:
        return None
    sentence = words.CAPTURE_ONE if row.step == 1 else words.CAPTURE_MANY
    told = sentence.format(missing=row.step, captured=row.amount)
    return f"{told} {words.NAMED.format(names='; '.join(row.names))}" if row.names else told


def _tell_contact(row: Row) -> str:
    cause = Cause(row.cause)
    if row.step == Waiting.CITIZEN and cause in (Cause.CAPTURE, Cause.CONVEY):
        return words.ANSWERS if cause == Cause.CAPTURE else words.ANSWERS_AGAIN
    return words.COMES[cause]


def _tell_outbound(row: Row) -> str:
    reason = Reason(row.step)
    if reason == Reason.CHECK and row.amount == 0:
        return words.CHECK_FITS.format(staff=row.staff)
    sentences = words.OUTBOUND_ONE if row.amount == 1 else words.OUTBOUND_MANY
    return sentences[reason].format(staff=row.staff, count=row.amount)


def _tell_work(row: Row) -> str:
    if row.busy_s is None:
        return words.STILL_AT_WORK.format(staff=row.staff, pool=row.pool)
    return words.WORKS[Job(row.step)].format(
        staff=row.staff,
        pool=row.pool,
        minutes=_minutes(row.busy_s),
        waited=_tell_wait(row.amount),
    )


def _tell_wait(seconds: int) -> str:
    if seconds < HOUR_S:
        return words.MINUTES.format(minutes=_minutes(seconds))
    return words.HOURS.format(hours=f"{seconds / HOUR_S:.1f}")


def _tell_loss(row: Row) -> str:
    sentence = words.LOSE_ONE if row.amount == 1 else words.LOSE_MANY
    return sentence.format(count=row.amount)


def _tell_decision(row: Row) -> str:
    sentence = words.DECIDE_BY_JUDGEMENT if row.step else words.DECIDE_BY_RULE
    return sentence.format(staff=row.staff, percent=round(100 * row.amount / MILLION))


def _tell_closing(row: Row) -> str:
    sentence = words.CLOSE_EARLY if row.step else words.CLOSE
    return sentence.format(days=f"{row.amount / DAY_S:.1f}")


def _tell_met(row: Row) -> str:
    return words.MET_BY_ONE if row.step else words.MET


TOLD: dict[Event, Callable[[Row], str | None]] = {
    Event.ARRIVE: _tell_arrival,
    Event.CAPTURE: _tell_capture,
    Event.CONTACT_IN: _tell_contact,
    Event.CONTACT_OUT: _tell_outbound,
    Event.START: _tell_work,
    Event.LOSE: _tell_loss,
    Event.DECIDE: _tell_decision,
    Event.CLOSE: _tell_closing,
    Event.MET: _tell_met,
}
"""Events whose words depend on what the row holds."""
