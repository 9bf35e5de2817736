"""STRESS-DES 2.5.4 and 2.5.5: queues, and where entities come from and go."""

from sim.report.stress.markdown import code, join_blocks, write_bullets, write_table
from sim.report.stress.quantities import (
    place_below,
    write_by_demand,
    write_by_design,
    write_value,
)
from sim.report.stress.study import Service, Study
from sim.scenario import describe_keys

ARRIVALS = ("arrivals_per_day", "dispersion")
QUEUES = (
    "centralisation.calls_first",
    "targets.order",
    "targets.hold_days",
    "centralisation.known_face",
    "centralisation.lends",
    "centralisation.placed_by_load",
)
RENEGING = ("priority", "patience_minutes", "give_up_waiting_days", "chase_per_day", "give_up")


def write_queues(study: Study) -> str:
    """Write 2.5.4: in which order work is taken, and who leaves a queue."""
    rules = (
        "Each pool has one queue; a free worker takes the next job, and nobody is interrupted.",
        "Calls and first contacts go before all work with chance `calls_first`, else among it, "
        "first come first served.",
        "Demand types of a higher priority go first; among equals the order of the design counts: "
        "as it comes, or what can still meet its deadline first.",
        "Queues have no limit. Callers may hang up, and who waits may give up (below).",
    )
    return join_blocks(
        [
            write_bullets(rules),
            *(
                write_by_design(service, study.designs, lambda item: place_below(item) in QUEUES)
                for service in study.services
            ),
            *(write_by_demand(service, RENEGING) for service in study.services),
        ]
    )


def write_boundaries(study: Study) -> str:
    """Write 2.5.5: where citizens come from and go, and when the service is open."""
    return join_blocks(
        [
            "Citizens arrive on open days: for each demand type a number a day with the mean and "
            "the dispersion (variance over mean) below, weighted by weekday and month where the "
            "scenario says so. They leave when the need is met, when they give up, or when it "
            "stays unmet; clients when their episode ends.",
            *(write_by_demand(service, ARRIVALS) for service in study.services),
            *(_of_hours(service) for service in study.services),
        ]
    )


def _of_hours(service: Service) -> str:
    rows = (
        (code(item.key), write_value(item)) for item in describe_keys(service.scenario, "calendar")
    )
    return write_table(("opening hours", "value"), rows)
