"""STRESS-DES 1: what the model is for, what it puts out, what was tried."""

from collections.abc import Iterator

from sim.measures import MEASURES, SERIES, read_docstring
from sim.report.stress.markdown import (
    code,
    escape,
    join_blocks,
    mark_missing,
    write_bullets,
    write_table,
)
from sim.report.stress.sampling import tell_method
from sim.report.stress.study import Service, Study
from sim.words import say, say_text
from sim.words.designs import name_design_fully
from sim.words.numbers import write_list

BETTER = {"higher": "more", "lower": "less", "neither": "neither"}


def write_purpose(study: Study) -> str:
    """Write 1.1: the services that were modelled."""
    services = (
        f"**{escape(say_text(service.scenario.service.title))}** "
        f"({code(service.name)}). {escape(say_text(service.scenario.service.about))}"
        for service in study.services
    )
    return join_blocks(
        [
            "The model simulates how a public service answers those who need it, under different "
            "designs of its work.",
            write_bullets(services),
            mark_missing("background and rationale, and the question that the model answers"),
        ]
    )


def write_outputs(study: Study) -> str:
    """Write 1.2: every measure with its formula and unit."""
    heads = ("name", "what it is", "unit", "formula", "source", "better")
    return join_blocks(
        [
            "Each measure is taken of every run when it has ended, from a fold of its event log, "
            "over the cohort of the run (4.1). Those of one-off cases are of the citizens who "
            "arrive within the days measured, each followed to the end of the log; those of "
            "recurrent visits are of all clients of those days.",
            write_table(heads, _list_outputs(study)),
            *_tell_series(study),
        ]
    )


def _tell_series(study: Study) -> Iterator[str]:
    """Tell of what is kept of each week, where anything is."""
    if study.series:
        yield (
            "Of each week of each run these are kept as well, of the whole service, whoever came "
            "when; weeks are whole ones of the days of arrivals, those of the warm-up among them."
        )
        yield write_table(("series", "what it is", "unit"), map(_describe_series, study.series))


def _describe_series(name: str) -> tuple[str, ...]:
    one = SERIES.get(name)
    if one is None:  # of another version
        return (code(name), "not known to this version", "")
    return (code(name), " ".join(one.doc.split()), say(one.unit.template))


def _list_outputs(study: Study) -> Iterator[tuple[str, ...]]:
    for name in study.measures:
        measure = MEASURES.get(name)
        if measure is None:  # of another version
            yield (code(name), "not known to this version", "", "", "", "")
            continue
        said = read_docstring(measure)
        summary, formula, source = (
            said[label].replace("|", "\\|") for label in ("Summary", "Formula", "Source")
        )
        unit = say(measure.unit.value.template).replace("{currency}", _name_currencies(study))
        yield (code(name), summary, unit, formula, source, BETTER[measure.better])


def _name_currencies(study: Study) -> str:
    currencies = (service.scenario.service.currency for service in study.services)
    return " or ".join(escape(currency) for currency in dict.fromkeys(currencies))


def write_aims(study: Study) -> str:
    """Write 1.3: what was varied, and how."""
    designs = write_list([escape(say(name_design_fully(name))) for name in study.designs])
    return join_blocks(
        [
            f"Designs compared: {designs}. At each point all of them meet the same citizens with "
            "the same luck; a difference is that of a design from the first.",
            tell_method(study),
            *(_tell_service(service) for service in study.services if study.method),
            mark_missing("hypotheses, and why these factors, designs and outcomes were chosen"),
        ]
    )


def _tell_service(service: Service) -> str:
    kinds = [factor.kind for factor in service.factors]
    counts = [f"{kinds.count(kind)} × {kind}" for kind in dict.fromkeys(kinds)]
    listed = ", ".join(counts) or "nothing"
    return (
        f"{code(service.name)}: {service.points} points; varied: {listed}. "
        "The factors and their ranges are in 3.3."
    )
