"""The page around all pages, as Streamlit has it, told where its server is.

Otherwise a browser that opens ``/explore`` guesses: it asks below that address first, which is not
there, and complains about it.
"""

from functools import cache
from pathlib import Path
from re import fullmatch
from typing import Any

import streamlit

FILE = Path(streamlit.__file__).parent / "static" / "index.html"
HEAD = "<head>"
TOLD = "<script>window.__streamlit = { BACKEND_BASE_URL: window.location.origin };</script>"
FIRST = "/start"
"""Where somebody may look for the first page. Streamlit has it at the root alone."""


def find_first(scope: Any) -> bytes:
    """Return where the first page is, with what was asked of it."""
    asked: bytes = scope["query_string"]
    return b"/?" + asked if asked else b"/"


def is_page(path: str) -> bool:
    """Tell whether a path is that of a page of ours, and not of a file or of the stream."""
    return fullmatch(r"/[a-z]*", path) is not None


@cache
def load_index() -> bytes:
    """Return the page."""
    text = FILE.read_text(encoding="utf-8")
    return text.replace(HEAD, f"{HEAD}\n    {TOLD}", 1).encode()
