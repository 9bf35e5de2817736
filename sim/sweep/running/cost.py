"""What a sweep will take, told before it is begun: a few of its runs are made and timed."""

import json
import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from sim.processors import count_processors
from sim.sweep.plan import Plan, Value
from sim.sweep.running.asked import Asked
from sim.sweep.running.pilot import LOOKS_AT, fly_pilot, size_chunks
from sim.sweep.subject.subject import Subject

VALUE_BYTES, ROW_BYTES, CHUNK_BYTES = 8, 8, 6_000
"""On disk, compressed: of a value, of what a row has beside its values, and of an empty chunk."""
VALUE_OF_WEEK_BYTES, WEEK_BYTES = 5, 1
"""Of a value of a series, and of what a week has beside its values."""
COPIES = 2
"""The chunks, and the table that is made of them."""
PLAN_COPIES = 7
"""What is known of the plan: once in the manifest, three times in what either table tells."""


class Cost(NamedTuple):
    """What a sweep will take."""

    points: int
    designs: int
    replications: int
    """Of each point; with a rule, those of the first round."""
    runs: int
    core_s: float
    """Processor time, in seconds; with a rule, of the first round."""
    disk_bytes: int

    @property
    def core_hours(self) -> float:
        """Processor time, in hours."""
        return self.core_s / 3600

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {**self._asdict(), "core_hours": self.core_hours}


def estimate_cost(asked: Asked, replications: int) -> Cost:
    """Estimate what a sweep will take."""
    plan, subject = asked.plan, asked.subject
    core_s, chunks = 0.0, 0
    for nth, part in enumerate(plan.parts):
        units = len(part.points) * replications
        unit_s = fly_pilot(subject, nth, part.points, replications)
        core_s += units * unit_s
        chunks += math.ceil(units / size_chunks(units, unit_s, count_processors()))
    points, designs = sum(len(part.points) for part in plan.parts), len(subject.designs)
    runs = points * replications * designs
    row_bytes = ROW_BYTES + VALUE_BYTES * len(subject.outcomes)
    of_weeks = sum(
        len(part.points) * _size_weeks(subject, nth, part.points)
        for nth, part in enumerate(plan.parts)
    )
    rows_bytes = COPIES * (runs * row_bytes + replications * designs * of_weeks)
    disk_bytes = int(_size_plan(plan) + rows_bytes + CHUNK_BYTES * chunks)
    return Cost(points, designs, replications, runs, core_s, disk_bytes)


def _size_plan(plan: Plan) -> int:
    """Return what is kept of the plan itself, in bytes; its points are much less."""
    scenarios = (part.scenario for part in plan.parts if part.scenario is not None)
    of_services = sum(len(json.dumps(scenario.to_table(), indent=1)) for scenario in scenarios)
    return of_services + PLAN_COPIES * len(json.dumps(plan.to_dict()))


def _size_weeks(subject: Subject, part: int, points: Sequence[Sequence[Value]]) -> float:
    """Return what the series of a run of a part take, in bytes."""
    if not subject.series:
        return 0.0
    weeks = _count_weeks(subject, part, points)
    return weeks * (WEEK_BYTES + VALUE_OF_WEEK_BYTES * len(subject.series))


def _count_weeks(subject: Subject, part: int, points: Sequence[Sequence[Value]]) -> int:
    """Return the weeks of the first run that is measured, of a few points; 0 if none is."""
    for values in points[:: max(len(points) // LOOKS_AT, 1)][:LOOKS_AT]:
        for rows in subject.run_point(part, values, range(1)):
            for row in rows:
                if row.series:
                    return len(row.series[0])
    return 0
