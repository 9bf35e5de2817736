"""The causal loops of the twin as a few things that people know, and the links between them."""

from collections.abc import Iterator

from sim.dynamics.drawing.loops import LoopGraph, gather_links
from sim.dynamics.system.equations import Model
from sim.dynamics.system.run import Trajectory
from sim.message import Message

THINGS = {
    "waiting": ("tray", "waiting", "first_contact", "deciding"),
    "lying": ("lying", "held", "certificate", "exception"),
    "citizen": ("asked", "parked", "news_due"),
    "back": ("away", "turned", "due_1", "due_2", "due_3", "calling_back", "given_up", "closing"),
    "asking": ("asking", "due_queues", "due_lies", "due_with_citizen", "usual"),
    "calls": ("calls",),
    "pressure": ("felt",),
    "speed": ("speed",),
    "cuts": ("lacking",),
    "standard": ("standard",),
    "strain": ("strain",),
    "staff": ("staff",),
}
"""What the variables of each thing begin with."""
LABELS = {
    "waiting": Message("cases waiting for staff"),
    "lying": Message("cases that lie at a change of hands"),
    "citizen": Message("cases waiting for the citizen"),
    "back": Message("citizens who will come back"),
    "asking": Message("citizens who ask how it goes"),
    "calls": Message("calls to answer"),
    "pressure": Message("pressure"),
    "speed": Message("time a job takes"),
    "cuts": Message("work left undone"),
    "standard": Message("standard held"),
    "strain": Message("strain"),
    "staff": Message("staff at work"),
}
LIT = {
    "chasing": ("asking", "calls", "waiting", "lying"),
    "spiral": ("waiting", "back", "lying"),
    "speed": ("waiting", "pressure", "speed"),
    "cutting": ("waiting", "pressure", "cuts", "back"),
    "erosion": ("pressure", "standard", "cuts"),
    "strain": ("pressure", "strain", "staff", "waiting"),
}
"""The things that each named loop runs through."""


def find_loops(model: Model, course: Trajectory, labels: dict[str, str]) -> LoopGraph:
    """Return the things of a model and the links that a run of it shows between them."""
    return gather_links(model, course, dict(_group(model)), labels)


def _group(model: Model) -> Iterator[tuple[str, str]]:
    names = [one.name for one in (*model.stocks, *model.quantities)]
    flows = {flow.name for flow in model.flows}
    for thing, starts in THINGS.items():
        for name in names:
            if name not in flows and any(_belongs(name, start) for start in starts):
                yield name, thing


def _belongs(name: str, start: str) -> bool:
    """Tell whether a variable is one of those that begin so: numbers and spans may follow."""
    rest = name.removeprefix(start)
    if rest == name:
        return False
    words = rest.removeprefix("_").split("_")
    spans = ("", "short", "middle", "long", "cases", "ends")
    return all(word.isdigit() or word in spans for word in words)
