"""Characters that are no text: they move a cursor, colour a terminal, or turn a line around."""

import re

_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but for tab and new line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # which way a line runs
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # what nobody sees
    "\U000e0000-\U000e007f"
    "\ud800-\udfff"  # what stands for bytes that are no text
)
HIDDEN = re.compile(f"[{_HIDDEN}]")
"""A character that has no place in a text: a tab, a new line and a soft hyphen have."""
_OF_LINE = re.compile(f"[{_HIDDEN}\t\n]")


def show_hidden(text: str) -> str:
    r"""Return a text as one line in which every hidden character is spelt out, such as ``\x1b``."""
    return _OF_LINE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def cut(text: str, most: int) -> str:
    """Return a text, or its beginning and three dots where it is longer than so many characters."""
    return text if len(text) <= most else f"{text[: most - 3]}..."
