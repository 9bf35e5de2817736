"""What the page of capability says: limits over time, and what a target does not change."""

from collections.abc import Sequence

from sim.analysis.capability import FACES, LIVED, REPORTED, Capability, Limits
from sim.message import Message
from sim.words.designs import mention_design, name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import SHARE, write_headline, write_number, write_percent
from sim.words.report import find_assumed_share

TITLE = Message("What a service is capable of")
IDEA = Message(
    "The limits are those within which the service predictably goes on, as long as nobody changes "
    "how it works. They are measured; nobody sets them."
)
CLOCK = Message("Whose clock")
CLOCKS = {LIVED: Message("Lived"), REPORTED: Message("Reported")}
VIEW = Message("What is shown")
TWO_DESIGNS = Message("Two designs")
A_CHANGE = Message("A change half-way")
TARGET = Message("Draw a target line at so many days")

SUBTITLES = {
    LIVED: Message(
        "Calendar days from the first contact until the need is met, a dot for each case on the "
        "day on which it was met."
    ),
    REPORTED: Message(
        "Calendar days on the target's clock, a dot for each case on the day on which it was "
        "closed."
    ),
    FACES: Message(
        "Faces that a client sees in a month, a dot for each client and month, in the order of "
        "months."
    ),
}
LINES = Message("Dashed: natural process limits. Arrows at the top: more than the chart shows.")
THINNED = Message("Of {step} dots one is drawn; the limits are of all.")
AXES = {
    LIVED: Message("day of the run on which the need was met"),
    REPORTED: Message("day of the run on which the case was closed"),
    FACES: Message("day of the run"),
}
CHANGED_AS_IT_IS = Message(
    "The limits after the change are of what ended from that day on, whoever came when: the first "
    "of them still came before."
)
NO_CLOCK = Message(
    "Visits go on: there is no day on which a need is met, and no clock that a target could be set "
    "on. What is shown instead is how many faces a client sees in a month."
)
NO_LIMITS = Message("What came about, day by day, without limits")
TOO_FEW = Message("In these days too little came about to tell limits. Ask for more days.")

THE_TARGET = Message("What a target line changes, and what it does not")
PURPOSE = Message(
    "Purpose, measure and method hang together (report §8.2). A line that is set from outside "
    "becomes the purpose, and what is measured is whether it is met; what citizens live through "
    "shows only in the times themselves, over time. Here the line is moved on paper alone. A "
    "target by which staff are steered is part of a design: it may hold work to its day, stop the "
    "clock and close early, and so it is part of what these charts show."
)
IN_ONE = {
    LIVED: Message("one in ten waits longer than {value} days in {design}"),
    REPORTED: Message("one in ten is reported as longer than {value} days in {design}"),
    FACES: Message("one in ten sees {value} faces or more in a month in {design}"),
}
IN_BOTH = {
    LIVED: Message("one in ten waits longer than {first} days in {a}, {second} in {b}"),
    REPORTED: Message("one in ten is reported as longer than {first} days in {a}, {second} in {b}"),
    FACES: Message("one in ten sees {first} faces or more in a month in {a}, {second} in {b}"),
}
CHANGED = {
    LIVED: Message(
        "One in ten waits longer than {before} days before the change, {after} after it"
    ),
    REPORTED: Message(
        "One in ten is reported as longer than {before} days before the change, {after} after it"
    ),
    FACES: Message(
        "One in ten sees {before} faces or more in a month before the change, {after} after it"
    ),
}
IN_DAYS = Message(
    "in {design}: predictably up to {upper} days; {beyond}. Half are longer than {median} days, "
    "one in ten longer than {p90}, one in twenty longer than {p95}."
)
IN_FACES = Message(
    "in {design}: predictably up to {upper} faces in a month; {beyond}. Half see {median} or more, "
    "one in ten {p90} or more, one in twenty {p95} or more."
)
BEYOND, NONE_BEYOND = Message("{share} are beyond that even so"), Message("none is beyond that")
LINE_NAMES = {
    "median": Message("half {value}"),
    "mean": Message("mean {value}"),
    "p90": Message("1 in 10: {value}"),
    "p95": Message("1 in 20: {value}"),
    "upper": Message("limit {value}"),
    "lower": Message("lower limit {value}"),
}
TABLE = (
    Message("Design"),
    Message("From day"),
    Message("To day"),
    Message("Number"),
    Message("Mean"),
    Message("Mean moving range"),
    Message("Lower limit"),
    Message("Upper limit"),
    Message("Above it"),
    Message("Half: at least"),
    Message("One in ten: at least"),
    Message("One in twenty: at least"),
)


def name_line(name: str, value: float) -> str:
    """Name a line of the chart, with its value."""
    return say(LINE_NAMES[name], value=write_value(value))


def name_target(target: float) -> str:
    """Name the line of a target."""
    return say(Message("target {value}", value=write_value(target)))


def write_value(value: float) -> str:
    """Write a number of days, or of faces."""
    return write_headline(value, "")


def write_share(share: float) -> str:
    """Write a share."""
    return write_headline(share, SHARE)


def write_count(count: int) -> str:
    """Write how many there are."""
    return write_number(count, 0)


def tell_subtitle(kind: str, step: int) -> str:
    """Tell what is measured, in which unit, and which of the values are drawn."""
    told = [say(SUBTITLES[kind]), say(LINES)]
    if step > 1:
        told.append(say(THINNED, step=step))
    return " ".join(told)


def tell_finding(kind: str, limits: Sequence[Limits | None], designs: Sequence[str]) -> str:
    """Tell what one in ten exceeds in either design: a title that is the finding."""
    told = [pair for pair in zip(limits, map(mention_design, designs), strict=True) if pair[0]]
    values = [write_value(found.p90) for found, _ in told if found]
    if not told:
        return say(NO_LIMITS)
    if len(told) == 1:
        return say_sentence(IN_ONE[kind], value=values[0], design=told[0][1])
    (_, a), (_, b) = told
    return say_sentence(IN_BOTH[kind], first=values[0], second=values[1], a=a, b=b)


def tell_change(kind: str, before: Limits | None, after: Limits | None) -> str:
    """Tell what one in ten exceeds before and after a change: a title that is the finding."""
    if before is None or after is None:
        return say(NO_LIMITS)
    return say(CHANGED[kind], before=write_value(before.p90), after=write_value(after.p90))


def tell_limits(kind: str, limits: Limits, design: str) -> str:
    """Tell the limits of a design in words, and how many are beyond them even so."""
    about = {
        "design": mention_design(design),
        "upper": write_value(limits.upper),
        "beyond": _tell_beyond(limits.beyond_share),
        "median": write_value(limits.median),
        "p90": write_value(limits.p90),
        "p95": write_value(limits.p95),
    }
    return say_sentence(IN_FACES if kind == FACES else IN_DAYS, **about)


def _tell_beyond(share: float) -> str:
    return say(BEYOND, share=write_share(share)) if share else say(NONE_BEYOND)


def tell_target(target: float, design: str, reported: float, lived: float) -> str:
    """Tell which share is within a target of so many days on either clock."""
    return say_sentence(
        Message(
            "in {design} **{reported}** of the cases closed are within {target} days as they are "
            "reported. Of the needs met **{lived}** are within {target} days as citizens live it.",
            design=mention_design(design),
            target=write_number(target, 0 if target == int(target) else 1),
            reported=write_share(reported),
            lived=write_share(lived),
        )
    )


def tell_still(limits: Limits) -> str:
    """Tell what no line changes: the lived times."""
    return say(
        Message(
            "Wherever the line is: half wait longer than {median} days, one in ten longer than "
            "{p90}.",
            median=write_value(limits.median),
            p90=write_value(limits.p90),
        )
    )


def tell_source(capability: Capability) -> str:
    """Tell in one line where the chart is from, to stand inside it."""
    about = capability.provenance
    return say(
        Message(
            "Requisite {version}, one run of {days} days, from day {warm_up} on, seed {seed}; "
            "{share} of the quantities are assumed.",
            version=about.version,
            days=capability.days,
            warm_up=capability.warm_up_day,
            seed=capability.seed,
            share=write_percent(find_assumed_share(about.sources)),
        )
    )


def name_change(designs: Sequence[str], day: int) -> str:
    """Name the panel of a change."""
    a, b = map(name_design, designs)
    return say_sentence(Message("until day {day} {a}, then {b}", a=a, b=b, day=day))
