"""Workbooks and event logs in XML."""

import io
from datetime import date

import pytest
import xlsxwriter

from sim.errors import ScenarioError
from sim.own.reading import read_table
from tests.unit.own.files import DANISH, build_rows, write_xes, write_xlsx

ROWS = build_rows(20)


def test_the_largest_sheet_is_read_and_told():
    table = read_table(write_xlsx(ROWS, Noter=4), "log.xlsx")
    assert (table.columns, table.sheet, table.rows) == (DANISH, "Udtræk", len(ROWS))
    assert table.notes == ("sheet Udtræk is read, the largest; 1 other is not",)
    assert table.frame["Tidspunkt"].iloc[0] == ROWS[0][2].isoformat(sep=" ")


def test_cells_are_what_they_show():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Rapport",))
        sheet.write_row(2, 0, ("a", "b", "c", "d"))
        sheet.write_row(3, 0, (12, 1.5, True))
        sheet.write_formula(3, 3, "=6*7", value=42)
        sheet.write_datetime(4, 0, date(2024, 3, 5), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write(4, 1, " x ")
    table = read_table(stream.getvalue(), "log.xlsx")
    assert table.frame.to_numpy().tolist() == [
        ["12", "1.5", "true", "42"],
        ["2024-03-05", "x", "", ""],
    ]
    assert table.frame.index.tolist() == [4, 5]


def test_a_workbook_without_cells_is_told():
    with pytest.raises(ScenarioError, match="found no sheet with cells"):
        read_table(write_xlsx([], ()), "log.xlsx")


def test_events_are_rows_with_what_their_case_says():
    table = read_table(write_xes(ROWS), "log.xes")
    assert table.rows == len(ROWS)
    assert set(table.columns) == {
        "concept:name", "org:resource", "lifecycle:transition", "time:timestamp",
        "case:concept:name",
    }  # fmt: skip
    assert sorted(table.frame["case:concept:name"]) == sorted(row[0] for row in ROWS)


def test_only_what_stands_in_an_event_itself_is_its():
    text = """<log><global scope="event"><string key="g" value="1"/></global>
    <string key="l" value="2"/><trace>
    <string key="c" value="3"><string key="deep" value="4"/></string>
    <event><string key="a" value="5"><int key="deeper" value="6"/></string>
    <list key="many"><values><string key="far" value="7"/></values></list></event>
    <event><string key="b" value="8"/></event></trace></log>"""
    frame = read_table(text.encode(), "log.xes").frame
    assert frame.to_dict("list") == {"a": ["5", ""], "case:c": ["3", "3"], "b": ["", "8"]}
