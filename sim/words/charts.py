"""What the charts say: titles, labels, and what is told of a mark that is pointed at."""

from sim.message import Message
from sim.results import Interval
from sim.words.language import say
from sim.words.numbers import SHARE, write_number, write_percent, write_quantity, write_unit

PERCENT = Message("percent")
CHANGE_IN_POINTS = Message("change, percentage points")

TWO_CLOCKS = Message("The two clocks")
COST = Message("What a citizen helped costs")
CAUSES = Message("What caused the failure demand")
SIDE_BY_SIDE = Message("Side by side")
WHERE_IT_TURNS = Message("Where does it turn?")

AS_LIVED = Message("as the citizen lives it")
AS_REPORTED = Message("on the target's clock")

MOVED = Message("conditions moved")
FURTHEST = Message("furthest")
LEAST_FAR = Message("least far")
ON_AVERAGE = Message("on average")
NONE_MOVED = Message("none moved")

INTERVAL = Message("95 % interval")
BAND = Message("95 % band")
DIFFERENCE = Message("difference")
BOTH_THE_SAME = Message("both the same")
AS_IN_THE_SCENARIO = Message("as in the scenario")
BEYOND = Message("beyond the range")


def separators() -> str:
    """Return the signs before decimals and between thousands, as Plotly takes them."""
    sample = write_number(1234.5, 1)
    return sample[-2] + sample[1]


def say_ends(interval: Interval, unit: str) -> str:
    """Say from where to where an interval goes."""
    low, high = (write_quantity(end, unit) for end in (interval.low, interval.high))
    return say(Message("95 % interval: {low} to {high}", low=low, high=high))


def say_change(unit: str) -> str:
    """Say what an axis of changes shows."""
    if unit == SHARE:
        return say(CHANGE_IN_POINTS)
    return say(Message("change, {unit}", unit=write_unit(unit)))


def ask_which_condition(title: str) -> str:
    """Return the title of the shares of a measure's difference."""
    return say(Message("{measure}: which condition does it", measure=title))


def ask_how_many(title: str) -> str:
    """Return the title of the ladder of a measure."""
    return say(Message("{measure}: one, two, or all conditions", measure=title))


def say_part(of_whole: Interval) -> str:
    """Say how much of the difference something is."""
    return say(Message("{share} of the difference", share=write_percent(of_whole.mean, 1)))


def say_moved(count: int, value: float, unit: str) -> str:
    """Say what a measure is with so many conditions moved."""
    return say(Message("{count} moved: {value}", count=count, value=write_quantity(value, unit)))


def say_mean(value: float, unit: str) -> str:
    """Say the mean time of a clock."""
    return say(Message("mean: {value}", value=write_quantity(value, unit)))


def say_limit(value: float, unit: str) -> str:
    """Say the upper limit of a clock."""
    return say(Message("upper limit: {value}", value=write_quantity(value, unit)))


def say_not_on_clock(clock: str) -> str:
    """Say that a clock does not run in a design."""
    return say(Message("{clock}: does not apply", clock=clock))


def say_difference_at(value: str) -> str:
    """Say of which value a difference is."""
    return say(Message("difference at {value}", value=value))


def say_band(low: str, high: str) -> str:
    """Say from where to where a band goes."""
    return say(Message("95 % band: {low} to {high}", low=low, high=high))


def say_proportional(about: str, places: int) -> str:
    """Say what a quantity means that stands for several values."""
    template = Message(
        "{about} Mean of {places} values, varied in proportion.", about=say(about), places=places
    )
    return say(template)
