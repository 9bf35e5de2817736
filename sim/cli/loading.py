"""From what was typed to a scenario and the file that it is from."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.results import Origin, find_origin
from sim.scenario import Scenario, load_scenario


class Loaded(NamedTuple):
    """A scenario with its changes, and where it is from."""

    scenario: Scenario
    origin: Origin


def load(service: str, changes: Sequence[str] = ()) -> Loaded:
    """Load a service by name or file.

    Parameters
    ----------
    service
        Name of a shipped service, or a path to a TOML file.
    changes
        Such as ``demand.variety=0``.
    """
    origin = find_origin(service)
    return Loaded(load_scenario(service, changes) if changes else origin.scenario, origin)
