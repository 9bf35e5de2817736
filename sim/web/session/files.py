"""The scenario files of the services, each read once for as long as it stays as it is.

A file that a visitor has opened stands among them, in their session alone.
"""

import logging
import os
from functools import lru_cache
from pathlib import Path

from sim.errors import RequisiteError
from sim.scenario import (
    Scenario,
    find_file,
    list_counter_cases,
    list_services,
    load_scenario,
    shipped_folder,
)
from sim.web.session.own import find_own, is_own, list_own

log = logging.getLogger(__name__)
MOST_KEPT = 64


def load_filed(service: str) -> Scenario:
    """Return the scenario of a shipped service as its file is now, or of a visitor's own file.

    Raises
    ------
    ScenarioError
        If the file cannot be used, or is not open.
    """
    own = find_own(service) if is_own(service) else None
    if own is not None:
        return own
    stat = os.stat(_find(service))
    return _load(service, (stat.st_mtime_ns, stat.st_size, stat.st_ino))


def list_filed() -> tuple[str, ...]:
    """Return the names of the shipped services, as they are in their folder now."""
    folder = shipped_folder()
    return _list(os.stat(folder).st_mtime_ns)


def list_all_filed() -> tuple[str, ...]:
    """Return the names of the shipped services, and after them those of the counter-cases."""
    return (*list_filed(), *_list_counter_cases())


def list_open() -> tuple[str, ...]:
    """Return all that this visitor can choose: their own files, services, counter-cases."""
    return (*list_own(), *list_all_filed())


def list_readable() -> tuple[list[Scenario], list[str]]:
    """Return the services as their files are now, and the names of those that cannot be read.

    Why they cannot is for whoever serves the page, on standard error: it names folders.
    """
    readable: list[Scenario] = []
    unreadable: list[str] = []
    for name in list_filed():
        try:
            readable.append(load_filed(name))
        except (RequisiteError, OSError):
            log.warning("a shipped file cannot be read", exc_info=True)
            unreadable.append(name)
    return readable, unreadable


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
