"""Where equations are gathered while a model is put together."""

from collections.abc import Sequence

from sim.dynamics.system.equations import Model, Quantity, Stock, Table, build_model

DECIMALS = 8
"""Of what stands in tables: PySD writes them with so many."""
CASES, RATE, DMNL, DAYS = "cases", "cases/day", "dmnl", "day"


class Parts:
    """Equations of a model that is being put together."""

    def __init__(self) -> None:
        self.quantities: list[Quantity | Table] = []
        self._numbers: set[str] = set()
        self._flows: dict[str, tuple[list[str], list[str]]] = {}
        self._stocks: dict[str, tuple[float, str, str]] = {}

    def stock(self, name: str, about: str, initial: float = 0.0, unit: str = CASES) -> str:
        """Add a stock, and return its name."""
        self._stocks[name] = (initial, unit, about)
        self._flows[name] = ([], [])
        return name

    def flow(
        self,
        name: str,
        formula: str,
        source: str | None,
        target: str | None,
        *,
        unit: str = RATE,
        about: str = "",
    ) -> str:
        """Add a flow from one stock to another, or from or to the world outside."""
        self.quantities.append(Quantity(name, formula, unit, about, is_flow=True))
        if target is not None:
            self._flows[target][0].append(name)
        if source is not None:
            self._flows[source][1].append(name)
        return name

    def say(self, name: str, formula: str, unit: str = DMNL, about: str = "") -> str:
        """Add a quantity that follows from others."""
        self.quantities.append(Quantity(name, formula, unit, about))
        return name

    def let(self, name: str, value: float, unit: str, about: str = "") -> str:
        """Add a number that has a unit, once, and return its name."""
        if name not in self._numbers:
            self._numbers.add(name)
            self.say(name, number(value), unit, about)
        return name

    def table(self, name: str, of: str, x: Sequence[float], y: Sequence[float], unit: str) -> str:
        """Add a quantity that is read off a table, of as many decimals as every reader keeps."""
        across, up = (tuple(round(float(at), DECIMALS) for at in axis) for axis in (x, y))
        self.quantities.append(Table(name, of, across, up, unit))
        return name

    def build(self, name: str, step: float) -> Model:
        """Return the model."""
        stocks = [
            Stock(stock, initial, tuple(self._flows[stock][0]), tuple(self._flows[stock][1]), *of)
            for stock, (initial, *of) in self._stocks.items()
        ]
        return build_model(name, step, stocks, self.quantities)


def add_up(names: list[str]) -> str:
    """Return the formula of a sum."""
    return " + ".join(names) if names else "0"


def number(value: float) -> str:
    """Return a number as a formula has it."""
    return repr(float(value))
