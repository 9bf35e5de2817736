"""Plotly's own script for bars and lines, a quarter of all of it: so that a page needs no network.

It is the file `plotly-basic.min.js` of the package `plotly.js-basic-dist-min`, as it was published,
of the version that the Python package is made for; its licence lies beside it.
"""

from pathlib import Path

ADDRESS = "/plotly-basic-4.1.1.min.js"
"""Where the page serves it: another version has another address, so browsers keep it."""
FILE = Path(__file__).with_name("plotly-basic.min.js")


def load_bundle() -> str:
    """Return the script."""
    return FILE.read_text(encoding="utf-8")
