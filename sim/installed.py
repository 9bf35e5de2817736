"""What is installed: the versions of this package and of those that could matter to a result."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("joblib", "numpy", "pandas", "pydantic", "scipy", "simpy")
"""The packages whose versions could matter to a result."""


@cache
def find_version(package: str) -> str:
    """Return the version of an installed package; "unknown" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
