"""What counts by day and hour say, in words."""

from collections.abc import Iterator

from sim.message import Message
from sim.own.counts import Counted
from sim.words.citizen import list_weekdays as name_weekdays
from sim.words.language import say
from sim.words.own_estimates import write_clock, write_estimate

WEEKDAY = Message("weekday, over a mean day")
HOUR = Message("hour, share of the day")


def tell_counts(counted: Counted) -> Iterator[str]:
    """Tell which days the file tells of, and which are missing."""
    span = Message(
        "From {first} to {last}.", first=counted.first.isoformat(), last=counted.last.isoformat()
    )
    yield say(span)
    if weeks := len(counted.weeks_missing):
        yield say(
            Message.counted(
                "**1 week is missing** between them: nothing is told of it.",
                "**{n} weeks are missing** between them: nothing is told of them.",
                n=weeks,
            )
        )
    if counted.days_missing:
        yield say(
            Message.counted(
                "**1 open day is missing** in weeks of which something is told.",
                "**{n} open days are missing** in weeks of which something is told.",
                n=counted.days_missing,
            )
        )
    if counted.days_closed:
        yield say(
            Message.counted(
                "On 1 day of open weekdays nothing came: it is taken for a holiday.",
                "On {n} days of open weekdays nothing came: they are taken for holidays.",
                n=counted.days_closed,
            )
        )


def list_weekdays(counted: Counted) -> list[list[str]]:
    """List the open weekdays with what comes on them."""
    names = name_weekdays(counted.by_weekday)
    return [
        [name, *write_estimate(one)]
        for name, one in zip(names, counted.by_weekday.values(), strict=True)
    ]


def list_hours(counted: Counted) -> list[list[str]]:
    """List the open hours with what comes in them."""
    return [[write_clock(hour), *write_estimate(one)] for hour, one in counted.by_hour.items()]


def tell_basis() -> Iterator[str]:
    """Tell what the intervals rest on."""
    yield say(
        Message(
            "The intervals take days to be independent of each other, once it is known which "
            "weekday they are; where busy weeks follow busy ones, they are too narrow."
        )
    )
