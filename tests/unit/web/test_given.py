import pytest

from sim.web.session.bounds import DAYS
from sim.web.session.given import read_number


@pytest.mark.parametrize(("text", "number"), [("14", 14), ("12000", 12_000), ("0090", 90)])
def test_a_number_within_its_bounds_is_taken(text, number):
    assert read_number(DAYS, text) == number


@pytest.mark.parametrize(
    "text",
    ["13", "12001", "999999999", "9" * 5_000, "-14", "-1", "90.5", "1e3", "0x20", "²", "many", ""],
)
def test_anything_else_is_no_number_to_be_taken(text):
    assert read_number(DAYS, text) is None
