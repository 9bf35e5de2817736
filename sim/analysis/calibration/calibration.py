"""What a calibration found."""

from typing import Any, NamedTuple

from sim.analysis.calibration.causes import Cause
from sim.analysis.calibration.ensemble import Identified
from sim.analysis.calibration.mechanisms import Departure
from sim.analysis.calibration.misfit import Tried


class Calibration(NamedTuple):
    """The fit of a service to its evidence.

    Attributes
    ----------
    service, evaluations, replications, seed
        What was run.
    filed
        The scenario as its file has it.
    ensemble
        Candidates that fit alike, the best first.
    identified
        Of each free quantity, what the ensemble leaves open.
    causes
        Failure contacts by cause, which the evidence hardly tells apart.
    departures
        Mechanism constants that differ from those of other services.
    """

    service: str
    evaluations: int
    replications: int
    seed: int
    filed: Tried
    ensemble: list[Tried]
    identified: list[Identified]
    causes: list[Cause]
    departures: list[Departure]

    @property
    def best(self) -> Tried:
        """The candidate that fits best."""
        return self.ensemble[0]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it; the form is stable and documented."""
        keys = [quantity.key for quantity in self.identified]
        return {
            "service": self.service,
            "evaluations": self.evaluations,
            "replications": self.replications,
            "seed": self.seed,
            "filed": _tried_dict(self.filed, keys),
            "ensemble": [_tried_dict(one, keys) for one in self.ensemble],
            "quantities": [
                {**one._asdict(), "is_identified": one.is_identified} for one in self.identified
            ],
            "causes": [one._asdict() for one in self.causes],
            "departures": [one._asdict() for one in self.departures],
        }


def _tried_dict(tried: Tried, keys: list[str]) -> dict[str, Any]:
    return {
        "values": dict(zip(keys, tried.values, strict=True)),
        "loss": tried.loss,
        "worst": tried.worst,
        "evidence": [row.to_dict() for row in tried.rows],
    }
