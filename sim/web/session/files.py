"""The scenario files of the services, each read once for as long as it stays as it is."""

import os
from functools import lru_cache

from sim.scenario import Scenario, find_file, load_scenario

MOST_KEPT = 64


def load_filed(service: str) -> Scenario:
    """Return the scenario of a shipped service as its file is now.

    Raises
    ------
    ScenarioError
        If the file cannot be used.
    """
    stat = os.stat(find_file(service))
    return _load(service, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


@lru_cache(MOST_KEPT)
def _load(service: str, _version: tuple[int, int, int]) -> Scenario:
    return load_scenario(service)
