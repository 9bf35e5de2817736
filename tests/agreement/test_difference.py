"""The judge of the engines is judged: it sees every difference, and points at the first one."""

import pytest

from sim.eventlog import COLUMNS, NONE, Cause, Event, EventLog, Job, Row, Waiting, build_log
from tests.agreement.difference import first_difference

ROWS: list[Row] = [
    (0, Event.ARRIVE, 4, NONE, NONE, 1, 0, 600, NONE),
    (0, Event.CONTACT_IN, 4, NONE, NONE, 1, Waiting.NOTHING, 0, Cause.VALUE),
    (5, Event.PRESENT, NONE, 2, 0, NONE, 0, 3_600, NONE),
    (5, Event.START, 4, 2, 0, 1, Job.INTAKE, 5, NONE),
    (9, Event.FINISH, 4, 2, 0, 1, Job.INTAKE, 4, NONE),
]


def log_of(*rows: Row) -> EventLog:
    return build_log(list(rows))


def with_cell(row: int, column: str, value: int) -> EventLog:
    """The log with one cell changed."""
    rows = [list(cells) for cells in ROWS]
    rows[row][COLUMNS.index(column)] = value
    return build_log([tuple(cells) for cells in rows])


def told(one: EventLog, other: EventLog) -> str:
    return first_difference(one, other) or "no difference"


def test_equal_logs_do_not_differ() -> None:
    assert first_difference(log_of(*ROWS), log_of(*ROWS)) is None


def test_empty_logs_do_not_differ() -> None:
    assert first_difference(log_of(), log_of()) is None


@pytest.mark.parametrize("row", range(len(ROWS)))
@pytest.mark.parametrize("column", COLUMNS)
def test_a_difference_in_any_cell_is_seen(row: int, column: str) -> None:
    text = told(log_of(*ROWS), with_cell(row, column, 77))
    assert text.startswith(f"first difference in row {row}, in {column} (")


def test_the_first_of_several_differences_is_told() -> None:
    other = list(ROWS)
    other[2], other[4] = other[4], other[2]
    assert told(log_of(*ROWS), log_of(*other)).startswith("first difference in row 2, in time_s, ")


@pytest.mark.parametrize("length", range(len(ROWS)))
def test_a_log_that_only_ends_sooner_is_told_as_such(length: int) -> None:
    whole, prefix = log_of(*ROWS), log_of(*ROWS[:length])
    ends = f"ends before row {length}, up to which they are equal"
    assert told(whole, prefix).startswith(f"other {ends} (one has 5 rows, other {length})")
    assert told(prefix, whole).startswith(f"one {ends} (one has {length} rows, other 5)")


def test_rows_are_told_by_their_names() -> None:
    lines = told(log_of(*ROWS), with_cell(4, "amount", 3)).splitlines()
    told_rows = [line.split() for line in lines]
    assert [
        "both",
        "1",
        "0",
        "CONTACT_IN",
        "4",
        "-",
        "-",
        "1",
        "NOTHING",
        "0",
        "VALUE",
    ] in told_rows
    assert ["one", "4", "9", "FINISH", "4", "2", "0", "1", "INTAKE", "4", "-"] in told_rows
    assert ["other", "4", "9", "FINISH", "4", "2", "0", "1", "INTAKE", "3", "-"] in told_rows


def test_a_number_without_a_name_is_told_as_it_is() -> None:
    lines = told(log_of(*ROWS), with_cell(4, "kind", 99)).splitlines()
    assert ["other", "4", "9", "99", "4", "2"] in [line.split()[:6] for line in lines]


def test_what_befell_the_citizen_before_is_told() -> None:
    lines = told(log_of(*ROWS), with_cell(4, "citizen", 8)).splitlines()
    ours = lines[lines.index("rows of citizen 4 before it:") :]
    assert [line.split()[1] for line in ours[2:5]] == ["0", "1", "3"]
    theirs = lines[lines.index("rows of citizen 8 before it:") :]
    assert theirs[1:] == ["(none)"]
