"""What stopping by a rule does to intervals, as `docs/sweeps.md` tells it."""

from pathlib import Path

from benchmarks.stopping import DEVIATIONS, measure_stopping, write_rows

PAGE = Path(__file__).parents[2] / "docs" / "sweeps.md"


def test_the_page_tells_what_was_found():
    """Of the smallest deviation, which takes the fewest replications."""
    *_, row = write_rows(measure_stopping(DEVIATIONS[:1])).splitlines()
    assert row in PAGE.read_text("utf-8")
