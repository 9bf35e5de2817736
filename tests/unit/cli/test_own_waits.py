"""`requisite own waits`."""

import json

import pytest

from sim.own.writing import write_caselog
from tests.unit.own.caselogs import draw_log
from tests.unit.own.files import build_rows, write_csv


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "log.csv"
    write_caselog(draw_log(1, weeks=13, per_day=3), path)
    return path


def test_waits_to_people(requisite, file):
    result = requisite("own", "waits", file)

    told = " ".join(result.stdout.split())
    assert result.exit_code == 0, result.stderr
    assert "are waiting for another person." in told
    assert "██" in told and "the same person" in told
    assert "from “work” to “work”, until somebody else takes the case up" in told
    assert "cases are finished: an activity that closes them has come" in told


def test_waits_as_json(requisite, file):
    found = json.loads(requisite("own", "waits", file, "--json").stdout)

    shares = [one["share"]["value"] for one in found["waits"].values()]
    assert sum(shares) == pytest.approx(1)
    assert 0 < found["finished"] <= found["cases"]
    assert found["longest"][0]["ender"] == "another"


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    """Return a file of dates alone, and a mapping of it."""
    folder = tmp_path_factory.mktemp("dates")
    file, mapping = folder / "log.csv", folder / "map.toml"
    heads = ("case", "activity", "time", "resource")
    content = write_csv(build_rows(60), heads, delimiter=",", time_format="%Y-%m-%d")
    file.write_bytes(content + content.splitlines(keepends=True)[-1])
    mapping.write_text("".join(f'{name} = "{name}"\n' for name in heads), encoding="utf-8")
    return file, mapping


@pytest.mark.parametrize("is_mapped", [False, True])
def test_what_the_file_cannot_say_is_told_with_its_waits(requisite, dates, is_mapped):
    file, mapping = dates
    asked = ("own", "waits", file, *(("--map", mapping) if is_mapped else ()))

    told = " ".join(requisite(*asked).stdout.split("What to know of it")[1].split())
    kinds = {one["kind"] for one in json.loads(requisite(*asked, "--json").stdout)["warnings"]}
    assert "- Only dates: 100 % of the times have no time of day." in told
    assert "- 1 row is the same as another in every cell" in told
    assert "No starts:" not in told  # it is told in other words
    assert {"dates_only", "copies", "no_starts"} <= kinds


@pytest.mark.parametrize("width", [40, 120])
def test_on_terminals_of_any_width(requisite, file, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))

    lines = requisite("own", "waits", file).stdout.splitlines()
    assert max(map(len, lines)) <= width
