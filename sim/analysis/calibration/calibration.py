"""What a calibration found, and what the evidence leaves open."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.analysis.calibration.mechanisms import Departure
from sim.analysis.calibration.trial import Free, Tried
from sim.results import Json, as_json

KNOWN_WITHIN = 0.25
"""A quantity is identified whose values in the ensemble span no more of its range than this."""


class Identified(NamedTuple):
    """What the evidence says of a free quantity."""

    key: str
    """The quantity."""
    filed: float
    best: float
    """What the file says, and what fits best."""
    low: float
    high: float
    """Least and largest value of the ensemble."""
    share: float
    """The part of the plausible range that lies between them."""
    members: int
    """How many candidates the ensemble has."""

    @property
    def is_identified(self) -> bool:
        """Whether the evidence says what it is; one candidate alone cannot tell."""
        return self.members > 1 and self.share <= KNOWN_WITHIN


def identify(free: Sequence[Free], values: Sequence[Sequence[float]]) -> Iterator[Identified]:
    """Say of each free quantity what an ensemble leaves open.

    Parameters
    ----------
    free
        The quantities.
    values
        Of each candidate that fits alike, the best first, the value of each quantity.
    """
    for place, quantity in enumerate(free):
        of_it = [one[place] for one in values]
        low, high = min(of_it), max(of_it)
        share = (high - low) / (quantity.high - quantity.low)
        yield Identified(
            quantity.key, quantity.value, of_it[0], low, high, share, members=len(of_it)
        )


class FailureCause(NamedTuple):
    """Failure contacts a case of one cause, in the first design of the file."""

    measure: str
    """Name of the measure."""
    best: float
    low: float
    high: float
    """In the candidate that fits best, and the least and the most of the ensemble."""


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
    causes: list[FailureCause]
    departures: list[Departure]

    @property
    def best(self) -> Tried:
        """The candidate that fits best."""
        return self.ensemble[0]

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        keys = [quantity.key for quantity in self.identified]
        found: Json = as_json(
            {
                **self._asdict(),
                "filed": _tell_tried(self.filed, keys),
                "ensemble": [_tell_tried(one, keys) for one in self.ensemble],
                "quantities": [
                    {**one._asdict(), "is_identified": one.is_identified} for one in self.identified
                ],
            }
        )
        del found["identified"]
        return found


def _tell_tried(tried: Tried, keys: list[str]) -> Json:
    return {
        "values": dict(zip(keys, tried.values, strict=True)),
        "loss": tried.loss,
        "worst": tried.worst,
        "evidence": tried.rows,
    }
