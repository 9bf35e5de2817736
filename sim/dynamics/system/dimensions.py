"""Whether the units of a model agree: each formula, and each flow with its stock."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from sim.dynamics.system.equations import TIME, Model, Quantity, Stock, Table, formula_of
from sim.dynamics.system.formula import Name, Number, Operation, Term
from sim.dynamics.system.units import DAYS, DIMENSIONLESS, Unit, multiply, parse_unit, write_unit

Known = Mapping[str, Unit]
Found = Unit | None
"""The unit of a term; `None` where a bare number may stand for any."""

SAID = {
    "+": "added",
    "-": "subtracted",
    "<": "compared",
    "min": "compared",
    "max": "compared",
    "mod": "divided with a remainder",
    "where": "the one or the other",
}
"""What is done with two terms that need one unit."""


def check_units(model: Model) -> list[str]:
    """List what does not agree.

    Units multiply and divide as formulas do. What is added, subtracted, compared or chosen between
    needs one unit; a bare number stands for any. A flow has the unit of its stock per day.
    """
    problems = list[str]()
    units: dict[str, Unit] = {TIME: DAYS}
    for one in (*model.stocks, *model.quantities):
        try:
            units[one.name] = parse_unit(one.unit)
        except ValueError as error:
            problems.append(f"{one.name}: {error}")
    for quantity in model.quantities:
        if formula_of(quantity).names | {quantity.name} <= units.keys():
            problems += _Check(quantity, units).problems
    for stock in model.stocks:
        problems += _check_stock(stock, units)
    return problems


def _check_stock(stock: Stock, units: Known) -> Iterator[str]:
    needed = multiply(units[stock.name], DAYS, -1) if stock.name in units else None
    for flow in stock.inflows + stock.outflows:
        if needed is not None and units.get(flow, needed) != needed:
            yield (
                f"{flow}: a flow of {stock.name} is in {write_unit(needed)}, "
                f"not in {write_unit(units[flow])}"
            )


class _Check:
    """Works out the unit of a quantity's formula, and notes what does not agree."""

    def __init__(self, quantity: Quantity | Table, units: Known) -> None:
        self.name, self.units = quantity.name, units
        self.problems = list[str]()
        found, own = self.unit_of(formula_of(quantity).term), units[quantity.name]
        if isinstance(quantity, Quantity) and found not in {None, own} and not self.problems:
            assert found is not None
            self.note(f"its formula is in {write_unit(found)}, itself in {write_unit(own)}")

    def note(self, problem: str) -> None:
        self.problems.append(f"{self.name}: {problem}")

    def unit_of(self, term: Term) -> Found:
        """Return the unit of a term."""
        match term:
            case Number():
                return None
            case Name(name):
                return self.units[name]
            case Operation("*" | "/" as kind, (a, b)):
                return self.combine(self.unit_of(a), self.unit_of(b), 1 if kind == "*" else -1)
            case Operation("whole", (a,)):
                return self.unit_of(a)
            case Operation("where", (a, b, then, otherwise)):
                self.agree("<", self.unit_of(a), self.unit_of(b))
                return self.agree("where", self.unit_of(then), self.unit_of(otherwise))
            case Operation(kind, terms):
                return self.agree(kind, *(self.unit_of(inner) for inner in terms))
        raise AssertionError(term)

    def combine(self, a: Found, b: Found, power: int) -> Found:
        """Multiply or divide; a bare number is dimensionless here."""
        if a is None and b is None:
            return None
        return multiply(a or DIMENSIONLESS, b or DIMENSIONLESS, power)

    def agree(self, kind: str, *found: Found) -> Found:
        """Return the unit that terms have in common."""
        known = [unit for unit in found if unit is not None]
        for a, b in pairwise(known):
            if a != b:
                self.note(f"{write_unit(a)} and {write_unit(b)} are {SAID[kind]}")
        return known[0] if known else None
