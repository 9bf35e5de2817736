import pytest

from sim.report.bundle import pack_bundle


@pytest.fixture(scope="package")
def packed(tiny):
    """The bundle of the tiny sweep."""
    return pack_bundle(tiny)
