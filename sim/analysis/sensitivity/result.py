"""What the results of all these analyses have in common: what they are about."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from sim.analysis.sensitivity.gather import Gathered
from sim.analysis.sensitivity.left_out import LeftOut
from sim.results import Json, Result, as_json


class About(NamedTuple):
    """What a result is about."""

    service: str
    outcome: str
    """Name of the outcome."""
    title: str
    unit: str
    better: int
    """1 where more of it is better, -1 where less is, 0 where neither."""
    designs: tuple[str, ...]
    """A design; or two, for the second less the first."""
    method: str
    """How the points of the sweep were chosen."""
    points: int
    """How many points were analysed."""
    replications: int
    """How many replications each has, at least; what is analysed is their mean."""
    left_out: tuple[LeftOut, ...]
    """Points that were not, and why."""

    @property
    def is_difference(self) -> bool:
        """Whether it is about the difference of two designs."""
        return len(self.designs) == 2


def describe(gathered: Gathered) -> About:
    """Describe what is analysed."""
    service, outcome, designs = gathered.target
    return About(
        service,
        outcome.name,
        outcome.title,
        outcome.unit,
        outcome.better,
        designs,
        gathered.method,
        len(gathered.points),
        int(gathered.replications.min(initial=gathered.samples.shape[1])),
        gathered.left_out,
    )


@dataclass(frozen=True)
class SensitivityResult(Result):
    """A result of an analysis of a sweep.

    Attributes
    ----------
    ANALYSIS
        The name of the analysis, for other programs.
    about
        What it is about.
    """

    ANALYSIS: ClassVar[str]

    about: About

    def to_dict(self) -> Json:
        """Return it as JSON has it, under the name of its analysis."""
        return {"analysis": self.ANALYSIS, **super().to_dict()}

    def list_beside(self) -> Json:
        """Return what a file of it keeps beside the table: what it is about."""
        return {"analysis": self.ANALYSIS, "about": as_json(self.about)}
