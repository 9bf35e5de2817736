"""One row of the log in a sentence. What is not worth a sentence has none."""

from collections.abc import Callable

from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.journey.rows import JourneyRow
from sim.units import MILLION, MINUTE_S
from sim.words import journey as words
from sim.words import say


def put_in_words(row: JourneyRow) -> str | None:
    """Return the sentence about a row; `None` if it has none."""
    if row.kind in TOLD:
        return TOLD[row.kind](row)
    plain = words.PLAIN.get(row.kind)
    return plain and say(plain, minutes=_minutes(row.amount))


def _minutes(seconds: int) -> int:
    return round(seconds / MINUTE_S)


def _tell_arrival(row: JourneyRow) -> str:
    sentences = words.ARRIVE_CLIENT if row.is_client else words.ARRIVE
    return say(sentences[row.step], minutes=_minutes(row.amount))


def _tell_capture(row: JourneyRow) -> str | None:
    if row.step == 0:
        return None
    told = words.tell_particulars(row.step, row.amount)
    return f"{told} {say(words.NAMED, names='; '.join(row.names))}" if row.names else told


def _tell_contact(row: JourneyRow) -> str:
    cause = Cause(row.cause)
    if row.step == Waiting.CITIZEN and cause in (Cause.CAPTURE, Cause.CONVEY):
        return say(words.ANSWERS if cause == Cause.CAPTURE else words.ANSWERS_AGAIN)
    return say(words.COMES[cause])


def _tell_outbound(row: JourneyRow) -> str:
    reason = Reason(row.step)
    if reason == Reason.CHECK and row.amount == 0:
        return say(words.CHECK_FITS, staff=row.staff)
    return words.tell_outbound(reason, row.staff, row.amount)


def _tell_work(row: JourneyRow) -> str:
    if row.busy_s is None:
        return say(words.STILL_AT_WORK, staff=row.staff, pool=row.pool)
    return say(
        words.WORKS[Job(row.step)],
        staff=row.staff,
        pool=row.pool,
        minutes=_minutes(row.busy_s),
        waited=words.write_wait(row.amount),
    )


def _tell_lying(row: JourneyRow) -> str:
    return say(words.LIES, pool=row.pool)


def _tell_loss(row: JourneyRow) -> str:
    return words.tell_losses(row.amount)


def _tell_decision(row: JourneyRow) -> str:
    sentence = words.DECIDE_BY_JUDGEMENT if row.step else words.DECIDE_BY_RULE
    return say(sentence, staff=row.staff, percent=round(100 * row.amount / MILLION))


def _tell_closing(row: JourneyRow) -> str:
    sentence = words.CLOSE_EARLY if row.step else words.CLOSE
    return say(sentence, days=words.write_days(row.amount))


def _tell_met(row: JourneyRow) -> str:
    return say(words.MET_BY_ONE if row.step else words.MET)


TOLD: dict[Event, Callable[[JourneyRow], str | None]] = {
    Event.ARRIVE: _tell_arrival,
    Event.CAPTURE: _tell_capture,
    Event.CONTACT_IN: _tell_contact,
    Event.CONTACT_OUT: _tell_outbound,
    Event.START: _tell_work,
    Event.LIE: _tell_lying,
    Event.LOSE: _tell_loss,
    Event.DECIDE: _tell_decision,
    Event.CLOSE: _tell_closing,
    Event.MET: _tell_met,
}
"""Events whose words depend on what the row holds."""
