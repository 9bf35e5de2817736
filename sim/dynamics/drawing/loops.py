"""A causal-loop diagram: a few named things, and the links between them.

A model has too many variables to be looked at at once. Some of them are gathered into things that
have a name; what lies between is passed through.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sim.dynamics.system.links import BOTH, Link, multiply_signs

Ends = dict[str, list[Link]]
Path = tuple[tuple[str, ...], Link]
"""What a path has passed through, and the link that it comes to."""
MOST_STEPS = 500_000
"""Along the paths from one variable; there can be more paths than anybody can wait for."""


class Node(NamedTuple):
    """A thing in a diagram: the name that links know it by, and what is written."""

    name: str
    label: str


class LoopGraph(NamedTuple):
    """A causal-loop diagram.

    Attributes
    ----------
    nodes
        The things, in the order in which they are to be drawn.
    links
        The links between them; none runs from a thing to itself.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def gather_links(
    links: Iterable[Link], groups: Mapping[str, str], labels: Mapping[str, str] | None = None
) -> LoopGraph:
    """Gather the links of a model into those between a few things.

    Parameters
    ----------
    links
        Links of a model.
    groups
        The thing that a variable belongs to, by the name of the variable. Variables that belong to
        none are passed through: a path through them is one link, with the product of the signs.
    labels
        What is written for a thing, where that is not its name.

    Returns
    -------
    LoopGraph
        One link for each pair of things that has any; `±` where some paths say more, others less.

    Raises
    ------
    ValueError
        If what is passed through is too tangled.
    """
    onward: Ends = {}
    for link in links:
        onward.setdefault(link.source, []).append(link)
    signs: dict[tuple[str, str], set[str]] = {}
    for variable, source in groups.items():
        for end, sign in _follow(variable, onward, groups):
            signs.setdefault((source, groups[end]), set()).add(sign)
    names = tuple(dict.fromkeys(groups.values()))
    nodes = tuple(Node(name, (labels or {}).get(name, name)) for name in names)
    pairs = ((a, b) for a in names for b in names if a != b and (a, b) in signs)
    return LoopGraph(nodes, tuple(Link(a, b, _merge(signs[a, b])) for a, b in pairs))


def _follow(start: str, onward: Ends, groups: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return where paths from a variable first reach one of a group, and with which signs.

    No path passes through a variable twice: what a stock does to its own outflow is no way on.
    """
    found, steps = set[tuple[str, str]](), 0
    paths: list[Path] = [((start,), link) for link in onward.get(start, ())]
    while paths:
        passed, link = paths.pop()
        steps += 1
        if steps > MOST_STEPS:
            raise ValueError(f"too many paths lead on from {start}; gather more variables")
        if link.target in groups:
            found.add((link.target, link.sign))
        elif link.target not in passed:
            paths += [
                ((*passed, link.target), _join(link, on)) for on in onward.get(link.target, ())
            ]
    return found


def _join(link: Link, on: Link) -> Link:
    return Link(link.source, on.target, multiply_signs(link.sign, on.sign))


def _merge(signs: set[str]) -> str:
    return signs.pop() if len(signs) == 1 else BOTH
