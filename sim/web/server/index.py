"""The page around all pages, as Streamlit has it, told where its server is.

Otherwise a browser that opens ``/explore`` guesses: it asks below that address first, which is not
there, and complains about it.
"""

from functools import cache
from pathlib import Path
from re import fullmatch

import streamlit

FILE = Path(streamlit.__file__).parent / "static" / "index.html"
HEAD = "<head>"
TOLD = "<script>window.__streamlit = { BACKEND_BASE_URL: window.location.origin };</script>"


def is_page(path: str) -> bool:
    """Tell whether a path is that of a page of ours, and not of a file or of the stream."""
    return fullmatch(r"/[a-z]*", path) is not None


@cache
def load_index() -> bytes:
    """Return the page."""
    text = FILE.read_text(encoding="utf-8")
    return text.replace(HEAD, f"{HEAD}\n    {TOLD}", 1).encode()
