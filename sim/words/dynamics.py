"""What is said of the stock-and-flow twin: how far it is right, where it tips, what loops do."""

from collections.abc import Iterator, Sequence
from typing import Any

from sim.analysis.twin import Acting, Compared, TwinCheck
from sim.dynamics import LOOPS
from sim.dynamics.twin.left_out import list_left_out
from sim.dynamics.twin.tipping import Tip
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Scenario
from sim.words.basis import CHANCE_ONLY, tell_changes, tell_sources, warn_of_few
from sim.words.designs import mention_design, name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    NOTHING,
    decimals_of,
    write_list,
    write_number,
    write_percent,
    write_value,
)

HEADING = Message("{title}: stocks and flows beside the event model")
WORLDS = {
    "base": Message("as it is"),
    "more": Message("15% more demand"),
    "less": Message("15% less demand"),
    "fewer": Message("a tenth fewer staff"),
    "reform": Message("four weeks after a reform"),
}
OF_REFORM = {
    "contacts_a_day": Message("contacts a day"),
    "open_cases": Message("open cases"),
}
"""What is compared after a reform, beside measures."""
HEADS = (
    Message("world"),
    Message("design"),
    Message("measure"),
    Message("stocks and flows"),
    Message("event model"),
    Message("error"),
)
LOOP_HEADS = (
    Message("loop"),
    Message("staff"),
    Message("contacts"),
    Message("end-to-end time"),
    Message("work"),
)
LOOPS_ARE = Message("What each loop adds, measured by cutting it")
HOW = Message(
    "Nothing in the stocks and flows is fitted: what luck alone decides is worked out from the "
    "design, and the rest follows from how busy staff are. They tell of a year that follows on "
    "half a year. Near the number of staff at which a "
    "design tips a mean flow is wrong about chance; there it tells no figure (–). Of what does not "
    "settle the event model tells none."
)
WRITTEN = Message("{file} written.")
HOW_FAR = Message(
    "Stocks and flows have no chance in them but that of a queue. How far they agree with the "
    "event model here: `requisite dynamics {service}`."
)
LEFT_OUT = Message("Left out of stocks and flows, and present here: {what}.")
RUNS = Message("Event model: {replications} replications of {days} days, seed {seed}.")


def tell_heading(title: str) -> str:
    """Tell what is looked at."""
    return say(HEADING, title=title)


def tell_check(result: TwinCheck) -> list[str]:
    """Tell how far the twin is right, and where it tips."""
    return [say_sentence(sentence) for sentence in _tell(result)]


def _tell(result: TwinCheck) -> Iterator[Message]:
    largest, after = (result.largest_error(of_reform=of_reform) for of_reform in (False, True))
    if largest is not None:
        yield Message(
            "where both tell a figure of a year, stocks and flows are **within {largest}** of the "
            "event model",
            largest=write_percent(largest, 1),
        )
    if after is not None:
        yield Message(
            "in the four weeks after a reform they are within {largest}",
            largest=write_percent(after, 1),
        )
    for design, tip in result.tips.items():
        yield tell_twin_tip(design, tip)


def tell_twin_tip(design: str, tip: Tip) -> Message:
    """Tell where a design tips, in stocks and flows."""
    asked: dict[str, Any] = {"design": mention_design(design)}
    enough, few = tip
    if enough is None:
        return Message("in stocks and flows {design} has tipped with its staff of today", **asked)
    if few is None:
        fewest = {"fewest": enough, **asked}
        return Message("in stocks and flows {design} settles with {fewest} staff still", **fewest)
    return Message(
        "in stocks and flows {design} tips between {enough} and {few} staff",
        enough=enough,
        few=few,
        **asked,
    )


def heads_of_check() -> list[str]:
    """Return the heads of the table of errors."""
    return [say(head) for head in HEADS]


def rows_of_check(result: TwinCheck) -> list[list[str]]:
    """Return a row for each figure of each world; what is as in the row above is not repeated."""
    rows = [_row(one) for one in result.compared]
    pairs = zip([[""] * 2, *rows], rows, strict=False)
    return [["", "", *row[2:]] if row[:2] == above[:2] else row for above, row in pairs]


def tell_how_far(scenario: Scenario, designs: Sequence[str]) -> str:
    """Tell how far stocks and flows can be believed, and what they leave out of a service."""
    how_far = say(HOW_FAR, service=scenario.service.name)
    return " ".join([how_far, *tell_left_out(scenario, designs)])


def tell_left_out(scenario: Scenario, designs: Sequence[str]) -> list[str]:
    """Tell what a service has that stocks and flows leave out."""
    found = dict.fromkeys(one for name in designs for one in list_left_out(scenario, name))
    if not found:
        return []
    named = write_list([say(one) for one in found])
    return [say(LEFT_OUT, what=named)]


def _row(one: Compared) -> list[str]:
    unit = str(MEASURES[one.measure].unit.value) if one.measure in MEASURES else ""
    title = OF_REFORM.get(one.measure) or MEASURES[one.measure].title
    numbers = [number for number in (one.twin, one.engine and one.engine.mean) if number]
    decimals = decimals_of(numbers, unit) if numbers else 0
    twin, engine = (
        NOTHING if number is None else write_value(number, unit, decimals)
        for number in (one.twin, None if one.engine is None else one.engine.mean)
    )
    error = NOTHING if one.error is None else write_percent(one.error, 1, is_signed=True)
    world, design = say(WORLDS[one.world]), say(name_design(one.design))
    return [world, design, say(title), twin, engine, error]


def heads_of_loops() -> list[str]:
    """Return the heads of the table of loops."""
    return [say(head) for head in LOOP_HEADS]


def tell_loops() -> str:
    """Tell what the table of loops is."""
    return say(LOOPS_ARE)


def rows_of_loops(result: TwinCheck) -> list[list[str]]:
    """Return a row for each loop, below the name of the design."""
    rows = []
    for design in dict.fromkeys(one.design for one in result.acting):
        rows.append([say(name_design(design))])
        rows += [_row_of_loop(one) for one in result.acting if one.design == design]
    return rows


def _row_of_loop(one: Acting) -> list[str]:
    title = next(loop.title for loop in LOOPS if loop.name == one.loop)
    changes = [
        NOTHING if change is None else write_percent(change, 1, is_signed=True)
        for change in one.changes.values()
    ]
    return [say(title), write_number(one.staff, 0), *changes]


def tell_basis_of_check(result: TwinCheck) -> Sequence[str]:
    """Tell how it was found."""
    asked = {"replications": result.replications, "days": result.days, "seed": result.seed}
    return [
        say(HOW),
        say(RUNS, **asked),
        *map(say, (*warn_of_few(result.replications), CHANCE_ONLY)),
        tell_sources(result.provenance.sources),
        *tell_changes(result.provenance),
    ]
