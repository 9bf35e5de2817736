"""Text that others wrote, put on a page as it stands."""

MARKS = "\\`*_[]$<>~#:"


def write_plain(text: str) -> str:
    """Keep what the model says, or a visitor has typed, from being read as Markdown."""
    for mark in MARKS:
        text = text.replace(mark, f"\\{mark}")
    return text
