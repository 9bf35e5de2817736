"""A stock-and-flow model as one list of equations, in the terms of the field.

Stocks change by their flows alone; flows and other quantities follow from stocks, tables and each
other at one moment, without circles. What runs, what is drawn and what is exported is made of this
list and of nothing else.
"""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from sim.dynamics.system.formula import Formula, parse_formula

TIME = "time"
"""The moment, in days; known to every formula."""


class Stock(NamedTuple):
    """What has gathered: it changes by its flows alone, and is never negative."""

    name: str
    initial: float
    inflows: tuple[str, ...]
    outflows: tuple[str, ...]
    unit: str
    about: str = ""


class Quantity(NamedTuple):
    """A flow, or any quantity that follows from others at the same moment."""

    name: str
    formula: str
    unit: str
    about: str = ""
    is_flow: bool = False


class Table(NamedTuple):
    """A quantity read off a table: straight lines between its points, level beyond them."""

    name: str
    of: str
    """Formula of what it is looked up by."""
    x: tuple[float, ...]
    y: tuple[float, ...]
    unit: str
    about: str = ""


class Model(NamedTuple):
    """Equations in an order in which each needs only those before it.

    Attributes
    ----------
    name
        What it is a model of.
    step
        Time of a step (days).
    stocks
        What is carried from step to step.
    quantities
        Flows, other quantities and tables, in the order in which they are to be worked out.
    """

    name: str
    step: float
    stocks: tuple[Stock, ...]
    quantities: tuple[Quantity | Table, ...]

    @property
    def flows(self) -> tuple[Quantity, ...]:
        """The flows alone."""
        return tuple(q for q in self.quantities if isinstance(q, Quantity) and q.is_flow)


def formula_of(quantity: Quantity | Table) -> Formula:
    """Return what a quantity follows from; for a table what it is looked up by."""
    return parse_formula(quantity.of if isinstance(quantity, Table) else quantity.formula)


def build_model(
    name: str, step: float, stocks: Iterable[Stock], quantities: Iterable[Quantity | Table]
) -> Model:
    """Order equations and check them.

    Raises
    ------
    ValueError
        If a name is used twice or unknown, a stock's flow is none, or equations run in a circle.
    """
    by_name = {quantity.name: quantity for quantity in quantities}
    stocks = tuple(stocks)
    needs = {name: formula_of(quantity).names for name, quantity in by_name.items()}
    _check_names(stocks, by_name, needs)
    try:
        inside = {name: [n for n in names if n in by_name] for name, names in needs.items()}
        order = tuple(TopologicalSorter(inside).static_order())
    except CycleError as error:
        raise ValueError(f"equations run in a circle: {error.args[1]}") from None
    return Model(name, step, stocks, tuple(by_name[name] for name in order))


def _check_names(
    stocks: tuple[Stock, ...],
    by_name: dict[str, Quantity | Table],
    needs: dict[str, frozenset[str]],
) -> None:
    known = {stock.name for stock in stocks} | set(by_name) | {TIME}
    if len(known) != len(stocks) + len(by_name) + 1:
        raise ValueError("a stock and a quantity have one name")
    for name, names in needs.items():
        if unknown := names - known:
            raise ValueError(f"{name} needs what nothing says: {sorted(unknown)}")
    for stock in stocks:
        for flow in stock.inflows + stock.outflows:
            if not getattr(by_name.get(flow), "is_flow", False):
                raise ValueError(f"{flow} of {stock.name} is no flow")
