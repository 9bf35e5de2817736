"""The scenario as its file has it, and as it stands after the changes of this session."""

import logging
from contextlib import nullcontext
from functools import lru_cache
from typing import NamedTuple

from sim.errors import RequisiteError, RunError
from sim.message import Message
from sim.scenario import Difference, Origin, Scenario
from sim.web.session.asked import Asked, as_texts, changes_of
from sim.web.session.files import load_filed
from sim.web.session.own import change_own, find_own, is_own
from sim.web.session.turns import pausing
from sim.words import say_text

log = logging.getLogger(__name__)
MOST_KEPT = 64
"""Changed scenarios, of all visitors."""
MOST_TRIES = 5
"""Prefixes of the changes that are tried: each takes a second where a link brings 200 changes."""
MANY = 20
"""Changes that take so long to be made that others are to be drawn meanwhile."""
UNFORESEEN = Message("it cannot be understood as a change")


class Stand(NamedTuple):
    """How a service stands in this session.

    Attributes
    ----------
    scenario
        The scenario with all changes; where they cannot be made, without the latest few of them, or
        else as its file has it.
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
        return _change(asked.service, self.scenario.filed.origin, asked.changes)

    @property
    def designs(self) -> tuple[str, str]:
        """The two designs that are compared: the first two of the file."""
        first, second, *_ = self.scenario.designs
        return first, second


def find_title(service: str) -> str:
    """Return the title of a service; of a file that cannot be read, its name."""
    try:
        return say_text(load_filed(service).service.title)
    except RequisiteError:
        return service


def find_refusal(service: str, key: str, value: str) -> RequisiteError | None:
    """Return why a change cannot be made, neither by itself nor with those before; else `None`.

    One that can be made by itself may be half of a change that needs another half.
    """
    filed, text = load_filed(service), f"{key}={value}"
    refusal: RequisiteError | None = None
    for texts in ((text,), (*as_texts(changes_of(service)), text)):
        try:
            filed.changed(*texts)
        except RequisiteError as error:
            refusal = error
        except Exception:  # nothing that is typed may stay and break the page each time it is drawn
            log.exception("a change failed")
            refusal = RunError(UNFORESEEN)
        else:
            return None
    return refusal


def _change(service: str, version: Origin | None, texts: tuple[str, ...]) -> Scenario:
    """Return a service's file with some changes; kept, for a move asks for it several times."""
    own = find_own(service) if is_own(service) else None
    return _change_filed(service, version, texts) if own is None else change_own(own, texts)


@lru_cache(MOST_KEPT)
def _change_filed(service: str, _version: Origin | None, texts: tuple[str, ...]) -> Scenario:
    return load_filed(service).changed(*texts)


def find_stand(service: str) -> Stand:
    """Return how a service stands."""
    filed = load_filed(service)
    texts = as_texts(changes_of(service))
    scenario, problem = filed, None
    with pausing() if len(texts) > MANY else nullcontext():
        for count in range(len(texts), max(len(texts) - MOST_TRIES, 0), -1):
            try:
                scenario = _change(service, filed.origin, texts[:count])
                break
            except RequisiteError as error:
                problem = problem or error
    return Stand(scenario, problem)
