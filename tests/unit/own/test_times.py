"""Times as files write them."""

import numpy as np
import pandas as pd
import pytest

from sim.own.caselog import UNKNOWN_US
from sim.own.logs import build_caselog
from sim.own.mapping import Mapping
from sim.own.reading import read_table
from sim.own.times import EPOCH_MS, EPOCH_S, EXCEL, find_local, read_times

NOON = "2021-07-01T10:00"
"""Twelve o'clock in summer in Stockholm, in UTC."""


def read(cells, time_format=None, tz="Europe/Stockholm"):
    times = read_times(pd.Series(cells, dtype=str), time_format, tz)
    return [str(one)[:16] for one in times.astype("datetime64[us]")]


@pytest.mark.parametrize(
    ("cell", "time_format"),
    [
        ("2021-07-01T12:00:00", None),
        ("2021-07-01 12:00", None),
        (" 2021-07-01 12:00:00,0 ", None),
        ("2021-07-01T10:00:00Z", None),
        ("2021-07-01T06:00:00-0400", None),
        ("2021-07-01T15:30:00.000000+05:30", None),
        ("01-07-2021 12:00", "%d-%m-%Y %H:%M"),
        ("7/1/2021 12:00 PM", "%m/%d/%Y %I:%M %p"),
        ("44378,5", EXCEL),
        ("44378.5", EXCEL),
        ("1625133600", EPOCH_S),
        ("1625133600000", EPOCH_MS),
    ],
)
def test_the_same_moment_in_many_ways(cell, time_format):
    assert read([cell], time_format) == [NOON]


def test_what_is_no_time_is_none():
    times = read_times(pd.Series(["", "x", "9999-12-31", "0001-01-01"], dtype=str), None, "UTC")
    assert (times == UNKNOWN_US).all()


@pytest.mark.parametrize("tz", ["UTC", "Europe/Stockholm", "America/New_York"])
@pytest.mark.parametrize(("cell", "time_format"), [
    ("1970-01-01", None),
    ("1970-01-01 23:59", None),
    ("1970-01-01T00:00:00Z", None),
    ("01.01.1970 01:00", "%d.%m.%Y %H:%M"),
    ("25569", EXCEL),
    ("0", EPOCH_S),
    ("0", EPOCH_MS),
])  # fmt: skip
def test_the_day_from_which_systems_count_is_none(cell, time_format, tz):
    assert read([cell], time_format, tz) == read([""], time_format, tz)


def test_a_start_on_that_day_is_not_told():
    text = "case,what,when,from\nA,x,2024-01-02 10:00,1970-01-01 00:00\n"
    mapping = Mapping("case", "what", "when", start="from")
    log = build_caselog(read_table(text.encode(), "log.csv"), mapping)
    assert (log.start_us == UNKNOWN_US).all()


def test_dates_begin_at_midnight_of_the_zone():
    assert read(["2021-07-01"]) == ["2021-06-30T22:00"]


def test_the_hour_that_comes_twice_is_the_first_and_the_one_that_does_not_come_is_the_next():
    assert read(["2021-10-31 02:30", "2021-03-28 02:30"]) == [
        "2021-10-31T00:30",
        "2021-03-28T01:00",
    ]


def test_clocks_of_a_zone_show_what_was_written():
    utc = np.array([np.datetime64(NOON, "us").astype(np.int64)])
    assert (
        str(find_local(utc, "Europe/Stockholm").astype("datetime64[us]")[0])[:16]
        == "2021-07-01T12:00"
    )
