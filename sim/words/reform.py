"""What is said of a day of reform: what was, what becomes of it, and how long the way takes."""

from collections.abc import Sequence

from sim.analysis.reform import FACES, FAILURE, LIVED, OPEN, Reform, Transition
from sim.message import Message
from sim.results import Interval
from sim.units import MONTH_DAYS
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence
from sim.words.numbers import NOTHING, SHARE, write_headline, write_number, write_percent
from sim.words.report import find_assumed_share

FOLD = Message("A day of reform, and the course over time")
DAY = Message("Day of the reform")
DAY_HELP = Message(
    "On this calendar day of the run the first design becomes the second: jobs in hand finish as "
    "they were begun, what waits goes on in the new design."
)
TOO_SHORT = Message("In so few days no reform can be followed. Ask for more days.")
FREE_OF_CHARGE = Message(
    "In this service the model lets nobody slow down on the day itself: learning the new ways, "
    "running both at once, and resistance are not in it. What you see is the backlog alone."
)
DIPS = Message(
    "The scenario has a dip: for {days} days all work takes longer, by {share} at first."
)
CAME_BEFORE = Message(
    "A need counts in the week in which it is met: what is met first after the reform had come "
    "before it."
)
NAMES = {
    LIVED: Message("Days from first contact until the need is met"),
    FAILURE: Message("Share of what comes in that is failure demand"),
    OPEN: Message("Open cases"),
    FACES: Message("Faces that a client sees in a month"),
}
UNITS = {LIVED: "", FAILURE: SHARE, OPEN: "", FACES: ""}
SUBTITLE = Message(
    "Line: the design becomes the other at 0; band: 95% of chance alone. Dotted: if nothing were "
    "changed, and if the other design had been there all along."
)
WEEKS, MONTHS = Message("weeks from the reform"), Message("months from the reform")
STAYS = Message("● unchanged")
OTHER = Message("◆ the other design")
TABLE = (
    Message("What is seen"),
    Message("Before"),
    Message("After it"),
    Message("Nine tenths of the way"),
)
NEUTRAL = Message("What comes about over time")
NOT_AT_REST = Message("not before the days end")
AT_ONCE = Message("at once")
ENDS = {
    LIVED: Message("citizens wait {before} days before the reform, and {after} after it"),
    FACES: Message("a client sees {before} faces in a month before the reform, and {after} after"),
    FAILURE: Message(
        "of what comes in {before} is failure demand before the reform, and {after} after it"
    ),
    OPEN: Message("{before} cases are open before the reform, and {after} after it"),
}
BEGINS = {
    LIVED: Message("citizens wait {before} days before the reform"),
    FACES: Message("a client sees {before} faces in a month before the reform"),
    FAILURE: Message("of what comes in {before} is failure demand before the reform"),
    OPEN: Message("{before} cases are open before the reform"),
}


def tell_title(reform: Reform, settles: tuple[bool, bool]) -> str:
    """Tell what the reform changes and how long it takes: a title that is the finding."""
    kind = next(iter(reform.courses))
    told = _tell_course(reform, kind, settles)
    return told or say(NEUTRAL)


def tell_courses(reform: Reform, settles: tuple[bool, bool]) -> list[str]:
    """Tell of each thing that is seen what the title tells of the first; nothing of no mean."""
    told = [_tell_course(reform, kind, settles) for kind in list(reform.courses)[1:]]
    worse = [_tell_worse(reform, kind, settles) for kind in reform.courses]
    return [one for one in (*told, *worse) if one]


def _tell_course(reform: Reform, kind: str, settles: tuple[bool, bool]) -> str:
    found = reform.courses[kind].transition
    if not settles[0] or found.before is None:
        return ""
    before = write_value(found.before.mean, UNITS[kind])
    if not settles[1] or found.after is None or found.lasts is None:
        about = say(Message(BEGINS[kind].template, before=before))
        return say_sentence(
            Message("{about}; when the days end it is still on its way", about=about)
        )
    after = write_value(found.after.mean, UNITS[kind])
    about = say(Message(ENDS[kind].template, before=before, after=after))
    return say_sentence(
        Message("{about}, {when}", about=about, when=tell_when(reform, found.lasts))
    )


def tell_when(reform: Reform, lasts: int) -> str:
    """Tell in which week, or month, nine tenths of the way are gone."""
    if reform.span_days == MONTH_DAYS:
        return say(Message("from month {n} on", n=lasts + 1))
    return say(Message("from week {n} on", n=lasts + 1))


def _tell_worse(reform: Reform, kind: str, settles: tuple[bool, bool]) -> str:
    found = reform.courses[kind].transition
    if found.worst is None or not all(settles):
        return ""
    worst = write_value(found.worst.mean, UNITS[kind])
    return say_sentence(
        Message(
            "at first it gets worse: {what} up to {worst}, {when}",
            what=say(NAMES[kind]),
            worst=worst,
            when=_name_span(reform, found.worst_at),
        )
    )


def _name_span(reform: Reform, nth: int) -> str:
    if reform.span_days == MONTH_DAYS:
        return say(Message("in month {n}", n=nth + 1))
    return say(Message("in week {n}", n=nth + 1))


def tell_dip(days: float, share: float) -> str:
    """Tell what a reform costs in this scenario while people get used to it."""
    if not days or not share:
        return say(FREE_OF_CHARGE)
    return say(Message(DIPS.template, days=write_number(days, 0), share=write_percent(share)))


def tell_rows(reform: Reform, settles: tuple[bool, bool]) -> list[tuple[str, ...]]:
    """Tell the same as rows of a table, with intervals."""
    return [
        (say(NAMES[kind]), *_tell_cells(reform, kind, course.transition, settles))
        for kind, course in reform.courses.items()
    ]


def _tell_cells(
    reform: Reform, kind: str, found: Transition, settles: tuple[bool, bool]
) -> Sequence[str]:
    before = _write_interval(found.before if settles[0] else None, kind)
    if found.lasts is None or not settles[1]:
        return before, NOTHING, say(NOT_AT_REST)
    when = tell_when(reform, found.lasts) if found.lasts else say(AT_ONCE)
    return before, _write_interval(found.after, kind), when


def _write_interval(found: Interval | None, kind: str) -> str:
    if found is None:
        return NOTHING
    mean, low, high = (write_value(end, UNITS[kind]) for end in found)
    return f"{mean} ({low}–{high})"


def write_value(value: float, unit: str) -> str:
    """Write a number of days, cases or faces, or a share."""
    return write_headline(value, unit)


def name_lines() -> tuple[str, str]:
    """Name the two lines beside which the reform runs."""
    return say(STAYS), say(OTHER)


def name_axis(reform: Reform) -> str:
    """Name the horizontal axis."""
    return say(MONTHS if reform.span_days == MONTH_DAYS else WEEKS)


def tell_subtitle(reform: Reform) -> str:
    """Tell what is drawn."""
    a, b = map(mention_design, reform.designs)
    change = say_sentence(Message("{a} becomes {b} on day {day}.", a=a, b=b, day=reform.reform_day))
    return f"{change} {say(SUBTITLE)}"


def tell_source(reform: Reform) -> str:
    """Tell in one line where the chart is from, to stand inside it."""
    about = reform.provenance
    return say(
        Message(
            "Requisite {version}, {replications} replications of {days} days, from day {warm_up} "
            "on, seed {seed}; {share} of the quantities are assumed.",
            version=about.version,
            replications=reform.replications,
            days=reform.days,
            warm_up=reform.warm_up_day,
            seed=reform.seed,
            share=write_percent(find_assumed_share(about.sources)),
        )
    )
