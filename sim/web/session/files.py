"""The scenario files of the services, each read once for as long as it stays as it is."""

import os
from functools import lru_cache
from pathlib import Path

from sim.scenario import (
    Scenario,
    find_file,
    list_counter_cases,
    list_services,
    load_scenario,
    shipped_folder,
)

MOST_KEPT = 64


def load_filed(service: str) -> Scenario:
    """Return the scenario of a shipped service as its file is now.

    Raises
    ------
    ScenarioError
        If the file cannot be used.
    """
    stat = os.stat(_find(service))
    return _load(service, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


def list_filed() -> tuple[str, ...]:
    """Return the names of the shipped services, as they are in their folder now."""
    folder = shipped_folder()
    return _list(os.stat(folder).st_mtime_ns)


def list_all_filed() -> tuple[str, ...]:
    """Return the names of the shipped services, and after them those of the counter-cases."""
    return (*list_filed(), *_list_counter_cases())


@lru_cache(1)
def _list_counter_cases() -> tuple[str, ...]:
    return tuple(list_counter_cases())


@lru_cache(1)
def _list(_changed_ns: int) -> tuple[str, ...]:
    return tuple(list_services())


@lru_cache(MOST_KEPT)
def _find(service: str) -> Path:
    return find_file(service)


@lru_cache(MOST_KEPT)
def _load(service: str, _version: tuple[int, int, int]) -> Scenario:
    return load_scenario(service)
