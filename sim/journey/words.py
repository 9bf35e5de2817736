"""The sentences of a journey, all in one place.

Each is a whole one, with names for what is filled in, so that it can be translated as it stands.
Where number matters there are two, for one and for many.
"""

from sim.eventlog import Cause, Event, Job, Reason

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WHEN = "day {day}, {weekday} {hour:02d}:{minute:02d}"
WHEN_WEEK = "week {week}"

ARRIVE = (
    "Comes for the first time, by a form: a need of {minutes} min of work.",
    "Comes for the first time, in a dialogue: a need of {minutes} min of work.",
)
ARRIVE_CLIENT = (
    "Becomes a client, by a form: visits of {minutes} min on a mean day.",
    "Becomes a client, in a dialogue: visits of {minutes} min on a mean day.",
)
CAPTURE_ONE = "One thing is particular about the need; got into the organisation: {captured}."
CAPTURE_MANY = (
    "{missing} things are particular about the need; got into the organisation: {captured}."
)
NAMED = "What is particular: {names}."

COMES: dict[Cause, str] = {
    Cause.VALUE: "Makes contact: an answer that the decision needs now exists.",
    Cause.TURNED_AWAY: "Comes back after having been turned away.",
    Cause.CAPTURE: "Comes back, not helped: something never got into the organisation.",
    Cause.CONVEY: "Comes back, not helped: something got lost on its way through the organisation.",
    Cause.ABSORB: "Comes back, not helped: the answer did not fit.",
    Cause.CAP: "Comes back, not helped: work had been left undone.",
    Cause.PREMATURE: "Comes back, not helped: the case had been closed unfinished.",
    Cause.CHASE: "Calls to ask how it goes.",
    Cause.CITIZEN: "Makes contact about an error of their own.",
}
"""An inbound contact, by its cause."""
ANSWERS = "Answers what was asked."
ANSWERS_AGAIN = "Answers what was asked, and had been told before."

OUTBOUND_ONE: dict[Reason, str] = {
    Reason.ASK_BY_LETTER: "Staff {staff} writes to ask for one thing that is missing.",
    Reason.ASK_IN_DIALOGUE: "Staff {staff} calls to ask for one thing that is missing.",
    Reason.CHECK: "Staff {staff} checks the answer with the citizen; one thing does not fit yet.",
    Reason.REFUSE: "Staff {staff} sends the form back: one thing is missing.",
    Reason.TURN_AWAY: "Is turned away: the need is too small.",
}
OUTBOUND_MANY: dict[Reason, str] = {
    Reason.ASK_BY_LETTER: "Staff {staff} writes to ask for {count} things that are missing.",
    Reason.ASK_IN_DIALOGUE: "Staff {staff} calls to ask for {count} things that are missing.",
    Reason.CHECK: "Staff {staff} checks the answer with the citizen; {count} things do not fit "
    "yet.",
    Reason.REFUSE: "Staff {staff} sends the form back: {count} things are missing.",
    Reason.TURN_AWAY: "Is turned away: the need is too small.",
}
CHECK_FITS = "Staff {staff} checks the answer with the citizen: it fits."

WORKS: dict[Job, str] = {
    Job.INTAKE: "Staff {staff} ({pool}) takes the contact: {minutes} min, after waiting {waited}.",
    Job.WORK: "Staff {staff} ({pool}) has the case in hand for {minutes} min, after it waited "
    "{waited}.",
    Job.DECIDE: "Staff {staff} ({pool}) takes the case up again for {minutes} min, after it "
    "waited {waited}.",
    Job.EXCEPTION: "Staff {staff} ({pool}) looks for an answer outside the standard: {minutes} "
    "min, after it waited {waited}.",
    Job.CALL: "Staff {staff} ({pool}) answers: {minutes} min, after waiting {waited}.",
    Job.VISIT: "Staff {staff} ({pool}) visits for {minutes} min.",
    Job.EXTRA_VISIT: "Staff {staff} ({pool}) makes an extra visit of {minutes} min.",
}
"""What a member of staff does, by the job."""
STILL_AT_WORK = "Staff {staff} ({pool}) has begun on it when the run ends."
MINUTES, HOURS = "{minutes} min", "{hours} working hours"
FRONT_OFFICE = "front office"

LOSE_ONE = "One thing is lost as the case changes hands."
LOSE_MANY = "{count} things are lost as the case changes hands."
DECIDE_BY_RULE = "Staff {staff} decides by the rules."
DECIDE_BY_JUDGEMENT = "Staff {staff} decides by own judgement: {percent} % of the standard."
CLOSE = "The case is closed: {days} days on the target's clock."
CLOSE_EARLY = "Past its day, the case is closed as it is: {days} days on the target's clock."
MET = "The need is met."
MET_BY_ONE = "The need is met; one and the same person saw it through."

PLAIN: dict[Event, str] = {
    Event.CUT: "{minutes} min of the work are left undone: there is no more time for it.",
    Event.PASS_ON: "{minutes} min of the work are passed on to another budget.",
    Event.ABANDON: "Gives up: the need stays unmet.",
    Event.RESUME: "Comes back after having given up.",
    Event.GROW: "The need has grown by {minutes} min.",
    Event.PURCHASE: "A certificate is asked for.",
    Event.DETECT: "The claim is found to be dishonest.",
    Event.DISHONEST: "A dishonest claim is granted.",
    Event.END: "The visits end.",
}
"""Events that need no choice of words."""
STILL_OPEN = "The run ends; the need is still open."
STILL_CLIENT = "The run ends; the visits go on."

WEEK_VISITS_BY_NEW_ONE = "Visits: {visits}, all by one member of staff new to the client."
WEEK_VISITS_BY_KNOWN_ONE = "Visits: {visits}, all by one member of staff whom the client knows."
WEEK_VISITS = "Visits: {visits}, by {faces} members of staff, {new} of them new to the client."
WEEK_MISSED_ONE = "One visit missed something."
WEEK_MISSED_MANY = "{missed} visits missed something."
WEEK_TIMES = "Too short for the day's need: {short}; too long: {long}."
WEEK_EXTRA_ONE = "One extra visit."
WEEK_EXTRA_MANY = "{extra} extra visits."
WEEK_CALLS_ONE = "The client called once about something missed."
WEEK_CALLS_MANY = "The client called {calls} times about something missed."
WEEK_GREW = "The need has grown."
