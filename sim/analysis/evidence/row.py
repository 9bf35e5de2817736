"""Figures of the report, what became of each, and how many are matched."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sim.results import Interval, Json, as_json

Verdict = Literal["within", "outside", "not simulated", "context"]
WITHIN: Verdict = "within"
OUTSIDE: Verdict = "outside"
NOT_SIMULATED: Verdict = "not simulated"
CONTEXT: Verdict = "context"
VERDICTS: tuple[Verdict, ...] = (WITHIN, OUTSIDE, NOT_SIMULATED, CONTEXT)


class EvidenceRow(NamedTuple):
    """One published figure beside the simulated one.

    Attributes
    ----------
    id
        The claim; or the source of a figure that is no claim of the report.
    service
        The service that simulates it, or that it is about.
    section
        Section of the report; empty for figures from elsewhere.
    says
        The claim in our own words.
    measure, unit
        What is measured, and its unit; a change from another design is a share of it.
    design, compared_with, demand_type
        Whom it is about.
    reported
        The published figure; `None` where it is not one number.
    simulated
        Mean over replications, with its 95 % interval.
    tolerance
        Lowest and highest value that match the figure.
    verdict
        Whether the simulated mean lies within the tolerance; or that it is not simulated; or that
        it is context, which nothing could be simulated of.
    reason
        Why it is not within, in plain words.
    fitted
        How many quantities of the service were fitted to its evidence.
    """

    id: str
    service: str | None
    section: str
    says: str
    measure: str | None = None
    unit: str | None = None
    design: str | None = None
    compared_with: str | None = None
    demand_type: str | None = None
    reported: float | None = None
    simulated: Interval | None = None
    tolerance: tuple[float, float] | None = None
    verdict: Verdict = NOT_SIMULATED
    reason: str | None = None
    fitted: int = 0

    @property
    def why(self) -> str:
        """The reason as it stands within a sentence."""
        return (self.reason or "").rstrip(".")

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        found: Json = as_json(self._asdict())
        return found


class EvidenceTally(NamedTuple):
    """How many rows have each verdict."""

    counts: dict[Verdict, int]

    @property
    def simulated(self) -> int:
        """Figures that are simulated."""
        return self.counts.get(WITHIN, 0) + self.counts.get(OUTSIDE, 0)


def count_verdicts(rows: Sequence[EvidenceRow]) -> EvidenceTally:
    """Count rows by verdict."""
    return EvidenceTally(dict(Counter(row.verdict for row in rows)))
