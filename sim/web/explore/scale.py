"""How a slider counts: shares in percent, some fifty round steps over what is plausible."""

import math
from typing import NamedTuple

from sim.scenario import Described
from sim.words import ENGLISH, current_language
from sim.words.numbers import SHARE
from sim.words.quantities import COUNT

MOST_DECIMALS = 3


class Scale(NamedTuple):
    """How a slider counts.

    Attributes
    ----------
    factor
        What the page shows of 1 of the scenario: 100 for a share, which is shown in percent.
    step
        The step, as shown.
    form
        How a number is written.
    """

    factor: float
    step: float
    form: str

    def show(self, value: float) -> float:
        """Turn a scenario's number into the page's."""
        return round(value * self.factor, 9)

    def read(self, shown: float) -> str:
        """Turn the page's number into a scenario's, as a change has it."""
        return f"{round(shown / self.factor, 11):.12g}"


def find_scale(item: Described) -> Scale:
    """Return the scale for a quantity: some fifty steps over its plausible range."""
    factor = 100.0 if item.unit == SHARE else 1.0
    low, high = item.plausible or (0.0, 1.0)
    step = 1.0 if item.unit == COUNT else nice_step((high - low) * factor / 40)
    decimals = max(0, -math.floor(math.log10(step)))
    return Scale(factor, step, find_form(decimals, " %%" if item.unit == SHARE else ""))


def find_form(decimals: int, sign: str) -> str:
    """Return how a slider writes a number: in English, or as the browser's language has it.

    Streamlit has no third way. As the browser has it, there are no more than three decimals, and
    no sign after them.
    """
    if current_language() == ENGLISH or decimals > MOST_DECIMALS:
        return f"%.{decimals}f{sign}"
    return "localized"


def nice_step(span: float) -> float:
    """Return the largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is not above a span."""
    if span <= 0:
        return 0.01
    power: float = 10.0 ** math.floor(math.log10(span))
    return round(max(m * power for m in (1, 2, 5) if m * power <= span * (1 + 1e-9)), 12)
