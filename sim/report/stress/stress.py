"""The report as a whole: its items in order, each written by its section."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sim.analysis.rerun import FiledResult
from sim.installed import find_version
from sim.report.stress import (
    access,
    components,
    data,
    diagram,
    experimentation,
    implementation,
    logic,
    objectives,
    queues,
)
from sim.report.stress.markdown import TO_ADD, escape, join_blocks
from sim.report.stress.reading import describe_result, describe_sweep
from sim.report.stress.study import Study
from sim.scenario import Scenario
from sim.sweep import Sweep
from sim.words import ENGLISH, say_text, speaking

SOURCE = (
    "Monks, T., Currie, C. S. M., Onggo, B. S., Robinson, S., Kunc, M. & Taylor, S. J. E. (2019). "
    "Strengthening the reporting of empirical simulation studies: Introducing the STRESS "
    "guidelines. *Journal of Simulation*, 13(1), 55-67. https://doi.org/10.1080/17477778.2018.1442155"
)


class Item(NamedTuple):
    """An item of the checklist."""

    number: str
    title: str
    write: Callable[[Study], str] | None
    """Writes it; `None` where its parts follow, each an item."""


ITEMS = (
    Item("1.1", "Purpose of the model", objectives.write_purpose),
    Item("1.2", "Model outputs", objectives.write_outputs),
    Item("1.3", "Experimentation aims", objectives.write_aims),
    Item("2.1", "Base model overview diagram", diagram.write_diagram),
    Item("2.2", "Base model logic", logic.write_base_logic),
    Item("2.3", "Scenario logic", logic.write_scenario_logic),
    Item("2.4", "Algorithms", logic.write_algorithms),
    Item("2.5", "Components", None),
    Item("2.5.1", "Entities", components.write_entities),
    Item("2.5.2", "Activities", components.write_activities),
    Item("2.5.3", "Resources", components.write_resources),
    Item("2.5.4", "Queues", queues.write_queues),
    Item("2.5.5", "Entry/exit points", queues.write_boundaries),
    Item("3.1", "Data sources", data.write_sources),
    Item("3.2", "Pre-processing", data.write_pre_processing),
    Item("3.3", "Input parameters", data.write_inputs),
    Item("3.4", "Assumptions", data.write_assumptions),
    Item("4.1", "Initialisation", experimentation.write_initialisation),
    Item("4.2", "Run length", experimentation.write_run_length),
    Item("4.3", "Estimation approach", experimentation.write_estimation),
    Item("5.1", "Software or programming language", implementation.write_software),
    Item("5.2", "Random sampling", implementation.write_random_sampling),
    Item("5.3", "Model execution", implementation.write_execution),
    Item("5.4", "System specification", implementation.write_system),
    Item("6.1", "Computer model sharing statement", access.write_sharing),
)
"""The twenty items; 2.5 has five parts."""
SECTIONS = {
    "1": "Objectives",
    "2": "Logic",
    "3": "Data",
    "4": "Experimentation",
    "5": "Implementation",
    "6": "Code access",
}


def write_stress(sweep: Sweep) -> str:
    """Write the STRESS-DES report of a sweep, as Markdown in English.

    Raises
    ------
    RunError
        If the sweep ran a function in place of services.
    """
    return _write(describe_sweep(sweep))


def write_stress_of_result(filed: FiledResult, scenario: Scenario) -> str:
    """Write the STRESS-DES report of a comparison.

    Parameters
    ----------
    filed
        The comparison, as `sim.analysis.rerun.load_result` reads it.
    scenario
        The scenario that it was made with, before its changes.
    """
    return _write(describe_result(filed, scenario))


def _write(study: Study) -> str:
    with speaking(ENGLISH):
        blocks = list(_list_blocks(study))
    title = study.title or ", ".join(say_text(s.scenario.service.title) for s in study.services)
    head = f"# {escape(title)}: what was simulated, and how (STRESS-DES)"
    return join_blocks([head, _introduce(count_missing("".join(blocks))), *blocks]) + "\n"


def count_missing(text: str) -> int:
    """Count the places of a report that are left for the authors."""
    return text.count(f"**{TO_ADD}: ")


def _introduce(missing: int) -> str:
    return (
        f"After {SOURCE}. Written by `requisite describe` "
        f"(Requisite {find_version('requisite')}) from what was run. {missing} places are for the "
        f"authors to fill in; they are marked *{TO_ADD}*."
    )


def _list_blocks(study: Study) -> Iterator[str]:
    section = ""
    for item in ITEMS:
        if item.number[0] != section:
            section = item.number[0]
            yield f"## {section}. {SECTIONS[section]}"
        yield f"{'#' * (item.number.count('.') + 2)} {item.number} {item.title}"
        if item.write is not None:
            yield item.write(study)
