"""STRESS-DES 2.1: the way of a case, and of a client, through each design, as diagrams."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sim.design import Design
from sim.report.stress.markdown import code, escape, join_blocks
from sim.report.stress.study import Study
from sim.scenario import Scenario
from sim.words import say
from sim.words.designs import name_design

CASE_ENDS = (
    '  decision -->|"need met"| met(["helped"])',
    '  decision -->|"not met: comes back"| {first}',
    '  decision -->|"not met: gives up"| lost(["not helped"])',
)
VISITS = (
    '  client["client, for an episode of days"] --> due["visit due"]',
    '  due --> visit["visit by a worker of: {pool}"]',
    '  visit -->|"next visit"| due',
    '  visit -->|"something missed"| missed["call, extra visit, or it grows"]',
    "  missed --> due",
    '  visit -->|"episode ends"| left(["leaves"])',
)
BREAKS_LABEL = str.maketrans("", "", '"`<>#;[]{}|')


def write_diagram(study: Study) -> str:
    """Write 2.1: a flow diagram of each design of each service."""
    intro = "The way through each design, drawn from the scenario (diagrams in Mermaid)."
    return join_blocks([intro, *_list_diagrams(study)])


def _list_diagrams(study: Study) -> Iterator[str]:
    for service in study.services:
        kinds = {str(demand.kind) for demand in service.scenario.demand.values()}
        for name in study.designs:
            yield f"{code(service.name)}, {escape(say(name_design(name)))} ({code(name)}):"
            yield from _draw(service.scenario, name, kinds)


def _draw(scenario: Scenario, name: str, kinds: set[str]) -> Iterator[str]:
    design = scenario.designs[name]
    if "case" in kinds:
        yield _write_flow(_draw_case(design))
    if "visits" in kinds:
        pool = _clean(design.functions.pools[0].name)
        yield _write_flow([line.replace("{pool}", pool) for line in VISITS])


def _draw_case(design: Design) -> list[str]:
    """Return the lines of the way of a one-off case."""
    has_front = design.centralisation.front_office_staff.value > 0
    names = [*(["front office"] if has_front else []), *(p.name for p in design.functions.pools)]
    pools = [(f"p{number}", name) for number, name in enumerate(names)]
    steps = [("need", "need arises"), *pools, ("decision", "decision delivered")]
    nodes = [f'  {key}["{_clean(name)}"]' for key, name in steps]
    links = [f"  {one} --> {other}" for (one, _), (other, _) in pairwise(steps)]
    return [*nodes, *links, *(line.replace("{first}", pools[0][0]) for line in CASE_ENDS)]


def _write_flow(lines: Sequence[str]) -> str:
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```"])


def _clean(name: str) -> str:
    """Return somebody's name without what would end a label."""
    return " ".join(name.split()).translate(BREAKS_LABEL)
