"""What the evidence says: the figures of the report beside what the simulation gives."""

from collections.abc import Iterator, Mapping, Sequence

from sim.analysis.evidence import (
    CONTEXT,
    NOT_SIMULATED,
    OUTSIDE,
    WITHIN,
    EvidenceRow,
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
    write_percent,
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
TALLY = Message("{within} of {of} simulated figures within tolerance ({share}).")
FITTED = Message(
    "{fitted} quantities were fitted to {figures} figures: to meet what one was fitted to "
    "is no test. `requisite calibrate` tells what the figures leave open."
)
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
    """Tell why figures are not within their tolerance."""
    for row in rows:
        if row.reason:
            design, reason = say(name_design(row.design or "")), say(row.reason).rstrip(".")
            yield f"  {row.id}, {design}: {reason}."


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
    """Tell how many figures are within their tolerance, and how many are not simulated."""
    tally = count_verdicts(rows)
    within, of = tally.counts.get(WITHIN, 0), tally.simulated
    if of:
        yield say(TALLY, within=within, of=of, share=write_percent(within / of))
    for verdict in (NOT_SIMULATED, CONTEXT):
        if n := tally.counts.get(verdict, 0):
            yield say_sentence(Message("{verdict}: {n}.", verdict=VERDICTS[verdict], n=n))


def tell_fitted(rows: Sequence[EvidenceRow]) -> str:
    """Tell how many quantities were fitted to the figures that are simulated."""
    simulated = [row for row in rows if row.measure]
    fitted = sum({row.service: row.fitted for row in simulated}.values())
    return say(FITTED, fitted=fitted, figures=len(simulated))
