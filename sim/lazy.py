"""Packages that show names of their modules, and import one when such a name is asked for.

Every import of a part of a package runs the package's own file first. Were that to import all that
it shows, a worker that needs one module would wait for all of them.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def attach(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package.

    Parameters
    ----------
    package
        Its name.
    homes
        Where each name is found that it shows: a module, and the name there after a colon; without
        one, the module itself.
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home, _, inside = homes[name].partition(":")
        module = import_module(home)
        return getattr(module, inside) if inside else module

    return find
