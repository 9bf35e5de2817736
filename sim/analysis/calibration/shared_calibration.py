"""What fitting shared constants found, and what the evidence of all services leaves open."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.calibration.calibration import Identified
from sim.analysis.calibration.sharing import Apart
from sim.analysis.evidence import WITHIN, EvidenceRow
from sim.results import Json, as_json


class ServiceFit(NamedTuple):
    """How a service fits its figures that are tests of their own."""

    service: str
    filed: list[EvidenceRow]
    """As the files have it, shared constants and own quantities."""
    best: list[EvidenceRow]
    """With what fits best to all services."""
    quantities: list[Identified]
    """What it has of its own that is fitted."""

    @property
    def within_filed(self) -> int:
        """Figures within their tolerance as the files have it."""
        return count_within(self.filed)

    @property
    def within_best(self) -> int:
        """Figures within their tolerance with what fits best."""
        return count_within(self.best)


class SharedCalibration(NamedTuple):
    """The fit of shared constants to the evidence of several services.

    Attributes
    ----------
    evaluations, replications, seed
        What was run.
    judged
        Replications by which figures are judged, before and after.
    members
        Candidates that fit alike.
    constants
        Of each shared constant that is fitted, what they leave open.
    services
        Of each service, how it fits.
    apart
        Services that have no part in it.
    """

    evaluations: int
    replications: int
    judged: int
    seed: int
    members: int
    constants: list[Identified]
    services: list[ServiceFit]
    apart: list[Apart]

    @property
    def figures(self) -> int:
        """Figures that are tests of their own."""
        return sum(len(one.best) for one in self.services)

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        found: Json = as_json(
            {
                **self._asdict(),
                "constants": _tell_all(self.constants),
                "services": [
                    {**one._asdict(), "quantities": _tell_all(one.quantities)}
                    for one in self.services
                ],
                "apart": [one._asdict() for one in self.apart],
            }
        )
        return found


def count_within(rows: Sequence[EvidenceRow]) -> int:
    """Count the figures that lie within their tolerance."""
    return sum(row.verdict == WITHIN for row in rows)


def _tell_all(found: Sequence[Identified]) -> list[Json]:
    return [{**one._asdict(), "is_identified": one.is_identified} for one in found]
