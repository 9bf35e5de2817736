"""From a table and a mapping to a case log."""

from datetime import date

import numpy as np
import pytest

from sim.errors import ScenarioError
from sim.own.caselog import DAY_US, UNKNOWN, UNKNOWN_US, Role
from sim.own.estimates.seen import see
from sim.own.logs import build_caselog
from sim.own.mapping import Mapping
from sim.own.reading import read_table

MAPPING = Mapping("case", "what", "when", resource="who", tz="Europe/Stockholm")
TEXT = """case,what,when,who
B,open,2024-03-01 09:00,ann
A,open,2024-02-01 09:00,
B,close,2024-03-02 09:00,bo
A,look,2024-02-03 09:00,ann
A,ask,2024-02-03 09:00,batch
"""


def read(text: str = TEXT, mapping: Mapping = MAPPING):
    return build_caselog(read_table(text.encode(), "log.csv"), mapping)


def refuse(text: str = TEXT, mapping: Mapping = MAPPING) -> list[str]:
    with pytest.raises(ScenarioError) as told:
        read(text, mapping)
    return [str(problem) for problem in told.value.problems]


def test_cases_come_by_their_first_step_and_steps_by_their_end_ties_as_in_the_file():
    log = read()
    assert log.case_names == ("A", "B")
    assert [log.activity_names[one] for one in log.activity] == [
        "open", "look", "ask", "open", "close",
    ]  # fmt: skip
    assert log.case.tolist() == [0, 0, 0, 1, 1]
    assert log.person[0] == UNKNOWN
    assert (log.start_us == UNKNOWN_US).all()


def test_times_are_placed_in_their_zone_and_the_log_ends_with_its_last_step():
    log = read()
    assert log.end_us[3] == np.datetime64("2024-03-01T08:00", "us").astype(np.int64)
    assert log.ends_us == log.end_us.max()
    assert log.zone == "Europe/Stockholm"


def test_a_column_has_one_role_and_what_is_dropped_is_there():
    (problem,) = refuse(mapping=MAPPING._replace(start="when"))
    assert problem == "when: found under time and start, expected under one of the two"
    (problem,) = refuse(mapping=MAPPING._replace(drop=("looks",)))
    assert "drop" in problem and "looks" in problem


def test_what_comes_after_the_last_day_is_left_out():
    log = read(mapping=MAPPING._replace(end=date(2024, 3, 1)))
    assert len(log.case) == 4
    assert log.ends_us == np.datetime64("2024-03-01T23:00", "us").astype(np.int64) - 1
    assert see(log, None, None).last_day == (date(2024, 3, 1) - date(1970, 1, 1)).days


def test_roles_and_machines_are_those_of_the_mapping():
    log = read(mapping=MAPPING._replace(asks=("ask",), closes=("close",), automatic=("batch",)))
    roles = dict(zip(log.activity_names, log.role.tolist(), strict=True))
    assert (roles["ask"], roles["close"], roles["open"]) == (Role.ASK, Role.CLOSE, Role.WORK)
    assert [
        name for name, machine in zip(log.person_names, log.is_machine, strict=True) if machine
    ] == ["batch"]


def test_dropped_activities_are_no_steps():
    log = read(mapping=MAPPING._replace(drop=("look",)))
    assert "look" not in log.activity_names
    assert len(log.case) == 4


def test_what_is_to_be_dropped_must_be_there():
    problems = refuse(mapping=MAPPING._replace(drop=("look", "opn"), closes=("clse",)))
    assert len(problems) == 2
    assert problems[0].startswith("drop: ") and 'did you mean "open"?' in problems[0]
    assert 'did you mean "close"?' in problems[1]


def test_a_log_that_ends_before_its_first_step_is_told_so():
    assert refuse(mapping=MAPPING._replace(end=date(2023, 1, 1))) == [
        "end: found 2023-01-01, expected the day of the first step, 2024-02-01, or a later one"
    ]
    everything = MAPPING._replace(end=date(2024, 3, 9), drop=("open", "look", "ask", "close"))
    assert refuse(mapping=everything) == [
        "found no step that is complete and not dropped, expected one or more"
    ]


def test_a_column_is_one_thing_alone():
    assert refuse(mapping=MAPPING._replace(resource="what", start="when")) == [
        "when: found under time and start, expected under one of the two",
        "what: found under activity and resource, expected under one of the two",
    ]


def test_all_that_does_not_fit_is_told_at_once():
    problems = refuse(
        mapping=MAPPING._replace(
            case="cse", start="begun", tz="Mars", asks=("look",), closes=("look",)
        )
    )
    assert len(problems) == 4
    assert 'did you mean "case"?' in problems[0]
    assert "look: found under asks and closes" in problems[3]
    assert 'did you mean "close"?' in refuse(mapping=MAPPING._replace(closes=("clse",)))[0]


def test_rows_that_are_no_steps_are_told_with_their_numbers_most_first():
    text = TEXT + ",look,never,ann\nC,look,soon,ann\n"
    first, second, expected = refuse(text)
    assert first == 'when: no time that can be read in 2 of 7 rows (first: 7, 8; "never")'
    assert second == "case: empty in 1 of 7 rows (first: 7)"
    assert "delete those rows" in expected


def test_a_few_of_them_are_left_out():
    rows = "".join(f"C{n},look,2024-03-{1 + n % 28:02d} 09:00,ann\n" for n in range(200))
    assert len(read(TEXT + rows + "D,look,never,ann\n").case) == 205


def test_starts_and_completions_are_put_together_in_their_order():
    lines = ["case,what,when,state"]
    lines += [f"A,x,2024-01-0{day} 0{hour}:00,{state}" for day, hour, state in (
        (1, 1, "start"), (1, 2, "assign"), (1, 3, "complete"), (2, 1, "START"), (2, 2, "complete"),
        (3, 1, "complete"),
    )]  # fmt: skip
    mapping = Mapping("case", "what", "when", lifecycle="state")
    log = read("\n".join(lines), mapping)
    hours = (log.end_us - log.start_us)[:2] / (DAY_US / 24)
    assert hours.tolist() == [2.0, 1.0]
    assert log.start_us[2] == UNKNOWN_US
    assert len(log.case) == 3


@pytest.mark.parametrize(("day", "time_format"), [
    ("5 Mar 2024", "%d %b %Y %H:%M"),
    ("5 Mar 2024 00:00:00", "%d %b %Y %H:%M"),
    ("5 03 2024", "%d %m %Y %H:%M"),
    ("05.03.2024 00.00", "%d.%m.%Y %H:%M"),
    ("2024-03-05T00:00:00", None),
    ("2024-03-05T000000", None),
])  # fmt: skip
def test_a_time_of_day_in_its_own_column_is_put_behind_the_day(day, time_format):
    mapping = Mapping("case", "what", "day", clock="clock", time_format=time_format)
    log = read(f"case,what,day,clock\nA,x,{day},14:30\n", mapping)
    assert log.end_us[0] == np.datetime64("2024-03-05T14:30", "us").astype(np.int64)


def test_a_column_of_starts_is_read_as_the_times_are():
    text = "case,what,when,from\nA,x,02/01/2024 10:00,02/01/2024 09:30\nA,y,03/01/2024 10:00,\n"
    log = read(text, Mapping("case", "what", "when", start="from", time_format="%d/%m/%Y %H:%M"))
    assert (log.end_us - log.start_us)[0] == DAY_US / 48
    assert log.start_us[1] == UNKNOWN_US
