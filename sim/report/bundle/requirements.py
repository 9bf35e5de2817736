"""Every package that a sweep is run with, and its version: as `pip install -r` reads them."""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires, version

PROGRAM = "requisite"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
OF_EXTRA = re.compile(r"\bextra\s*==")
"""What only an extra needs, that nobody asked for."""
SEPARATORS = re.compile(r"[-_.]+")


def list_requirements(made_with: Mapping[str, str]) -> list[str]:
    """List what is needed, recursively, as ``name==version``.

    Parameters
    ----------
    made_with
        The versions that the runs were made with; of these packages they count, and not those that
        are installed now.
    """
    found = dict(_list_installed())
    found |= {name: made for name, made in made_with.items() if name in found or name == PROGRAM}
    return [f"{name}=={found[name]}" for name in sorted(found)]


def _list_installed() -> Iterator[tuple[str, str]]:
    """List the program and all that it needs, as far as it is installed."""
    left, seen = [PROGRAM], set[str]()
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            yield name, version(name)
            left += _list_needed(name)
        except PackageNotFoundError:  # of another system or an older Python
            continue


def _list_needed(package: str) -> list[str]:
    needed = []
    for line in requires(package) or ():
        requirement, _, marker = line.partition(";")
        found = NAME.match(requirement.strip())
        if found and not OF_EXTRA.search(marker):
            needed.append(SEPARATORS.sub("-", found[0]).lower())
    return needed
