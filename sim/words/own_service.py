"""What is said on the page of a service of one's own: of its file, and of what is made of it."""

from collections.abc import Mapping

from sim.message import Message
from sim.words.language import say
from sim.words.numbers import write_number

TITLE = Message("Your own service")
IDEA = Message(
    "From the event log that a case system writes. It is open in this window alone, and in memory "
    "alone: cases, people and what they said are written nowhere, shown to nobody else, and gone "
    "when the page is closed or loaded anew."
)
YOUR_FILE, WAITS = Message("Your file"), Message("Whom does the case wait for?")
AS_IT_IS, WHAT_IF = Message("As it is"), Message("What if")
SCENARIO = Message("Your service as a scenario file")
SCENARIO_NOTE = Message(
    "The scenario can be opened under Research, or by `requisite compare`: every number in it says "
    "whether it was measured in this log or is assumed."
)
SECTION = Message("What is shown")
CHOOSE = Message("Choose a log (.csv, .xlsx or .xes, at most {most} MB packed)")
BUSY = Message("Sending the file")
TOO_LARGE = Message(
    "larger than {most} MB when packed, expected less: `requisite own` on the command line reads it"
)
NEEDS = Message(
    "It needs a row for each step: which case, what was done, and when; who did it and when it was "
    "begun, if the system knows."
)
TRY = Message("Try with a simulated log")
DEMO_FILE = "simulated-log.csv"
CLOSE = Message("Close {file}")
FIRST_A_FILE = Message("Choose a log under *{section}* first, or try with a simulated one.")

UNDERSTOOD = Message("What was understood")
FOUND = Message("{steps} steps of {cases} cases by {persons} persons, {first} to {last} ({zone})")
FOUND_NOBODY = Message(
    "{steps} steps of {cases} cases, {first} to {last} ({zone}); persons unnamed"
)
COLUMNS: Mapping[str, Message] = {
    "case": Message("Which case"),
    "activity": Message("What was done"),
    "time": Message("When it ended"),
    "clock": Message("Time of day, if apart"),
    "start": Message("When it began"),
    "resource": Message("Who did it"),
    "lifecycle": Message("Whether it began or ended"),
}
"""Columns of a log, by their keys in a mapping."""
ROLES: Mapping[str, Message] = {
    "asks": Message("Asks the citizen"),
    "closes": Message("Closes a case"),
    "citizen": Message("The citizen does it"),
    "automatic": Message("A machine does it, or is it"),
    "drop": Message("Left out"),
}
"""What activities can be, by their keys in a mapping."""
ORDER = Message("What comes first in a date")
FIRST = {"%d": Message("the day"), "%m": Message("the month")}
"""What may come first, by how a format begins."""
ZONE = Message("Time zone of times that state none")
NO_COLUMN = Message("no such column")
NONE_FOUND = Message("none")
CANNOT = Message("What this file cannot say")
CAN_ALL = Message("Nothing stands out that it could not say.")
MEANS, IN_FILE, WHY = Message("what it means"), Message("in the file"), Message("why")
AND_MORE = Message("{names} and {n} more")
CORRECT = Message("Correct it")
CORRECT_NOTE = Message(
    "Nothing is lost: what you set here stands instead of what was guessed, and the log is read "
    "again."
)
APPLY = Message("Read it again so")
DOWNLOAD = Message("Take the mapping away (TOML)")
DOWNLOAD_NOTE = Message(
    "With it the command line reads the file in the same way: `requisite own waits FILE --map "
    "mapping.toml`. It holds names of columns and activities, and of machines, but of no case."
)
UNUSABLE = Message("It cannot be read so")
WAITS_NOTE = Message(
    "Each wait lasts from the end of a step to the start of the next, or to its end where no start "
    "is told. Nothing is fitted: another person ends it where somebody else takes the case up than "
    "had it last."
)


def tell_found(*, steps: int, cases: int, persons: int, first: str, last: str, zone: str) -> str:
    """Tell how much there is in a log, and of when."""
    asked = {name: write_number(n, 0) for name, n in (("steps", steps), ("cases", cases))}
    about = {**asked, "first": first, "last": last, "zone": zone}
    if not persons:
        return say(FOUND_NOBODY, **about)
    return say(FOUND, persons=write_number(persons, 0), **about)


def list_some(names: tuple[str, ...], most: int) -> str:
    """List names, the first of them where there are more than so many."""
    if not names:
        return say(NONE_FOUND)
    listed = ", ".join(names[:most])
    more = len(names) - most
    return say(AND_MORE, names=listed, n=more) if more > 0 else listed
