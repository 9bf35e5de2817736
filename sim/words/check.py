"""What is told of a scenario file that has no problem."""

from collections.abc import Iterator

from sim.message import Message
from sim.results import count_sources
from sim.scenario import Scenario
from sim.words.basis import tell_sources
from sim.words.designs import name_design_fully
from sim.words.language import say, say_text
from sim.words.numbers import write_list
from sim.words.stand_in import tell_missing


def tell_check(scenario: Scenario) -> Iterator[str]:
    """Tell what a good file holds, and what it rests on, one line at a time.

    Parameters
    ----------
    scenario
        As it was loaded from its file.
    """
    title = say_text(scenario.service.title)
    yield say(Message("{file} is a good scenario file: {title}.", file=scenario.where, title=title))
    labels = [f"{say_text(demand.label)} ({name})" for name, demand in scenario.demand.items()]
    yield say(Message("Kinds of need: {labels}.", labels=write_list(labels)))
    names = [say(name_design_fully(name)) for name in scenario.designs]
    yield say(Message("Designs: {names}.", names=write_list(names)))
    yield tell_sources(count_sources(scenario, tuple(scenario.designs)))
    yield from tell_missing(scenario)
