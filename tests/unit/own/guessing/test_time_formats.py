"""How times are written, found from some of them."""

import pytest

from sim.own.guessing.time_formats import find_time_format, turn_round
from sim.own.times import EPOCH_MS, EPOCH_S, EXCEL


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["2021-01-02"], None),
        (["2021-01-02T13:00:00,5+0200", "2021-01-02 13:00"], None),
        (["13-02-2021 14:05", "01-02-2021 09:05"], "%d-%m-%Y %H:%M"),
        (["02/13/2021 1:05 PM"], "%m/%d/%Y %I:%M %p"),
        (["31.2.2021 13.05"], "%d.%m.%Y %H.%M"),
        (["31.12.21"], "%d.%m.%y"),
        (["2021/03/04 12:00:00.25"], "%Y/%m/%d %H:%M:%S.%f"),
        (["03-Mar-2021 14:00"], "%d-%b-%Y %H:%M"),
        (["13-02-2021 14:05 +0100"], "%d-%m-%Y %H:%M %z"),
        (["20210304"], "%Y%m%d"),
        (["20210304123000"], "%Y%m%d%H%M%S"),
        (["44200,5", "44201"], EXCEL),
        (["1609459200"], EPOCH_S),
        (["1609459200000"], EPOCH_MS),
    ],
)
def test_a_format_is_found(cells, code):
    assert find_time_format(cells).code == code


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["", " "],
        ["soon"],
        ["123"],
        ["1,5"],
        ["12/31/2021", "31/12/2021"],
        ["1-2-2021", "1.2.2021"],
    ],
)
def test_what_is_no_time_has_none(cells):
    assert find_time_format(cells) is None


@pytest.mark.parametrize(
    ("code", "turned"),
    [
        ("%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"),
        ("%m-%d-%y", "%d-%m-%y"),
        ("%Y-%m-%d", None),
        ("%d.%b.%Y", None),
        ("excel-days", None),
        (None, None),
    ],
)
def test_day_and_month_are_turned_round_where_one_of_them_is_first(code, turned):
    assert turn_round(code) == turned
