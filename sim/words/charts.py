"""What the charts say: titles, labels, and what is told of a mark that is pointed at."""

from sim.message import Message
from sim.results import Interval
from sim.words.language import say
from sim.words.numbers import SHARE, write_money, write_number, write_quantity, write_unit

PERCENT = Message("percent")
CHANGE_IN_POINTS = Message("change, percentage points")

WHERE_IT_TURNS = Message("Where does it turn?")

USEFUL = Message("Useful work")
BY_FAILURE = Message("Caused by failure")
THE_REST = Message("The rest")

AS_LIVED = Message("as the citizen lives it")
AS_REPORTED = Message("on the target's clock")

MOVED = Message("conditions moved")
FURTHEST = Message("furthest")
LEAST_FAR = Message("least far")
ON_AVERAGE = Message("on average")
NONE_MOVED = Message("none moved")

VARIETY_AXIS = Message("Particulars beside the standard need, on average of a citizen")

INTERVAL = Message("95% interval")
BAND = Message("95% band")
BOTH_THE_SAME = Message("both the same")
AS_IN_THE_SCENARIO = Message("as in the scenario")
BEYOND = Message("beyond the range")

WHICH_CONDITION = Message("{measure}: which condition does it")
HOW_MANY = Message("{measure}: one, two, or all conditions")
PART = Message("{share} of the difference")
SO_MANY_MOVED = Message("{count} moved: {value}")
DIFFERENCE_AT = Message("difference at {value}")
BAND_OF = Message("95% band: {low} to {high}")
PROPORTIONAL = Message("{about} Mean of {places} values, varied in proportion.")


def separators() -> str:
    """Return the signs before decimals and between thousands, as Plotly takes them."""
    sample = write_number(1234.5, 1)
    return sample[-2] + sample[1]


def say_ends(interval: Interval, unit: str) -> str:
    """Say from where to where an interval goes."""
    low, high = (write_quantity(end, unit) for end in (interval.low, interval.high))
    return say(Message("95% interval: {low} to {high}", low=low, high=high))


def say_change(unit: str) -> str:
    """Say what an axis of changes shows."""
    if unit == SHARE:
        return say(CHANGE_IN_POINTS)
    return say(Message("change, {unit}", unit=write_unit(unit)))


def tell_total(design: str, total: float, failure: float, currency: str) -> str:
    """Tell what a citizen helped costs in a design, and what of it failure causes."""
    return say(
        Message(
            "<b>{design}</b><br>{total}, of it {failure} caused by failure",
            design=design,
            total=write_money(total, currency, 0),
            failure=write_money(failure, currency, 0),
        )
    )
