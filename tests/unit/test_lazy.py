"""Packages that import nothing until a name is asked for show all that they say they do."""

import subprocess
import sys
from importlib import import_module

import pytest

PACKAGES = ("sim.sweep", "sim.sweep.plan")


@pytest.mark.parametrize("package", PACKAGES)
def test_all_names_that_are_shown_are_found(package):
    module = import_module(package)
    missing = [name for name in module.__all__ if getattr(module, name, None) is None]
    assert not missing


@pytest.mark.parametrize("package", PACKAGES)
def test_a_name_that_is_not_shown_is_told(package):
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        import_module(package).nonsense  # noqa: B018  # it is looked up


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_no_module_of_its_own_unasked(package):
    code = f"import sys, {package}; print([m for m in sys.modules if m.startswith('{package}.')])"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
