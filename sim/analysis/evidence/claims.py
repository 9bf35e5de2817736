"""The quantitative claims of the report, in our own words, and what became of each figure."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from sim.message import Message
from sim.results import Interval, Json, as_json

FILE = Path(__file__).with_name("claims.toml")
NOT_ASKED_FOR = Message("the service that simulates it was not asked for")

Verdict = Literal["within", "outside", "not simulated", "context"]
WITHIN: Verdict = "within"
OUTSIDE: Verdict = "outside"
NOT_SIMULATED: Verdict = "not simulated"
CONTEXT: Verdict = "context"


class Claim(NamedTuple):
    """One quantitative claim of the report."""

    id: str
    """Its key, from Q01 to Q29."""
    section: str
    """Section of the report."""
    says: str
    """What it says, in our own words."""
    verdict: Literal["context", "not simulated"] | None = None
    """Without evidence in any service: whether it is context, or could be simulated and is not."""
    reason: str | None = None
    """Why it is not simulated; what it is the context of."""
    service: str | None = None
    """The service that it is about, where there is one."""


class EvidenceRow(NamedTuple):
    """One published figure beside the simulated one."""

    id: str
    """The claim; or the source of a figure that is no claim of the report."""
    service: str | None
    """The service that simulates it, or that it is about."""
    section: str
    """Section of the report; empty for figures from elsewhere."""
    says: str
    """The claim in our own words."""
    measure: str | None = None
    unit: str | None = None
    """What is measured, and its unit; a change from another design is a share of it."""
    design: str | None = None
    compared_with: str | None = None
    demand_type: str | None = None
    """Whom it is about."""
    reported: float | None = None
    """The published figure; `None` where it is not one number."""
    simulated: Interval | None = None
    """Mean over replications, with its 95 % interval."""
    tolerance: tuple[float, float] | None = None
    """Lowest and highest value that match the figure."""
    verdict: Verdict = NOT_SIMULATED
    """Whether the simulated mean lies within the tolerance; or that it is not simulated; or that it
    is context, which nothing could be simulated of."""
    reason: str | None = None
    """Why it is not within, in plain words."""
    fitted: int = 0
    """How many quantities of the service were fitted to its evidence."""
    fitted_shared: tuple[str, ...] = ()
    """Constants that it shares and that were fitted to the evidence of all services."""
    is_fitted: bool = False
    """Whether one of them has to do with this figure: to meet it is no test then."""
    no_test: str | None = None
    """Why it is no test of its own, where it follows from other figures or could hardly fail."""

    @property
    def why(self) -> str:
        """The reason as it stands within a sentence."""
        return (self.reason or "").rstrip(".")

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable and documented."""
        found: Json = as_json(self._asdict())
        return found


class EvidenceTally(NamedTuple):
    """How many rows have each verdict, and how many are tests of their own."""

    counts: dict[Verdict, int]
    independent: int
    """Figures simulated that neither follow from others nor could hardly fail."""
    within: int
    """Those of them within their tolerance."""
    fitted: int
    """Those of them that quantities were fitted to, within their tolerance or not."""

    @property
    def simulated(self) -> int:
        """Figures that are simulated."""
        return self.counts.get(WITHIN, 0) + self.counts.get(OUTSIDE, 0)


def count_verdicts(rows: Sequence[EvidenceRow]) -> EvidenceTally:
    """Count rows by verdict, and those that are tests of their own."""
    simulated = [row for row in rows if row.verdict in (WITHIN, OUTSIDE)]
    independent = [row for row in simulated if row.no_test is None]
    return EvidenceTally(
        counts=dict(Counter(row.verdict for row in rows)),
        independent=len(independent),
        within=sum(row.verdict == WITHIN for row in independent),
        fitted=sum(row.is_fitted for row in independent),
    )


def list_unfitted(rows: Sequence[EvidenceRow]) -> list[EvidenceRow]:
    """List the figures that are tests of their own and had nothing fitted to them."""
    judged = (row for row in rows if row.verdict in (WITHIN, OUTSIDE))
    return [row for row in judged if row.no_test is None and not row.is_fitted]


def count_fitted(rows: Sequence[EvidenceRow]) -> int:
    """Count the quantities that were fitted to figures; a constant that services share counts once.

    Only services with figures that can be simulated count.
    """
    own = {row.service: row.fitted for row in rows if row.measure}
    shared = {key for row in rows if row.measure for key in row.fitted_shared}
    return sum(own.values()) + len(shared)


@cache
def load_claims() -> dict[str, Claim]:
    """Load the claims by their keys, in the order of the report."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {key: Claim(key, **fields) for key, fields in table.items()}


def list_others(rows: Sequence[EvidenceRow]) -> Iterator[EvidenceRow]:
    """List the claims that no service of some rows simulates, each with its reason."""
    simulated = {row.id for row in rows}
    for claim in load_claims().values():
        if claim.id not in simulated:
            yield EvidenceRow(
                id=claim.id,
                service=claim.service,
                section=claim.section,
                says=claim.says,
                verdict=claim.verdict or NOT_SIMULATED,
                reason=claim.reason or NOT_ASKED_FOR,
            )
