import io
from datetime import datetime

import pandas as pd
import pytest

from sim.errors import ScenarioError
from sim.own.tally import CAUSES, Kind, load_tally, read_tally, read_time
from sim.own.tally.reading import CAUSE_NAMES as CALLED
from sim.words import say, speaking
from sim.words.designs import name_condition

ENGLISH = """time,words,type,kind,cause
2026-11-27 09:14,"Where is it, then?",status,failure,targets
2026-11-27T09:16:05+01:00,,,value,
2026-11-27 09:20,hm,,unsure,
"""
SWEDISH = """Tid;Ord;Slag;Orsak
27.11.2026 09:14;Var är det?;icke-värdeskapande;mål
27.11.2026 09:16;;värdeskapande;
27.11.2026 09:20;hm;osäker;
"""
DANISH = """tidspunkt;ord;art;årsag
27-11-2026 09.14;Hvor er den?;ikke-værdiskabende;mål
27-11-2026 09.16;;værdi;
27-11-2026 09.20;hm;usikker;
"""


@pytest.mark.parametrize("text", [ENGLISH, SWEDISH, DANISH])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_it_is_read_in_three_languages_however_it_was_saved(text, code, ending):
    tally = read_tally(text.replace("\n", ending).encode(code), "tally.csv")

    assert tally.kind.tolist() == [Kind.FAILURE, Kind.VALUE, Kind.UNSURE]
    assert tally.cause.tolist() == [CAUSES.index("targets"), -1, -1]
    assert tally.with_words == 2
    assert tally.hours == 1


def test_the_words_are_not_kept():
    assert "Where" not in repr(read_tally(ENGLISH.encode(), "tally.csv"))


def test_every_problem_is_told_with_its_row():
    text = "time,kind,cause\n2026-11-27,failure,digital\n2026-11-27 09:00,bad,\n\n" + (
        "2026-11-27 09:01,value,budget\n2026-11-27 09:02,failure,weather\n"
    )
    with pytest.raises(ScenarioError) as caught:
        read_tally(text.encode(), "tally.csv")

    assert [problem.partition(", expected")[0] for problem in caught.value.problems] == [
        'row 2: time: found "2026-11-27"',
        'row 3: kind: found "bad"',
        "row 5: cause: only failure demand has one",
        'row 6: cause: found "weather"',
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"time,kind\n", "no rows"),
        (b"time,sort\n1,2\n", 'a heading: found "sort"'),
        (b"time,kind,tid\n1,2,3\n", "time: there are two such columns"),
        (b"time,kind\n2026-11-27 09:00,value\n" + b"2026-11-27 09:00\n" * 9, "cells"),
        (b"time,kind\n" + b"2026-11-27 09:00,value\n" * 19 + b"x,value,\n1\n", "row 22: other"),
        (b"time,kind\n2026-11-27 09:00,\x1b[2J\n", r"\x1b[2J"),
    ],
)
def test_what_is_no_tally_is_refused(content, told):
    with pytest.raises(ScenarioError) as caught:
        read_tally(content, "tally.csv")

    assert told in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ScenarioError, match=r"no\.csv"):
        load_tally(tmp_path / "no.csv")


def test_a_workbook_is_read_as_well(tmp_path):
    file = tmp_path / "tally.xlsx"
    pd.read_csv(io.StringIO(SWEDISH), sep=";").to_excel(file, index=False)

    assert load_tally(file).kind.tolist() == [Kind.FAILURE, Kind.VALUE, Kind.UNSURE]


def test_a_time_is_that_of_the_wall():
    assert read_time("2026-11-27T09:16:05+05:00") == datetime(2026, 11, 27, 9, 16, 5)
    assert read_time("09:16") is None
    assert read_time("31.11.2026 09:16") is None


@pytest.mark.parametrize("language", ["en", "sv", "da"])
def test_causes_may_be_called_what_the_pages_call_them(language):
    with speaking(language):
        assert all(say(name_condition(cause)) in CALLED[cause] for cause in CAUSES)
