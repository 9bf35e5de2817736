"""The environment of the processes that serve: nothing in it depends on the current folder."""

import os
from collections.abc import Mapping
from pathlib import Path

import sim

PACKAGE = Path(sim.__file__).parent
THEIRS = "STREAMLIT_"
"""How variables begin that would tell the server something else than we do."""
FOLDERS = ("REQUISITE_CACHE", "XDG_CACHE_HOME")
"""Variables that name folders, as seen from the current one."""


def build_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a process that is to find our modules, and nobody else's settings.

    Parameters
    ----------
    environment
        That of this process.
    """
    kept = {n: v for n, v in environment.items() if not n.startswith(THEIRS)}
    others = filter(None, kept.get("PYTHONPATH", "").split(os.pathsep))
    kept["PYTHONPATH"] = os.pathsep.join([str(PACKAGE.parent), *map(os.path.abspath, others)])
    for name in FOLDERS:
        if kept.get(name):
            kept[name] = os.path.abspath(kept[name])
    return kept
