import pytest

from tests.builders import build_raw, q, small_scenario_text


@pytest.fixture
def two_types(tmp_path):
    """A small service whose two demand types have variety 1 and 3, as a file."""
    raw = build_raw()
    known = {**raw["demand"]["known"], "arrivals_per_day": q(2)}
    raw["demand"] = {
        "known": {**known, "variety": q(1, 0, 2)},
        "unknown": {**known, "variety": q(3, 2, 6)},
    }
    path = tmp_path / "two-types.toml"
    path.write_text(small_scenario_text(raw))
    return str(path)
