"""What is said of how many days cases take: in a chart, and above it."""

from math import isfinite

from sim.message import Message
from sim.own.forecast import Forecast
from sim.words.language import say
from sim.words.numbers import write_number

OBSERVED = Message("as it came")
FORECAST = Message("as forecast")
REPEATED = Message("as before")
DAYS = Message("days (logarithmic scale)")
DONE = Message("cases done")
SOURCE = Message(
    "The second half of the log, forecast of what was known when half of the cases had come."
)
SUBTITLE = Message("Share of cases that are done, by days since their first step.")
FINDING = Message("Half of the cases took {came} at most; {said} was forecast")
ANOTHER = Message(
    "The service became another one on the way: half of the cases took {came} at most; {said} was "
    "forecast"
)
MINUTES, HOURS, IN_DAYS = Message("{n} minutes"), Message("{n} hours"), Message("{n} days")
HOURS_OF_DAY = 24
NO_FINDING = Message("Too many cases are open still to tell how long they take")
WITHIN = Message("{share} within {time}")


def tell_finding(found: Forecast) -> str:
    """Tell in one sentence what came of the forecast."""
    half = next(one for one in found.held if one.name == "days_p50")
    if not (isfinite(half.forecast) and isfinite(half.observed.value)):
        return say(NO_FINDING)
    finding = ANOTHER if found.became_another else FINDING
    came, said = write_time(half.observed.value), write_time(half.forecast)
    return say(Message(finding.template, came=came, said=said))


def tell_done(share: str, days: float) -> str:
    """Tell which share is done within how many days."""
    return say(Message(WITHIN.template, share=share, time=write_time(days)))


def write_time(days: float) -> str:
    """Write a time in minutes, hours or days, whichever it is."""
    if days < 2 / HOURS_OF_DAY:
        return say(Message(MINUTES.template, n=write_number(days * HOURS_OF_DAY * 60, 0)))
    if days < 2:
        return say(Message(HOURS.template, n=write_number(days * HOURS_OF_DAY, 0)))
    return say(Message(IN_DAYS.template, n=write_number(days, 0 if days >= 20 else 1)))
