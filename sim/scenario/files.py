"""Where scenario files are, and which one a name stands for."""

import os
from pathlib import Path

from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario.keys import nearest

_IN_WHEEL = Path(__file__).parents[1] / "shipped_scenarios"
_IN_CHECKOUT = Path(__file__).parents[2] / "scenarios"
COUNTER = "counter"
"""The folder of the cases of counter-evidence, among the shipped files."""
REDESIGN = "redesign"
"""The folder of the redesigns that were forecast from what was before them."""
MECHANISMS = "mechanisms"
"""The shipped file that is no service: the mechanisms that services share."""


def list_services() -> list[str]:
    """Return the names of the services that are shipped, in the order of the alphabet."""
    return _list(shipped_folder())


def list_counter_cases() -> list[str]:
    """Return the names of the cases of counter-evidence that are shipped, in the same order."""
    return _list(shipped_folder() / COUNTER)


def list_redesigns() -> list[str]:
    """Return the names of the redesigns that are shipped, in the same order."""
    return _list(shipped_folder() / REDESIGN)


def list_shipped() -> list[str]:
    """Return the names of all shipped scenarios: services, counter-evidence, redesigns."""
    return [*list_services(), *list_counter_cases(), *list_redesigns()]


def _list(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem != MECHANISMS)


def shipped_folder() -> Path:
    """Return the folder of the shipped files: inside the package in a wheel, beside it before."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def find_file(service: str | Path) -> Path:
    """Return the file of a shipped scenario by its name, or of a path to a TOML file.

    Raises
    ------
    ScenarioError
        If it is neither.
    """
    kinds = ((".", list_services), (COUNTER, list_counter_cases), (REDESIGN, list_redesigns))
    for folder, list_names in kinds:
        if isinstance(service, str) and service in list_names():
            return shipped_folder() / folder / f"{service}.toml"
    path = Path(service)
    is_name = isinstance(service, str) and path.name == service and not path.suffix
    if is_name and not os.path.exists(path):
        raise ScenarioError(str(service), [_refuse(str(service))])
    return path


def _refuse(service: str) -> Message:
    known = list_services()
    hint = nearest(service, list_shipped())
    if not hint.startswith("did"):
        return Message("no service of this name, expected one of: {known}", known=", ".join(known))
    return Message(
        "no service of this name, {hint} Shipped: {known}", hint=hint, known=", ".join(known)
    )
