"""What is said on the page of fewer and fewer staff in stocks and flows."""

from sim.analysis.twin.staff_line import StaffLine, StaffLines
from sim.message import Message
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence
from sim.words.numbers import SHARE, write_headline, write_percent

FOLD = Message("Squeeze: fewer and fewer staff")
HEADING = Message("Fewer and fewer staff, until it tips")
SUBTITLE = Message(
    "Above: mean days that a need takes, end to end. Below: failure demand, as a part of what "
    "comes in. Dashed: where a design tips. Nothing is told near it, nor beyond it."
)
DAYS, FAILURE = Message("End-to-end time, days"), Message("Failure demand")
STAFF, TIPS = Message("staff"), Message("tips")
STAFF_LABEL = Message("Number of staff")
STAFF_HELP = Message("From the staff of today down to the fewest with whom every pool is manned.")
TOLD = Message(
    "{design}: {contacts} contacts a citizen, {failure} of what comes in is failure demand, a need "
    "takes {days} days from end to end, and the busiest are busy for {busy} of their time."
)
NEAR = Message("{design}: **so near tipping nothing can be told**.")
BEYOND = Message("{design}: **beyond tipping**; queues do not come to rest, and no figure is told.")
NOT_LOOKED_AT = Message("{design}: not looked at with so many staff.")
SOURCE = Message("Requisite: stocks and flows, a year after the first half-year")
SAYS = Message(
    "Stocks and flows say: {first}; {second}. `requisite squeeze {service}` asks the event model."
)


def tell_with(design: str, line: StaffLine, staff: int) -> str:
    """Tell what a design is with so many staff."""
    asked = {"design": mention_design(design)}
    figures = line.told(staff)
    if figures is not None:
        return say_sentence(
            TOLD,
            contacts=write_headline(figures.contacts, ""),
            failure=write_headline(figures.failure_share, SHARE),
            days=write_headline(figures.days, ""),
            busy=write_percent(figures.busiest),
            **asked,
        )
    if line.has_tipped(staff):
        return say_sentence(BEYOND, **asked)
    return say_sentence(NEAR if staff in line.figures else NOT_LOOKED_AT, **asked)


def tell_tips(lines: StaffLines) -> str:
    """Tell where stocks and flows say that each design tips, and what asks the event model."""
    first, second = (_tell_tip(design, line) for design, line in lines.designs.items())
    return say(SAYS, first=first, second=second, service=lines.service)


def _tell_tip(design: str, line: StaffLine) -> Message:
    asked = {"design": mention_design(design)}
    if not line.figures:
        return Message(
            "{design} does not come to rest with its {today} staff of today",
            today=line.today,
            **asked,
        )
    if line.tips is None:
        return Message(
            "{design} does not tip with {fewest} staff", fewest=line.numbers[-1], **asked
        )
    enough, few = line.tips
    return Message(
        "{design} **tips between {enough} and {few} staff**", enough=enough, few=few, **asked
    )


def tell_source() -> str:
    """Tell where a chart is from."""
    return say(SOURCE)
