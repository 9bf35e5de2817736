"""What the quantities of a service rest on, and above all the one that carries most."""

from typing import NamedTuple

from sim.design import OWN_SOURCES
from sim.experiment import SHIPPED_DESIGNS
from sim.results import count_sources
from sim.scenario import Scenario, quantities

CARRIES_MOST = "absorb"
"""How often the answer that the rules allow fits a particular: see docs/credibility.md."""


class Basis(NamedTuple):
    """How many quantities in use rest on what, of the two designs that are compared."""

    published: int
    """On the report or on other literature."""
    fitted: int
    """Chosen so that results match the evidence."""
    assumed: int
    """Nobody has measured them."""
    carries_most_is_published: bool
    """Whether `CARRIES_MOST` rests on anything published, in any of the designs."""

    @property
    def total(self) -> int:
        """All in use."""
        return self.published + self.fitted + self.assumed


def count_basis(scenario: Scenario) -> Basis:
    """Count what the quantities of a service rest on; what is switched off plays no part."""
    counts = count_sources(scenario, SHIPPED_DESIGNS)
    carrying = (q.source for key, q in quantities(scenario) if key.endswith(f".{CARRIES_MOST}"))
    return Basis(
        published=counts["report"] + counts["literature"],
        fitted=counts["fitted"],
        assumed=counts["assumed"],
        carries_most_is_published=any(source not in OWN_SOURCES for source in carrying),
    )
