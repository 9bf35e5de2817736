"""What the page says of a sweep over two quantities."""

from collections.abc import Iterator, Sequence

from sim.analysis.sensitivity import BreakevenMap, MapCell
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.words.designs import mention_design, name_design, say_designs
from sim.words.differences import write_difference
from sim.words.language import say, say_sentence
from sim.words.numbers import NOTHING, decimals_of, write_number
from sim.words.sensitivity import CANNOT_BE_TOLD, NOT_APART, say_unit
from sim.words.sweep import say_duration

FOLD = Message("Sweep: two quantities at once")
IDEA = Message(
    "Two quantities are varied together, all others stay as they are above. At each mix both "
    "designs meet the same citizens, with the same luck."
)
FIRST, SECOND = Message("First quantity"), Message("Second quantity")
RANGE = Message("From and to: {quantity}")
HOW_MANY = (
    Message("Values of the first quantity"),
    Message("Values of the second quantity"),
)
REPLICATIONS = Message("Replications at each mix")
TWO_ALIKE = Message("This is the same quantity twice: choose two different ones.")
NO_RANGE = Message("From and to are the same: choose a range.")
START = Message("Run the sweep")
STOP = Message("Stop the sweep")
ON_ITS_WAY = Message(
    "It goes on while you look at other pages of this window. It can be stopped here."
)
BEGINNING = Message("The sweep is about to begin …")
MEASURE = Message("Measure on the map")
TOO_LARGE = Message(
    "A visitor of this page may not have so much: take fewer values or replications, or fewer "
    "days. These commands run it as it is; the plan can be downloaded."
)
COMMANDS = Message("The same on the command line, with the plan as it is downloaded here:")
BESIDE = Message("The plan is to stand in the same folder as the scenario file, {file}.")
AS_PLAN = Message("Download the plan as TOML")
RUNS_AS_PARQUET = Message("Download the runs as Parquet")
RUNS_AS_CSV = Message("Download the runs as CSV")
FILES = Message(
    "The plan yields the same table on the command line, to the last byte: the Parquet file is "
    "its `runs.parquet`. CSV has the same runs, each with the values of its point."
)
HEADING = Message("{measure} ({unit}): {second} less {first}")
DIFFERENCE, FINDING = Message("difference"), Message("finding")
IS_LOWER = Message("{design} is lower")


def tell_size(runs: int, seconds: float) -> str:
    """Tell beforehand how many runs it takes, and about how long."""
    return say(
        Message(
            "{runs} runs, about {time} of one processor.",
            runs=write_number(runs, 0),
            time=say_duration(seconds),
        )
    )


def tell_axis(quantity: str, low: str, high: str, values: int) -> str:
    """Tell what was asked for of a quantity."""
    return say(
        Message(
            "{quantity}: {low} to {high}, {n} values",
            quantity=quantity,
            low=low,
            high=high,
            n=values,
        )
    )


def name_measure(name: str) -> str:
    """Return what a measure is called."""
    return say(MEASURES[name].title)


def tell_measure(result: BreakevenMap) -> str:
    """Tell what is drawn: of which measure, in which unit."""
    first, second = map(mention_design, result.about.designs)
    title = MEASURES[result.about.outcome].title
    unit = say_unit(result.about)
    return say_sentence(
        Message(HEADING.template, measure=title, unit=unit, first=first, second=second)
    )


def tell_colours(result: BreakevenMap) -> str:
    """Tell what colours and marks of the map mean."""
    first, second = say_designs(result.about.designs)
    return say(
        Message(
            "Blue where {first} is lower, orange where {second} is. Hatched: chance could turn the "
            "order. Crossed: nothing can be told.",
            first=first,
            second=second,
        )
    )


def heads_of_map(across: str, upwards: str) -> list[str]:
    """Return the heads of the table of a map."""
    return [across, upwards, say(DIFFERENCE), say(FINDING)]


def rows_of_map(result: BreakevenMap) -> Iterator[tuple[float, float, str, str]]:
    """Return a row for each cell of a map: both values, the difference, what is found."""
    means = [cell.mean for cell in result.cells if cell.mean is not None]
    decimals = decimals_of(means, result.about.unit)
    for cell in result.cells:
        yield (cell.x, cell.y, _write(cell, result, decimals), _tell(cell, result.about.designs))


def _write(cell: MapCell, result: BreakevenMap, decimals: int) -> str:
    if cell.mean is None or cell.low is None or cell.high is None:
        return NOTHING
    interval = Interval(cell.mean, cell.low, cell.high)
    return write_difference(interval, result.about.unit, decimals)


def _tell(cell: MapCell, designs: Sequence[str]) -> str:
    if cell.mean is None:
        return say(CANNOT_BE_TOLD)
    if not cell.sure_sign:
        return say(NOT_APART)
    first, second = designs
    lower = first if cell.sure_sign > 0 else second
    return say_sentence(Message(IS_LOWER.template, design=name_design(lower)))
