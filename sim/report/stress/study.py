"""What a report is of: a sweep in its folder, or a comparison of two designs."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.report.stress.ended import Ended
from sim.scenario import Scenario
from sim.sweep.plan.factor import Factor


class Service(NamedTuple):
    """A service of a study, with its cohort."""

    scenario: Scenario
    name: str
    factors: tuple[Factor, ...]
    points: int
    days: int
    warm_up_day: int
    follow_up_days: int
    cold: tuple[str, ...]
    """Designs whose start had not worn off."""
    file: str | None
    sha256: str | None
    """The scenario file and its hash; `None` for a scenario made in memory."""
    changes: tuple[str, ...]
    sources: Mapping[str, int]
    """How many quantities of the designs rest on each kind of source."""


class Study(NamedTuple):
    """What was simulated, and how."""

    title: str
    services: tuple[Service, ...]
    designs: tuple[str, ...]
    method: str
    """How its points were chosen; empty where nothing is varied but the design."""
    sampling: Mapping[str, Any]
    plan_seed: int | None
    plan_sha256: str
    seed: int
    replications: int
    rule: Mapping[str, Any]
    """When there are enough replications; empty where their number was given."""
    measures: tuple[str, ...]
    engine: str
    made_with: Mapping[str, str]
    """Versions, by name."""
    ended: Ended | None
    """How the runs ended; `None` where each run is not kept."""
    series: tuple[str, ...] = ()
    """What is told of each week."""

    @property
    def points(self) -> int:
        """Points of all services."""
        return sum(service.points for service in self.services)
