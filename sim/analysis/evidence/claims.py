"""The quantitative claims of the report, every one of them, in our own words."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from sim.analysis.evidence.row import NOT_SIMULATED, EvidenceRow
from sim.message import Message

FILE = Path(__file__).with_name("claims.toml")

NOT_ASKED_FOR = Message("the service that simulates it was not asked for")


class Claim(NamedTuple):
    """One quantitative claim of the report.

    Attributes
    ----------
    id
        Its key, from Q01 to Q29.
    section
        Section of the report.
    says
        What it says, in our own words.
    verdict
        Without evidence in any service: whether it is context, or could be simulated and is not.
    reason
        Why it is not simulated; what it is the context of.
    service
        The service that it is about, where there is one.
    """

    id: str
    section: str
    says: str
    verdict: Literal["context", "not simulated"] | None = None
    reason: str | None = None
    service: str | None = None


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
