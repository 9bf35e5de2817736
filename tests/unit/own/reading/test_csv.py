"""Text files as they come: signs between cells, encodings, rows above, below and beside."""

import gzip

import pytest

from sim.errors import ScenarioError
from sim.own.reading import load_table, read_table
from tests.unit.own.files import SWEDISH, build_rows, write_csv

ROWS = build_rows(20)


def read(text: str | bytes):
    return read_table(text if isinstance(text, bytes) else text.encode(), "log.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_letters_and_cells_are_the_same_however_they_are_written(delimiter, encoding):
    table = read(write_csv(ROWS, delimiter=delimiter, encoding=encoding))
    assert table.columns == SWEDISH
    assert table.delimiter == delimiter
    assert table.encoding == encoding.removesuffix("-sig").removesuffix("-le")
    assert table.rows == len(ROWS)
    assert set(table.frame["Handläggare"]) == {"åsa", "björn", "cissi", "dag"}


def test_quotes_hold_line_breaks_and_signs():
    table = read('a;b\n1;"x;\ny ""z"""\n2;w\n')
    assert table.frame["b"].tolist() == ['x;\ny "z"', "w"]
    assert table.frame.index.tolist() == [2, 3]


@pytest.mark.parametrize(("text", "decimal"), [("a;b\n1,5;x\n2,5;y\n", ","), ("a;b\n1.5;x\n", ".")])
def test_the_decimal_sign_is_found(text, decimal):
    assert read(text).decimal == decimal
    assert read(text).delimiter == ";"


def test_empty_cells_are_empty_and_words_stay_words():
    assert read("a,b\nNA,\nnull,1\n").frame.to_numpy().tolist() == [["NA", ""], ["null", "1"]]


def test_rows_that_are_no_part_of_the_table_are_left_out_and_told():
    text = "Utdrag;;\n\na;b;c\n" + "1;2;3\n" * 30 + ";;\nSumma\n"
    table = read(text)
    assert table.rows == 30
    assert [str(note) for note in table.notes] == [
        "2 rows above the table are left out",
        "1 row does not have 3 cells and is left out: row 35",
    ]
    assert table.frame.index[0] == 4


def test_many_such_rows_are_refused():
    with pytest.raises(ScenarioError, match=r"found 10 rows with more or fewer than 3 cells"):
        read("a;b;c\n" + "1;2;3\n" * 30 + "1;2\n" * 10)


def test_names_that_are_missing_or_alike_are_made():
    assert read("a,a,\n1,2,3\n").columns == ("a", "a (2)", "column 3")
    table = read("A1,x,2024-01-01\nA2,y,2024-01-02\n")
    assert (table.columns[0], table.rows) == ("column 1", 2)
    assert "no names of columns" in table.notes[0]


def test_a_line_that_names_the_sign_is_no_row():
    table = read("sep=;\na;b\n1;2\n")
    assert (table.columns, table.frame.index.tolist()) == (("a", "b"), [3])


def test_a_few_damaged_letters_do_not_make_it_western():
    content = write_csv(ROWS * 3) + b"2024-1;\xff;2024-01-01 09:00;dag\n"
    table = read(content)
    assert table.encoding == "utf-8"
    assert "1 letters are damaged" in table.notes[0]


def test_a_packed_file_is_read_and_progress_told(tmp_path):
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(write_csv(ROWS)))
    told = []
    table = load_table(path, lambda done, total: told.append((done, total)))
    assert table.rows == len(ROWS)
    assert told[-1] == (1, 1)


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path):
    with pytest.raises(ScenarioError, match="no such file"):
        load_table(tmp_path / "none.csv")
    with pytest.raises(ScenarioError, match="found a folder"):
        load_table(tmp_path)
