"""The page of what Requisite is built on: versions, licences, advisories.

``python -m sim.manual.dependencies`` writes it to `PAGE`: versions from the lock file, licences
from what is installed, advisories from the list beside this file.
"""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

from sim.files import write_text

ROOT = Path(__file__).parents[2]
PAGE, LOCK = ROOT / "docs" / "dependencies.md", ROOT / "requirements.lock"
ADVISORIES = Path(__file__).with_name("advisories.toml")
INTRO = """
# What Requisite is built on

Written by `python -m sim.manual.dependencies` from `requirements.lock`; tests hold the lock to what
stands here. `make lock` renews it. All that is installed with Requisite is under a permissive
licence or the Mozilla Public License 2.0, which asks only that changes to its own files stay open;
of what only tests load, {tested} are under the LGPL. The wheels of NumPy and SciPy carry the
runtime libraries of GCC (GPL 3 with the runtime library exception, and LGPL), which may
be passed on with them.

The advisories are a list made by hand ({checked}): each package is of the version that is free of
it, or a later one. The one database of advisories on the package index is of July 2021 (nothing in
it is about these versions), and the tools with newer ones ask a server. Where one may be asked:
`pip-audit -r requirements.lock --no-deps`.

| package | version | licence | free of |
|---|---|---|---|
"""
_PINNED = re.compile(r"^([a-z0-9.-]+)==([^ ;\\]+)", re.MULTILINE)


def list_locked() -> dict[str, str]:
    """Return the version of each package that the lock names."""
    return dict(_PINNED.findall(LOCK.read_text(encoding="utf-8")))


def load_advisories() -> dict[str, Any]:
    """Return the list of advisories, as its file has it."""
    return tomllib.loads(ADVISORIES.read_text(encoding="utf-8"))


FIELDS = ("License-Expression", "License")


def find_licence(package: str) -> str:
    """Return the licence of a package, as it declares it itself, else as it was read by hand."""
    by_hand = load_advisories()["licence_elsewhere"].get(package)
    if by_hand is not None:
        return str(by_hand)
    about = metadata(package)
    classified = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or []
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    # Not `about[name]`: a library that replaces the standard one's reader raises where it has none.
    expression, text = ((about.get_all(name) or [None])[0] for name in FIELDS)
    return " ".join(str(expression or ", ".join(classified) or text or "none declared").split())


def write_page() -> str:
    """Return the page as text."""
    listed = load_advisories()
    rows = [
        f"| {package} | {version} | {find_licence(package)} "
        f"| {', '.join(listed['fixed_in'].get(package, ())) or '–'} |"
        for package, version in list_locked().items()
    ]
    tested = ", ".join(listed["only_tests_load"])
    return INTRO.format(checked=listed["checked"], tested=tested).lstrip() + "\n".join(rows) + "\n"


if __name__ == "__main__":
    write_text(PAGE, write_page(), overwrite=True)
