"""The scenario as its file has it, and as it stands after the changes of this session."""

from typing import NamedTuple

from sim.errors import RequisiteError
from sim.scenario import Difference, Scenario, load_scenario
from sim.web.session.asked import Asked, as_texts, changes_of
from sim.words import say_text


class Stand(NamedTuple):
    """How a service stands in this session.

    Attributes
    ----------
    scenario
        The scenario with all changes; where they cannot be made, with as many of them as can.
    problem
        Why the changes cannot be made; otherwise `None`.
    """

    scenario: Scenario
    problem: RequisiteError | None

    @property
    def moved(self) -> list[Difference]:
        """What differs from the file."""
        return self.scenario.differences

    def changed_as(self, asked: Asked) -> Scenario:
        """Return the scenario of a comparison that was asked for.

        Raises
        ------
        ScenarioError
            If its changes cannot be made.
        """
        return self.scenario.filed.changed(*asked.changes)

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
    filed = load_scenario(service)
    texts = as_texts(changes_of(service))
    scenario, problem = filed, None
    for count in range(len(texts), 0, -1):
        try:
            scenario = filed.changed(*texts[:count])
            break
        except RequisiteError as error:
            problem = problem or error
    return Stand(scenario, problem)
