import pytest

from sim.dynamics.twin import tipping


@pytest.fixture(autouse=True, scope="package")
def short_years():
    """Let stocks and flows be looked at for eight weeks, not for a year."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tipping, "WARM_DAYS", 28)
        patch.setattr(tipping, "YEAR_DAYS", 28)
        yield
