"""STRESS-DES 2.5.1 to 2.5.3: entities, activities, resources."""

from collections.abc import Iterator, Sequence

from sim.report.stress.markdown import code, escape, join_blocks, write_table
from sim.report.stress.quantities import write_by_demand, write_by_design, write_value
from sim.report.stress.study import Service, Study
from sim.scenario import Described, describe_keys

Rows = Iterator[tuple[str, ...]]
CONTENT = ("kind", "content_minutes", "content_cv", "content_shape", "variety")
MINUTES = "minutes"


def write_entities(study: Study) -> str:
    """Write 2.5.1: the citizens, by demand type."""
    return join_blocks(
        [
            "The entities are citizens with a need, or clients with visits. Attributes: demand "
            "type, content, particulars (on file or not, absorbed or not), who has met them. "
            "Further attributes are in 3.3.",
            *(write_by_demand(service, CONTENT) for service in study.services),
        ]
    )


def write_activities(study: Study) -> str:
    """Write 2.5.2: what takes staff time besides the content of a need."""
    intro = (
        "Work on the content of a need takes its minutes, changed by specialisation, standard "
        "answers and pressure. These further activities take staff time, or bound it:"
    )
    return join_blocks(
        [intro, *(_of_minutes(service, study.designs) for service in study.services)]
    )


def _of_minutes(service: Service, designs: Sequence[str]) -> str:
    def is_minutes(item: Described) -> bool:
        return item.unit == MINUTES and item.value is not None

    return write_by_design(service, designs, is_minutes)


def write_resources(study: Study) -> str:
    """Write 2.5.3: staff, pools and shifts."""
    return join_blocks(
        [
            "The resources are members of staff, in pools: a front office, if there is one, and a "
            "pool for each function of each team.",
            *(_of_staff(service, study.designs) for service in study.services),
        ]
    )


def _of_staff(service: Service, designs: Sequence[str]) -> str:
    heads = (escape(service.name), "members of staff", "teams", "pool", "share of staff")
    staff = [item for item in describe_keys(service.scenario, "staff") if item.value is not None]
    rows = (row for name in designs for row in _list_pools(service, name))
    shared = ((code(item.key), write_value(item)) for item in staff)
    return join_blocks([write_table(heads, rows), write_table(("staff", "value"), shared)])


def _list_pools(service: Service, name: str) -> Rows:
    scenario, design = service.scenario, service.scenario.designs[name]
    keys = {item.key: item for item in describe_keys(scenario, f"designs.{name}")}
    start = (
        code(name),
        str(scenario.count_staff(name)),
        str(int(design.centralisation.teams.value)),
    )
    front = keys[f"designs.{name}.centralisation.front_office_staff"]
    if design.centralisation.front_office_staff.value > 0:
        yield (*start, "front office", write_value(front))
    for number, pool in enumerate(design.functions.pools):
        share = keys[f"designs.{name}.functions.pools.{number}.staff"]
        yield (*start, escape(pool.name), write_value(share))
