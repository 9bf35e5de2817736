"""A measure, as the registry holds it."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from sim.measures.reading import Reading
from sim.measures.view import View

Better = Literal["lower", "higher", "neither"]


class Measure(NamedTuple):
    """A measure and how to read it.

    Attributes
    ----------
    name
        Its name in results; other programs rely on it.
    unit
        Its unit; ``{currency}`` stands for the scenario's.
    title
        Its name shown to people.
    better
        Which way is better, where one is.
    function
        What computes it; its docstring has formula, unit and source.
    per_type
        Whether it can be told apart by demand type.
    """

    name: str
    unit: str
    title: str
    better: Better
    function: Callable[[View], Reading]
    per_type: bool = True

    def unit_in(self, currency: str) -> str:
        """Return the unit, in a currency."""
        return self.unit.format(currency=currency)
