"""`requisite bundle` and `requisite reproduce`: what they say, and how they end."""

import json
from hashlib import sha256

import pytest

from sim.report.bundle import Differences, DifferingColumn, Reproduction, Version, asking
from tests.unit.report.bundle.zips import unpack

SAME = Reproduction((), True, True, 8, 8, None)


@pytest.fixture
def file(packed, tmp_path):
    path = tmp_path / "tiny.zip"
    path.write_bytes(packed)
    return path


@pytest.fixture
def reproduced(monkeypatch):
    """Have something come of making it again, which takes no time."""

    def come(again):
        monkeypatch.setattr("sim.report.bundle.reproduce", lambda *_, **__: again)

    return come


def test_a_bundle_is_written_once(requisite, tiny, packed, tmp_path):
    out = tmp_path / "b.zip"
    result = requisite("bundle", tiny.folder.path, "--out", out)
    assert result.exit_code == 0
    assert out.read_bytes() == packed
    assert sha256(packed).hexdigest() in result.stdout.replace("\n", "")
    assert "TO BE ADDED" in result.stdout
    out.write_bytes(b"mine")
    assert requisite("bundle", tiny.folder.path, "--out", out).exit_code == 2
    assert out.read_bytes() == b"mine"
    assert requisite("bundle", tiny.folder.path, "--out", out, "--force").exit_code == 0
    assert unpack(out.read_bytes())


def test_it_is_made_again_and_is_the_same(requisite, file, tmp_path):
    result = requisite("reproduce", file, "--out", tmp_path / "again", "--workers", "1")
    assert result.exit_code == 0
    assert "the same to the last byte" in result.stdout
    assert "made with something else" not in result.stderr.lower()


def test_what_is_no_bundle_ends_with_2(requisite, tiny, tmp_path):
    broken = tmp_path / "b.zip"
    broken.write_bytes(b"PK")
    for asked in (("reproduce", broken), ("bundle", tmp_path, "--out", tmp_path / "c.zip")):
        result = requisite(*asked)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert len(result.stderr.strip().splitlines()) == 1
    result = requisite("bundle", tiny.folder.path, "--out", tmp_path / "c.tar")
    assert result.exit_code == 2
    assert ".zip" in result.stderr


def test_other_versions_are_told_before(requisite, file, reproduced, monkeypatch):
    then = asking.take_fingerprint()
    monkeypatch.setattr(asking, "take_fingerprint", lambda: {**then, "numpy": "9.9"})
    other = Version("numpy", then["numpy"], "9.9")
    reproduced(SAME._replace(versions=(other,), same_bytes=False))
    result = requisite("reproduce", file)
    assert result.exit_code == 0
    assert f"numpy {then['numpy']} → 9.9" in result.stderr.replace("\n", " ")
    assert "All values of the table of runs (8 rows) are the same" in result.stdout


DIFFERENCES = Differences(
    1, 2, ("new",), 3, 8, (DifferingColumn("cost", 3, 0.125), DifferingColumn("error", 1, None))
)


@pytest.mark.parametrize(
    ("again", "told"),
    [
        (
            SAME._replace(same_bytes=False, same_values=False, differences=DIFFERENCES),
            (
                "3 of 8 rows are not the same, in 2 columns",
                "cost: 3 rows, by 0.125 at most",
                "error: 1 rows",
                "are not now: 1; that are new: 2",
                "only one of the tables has: new",
            ),
        ),
        (
            SAME._replace(same_bytes=False, same_values=False, rows_now=9),
            ("8 rows then, 9 now", "not in the bundle"),
        ),
        (SAME._replace(same_bytes=False), ("its file is not",)),
    ],
    ids=["values", "no-table", "file-only"],
)
def test_what_differs_is_told_and_ends_with_1(requisite, file, reproduced, again, told):
    reproduced(again)
    result = requisite("reproduce", file)
    assert result.exit_code == 1
    for words in told:
        assert words in result.stdout.replace("\n", " ")
    as_json = requisite("reproduce", file, "--json")
    assert as_json.exit_code == 1
    assert json.loads(as_json.stdout)["same"] is False
    assert json.loads(as_json.stdout)["rows_now"] == again.rows_now
