"""What the page on which one follows a citizen says, and the charts on it."""

from collections.abc import Iterable, Sequence
from shlex import quote

from babel.dates import get_day_names

from sim.message import Message
from sim.results import Provenance
from sim.words.designs import mention_design
from sim.words.journey import tell_lasting
from sim.words.language import current_language, say
from sim.words.numbers import write_list, write_number, write_percent
from sim.words.report import find_assumed_share

TITLE = Message("Follow one citizen")
IDEA = Message("The same citizen, with the same need and the same luck, meets both designs.")
TYPICAL = Message("Typical")
WORST_IN_TEN = Message("Worst in ten")
ANOTHER = Message("Another one")
NOBODY = Message(
    "In so few days there is nobody whom one could follow to the end. Ask for more days."
)
STEP_BY_STEP = Message("Step by step, in words")
ON_COMMAND_LINE = Message("The same on the command line:")

WHY_TYPICAL = Message("Half of {count} citizens wait as long or longer in {design}.")
WHY_WORST = Message("One in ten of {count} citizens waits as long or longer in {design}.")
WHY_TYPICAL_CLIENT = Message("To half of {count} clients as many faces or more come in {design}.")
WHY_WORST_CLIENT = Message(
    "To one in ten of {count} clients as many faces or more come in {design}."
)
BY_LOT = Message("Drawn by lot among {count}.")

READS = Message(
    "Days since the first contact. Grey: waiting. Ticks: work on the case; the numbers count the "
    "faces as they are met. Rings: contacts. Red crosses: failure contacts."
)
DAYS_SINCE = Message("days since the first contact")
ON_DAY = Message("day {day}: {what}")
CONTACT = Message("a contact")
FAILURE = Message("a failure contact")
FACE = Message("work on the case by face {number}")

MONTH = Message("Month of the visits")
MONTH_READS = Message(
    "Each square is a visit, with the number of the face that comes: 1 is the first whom the "
    "client met. Filled: a new face."
)
NEW_FACE = Message("face {number}, new")
KNOWN_FACE = Message("face {number}")

PLAY = Message("Play")
PAUSE = Message("Pause")
STEP = Message("One day on")
AGAIN = Message("From the beginning")
WEEK_TABLE = (
    Message("At the end of"),
    Message("Design"),
    Message("New cases"),
    Message("Needs met"),
    Message("Failure contacts"),
    Message("Still open"),
)
NO_WEEK = Message(
    "Visits have no way through the service that could be shown: they are made, and then they are "
    "over. The calendar above shows who makes them."
)


def tell_who(name: str, label: str) -> str:
    """Tell who is followed: a name that is invented, and the type of the need."""
    return say(Message("{name} (an invented name): {label}.", name=name, label=label))


def tell_why(why: Message, count: int, design: str) -> str:
    """Tell why somebody is followed, among so many."""
    return say(why, count=write_number(count, 0), design=mention_design(design))


def tell_lot(count: int) -> str:
    """Tell that somebody was drawn by lot among so many."""
    return say(BY_LOT, count=write_number(count, 0))


def write_command(service: str, citizen: int, changes: Sequence[str], seed: int, days: int) -> str:
    """Write the command that tells the same journey."""
    settings = f"--id {citizen} --seed {seed} --days {days}"
    sets = [f"--set {quote(change)}" for change in changes]
    return " ".join((f"requisite citizen {quote(service)} {settings}", *sets))


def tell_both(name: str, days: Sequence[float | None], designs: Sequence[str]) -> str:
    """Tell how long one citizen waits in either design: a title that is the finding."""
    first, second = map(_tell_wait, days)
    a, b = map(mention_design, designs)
    return say(
        Message(
            "{name}: {first} in {a}, {second} in {b}",
            name=name,
            first=first,
            second=second,
            a=a,
            b=b,
        )
    )


def tell_both_called(name: str, days: Sequence[float | None], arms: Sequence[str]) -> str:
    """Tell how long one citizen waits in two arms of a lesson, by what these are called."""
    first, second = map(_tell_wait, days)
    return say(
        Message(
            "{name}: {first} ({a}), {second} ({b})",
            name=name,
            first=first,
            second=second,
            a=arms[0],
            b=arms[1],
        )
    )


def _tell_wait(days: float | None) -> Message:
    return Message("not helped") if days is None else tell_lasting(days)


def tell_faces(name: str, faces: Sequence[int], designs: Sequence[str], month: int) -> str:
    """Tell how many faces come to a client in a month: a title that is the finding."""
    first, second = (Message.counted("{n} face", "{n} faces", n=number) for number in faces)
    a, b = map(mention_design, designs)
    return say(
        Message(
            "{name}, month {month}: {first} in {a}, {second} in {b}",
            name=name,
            month=month,
            first=first,
            second=second,
            a=a,
            b=b,
        )
    )


def tell_month(visits: int, faces: int, new: int, missed: int, calls: int) -> str:
    """Tell a client's month in one line."""
    parts = (
        Message.counted("{n} visit", "{n} visits", n=visits),
        Message.counted("{n} face", "{n} faces", n=faces),
        Message("{new} of them new", new=new) if new else Message("none of them new"),
        Message.counted("{n} visit missed something", "{n} visits missed something", n=missed),
        Message.counted("{n} call about it", "{n} calls about it", n=calls),
    )
    return ", ".join(map(say, parts))


def tell_week(still_open: Sequence[int], designs: Sequence[str]) -> str:
    """Tell how many cases are open at the end of a week: a title that is the finding."""
    first, second = (write_number(number, 0) for number in still_open)
    a, b = map(mention_design, designs)
    return say(
        Message(
            "A week on, {first} cases are open in {a}, {second} in {b}",
            first=first,
            second=second,
            a=a,
            b=b,
        )
    )


def tell_dots(counts: Sequence[tuple[int, int]]) -> str:
    """Tell what the dots of the week are; of each design how many are shown, and of how many."""
    (a, of_a), (b, of_b) = counts
    reads = Message(
        "One week from Monday to its last open day. Each dot is a case. Grey: it waits. In the "
        "colour of the design: somebody works on it. Red: it brings a failure contact."
    )
    if (a, b) == (of_a, of_b):
        return say(reads)
    lot = Message(
        "By lot {a} of {of_a} and {b} of {of_b} cases are shown.",
        a=write_number(a, 0),
        b=write_number(b, 0),
        of_a=write_number(of_a, 0),
        of_b=write_number(of_b, 0),
    )
    return f"{say(reads)} {say(lot)}"


def list_weekdays(days: Iterable[int]) -> list[str]:
    """List the short names of some days of the week, from 0, Monday."""
    names = get_day_names("abbreviated", context="stand-alone", locale=current_language())
    return [names[day] for day in days]


def tell_loss(names: Sequence[str], more: int, *, is_on_the_way: bool) -> str:
    """Tell what got lost, by its name."""
    others = [say(Message.counted("{n} thing more", "{n} things more", n=more))] if more else []
    what = write_list([*names, *others])
    if is_on_the_way:
        return say(Message("lost on the way: {what}", what=what))
    return say(Message("never got in: {what}", what=what))


def tell_closing(day: float, reported_days: float, closings: int) -> str:
    """Tell when the service closed a case for the first time, and what it reported."""
    about = {"day": write_day(day), "time": tell_lasting(reported_days)}
    if closings == 1:
        return say(Message("⚑ closed on day {day}, reported as {time}", **about))
    return say(Message("⚑ closed on day {day}, reported as {time}; not the end", **about))


def tell_end(day: float, *, is_met: bool, is_over: bool) -> str:
    """Tell how a case ends."""
    if is_met:
        return say(Message("need met on day {day}", day=write_day(day)))
    if is_over:
        return say(Message("gives up on day {day}", day=write_day(day)))
    return say(Message("still open on day {day}", day=write_day(day)))


def tell_run(about: Provenance, citizen: int, days: int) -> str:
    """Tell in one line where a figure about one citizen is from, to stand inside it."""
    return say(
        Message(
            "Requisite {version}, one run of {days} days, seed {seed}, citizen {citizen}; {share} "
            "of the quantities are assumed.",
            version=about.version,
            days=days,
            seed=about.seed,
            citizen=citizen,
            share=write_percent(find_assumed_share(about.sources)),
        )
    )


def tell_week_run(about: Provenance, days: int) -> str:
    """Tell in one line where the week is from."""
    return say(
        Message(
            "Requisite {version}, one run of {days} days, seed {seed}, the first whole week after "
            "the warm-up; {share} of the quantities are assumed.",
            version=about.version,
            days=days,
            seed=about.seed,
            share=write_percent(find_assumed_share(about.sources)),
        )
    )


def write_day(day: float) -> str:
    """Write a day since the first contact; the first one is day 0."""
    return write_number(day, 0 if day >= 10 else 1)
