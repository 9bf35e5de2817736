"""Which sources the numbers of a scenario file rest on."""

from collections.abc import Iterator, Mapping
from typing import Any


def keep_cited(sources: Mapping[str, str], table: Mapping[str, Any]) -> dict[str, str]:
    """Return those sources on which some quantity or evidence of a scenario rests.

    Parameters
    ----------
    sources
        By their keys.
    table
        The scenario, as a file has it.
    """
    cited = set(_list_cited(table))
    return {key: source for key, source in sources.items() if key in cited}


def _list_cited(content: Any) -> Iterator[str]:
    """List the keys of sources that quantities and evidence rest on."""
    if isinstance(content, Mapping):
        if isinstance(content.get("from"), str):
            yield content["from"]
        content = list(content.values())
    if isinstance(content, list | tuple):
        for below in content:
            yield from _list_cited(below)
