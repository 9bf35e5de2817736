"""A causal-loop diagram: a few named things, and the links between them.

A model has too many variables to be looked at at once. Some of them are gathered into things that
have a name. Whether more of one thing makes more of another or less is measured in a run: all of
the one is made a little more, all other things are held, and what the other then does is looked at.
So a link is what all its paths together come to.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from sim.dynamics.system.equations import Model
from sim.dynamics.system.evaluate import Reals, evaluate_quantity
from sim.dynamics.system.links import BOTH, MINUS, PLUS, Link
from sim.dynamics.system.run import Trajectory

MORE = 1.01
NOTHING = 1e-9
"""Of what a thing is: an effect smaller than this is none."""
SMALL = 0.02
"""Of the largest effect on a thing: a smaller one is left out."""
MOSTLY = 0.9
"""Of all that it does: a link that goes one way for so much has that sign."""

Values = Mapping[str, Reals]


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
    model: Model,
    course: Trajectory,
    groups: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    moments: int = 400,
) -> LoopGraph:
    """Gather a model into a few things, and find the links between them.

    Parameters
    ----------
    model, course
        The equations, and a run of them.
    groups
        The thing that a stock or another quantity belongs to, by its name.
    labels
        What is written for each thing, in the order in which they are to be drawn.
    moments
        At how many moments of the run what follows is looked at, at most.
    """
    every = -(-len(course.values) // moments)
    values = dict(zip(course.names, course.values[::every].T, strict=True))
    things = [thing for thing in labels if thing in set(groups.values())]
    base = _rates(model, values, values, groups)
    effects = [one for thing in things for one in _find_effects(thing, model, values, base, groups)]
    nodes = tuple(Node(thing, labels[thing]) for thing in things)
    return LoopGraph(nodes, tuple(_choose(effects)))


class _Effect(NamedTuple):
    """What a little more of a thing does to another."""

    link: Link
    size: float


def _choose(effects: list[_Effect]) -> Iterator[Link]:
    """Choose the links that are not small beside others to the same thing."""
    largest: dict[str, float] = {}
    for link, size in effects:
        largest[link.target] = max(largest.get(link.target, 0.0), size)
    for link, size in effects:
        if size >= SMALL * largest[link.target]:
            yield link


def _find_effects(
    thing: str, model: Model, values: Values, base: Values, groups: Mapping[str, str]
) -> Iterator[_Effect]:
    moved = {
        name: value * MORE if groups.get(name) == thing else value for name, value in values.items()
    }
    for target, after in _rates(model, moved, values, groups).items():
        change = after - base[target]
        sign = _sign_of(change, float(np.abs(base[target]).max()))
        if sign and target != thing:
            yield _Effect(Link(thing, target, sign), float(np.nansum(np.abs(change))))


def _rates(
    model: Model, values: Values, held: Values, groups: Mapping[str, str]
) -> dict[str, Reals]:
    """Return how fast each thing grows that has stocks, and how large each other thing is.

    What belongs to a thing stays as it is given: only what lies between is worked out.
    """
    known, found = dict(held), dict[str, Reals]()
    known |= {name: values[name] for name in (*groups, *(s.name for s in model.stocks))}
    for quantity in model.quantities:
        worked_out = evaluate_quantity(quantity, known)
        if thing := groups.get(quantity.name):
            found[thing] = np.asarray(found.get(thing, 0.0) + worked_out)
        else:
            known[quantity.name] = worked_out
    with_stocks = {groups[s.name] for s in model.stocks if s.name in groups}
    found = {thing: total for thing, total in found.items() if thing not in with_stocks}
    for stock in model.stocks:
        if thing := groups.get(stock.name):
            for sign, flows in ((1, stock.inflows), (-1, stock.outflows)):
                for name in flows:
                    found[thing] = np.asarray(found.get(thing, 0.0) + sign * known[name])
    return found


def _sign_of(change: Reals, size: float) -> str:
    change = np.where(np.isfinite(change), change, 0.0)
    whole = float(np.abs(change).sum())
    if whole <= NOTHING * max(size, NOTHING) * change.size:
        return ""
    rises = float(change[change > 0].sum()) / whole
    return PLUS if rises >= MOSTLY else MINUS if rises <= 1 - MOSTLY else BOTH
