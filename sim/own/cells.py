"""Cells that a spreadsheet would run as a formula, when what was read is written again."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet runs (OWASP, CSV injection)."""
NUMBER = re.compile(r"[+-]?[\d.,\s]+%?")


def disarm(text: str) -> str:
    """Return a text that no spreadsheet runs: with an apostrophe before it, if it would."""
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would run a text: a number it would not."""
    return text.startswith(FORMULA) and NUMBER.fullmatch(text) is None


def count_formulas(cells: "pd.Series[str]") -> int:
    """Return how many cells a spreadsheet would run."""
    suspects = cells[cells.str.startswith(FORMULA)]
    return sum(map(is_formula, suspects.tolist()))
