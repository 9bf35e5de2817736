"""Files of a visitor's own that were made to do harm, or are broken: refused in words, or safe."""

import gzip
import io
import time
import zipfile

import pytest

from sim.errors import ScenarioError
from sim.own.cells import disarm
from sim.own.guessing import guess
from sim.own.reading import limits, read_table
from tests.unit.own.files import build_rows, write_csv, write_xes, write_xlsx

ROWS = build_rows(30)
MOST_S = 5.0
"""Seconds of processor time that a refusal may take."""


def refuse(content: bytes, name: str = "log.csv") -> str:
    """Return why a file is refused, which it is soon."""
    began = time.process_time()
    with pytest.raises(ScenarioError) as told:
        guess(read_table(content, name))
    assert time.process_time() - began < MOST_S
    return str(told.value)


def change(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook in which a part reads otherwise."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            text = before.read(name)
            assert name != part or old in text
            after.writestr(name, text.replace(old, new) if name == part else text)
    return stream.getvalue()


def test_a_gzip_bomb_is_not_unpacked():
    bomb = gzip.compress(bytes(limits.SMALL_BYTES * 3), 9)
    assert "unpacks to more than 200 times its size" in refuse(bomb, "log.csv.gz")
    assert "packed twice" in refuse(gzip.compress(gzip.compress(write_csv(ROWS))))


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_BYTES", 1_000)
    assert "unpacks to more than 0 MB" in refuse(gzip.compress(b"a;b\n1;2\n" * 1_000))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/media/a.xml", "xl/workbook.xml"])
def test_a_zip_bomb_is_not_unpacked(part):
    stream = io.BytesIO(write_xlsx(ROWS))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr(f"{part}.xml", bytes(limits.SMALL_BYTES * 3))
    assert "unpacks to more than 200 times" in refuse(stream.getvalue(), "log.xlsx")


def test_a_workbook_that_lies_about_its_size_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", b"<workbook/>" + bytes(5_000_000))
    content = stream.getvalue().replace(
        (5_000_011).to_bytes(4, "little"), (11).to_bytes(4, "little")
    )
    assert "damaged" in refuse(content, "log.xlsx")


def test_a_cell_at_the_far_corner_makes_no_room():
    sheet = "xl/worksheets/sheet1.xml"
    corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    content = change(write_xlsx(ROWS), sheet, b"</sheetData>", corner)
    assert "found 16384 columns" in refuse(content, "log.xlsx")


def test_nor_does_one_in_a_sheet_of_another_name():
    book = write_xlsx(ROWS)
    with zipfile.ZipFile(io.BytesIO(book)) as before:
        sheet = before.read("xl/worksheets/sheet1.xml")
    corner = b'<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row></sheetData>'
    hidden = sheet.replace(b"<worksheet", b'<worksheet xmlns:x="x"').replace(
        b"</sheetData>", corner
    )
    stream = io.BytesIO(book)
    with zipfile.ZipFile(stream, "a") as after:
        after.writestr("XL/other/Sheet.xml", hidden)
    assert "found 16384 columns" in refuse(stream.getvalue(), "log.xlsx")


def test_one_long_text_in_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr("sim.own.reading.sheet_scan.MOST_BYTES", 20_000)
    rows = [(case, "x" * 1_000, *rest) for case, _, *rest in ROWS]
    assert "found texts of more than 0 MB" in refuse(write_xlsx(rows), "log.xlsx")


@pytest.mark.parametrize("quote", [b"", b'"'])
def test_a_cell_of_ten_megabytes_is_refused(quote):
    content = write_csv(ROWS) + b"1;" + quote + b"x" * 10_000_000 + quote + b";2023-01-01;y\n"
    assert "found a cell of more than 32767 characters" in refuse(content)


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row():
    lines = write_csv(build_rows(2_000)).split(b"\n")
    lines[10] = lines[10].replace(b";", b';"', 1)
    assert "row 11" in refuse(b"\n".join(lines))


def test_a_long_value_in_xml_is_refused():
    content = write_xes(ROWS).replace(b'value="dag"', b'value="' + b"x" * 10_000_000 + b'"', 1)
    assert "found a value of more than 32767 characters" in refuse(content, "log.xes")


DOCTYPES = {
    "billion laughs": b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
    "external": b'<!DOCTYPE log SYSTEM "file:///etc/passwd">',
    "entity": b'<!DOCTYPE l [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]>',
    "parameter": b'<!DOCTYPE l [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;]>',
}


@pytest.mark.parametrize("doctype", DOCTYPES.values(), ids=DOCTYPES)
def test_entities_are_refused(doctype):
    xes = write_xes(ROWS).replace(b"<log", doctype + b"<log", 1)
    xlsx = change(
        write_xlsx(ROWS), "xl/worksheets/sheet1.xml", b"<worksheet", doctype + b"<worksheet"
    )
    assert "document type" in refuse(xes, "log.xes")
    assert "document type" in refuse(xlsx, "log.xlsx")


def test_deep_xml_is_refused():
    assert "in each other" in refuse(b"<log>" + b"<a>" * 100_000, "log.xes")


def test_formulas_are_text():
    rows = [(case, "=cmd|' /C calc'!A0", time, who) for case, _, time, who in ROWS]
    rows += [(case, "@SUM(A1)", time, who) for case, _, time, who in ROWS]
    table = read_table(write_csv(rows), "log.csv")
    (told,) = (one.text for one in guess(table).warnings if one.kind == "formulas")
    assert f"{len(rows)} cells begin as a formula does" in told
    assert [disarm(text) for text in ("=1+1", "@a", "+46-70", "-1,5", "+5 %", "å", "")] == [
        "'=1+1", "'@a", "'+46-70", "-1,5", "+5 %", "å", "",
    ]  # fmt: skip


BROKEN = {
    "nothing": b"",
    "spaces": b"  \n\n ",
    "NULs": b"a;b\n1;\x00\n" * 5_000,
    "bytes": bytes(range(256)) * 50,
    "one column": b"case\n1\n2\n",
    "names alone": b"case;activity;time\n",
    "JSON": b'{"case": 1}',
    "HTML": b"<html><body><table><tr><td>1</td></tr></table></body></html>",
    "PDF": b"%PDF-1.7\n",
    "old Excel": b"\xd0\xcf\x11\xe0" + bytes(512),
    "Parquet": b"PAR1" + bytes(64),
    "half gzip": gzip.compress(write_csv(ROWS))[:200],
    "half workbook": write_xlsx(ROWS)[:3_000],
    "half XES": write_xes(ROWS)[:3_000],
    "zip of nothing": b"PK\x05\x06" + bytes(18),
    "odd UTF-16": b"\xff\xfe" + b"\x00\xd8" * 30,
    "unknown encoding": b'<?xml version="1.0" encoding="x-none"?><log/>',
    "no events": b"<log><trace/></log>",
    "no times": b"case;activity;time\n1;a;soon\n1;b;later\n2;a;soon\n",
    "columns": b";".join(b"a" for _ in range(2_000))
    + b"\n"
    + b";".join(b"1" for _ in range(2_000)),
    "no dates": write_csv(ROWS).replace(b"2023-0", b"never "),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_no_log_is_refused_in_words(content):
    assert "problem" in refuse(content, "log")


def test_personal_data_are_told_and_not_kept():
    numbers = ["850101-1234", "19900212-2345", "760503-3456", "010704-4567"]
    rows = [
        (case, what, when, f"anna{n % 4}@kommun.se") for n, (case, what, when, _) in enumerate(ROWS)
    ]
    lines = (
        write_csv(rows, ("Ärendenummer", "Händelse", "Tidpunkt", "Handläggare"))
        .decode()
        .splitlines()
    )
    lines = [f"{line};{numbers[nth % 4]};0701-23 45 6{nth % 9}" for nth, line in enumerate(lines)]
    lines[0] = "Ärendenummer;Händelse;Tidpunkt;Handläggare;Personnummer;Telefon"
    told = [one.text for one in guess(read_table("\n".join(lines).encode(), "log.csv")).warnings]
    assert any("Personnummer: looks like Swedish personal numbers (100 %" in text for text in told)
    assert any("Telefon: looks like telephone numbers" in text for text in told)
    assert any("Handläggare: looks like e-mail addresses" in text for text in told)
    assert not any("850101" in text or "anna" in text for text in told)
