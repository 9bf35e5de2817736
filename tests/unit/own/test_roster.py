import pytest

from sim.errors import ScenarioError
from sim.own.roster import load_roster, measure_roster, read_roster
from sim.own.roster.reading import read_weekdays

ROSTER = """person;dagar;från;till;andel
Anna;mån-fre;08:00;16:00;
anna;lör;9;13;
Bo;mån, ons;08:00;16:00;50%
Cia;tis-tor;12.00;24:00;0,5
"""


def test_what_it_says(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER, encoding="utf-8")

    roster = load_roster(file)
    said = measure_roster(roster)

    told = {name: round(one.value, 3) for name, one in said.estimates.items()}
    assert told == {
        "staff": 3,
        "persons": round(11 / 6, 3),
        "full_days": round((40 + 4 + 8 + 18) / 6 / (96 / 11), 3),
        "share_of_days": round(11 / 3 / 6, 3),
        "days_per_person": round(11 / 3, 3),
        "days_per_week": 6,
        "opens_hour": 8,
        "hours_per_day": 16,
        "shift_hours": round((5 * 8 + 4 + 2 * 8 + 3 * 12) / 11, 3),
        "hours_per_week": 5 * 8 + 4 + 2 * 4 + 3 * 6,
    }
    assert said.shifts == ((8.0, 16.0, 2), (9.0, 13.0, 1), (12.0, 24.0, 1))
    assert sum(said.by_weekday.values()) == pytest.approx(70 / (96 / 11))
    assert "anna" not in repr((roster, said)).lower()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fredag – måndag", {4, 5, 6, 0}),
        ("man, ons/søn", {0, 2, 6}),
        ("Tue Thu", {1, 3}),
        ("mon-wed-fri", None),
        ("", None),
        ("often", None),
    ],
)
def test_weekdays_as_people_write_them(text, days):
    assert read_weekdays(text) == (None if days is None else frozenset(days))


def test_every_problem_is_told_with_its_row():
    text = b"person,days,from,to,share\n,mon,8,16,1\nx,never,8,7,2\n"
    with pytest.raises(ScenarioError) as caught:
        read_roster(text, "roster.csv")

    assert [problem.partition(", expected")[0] for problem in caught.value.problems] == [
        'row 2: person: found ""',
        'row 3: days: found "never"',
        'row 3: share: found "2"',
    ]


def test_a_turn_ends_after_it_begins():
    with pytest.raises(ScenarioError, match="a night is two rows"):
        read_roster(b"person,days,from,to\nx,mon,22,6\n", "roster.csv")
