"""Mapping files: written and read as the same, and every problem of one told."""

from datetime import date

import pytest

from sim.errors import RunError, ScenarioError
from sim.own.mapping import Mapping
from sim.own.mapping_file import build_toml, load_mapping, read_mapping, write_mapping

FULL = Mapping(
    "Ärende nr", 'what "so"\n', "when", "from", "who", "Europe/Stockholm", "%d-%m-%Y %H:%M",
    asks=("a",), closes=("b", "c"), citizen=("d",), automatic=("=e",), drop=("f",),
    end=date(2024, 1, 31), lifecycle="state",
)  # fmt: skip


@pytest.mark.parametrize("mapping", [FULL, Mapping("case", "activity", "time")])
def test_it_is_read_as_it_was_written(tmp_path, mapping):
    path = tmp_path / "map.toml"
    write_mapping(mapping, path)
    assert load_mapping(path) == mapping
    with pytest.raises(RunError, match="there is such a file already"):
        write_mapping(mapping, path)


def test_what_may_be_filled_in_stands_there_empty():
    assert "asks = []" in build_toml(Mapping("case", "activity", "time"))


def test_all_problems_are_told():
    text = 'case = 1\nactivty = "a"\ntime = ""\ntz = "Europe/Stokholm"\nasks = "x"\nend = "soon"\n'
    with pytest.raises(ScenarioError) as told:
        read_mapping(text.encode(), "map.toml")
    problems = "\n".join(told.value.problems)
    assert len(told.value.problems) == 6
    assert 'activty: unknown key, did you mean "activity"?' in problems
    assert 'end: found "soon", expected a day' in problems
    assert 'asks: found "x", expected a list of texts' in problems


@pytest.mark.parametrize(("line", "problem"), [
    ('tz = "Europe/Stokholm"', 'did you mean "Europe/Stockholm"?'),
    ('time_format = "%d"', "expected a format such as"),
    ('time_format = "dd-mm-yyyy"', "expected a format such as"),
])  # fmt: skip
def test_zones_and_formats_are_checked(line, problem):
    with pytest.raises(ScenarioError, match="1 problem") as told:
        read_mapping(f'case = "a"\nactivity = "b"\ntime = "c"\n{line}'.encode(), "map.toml")
    assert problem in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ScenarioError, match=r"expected a mapping: requisite own guess FILE --out"):
        load_mapping(tmp_path / "none.toml")
