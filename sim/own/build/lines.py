"""How a scenario file is written: each quantity on a line of its own."""

from typing import Any

import tomlkit

INLINE = {"is", "range", "from"}


def put_in_lines(content: Any) -> Any:
    """Return a table with each quantity on a line, and without what is not there."""
    if isinstance(content, list | tuple):
        return [put_in_lines(item) for item in content]
    if not isinstance(content, dict):
        return content
    there = {key: below for key, below in content.items() if below is not None}
    if "is" in there and there.keys() <= INLINE:
        line = tomlkit.inline_table()
        line.update({key: put_in_lines(below) for key, below in there.items()})
        return line
    return {key: put_in_lines(below) for key, below in there.items()}
