"""The result: in how many plausible worlds each design is better, and what decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from sim.analysis.robustness.deciding import Deciding
from sim.analysis.robustness.tried import TriedWorld
from sim.analysis.robustness.verdict import Verdict
from sim.measures import MEASURES
from sim.results import Json, Provenance, Result, as_json

QUANTITY, MEASURE, OVERWHELMED = "quantity", "measure", "overwhelmed"


class RobustnessRow(NamedTuple):
    """One number of one world."""

    world: int
    part: str
    """What it is: a "quantity" that was drawn, a "measure" of a design, or whether one is
    "overwhelmed" (1) or not (0)."""
    name: str | None
    """Key of the quantity, or name of the measure."""
    design: str | None
    """The design; none for a quantity."""
    unit: str | None
    value: float | None
    """`None` where a measure does not apply."""


class Overwhelmed(NamedTuple):
    """In how many worlds a design is overwhelmed."""

    first_only: int
    second_only: int
    both: int


@dataclass(frozen=True)
class Robustness(Result):
    """Two designs in many plausible worlds.

    Attributes
    ----------
    service, seed, replications, days
        What was run in each world: calendar days of arrivals, warm-up included.
    designs
        The two designs; a change is from the first to the second.
    worlds
        How many.
    quantities
        How many quantities were drawn in each; one that both designs share counts once.
    redrawn
        In how many worlds some were drawn again, since a rule of scenarios refused them.
    overwhelmed
        In how many a design is.
    measures
        The verdict on each measure that applies in some world, by its name.
    deciding
        The quantities that go most with the change in cost, the first of all foremost.
    provenance
        All that is needed to have the same numbers again.
    tried
        Every world; in the table, not in the JSON.
    drawn
        Keys and units of the quantities, likewise.
    """

    COLUMNS = RobustnessRow._fields
    TYPES = MappingProxyType({"value": "float64"})

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, str]
    worlds: int
    quantities: int
    redrawn: int
    overwhelmed: Overwhelmed
    measures: dict[str, Verdict]
    deciding: tuple[Deciding, ...]
    provenance: Provenance
    tried: tuple[TriedWorld, ...]
    drawn: tuple[tuple[str, str], ...]

    def to_dict(self) -> Json:
        """Return it as JSON has it, without the single worlds."""
        parts = dict(vars(self))
        del parts["tried"], parts["drawn"]
        found: Json = as_json(parts)
        return found

    def list_rows(self) -> Iterator[RobustnessRow]:
        """List the rows: one for each quantity and measure of each world."""
        for number, world in enumerate(self.tried):
            for (key, unit), value in zip(self.drawn, world.values, strict=True):
                yield RobustnessRow(number, QUANTITY, key, None, unit, value)
            yield from self._rows_of_designs(number, world)

    def _rows_of_designs(self, number: int, world: TriedWorld) -> Iterator[RobustnessRow]:
        measured = (world.first, world.second)
        for design, values, is_over in zip(self.designs, measured, world.overwhelmed, strict=True):
            for name, value in values.items():
                unit = str(MEASURES[name].unit)
                yield RobustnessRow(number, MEASURE, name, design, unit, value)
            yield RobustnessRow(number, OVERWHELMED, None, design, None, float(is_over))
