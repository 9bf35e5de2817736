"""What is free when services are fitted together: shared constants, and what each has itself."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.analysis.calibration.trial import Free, check_ranges, find_takers, list_own
from sim.analysis.evidence import check_evidence, list_no_tests
from sim.design.quantity import FITTED, Quantity
from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario import Scenario, Taken, quantities
from sim.scenario.files import MECHANISMS

NONE_SHARED = Message(
    'no constant that services share is free: say from = "fitted" in scenarios/mechanisms.toml '
    "where one may be chosen"
)
NOTHING_TO_FIT_TO = Message("no service that takes a fitted constant has an independent figure")
TAKES_NONE = Message("it takes no fitted constant from the shared file")
NO_TESTS = Message("it has no figure that is a test of its own")


class Part(NamedTuple):
    """A service that is fitted together with others."""

    scenario: Scenario
    """With those figures of its evidence alone that are tests of their own."""
    own: tuple[Free, ...]
    """The fitted quantities that its file states."""
    shared: tuple[Free, ...]
    """The shared constants that are fitted and that it takes, with where it has them."""

    @property
    def name(self) -> str:
        """Name of the service."""
        return self.scenario.service.name


class Apart(NamedTuple):
    """A service that is not fitted together with others, and why."""

    service: str
    reason: str


def find_parts(
    scenarios: Sequence[Scenario],
) -> tuple[tuple[Free, ...], tuple[Part, ...], tuple[Apart, ...]]:
    """Return the shared constants to be fitted, the services to fit them to, and all others.

    A constant that only services without independent figures take is not among them.

    Raises
    ------
    ScenarioError
        If there is nothing to fit, or nothing to fit it to; if a fitted quantity has no range, or
        some evidence is about what there is not.
    """
    shared = list_shared(scenarios)
    parts, apart = divide(scenarios, shared)
    taken = {free.key for part in parts for free in part.shared}
    if not parts:
        raise ScenarioError(MECHANISMS, [NOTHING_TO_FIT_TO])
    return tuple(free for free in shared if free.key in taken), parts, apart


def list_shared(scenarios: Sequence[Scenario]) -> tuple[Free, ...]:
    """List the fitted constants that services take from the shared file, by their keys there.

    Raises
    ------
    ScenarioError
        If there is none, or one that has no range to be chosen from.
    """
    found: dict[str, Quantity] = {}
    for scenario in scenarios:
        for key, quantity in quantities(scenario):
            taken = scenario.taken.get(key)
            if taken is not None and taken.is_shared and quantity.source == FITTED:
                found.setdefault(taken.key, quantity)
    if not found:
        raise ScenarioError(MECHANISMS, [NONE_SHARED])
    check_ranges(MECHANISMS, found)
    ordered = sorted(found.items())
    return tuple(Free(key, q.value, *q.plausible) for key, q in ordered if q.plausible)


def divide(
    scenarios: Sequence[Scenario], shared: Sequence[Free]
) -> tuple[tuple[Part, ...], tuple[Apart, ...]]:
    """Divide services into those that are fitted together, and those that have no part in it.

    Raises
    ------
    ScenarioError
        If a fitted quantity has no range, or some evidence is about what there is not.
    """
    parts, apart = [], []
    for scenario in scenarios:
        part = _build_part(scenario, shared)
        reason = NO_TESTS if not part.scenario.evidence else TAKES_NONE
        if part.shared and part.scenario.evidence:
            parts.append(part)
        else:
            apart.append(Apart(part.name, reason))
    return tuple(parts), tuple(apart)


def _build_part(scenario: Scenario, shared: Sequence[Free]) -> Part:
    check_evidence(scenario)
    at = {free: find_takers(scenario, Taken(True, free.key)) for free in shared}
    return Part(
        scenario=_keep_tests(scenario),
        own=list_own(scenario),
        shared=tuple(free._replace(places=places) for free, places in at.items() if places),
    )


def _keep_tests(scenario: Scenario) -> Scenario:
    """Return a scenario with those figures alone that are tests of their own.

    Sources that only the other figures name go with them: a scenario that names none of them could
    not be built anew with other values.
    """
    pairs = zip(scenario.evidence, list_no_tests(scenario), strict=True)
    evidence = tuple(figure for figure, no_test in pairs if not no_test)
    named = {q.source for _, q in quantities(scenario)} | {figure.source for figure in evidence}
    sources = {key: words for key, words in scenario.sources.items() if key in named}
    return scenario.model_copy(update={"evidence": evidence, "sources": sources})
