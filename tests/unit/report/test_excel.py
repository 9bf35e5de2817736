"""A workbook holds the tidy table and how it was made; nothing in it is a formula."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest

from sim.analysis.comparison import compare
from sim.report import tell_command, write_csv, write_excel
from sim.scenario import build_scenario, load_scenario
from sim.words import speaking
from tests.builders import build_raw

NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)")


def read_sheets(content):
    """Read a workbook: of each sheet its rows, and of each cell its value; no formulas."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()) for one in shared.iter(f"{NAMES}si")]
        names = [one.get("name") for one in _parse(book, "xl/workbook.xml").iter(f"{NAMES}sheet")]
        sheets = [_parse(book, f"xl/worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    assert not [cell for sheet in sheets for cell in sheet.iter(f"{NAMES}f")]
    return {name: list(_rows(sheet, texts)) for name, sheet in zip(names, sheets, strict=True)}


def _parse(book, name):
    return ElementTree.fromstring(book.read(name))


def _rows(sheet, texts):
    for row in sheet.iter(f"{NAMES}row"):
        cells = {}
        for cell in row.iter(f"{NAMES}c"):
            value = cell.findtext(f"{NAMES}v")
            is_text = cell.get("t") == "s"
            cells[cell.get("r").rstrip("0123456789")] = (
                texts[int(value)] if is_text else float(value)
            )
        yield cells


@pytest.fixture(scope="module")
def found():
    scenario = load_scenario("sickness-benefit", ["demand.variety*=0.5"])
    return compare(scenario, days=40, replications=2, seed=3)


def test_the_table_has_every_row_with_numbers_as_numbers(found):
    heads, *rows = read_sheets(write_excel(found))["measures"]

    frame = found.to_frame()
    assert list(heads.values()) == list(frame)
    assert [row["A"] for row in rows] == list(frame["measure"])
    for letter, name in zip("EFG", ("mean", "low", "high"), strict=True):
        read = [row.get(letter, float("nan")) for row in rows]
        np.testing.assert_allclose(read, frame[name], rtol=1e-15)


def test_how_it_was_made_stands_on_a_sheet_of_its_own(found):
    rows = read_sheets(write_excel(found))["settings"]

    told = {row["A"]: row.get("B") for row in rows}
    assert (told["seed"], told["days"], told["replications"]) == (3, 40, 2)
    assert told["scenario_sha256"] == found.provenance.scenario_sha256
    assert told["command"] == tell_command(found)
    changed = [row for row in rows if row["A"] == "changed"]
    assert [row["B"] for row in changed] == [one.key for one in found.provenance.changed]
    assert all(row["C"] == row["D"] * 2 for row in changed if row["B"].endswith(".variety"))


@pytest.mark.parametrize("currency", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_a_text(currency):
    raw = build_raw()
    raw["service"]["currency"] = currency
    found = compare(build_scenario(raw, "a.toml"), days=40, replications=2)

    rows = read_sheets(write_excel(found))["measures"]
    with speaking("en"):
        lines = write_csv(found).splitlines()

    assert any(row.get("B", "").startswith(currency) for row in rows)
    assert any(f",'{currency}" in line for line in lines)
    assert not any(f",{currency}" in line for line in lines)


def test_a_negative_number_is_no_formula(found):
    with speaking("en"):
        lines = write_csv(found).splitlines()

    assert any(",-" in line for line in lines)
    assert not any(",'-" in line for line in lines)
