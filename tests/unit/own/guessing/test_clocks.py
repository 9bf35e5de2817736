"""Days and times of day in two columns are one time of a step."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from sim.own.clock import join_clock
from sim.own.guessing import guess
from sim.own.logs import build_caselog
from sim.own.mapping_file import build_toml, read_mapping
from sim.own.reading import read_table
from sim.own.times import find_local
from tests.unit.own.files import build_rows, write_csv

ROWS = build_rows(60)
WHOLE = guess(read_table(write_csv(ROWS), "log.csv"))


def write(heads, day="%Y-%m-%d", clock="%H:%M", more=()):
    """Return a file with a day and a time of day in the last two of its first columns."""
    lines = [";".join((*heads, *(name for name, _ in more)))]
    written = (day, clock, *(form for _, form in more))
    lines += [
        ";".join((case, what, who, *(when.strftime(form) for form in written)))
        for case, what, when, who in ROWS
    ]
    return read_table("\n".join(lines).encode(), "log.csv")


HEADS = (
    ("Ärendenr", "Händelse", "Handläggare", "Datum", "Klockslag"),
    ("Ärendenr", "Händelse", "Handläggare", "Datum", "Tid"),
    ("Sagsnr", "Hændelse", "Sagsbehandler", "Dato", "Klokkeslæt"),
    ("case", "activity", "resource", "date", "time"),
    ("a", "b", "c", "d", "e"),
)


@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: "-".join(heads[3:]))
@pytest.mark.parametrize(("day", "clock"), [
    ("%Y-%m-%d", "%H:%M"),
    ("%d.%m.%Y", "%H:%M:%S"),
    ("%m/%d/%Y", "%I:%M %p"),
    ("%Y-%m-%d 00:00:00", "%H:%M"),
])  # fmt: skip
def test_they_are_put_together(heads, day, clock):
    found = guess(write(heads, day, clock))
    assert (found.mapping.time, found.mapping.clock) == heads[3:]
    seen = find_local(found.log.end_us, found.log.zone)
    assert sorted(seen) == [int(np.datetime64(when, "us").astype(np.int64)) for *_, when, _ in ROWS]
    assert found.log.cases == 60


def test_the_log_is_that_of_whole_times():
    found = guess(write(HEADS[0]))
    assert found.mapping.tz == WHOLE.mapping.tz
    for ours, theirs in zip(found.log, WHOLE.log, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_dots_are_times_of_day_only_by_name():
    assert guess(write(HEADS[0], clock="%H.%M")).mapping.clock == "Klockslag"
    assert guess(write((*HEADS[0][:4], "Belopp"), clock="%H.%M")).mapping.clock is None


def test_of_several_times_of_day_a_name_must_tell():
    more = (("Ringt", "%H:%M"),)
    assert guess(write(HEADS[0], more=more)).mapping.clock == "Klockslag"
    assert guess(write((*HEADS[0][:4], "Svarat"), more=more)).mapping.clock is None


@pytest.mark.parametrize("day", ["%Y-%m-%d", "%Y-%m-%d %H:%M"], ids=["apart", "in one"])
def test_a_start_of_which_the_day_is_known_alone_is_not_used(day):
    found = guess(write(HEADS[0], day, more=(("Startdatum", "%Y-%m-%d"),)))
    assert found.mapping.start is None
    assert "unlike" in {one.kind for one in found.warnings}


@pytest.mark.parametrize("day", ["%d %b %Y", "%d/%m/%Y 00:00", "%Y-%m-%dT00:00:00"])
def test_a_day_keeps_its_month_whatever_stands_between(day):
    cells = pd.Series([when.strftime(day) for *_, when, _ in ROWS])
    joined = join_clock(cells, pd.Series(["14:30"] * len(cells)))
    written = day.split("T")[0].removesuffix(" 00:00")
    assert joined.tolist() == [when.strftime(f"{written} 14:30") for *_, when, _ in ROWS]


def test_whole_times_need_no_other_column():
    assert guess(write(HEADS[0], day="%Y-%m-%d %H:%M")).mapping.clock is None


def test_a_row_without_a_time_of_day_is_no_step():
    table = write(HEADS[0])
    table.frame.iloc[3, 4] = ""
    found = guess(table)
    assert len(found.log.case) == len(ROWS) - 1
    assert [one.kind for one in found.warnings].count("unreadable") == 1


def test_a_mapping_file_keeps_it():
    table = write(HEADS[0], "%d-%m-%Y")
    found = guess(table)
    mapping = read_mapping(build_toml(found.mapping).encode(), "map.toml")
    assert mapping == found.mapping
    assert build_caselog(table, mapping).end_us.tolist() == found.log.end_us.tolist()
    assert all(before <= after for before, after in pairwise(found.log.end_us[found.log.case == 0]))
