"""The scenario as its file has it, and as it stands after the changes of this session."""

from typing import NamedTuple

from sim.errors import RequisiteError
from sim.results import Origin, find_origin
from sim.scenario import Difference, Scenario, differences, load_scenario
from sim.web.session.asked import Asked, as_texts, changes_of
from sim.words import say_text


class Stand(NamedTuple):
    """How a service stands in this session.

    Attributes
    ----------
    origin
        The file.
    scenario
        The scenario with all changes; where they cannot be made, with as many of them as can.
    moved
        What differs from the file.
    problem
        Why the changes cannot be made; otherwise `None`.
    """

    origin: Origin
    scenario: Scenario
    moved: list[Difference]
    problem: RequisiteError | None

    @property
    def designs(self) -> tuple[str, str]:
        """The two designs that are compared: the first two of the file."""
        first, second, *_ = self.scenario.designs
        return first, second


def find_title(service: str) -> str:
    """Return the title of a service; of a file that cannot be read, its name."""
    try:
        return say_text(load_scenario(service).service.title)
    except RequisiteError:
        return service


def find_stand(service: str) -> Stand:
    """Return how a service stands."""
    origin = find_origin(service)
    texts = as_texts(changes_of(service))
    scenario, problem = origin.scenario, None
    for count in range(len(texts), 0, -1):
        try:
            scenario = load_scenario(service, texts[:count])
            break
        except RequisiteError as error:
            problem = problem or error
    return Stand(origin, scenario, differences(origin.scenario, scenario), problem)


def load_asked(asked: Asked) -> Scenario:
    """Load the scenario of a comparison.

    Raises
    ------
    ScenarioError
        If its changes cannot be made.
    """
    return load_scenario(asked.service, asked.changes)
