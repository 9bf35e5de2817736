"""The loops that have names in the field, and how each is cut to see what it does."""

from typing import NamedTuple

from sim.blueprint import Blueprint
from sim.dynamics.expected.coefficients import Coefficients
from sim.dynamics.system.equations import Model, Quantity
from sim.message import Message


class Loop(NamedTuple):
    """A loop, and what closes it.

    Attributes
    ----------
    name
        As the command line has it.
    title
        What people read.
    switch
        The quantity of the model that is 1 while it acts; `None` where it is cut in what a design
        does.
    """

    name: str
    title: Message
    switch: str | None


LOOPS = (
    Loop(
        "chasing", Message("asking how it goes takes time, and so lengthens waits"), "with_chasing"
    ),
    Loop("spiral", Message("what comes back takes time from what comes"), None),
    Loop("speed", Message("under pressure people go faster (balancing)"), "with_speed"),
    Loop(
        "cutting", Message("under pressure people cut, and what is cut comes back"), "with_cutting"
    ),
    Loop("erosion", Message("the standard that people hold follows what they do"), "with_erosion"),
    Loop("strain", Message("pressure that lasts makes people absent"), "with_absence"),
    Loop("control", Message("what is controlled takes time and waits"), None),
)


def cut_model(model: Model, loop: Loop) -> Model:
    """Return a model in which a loop does not act."""
    if loop.switch is None:
        return model
    quantities = tuple(
        quantity._replace(formula="0")
        if isinstance(quantity, Quantity) and quantity.name == loop.switch
        else quantity
        for quantity in model.quantities
    )
    return model._replace(quantities=quantities)


def cut_design(blueprint: Blueprint, loop: Loop | None) -> Blueprint:
    """Return a design in which nobody is controlled, if that is the loop."""
    if loop is None or loop.name != "control":
        return blueprint
    return blueprint._replace(decision=blueprint.decision._replace(control=0.0))


def cut_coefficients(of: Coefficients, loop: Loop | None) -> Coefficients:
    """Return what a design does if what comes back takes no time, if that is the loop."""
    if loop is None or loop.name != "spiral":
        return of
    first_only = of.content_s.copy(), of.other_s.copy(), of.front_s.copy(), of.deciding_s.copy()
    for seconds in first_only:
        seconds[1:] = 0.0
    content_s, other_s, front_s, deciding_s = first_only
    return of._replace(content_s=content_s, other_s=other_s, front_s=front_s, deciding_s=deciding_s)
