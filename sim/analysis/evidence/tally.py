"""How many figures are matched."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.evidence.row import OUTSIDE, WITHIN, EvidenceRow, Verdict


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
