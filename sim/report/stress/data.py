"""STRESS-DES 3: where the numbers come from, which they are, and what is assumed."""

from collections import Counter
from collections.abc import Iterator

from sim.design import CONDITIONS
from sim.design.quantity import ASSUMED, FITTED, OFF
from sim.report.stress.markdown import (
    code,
    escape,
    join_blocks,
    mark_missing,
    write_table,
)
from sim.report.stress.quantities import (
    DESIGNS,
    list_quantities,
    write_condition,
    write_quantities,
)
from sim.report.stress.sampling import write_factors
from sim.report.stress.study import Service, Study
from sim.scenario import Described
from sim.words import say
from sim.words.basis import tell_sources
from sim.words.designs import name_condition
from sim.words.numbers import write_decimal

PRACTICES = ("outsourcing", "prevention", "staff")
"""What a design may say beside the eight conditions."""


def write_sources(study: Study) -> str:
    """Write 3.1: sources, and the figures that the model is held against."""
    return join_blocks(
        [
            *(_of_sources(service, study) for service in study.services),
            mark_missing("sample sizes and dates of the data behind these sources, where known"),
        ]
    )


def _of_sources(service: Service, study: Study) -> str:
    return join_blocks(
        [
            f"**{code(service.name)}**: scenario {_name_file(service)}.",
            tell_sources(service.sources),
            write_table(
                ("source", "where it is found", "quantities"), _list_sources(service, study)
            ),
            "Published figures that the service is held against:",
            write_table(
                ("measure", "design", "demand type", "figure", "tolerated", "source"),
                _list_evidence(service),
            ),
        ]
    )


def _name_file(service: Service) -> str:
    if service.file is None:
        return "made in memory; it is kept with the run"
    return f"{code(service.file)}, SHA-256 {code(service.sha256 or '')}"


def _list_sources(service: Service, study: Study) -> Iterator[tuple[str, ...]]:
    counts = Counter(item.source for item in list_quantities(service, study.designs))
    for key, text in service.scenario.sources.items():
        yield code(key), escape(text), str(counts[key])


def _list_evidence(service: Service) -> Iterator[tuple[str, ...]]:
    for one in service.scenario.evidence:
        design = one.design if one.compared_with is None else f"{one.design}, {one.compared_with}"
        low, high = map(write_decimal, one.tolerance)
        yield (
            code(one.measure),
            escape(design),
            escape(one.demand_type or ""),
            write_decimal(one.value),
            f"{low} to {high}",
            code(one.source),
        )


def write_pre_processing(study: Study) -> str:
    """Write 3.2: what was done to data before."""
    counts = (
        f"{code(service.name)}: {len(_list_of(service, study, FITTED))} quantities are marked as "
        "fitted: chosen so that published figures are met (listed in 3.4)."
        for service in study.services
    )
    return join_blocks([*counts, mark_missing("any other processing of data before its use")])


def write_inputs(study: Study) -> str:
    """Write 3.3: factors, and every number of the scenario before any point."""
    return join_blocks(
        block for service in study.services for block in _list_inputs(service, study)
    )


def _list_inputs(service: Service, study: Study) -> Iterator[str]:
    yield f"**{code(service.name)}: factors of the experiment**"
    yield write_factors(service)
    yield f"**{code(service.name)}: service, opening hours, staff, costs, loops, demand**"
    items = list_quantities(service, study.designs)
    yield write_quantities([item for item in items if not item.key.startswith(DESIGNS)])
    for nth, condition in enumerate((*CONDITIONS, *PRACTICES), start=1):
        of = f"condition {nth} of {len(CONDITIONS)}" if condition in CONDITIONS else "beside them"
        yield f"**{code(service.name)}: {escape(say(name_condition(condition)))}** ({of})"
        yield write_condition(service, condition, study.designs)


def write_assumptions(study: Study) -> str:
    """Write 3.4: what is assumed and what is fitted, one by one, and what is left out."""
    blocks = [block for service in study.services for block in _list_assumptions(service, study)]
    return join_blocks([*blocks, mark_missing("assumptions about the structure of the service")])


def _list_assumptions(service: Service, study: Study) -> Iterator[str]:
    for source, title in ((ASSUMED, "assumed: nobody has measured them"), (FITTED, "fitted")):
        items = _list_of(service, study, source)
        yield f"**{code(service.name)}: {len(items)} quantities {title}**"
        yield write_quantities(items)
    off = _list_of(service, study, OFF)
    yield f"**{code(service.name)}: {len(off)} quantities at which a mechanism is switched off**"
    yield ", ".join(code(item.key) for item in off) or "None."


def _list_of(service: Service, study: Study, source: str) -> list[Described]:
    return [item for item in list_quantities(service, study.designs) if item.source == source]
