"""What the evidence says: the figures of the report beside what the simulation gives."""

from collections.abc import Iterator, Mapping, Sequence

from sim.analysis.evidence import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    EvidenceRow,
    count_fitted,
    count_verdicts,
)
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Scenario
from sim.words.designs import name_design
from sim.words.language import say, say_sentence, say_text
from sim.words.numbers import (
    NOTHING,
    decimals_of,
    write_interval,
    write_range,
    write_unit,
    write_value,
)

VERDICTS = {
    WITHIN: Message("within"),
    OUTSIDE: Message("outside"),
    NOT_SIMULATED: Message("not simulated"),
    CONTEXT: Message("context"),
}
SECTIONS = {"Foreword": Message("Foreword"), "1-hour test": Message("1-hour test")}
"""Parts of the report that have names and no numbers."""
NOT_OF_A_SERVICE = Message("Not simulated, and context")
TALLY = Message(
    "{within} of {of} independent figures within tolerance; quantities were fitted to {fitted} "
    "of the {of}."
)
NO_TESTS = Message(
    "Not counted, since they follow from others or could hardly be missed: {count} figures."
)
FITTED = Message(
    "To meet what one was fitted to is no test; {fitted} quantities were fitted. "
    "`requisite calibrate` tells what the figures leave open."
)
NO_TEST = Message("no test of its own")
REPLICATIONS = Message("Means of {replications} replications, with 95% intervals; of chance only.")
SERVICE = Message("**{title}** ({name}; quantities fitted: {fitted})")
COLUMNS = (
    Message("claim"),
    Message("figure"),
    Message("reported"),
    Message("tolerated"),
    Message("simulated"),
    Message("verdict"),
)


def label_types(scenario: Scenario) -> dict[str, str]:
    """Return what the demand types of a service are called."""
    return {name: say_text(demand.label) for name, demand in scenario.demand.items()}


def tell_figure(row: EvidenceRow, labels: Mapping[str, str]) -> str:
    """Tell what a figure is about: measure, unit, design, and whose needs, by their labels."""
    about = {
        "measure": MEASURES[row.measure or ""].title,
        "unit": write_unit(row.unit or ""),
        "design": name_design(row.design or ""),
    }
    whose = labels.get(row.demand_type or "", row.demand_type or "")
    if row.compared_with:
        other = name_design(row.compared_with)
        told = Message("{measure} ({unit}), {design} against {other}", **about, other=other)
    else:
        told = Message("{measure} ({unit}), {design}", **about)
    return f"{say(told)}, {whose}" if whose else say(told)


def write_figures(row: EvidenceRow) -> tuple[str, str, str]:
    """Write what is reported, what is tolerated, and what is simulated."""
    unit, reported, tolerance = row.unit or "", row.reported or 0.0, row.tolerance or (0.0, 0.0)
    decimals = decimals_of([reported, *tolerance], unit)
    return (
        write_value(reported, unit, decimals),
        write_range(*tolerance, unit, decimals, is_signed=False),
        write_interval(row.simulated, unit, decimals) if row.simulated else NOTHING,
    )


def tell_reasons(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    """Tell why figures are not within their tolerance, and which are no tests of their own."""
    for row in rows:
        figure = f"{row.id}, {say(name_design(row.design or ''))}"
        if row.reason:
            yield f"  {figure}: {say(row.reason).rstrip('.')}."
        if row.no_test:
            yield f"  {figure}: {say(NO_TEST)}: {say(row.no_test).rstrip('.')}."


def tell_section(row: EvidenceRow) -> str:
    """Tell in which part of the report a claim stands."""
    return say(SECTIONS[row.section]) if row.section in SECTIONS else f"§{row.section}"


def tell_claim(row: EvidenceRow) -> str:
    """Tell what the report says, and where."""
    return f"{row.id} ({tell_section(row)}) {say(row.says)}."


def tell_why(row: EvidenceRow) -> str:
    """Tell why a claim is not simulated."""
    return f"{say(VERDICTS[row.verdict])}: {say(row.reason or '').rstrip('.')}."


def tell_tally(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    """Tell how many independent figures are within tolerance, with how many of them fitted."""
    tally = count_verdicts(rows)
    if tally.independent:
        yield say(TALLY, within=tally.within, of=tally.independent, fitted=tally.fitted)
    if others := tally.simulated - tally.independent:
        yield say(NO_TESTS, count=others)
    for verdict in (NOT_SIMULATED, CONTEXT):
        if n := tally.counts.get(verdict, 0):
            yield say_sentence(Message("{verdict}: {n}.", verdict=VERDICTS[verdict], n=n))


def tell_fitted(rows: Sequence[EvidenceRow]) -> str:
    """Tell how many quantities were fitted to the figures that are simulated."""
    return say(FITTED, fitted=count_fitted(rows))
