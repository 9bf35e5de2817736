"""The sentences of a journey."""

from babel.dates import get_day_names

from sim.eventlog import Cause, Event, Job, Reason
from sim.message import Message
from sim.units import DAY_S, HOUR_S, MINUTE_S
from sim.words.language import current_language, say
from sim.words.numbers import write_number

TWO_DIGITS = 10

ARRIVE = (
    Message("Comes for the first time, by a form: a need of {minutes} min of work."),
    Message("Comes for the first time, in a dialogue: a need of {minutes} min of work."),
)
ARRIVE_CLIENT = (
    Message("Becomes a client, by a form: visits of {minutes} min on a mean day."),
    Message("Becomes a client, in a dialogue: visits of {minutes} min on a mean day."),
)
NAMED = Message("What is particular: {names}.")

LIES = Message("Lies with {pool} until another person takes it up.")

COMES: dict[Cause, Message] = {
    Cause.VALUE: Message("Makes contact: an answer that the decision needs now exists."),
    Cause.TURNED_AWAY: Message("Comes back after having been turned away."),
    Cause.CAPTURE: Message("Comes back, not helped: something never got into the organisation."),
    Cause.CONVEY: Message(
        "Comes back, not helped: something got lost on its way through the organisation."
    ),
    Cause.ABSORB: Message("Comes back, not helped: the answer did not fit."),
    Cause.CAP: Message("Comes back, not helped: work had been left undone."),
    Cause.PREMATURE: Message("Comes back, not helped: the case had been closed unfinished."),
    Cause.CHASE: Message("Calls to ask how it goes."),
    Cause.CITIZEN: Message("Makes contact about an error of their own."),
    Cause.UNANSWERED: Message("Makes contact again: nobody had answered."),
    Cause.JUDGEMENT: Message("Comes back and appeals: too little was granted."),
    Cause.LATE: Message("Calls about a visit to which nobody came."),
}
"""An inbound contact, by its cause."""
ANSWERS = Message("Answers what was asked.")
ANSWERS_AGAIN = Message("Answers what was asked, and had been told before.")

WORKS: dict[Job, Message] = {
    Job.INTAKE: Message(
        "Staff {staff} ({pool}) takes the contact: {minutes} min, after waiting {waited}."
    ),
    Job.WORK: Message(
        "Staff {staff} ({pool}) has the case in hand for {minutes} min, after it waited {waited}."
    ),
    Job.DECIDE: Message(
        "Staff {staff} ({pool}) takes the case up again for {minutes} min, after it waited "
        "{waited}."
    ),
    Job.EXCEPTION: Message(
        "Staff {staff} ({pool}) looks for an answer outside the standard: {minutes} min, after "
        "it waited {waited}."
    ),
    Job.CALL: Message("Staff {staff} ({pool}) answers: {minutes} min, after waiting {waited}."),
    Job.VISIT: Message("Staff {staff} ({pool}) visits for {minutes} min."),
    Job.EXTRA_VISIT: Message("Staff {staff} ({pool}) makes an extra visit of {minutes} min."),
}
"""What a member of staff does, by the job."""
STILL_AT_WORK = Message("Staff {staff} ({pool}) has begun on it when the run ends.")
FRONT_OFFICE = Message("front office")

CHECK_FITS = Message("Staff {staff} checks the answer with the citizen: it fits.")
DECIDE_BY_RULE = Message("Staff {staff} decides by the rules.")
DECIDE_BY_JUDGEMENT = Message("Staff {staff} decides by own judgement: {percent}% of the standard.")
CLOSE = Message("The case is closed: {days} days on the target's clock.")
CLOSE_EARLY = Message(
    "Past its day, the case is closed as it is: {days} days on the target's clock."
)
MET = Message("The need is met.")
MET_BY_ONE = Message("The need is met; one and the same person saw it through.")

PLAIN: dict[Event, Message] = {
    Event.LAY_ASIDE: Message("At closing the work is not done: {minutes} min of it are."),
    Event.GO_ON: Message("The same member of staff goes on with it: {minutes} min are left."),
    Event.CUT: Message("{minutes} min of the work are left undone: there is no more time for it."),
    Event.PASS_ON: Message("{minutes} min of the work are passed on to another budget."),
    Event.ABANDON: Message("Gives up: the need stays unmet."),
    Event.RESUME: Message("Comes back after having given up."),
    Event.GROW: Message("The need has grown by {minutes} min."),
    Event.PURCHASE: Message("A certificate is asked for."),
    Event.DETECT: Message("The claim is found to be dishonest."),
    Event.DISHONEST: Message("A dishonest claim is granted."),
    Event.END: Message("The visits end."),
    Event.HANG_UP: Message("Hangs up after {minutes} min on the line: nobody has answered."),
    Event.WITHDRAW: Message("Waits no longer."),
}
"""Events that need no choice of words."""
PLACES: dict[int, Message] = {
    -1: Message("arrived"),
    -2: Message("with the citizen"),
    -3: Message("closed, not helped"),
    -4: Message("need met"),
    -5: Message("given up"),
}
"""Where a case can be, beside the pools: by the numbers of `sim.journey.week`."""
STILL_OPEN = Message("The run ends; the need is still open.")
STILL_CLIENT = Message("The run ends; the visits go on.")

WEEK_VISITS_BY_NEW_ONE = Message("Visits: {visits}, all by one member of staff new to the client.")
WEEK_VISITS_BY_KNOWN_ONE = Message(
    "Visits: {visits}, all by one member of staff whom the client knows."
)
WEEK_VISITS = Message(
    "Visits: {visits}, by {faces} members of staff, {new} of them new to the client."
)
WEEK_TIMES = Message("Too short for the day's need: {short}; too long: {long}.")
WEEK_GREW = Message("The need has grown.")


def tell_summary(
    days: float | None, contacts: int, visits: int, faces: int, money: str, *, is_client: bool
) -> str:
    """Tell a journey in one line."""
    parts = [_tell_days(days, is_client=is_client)]
    if is_client:
        parts.append(Message.counted("{n} visit", "{n} visits", n=visits))
    parts.append(Message.counted("{n} contact", "{n} contacts", n=contacts))
    parts.append(Message.counted("{n} face", "{n} faces", n=faces))
    parts.append(Message("work for {money}", money=money))
    return ", ".join(map(say, parts))


def _tell_days(days: float | None, *, is_client: bool) -> Message:
    if days is None:
        return Message("visits not ended") if is_client else Message("need not met")
    return tell_lasting(days)


def tell_lasting(days: float) -> Message:
    """Tell how long something lasted: in days, and where it was less than one in hours."""
    if days < 1:
        hours = days * DAY_S / HOUR_S
        number = write_number(hours, 1 if hours < TWO_DIGITS else 0)
        return Message("{hours} hours", hours=number)
    return Message("{days} days", days=write_number(days, 1 if days < TWO_DIGITS else 0))


def write_moment(since: int, weekday: int, second: int) -> str:
    """Write when something was: days since the first contact, weekday, and second of the day."""
    return say(
        Message(
            "day {day}, {weekday} {hour:02d}:{minute:02d}",
            day=since,
            weekday=get_day_names("wide", locale=current_language())[weekday],
            hour=second // HOUR_S,
            minute=second % HOUR_S // MINUTE_S,
        )
    )


def write_week(week: int) -> str:
    """Write in which week something was."""
    return say(Message("week {week}", week=week))


def write_wait(seconds: int) -> str:
    """Write how long a job waited, in service time."""
    if seconds < HOUR_S:
        return say(Message("{minutes} min", minutes=round(seconds / MINUTE_S)))
    return say(Message("{hours} working hours", hours=write_number(seconds / HOUR_S, 1)))


def write_days(seconds: int) -> str:
    """Write a number of calendar days."""
    return write_number(seconds / DAY_S, 1)


def tell_particulars(missing: int, captured: int) -> str:
    """Tell how many particulars a need has, and how many of them were captured."""
    return say(
        Message.counted(
            "One thing is particular about the need; got into the organisation: {captured}.",
            "{n} things are particular about the need; got into the organisation: {captured}.",
            n=missing,
            captured=captured,
        )
    )


def tell_losses(lost: int) -> str:
    """Tell that particulars were lost."""
    return say(
        Message.counted(
            "One thing is lost as the case changes hands.",
            "{n} things are lost as the case changes hands.",
            n=lost,
        )
    )


def tell_outbound(reason: Reason, staff: int, concerned: int) -> str:
    """Tell why the service makes contact, and about how many particulars."""
    about = {"n": concerned, "staff": staff}
    sentences = {
        Reason.ASK_BY_LETTER: Message.counted(
            "Staff {staff} writes to ask for one thing that is missing.",
            "Staff {staff} writes to ask for {n} things that are missing.",
            **about,
        ),
        Reason.ASK_IN_DIALOGUE: Message.counted(
            "Staff {staff} calls to ask for one thing that is missing.",
            "Staff {staff} calls to ask for {n} things that are missing.",
            **about,
        ),
        Reason.CHECK: Message.counted(
            "Staff {staff} checks the answer with the citizen; one thing does not fit yet.",
            "Staff {staff} checks the answer with the citizen; {n} things do not fit yet.",
            **about,
        ),
        Reason.REFUSE: Message.counted(
            "Staff {staff} sends the form back: one thing is missing.",
            "Staff {staff} sends the form back: {n} things are missing.",
            **about,
        ),
        Reason.TURN_AWAY: Message("Is turned away: the need is too small."),
    }
    return say(sentences[reason])


def tell_missed(visits: int) -> str:
    """Tell how many visits of a week missed something."""
    return say(
        Message.counted("One visit missed something.", "{n} visits missed something.", n=visits)
    )


def tell_nobody(visits: int) -> str:
    """Tell to how many visits of a week nobody came."""
    return say(
        Message.counted(
            "To one visit nobody came in time.", "To {n} visits nobody came in time.", n=visits
        )
    )


def tell_late(visits: int) -> str:
    """Tell how many visits of a week began late."""
    return say(Message.counted("One visit began late.", "{n} visits began late.", n=visits))


def tell_extra(visits: int) -> str:
    """Tell how many extra visits a week had."""
    return say(Message.counted("One extra visit.", "{n} extra visits.", n=visits))


def tell_calls(calls: int) -> str:
    """Tell how often a client called in a week."""
    return say(
        Message.counted(
            "The client called once about something missed.",
            "The client called {n} times about something missed.",
            n=calls,
        )
    )
