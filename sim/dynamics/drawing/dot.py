"""DOT, the language of Graphviz: quotation marks, attributes, and what holds a graph together."""

from collections.abc import Iterable

FONT = "Helvetica"


def quote(text: str) -> str:
    """Put a text in quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def write_node(name: str, **attributes: str) -> str:
    """Write a node."""
    return f"{quote(name)} {_write_attributes(attributes)};"


def write_edge(source: str, target: str, **attributes: str) -> str:
    """Write an arrow."""
    return f"{quote(source)} -> {quote(target)} {_write_attributes(attributes)};"


def write_digraph(name: str, lines: Iterable[str]) -> str:
    """Write a graph from left to right, with its nodes and arrows."""
    settings = ["rankdir=LR;", f"node [fontname={quote(FONT)}];", f"edge [fontname={quote(FONT)}];"]
    inside = "\n".join(f"  {line}" for line in [*settings, *lines])
    return f"digraph {quote(name)} {{\n{inside}\n}}\n"


def _write_attributes(attributes: dict[str, str]) -> str:
    return "[" + ", ".join(f"{key}={quote(value)}" for key, value in attributes.items()) + "]"
