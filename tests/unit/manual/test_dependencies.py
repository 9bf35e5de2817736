"""What Requisite is built on may be passed on, is listed, and has no flaw that is on the list."""

import re
from importlib.metadata import requires, version

import pytest
from packaging.version import Version

from sim.manual.dependencies import (
    PAGE,
    find_licence,
    list_locked,
    load_advisories,
    write_page,
)

LOCKED = list_locked()
ONLY_TESTED = load_advisories()["only_tests_load"]
FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL-2\.0|Mozilla Public License 2\.0"
)
TIED = re.compile(r"GPL|General Public|EUPL|CDDL|SSPL|Commons Clause|CC-BY-(SA|NC)")


def test_the_page_is_written_from_the_lock():
    """If not: `python -m sim.manual.dependencies`."""
    assert PAGE.read_text(encoding="utf-8") == write_page()
    assert len(LOCKED) > 80


@pytest.mark.parametrize("package", [name for name in LOCKED if name not in ONLY_TESTED])
def test_every_licence_is_permissive_or_the_mozilla_one(package):
    licence = find_licence(package)

    assert FREE.search(licence)
    assert not TIED.search(licence)


@pytest.mark.parametrize("package", ONLY_TESTED)
def test_what_only_tests_load_nothing_of_ours_asks_for(package):
    """Neither Requisite nor what it is installed with, extras apart."""
    asked_for = {name_of(line) for line in list_required("requisite")}
    brought = {name_of(line) for name in asked_for for line in list_required(name)}

    assert "LGPL" in find_licence(package)
    assert package not in asked_for | brought


def list_required(package):
    return [line for line in requires(package) or () if "extra ==" not in line]


def name_of(requirement):
    return re.match(r"[A-Za-z0-9_.-]+", requirement).group().lower()


@pytest.mark.parametrize(
    ("package", "advisory", "fixed_in"),
    [
        (package, advisory, fixed_in)
        for package, fixed in load_advisories()["fixed_in"].items()
        for advisory, fixed_in in fixed.items()
    ],
)
def test_no_package_has_a_flaw_that_is_on_the_list(package, advisory, fixed_in):
    assert Version(LOCKED[package]) >= Version(fixed_in), advisory


def test_the_environment_has_the_pip_and_setuptools_of_the_lock():
    assert {name: version(name) for name in ("pip", "setuptools")} == {
        name: LOCKED[name] for name in ("pip", "setuptools")
    }
