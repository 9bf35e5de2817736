"""What a file cannot say: each told where it is so, and not where it is not."""

from datetime import timedelta

import numpy as np
import pytest

from sim.own.caselog import DAY_US, UNKNOWN_US, CaseLog
from sim.own.guessing import guess
from sim.own.guessing.caveats.selection import find_selection
from sim.own.reading import read_table
from sim.words.own_file import tell_log
from tests.unit.own.files import PERSONS, build_rows, write_csv

ROWS = build_rows(200)


def tell(rows, heads=None, **form) -> dict[str, str]:
    content = write_csv(rows, heads, **form) if heads else write_csv(rows, **form)
    return {one.kind: str(one.text) for one in guess(read_table(content, "log.csv")).warnings}


def test_a_plain_log_has_only_what_it_has():
    assert set(tell(ROWS)) == {"zone", "no_starts"}


def test_dates_without_hours_are_told_first():
    told = tell(ROWS, time_format="%Y-%m-%d")
    assert next(iter(told)) == "dates_only"
    assert "100 % of the times have no time of day" in told["dates_only"]
    assert "dates_only" in tell(ROWS, time_format="%Y-%m-%d 00:00:00")
    moved = tell(ROWS, time_format="%Y-%m-%dT22:00:00Z")["dates_only"]
    assert "may be a day off" in moved


def test_days_are_those_of_the_place():
    found = guess(read_table(write_csv(ROWS, time_format="%Y-%m-%d"), "log.csv"))
    assert found.mapping.tz == "Europe/Stockholm"
    first, last = (f"{end(row[2] for row in ROWS):%Y-%m-%d}" for end in (min, max))
    assert f"from {first} to {last}" in tell_log(found)


def test_midnights_among_hours_are_told():
    rows = [
        (*row[:2], row[2].replace(hour=0, minute=0), row[3]) if n % 5 == 0 else row
        for n, row in enumerate(ROWS)
    ]
    assert "20 % of the times are at 00:00:00" in tell(rows)["midnights"]


def test_hours_that_no_office_has_are_told():
    rows = [(case, what, when - timedelta(hours=9), who) for case, what, when, who in ROWS]
    assert "clocks of Europe/Stockholm" in tell(rows)["hours"]


def test_no_persons_and_few_are_told():
    assert "no_persons" in tell([(*row[:3], "") for row in ROWS])
    few = tell([(*row[:3], row[3] if n % 2 else "") for n, row in enumerate(ROWS)])
    assert "50 % of the steps name no person" in few["few_persons"]


def test_a_machine_is_told_by_its_name_and_by_its_pace():
    rows = [(*row[:3], "batchuser" if n % 4 == 0 else row[3]) for n, row in enumerate(ROWS)]
    assert "a machine is among the persons: 25 % of the steps are its" in tell(rows)["machine"]
    haste = [(f"M{n}", "look", ROWS[0][2] + timedelta(seconds=n), "x7") for n in range(300)]
    many = [(*row[:3], f"p{n % 20}") for n, row in enumerate(ROWS)]
    found = guess(read_table(write_csv(many + haste), "log.csv"))
    assert found.mapping.automatic == ("x7",)
    assert "100 % of its steps are in minutes with 10 or more of them" in found.roles[-1].why


def test_weeks_without_a_step_are_told():
    rows = [(*row[:2], row[2] + timedelta(days=90 * (row[2].month > 3)), row[3]) for row in ROWS]
    assert "once no step at all for" in tell(rows)["gap"]


def test_a_level_that_jumps_is_told_with_its_figures():
    more = [(f"N{row[0]}", *row[1:]) for row in build_rows(900, seed=3, days=120)]
    told = tell(ROWS + [(c, a, t + timedelta(days=120), p) for c, a, t, p in more])
    assert "the number of new cases jumps about 2023-05" in told["jump"]


def test_other_persons_from_a_day_on_are_told():
    codes = {name: f"u{nth}" for nth, name in enumerate(PERSONS)}
    rows = [(*row[:3], codes[row[3]] if row[2].month > 5 else row[3]) for row in ROWS]
    assert "4 persons before, 4 after, 0 % the same" in tell(rows)["others"]


def test_rows_are_told_that_lack_something_or_are_there_twice():
    content = write_csv(ROWS).replace(b"2023-01-0", b"soon 2023-01-0", 2)
    lines = content.split(b"\r\n")
    told = guess(read_table(b"\r\n".join([*lines[:-1], *lines[50:53], b""]), "log.csv")).warnings
    texts = {one.kind: str(one.text) for one in told}
    assert "no time that can be read in 2 of" in texts["unreadable"]
    assert "3 rows are the same as another" in texts["copies"]


def test_a_list_of_cases_is_no_log():
    rows = [(f"{n}", *row[1:]) for n, row in enumerate(ROWS)]
    assert "100 % of the cases have a single step" in tell(rows)["one_step"]


def test_odd_years_are_told():
    rows = [*ROWS, *((*row[:2], row[2].replace(year=1979, day=1), row[3]) for row in ROWS[:3])]
    told = tell(rows)
    assert next(iter(told)) == "years"  # before anything less grave
    assert told["years"] == "3 steps are in years that they can hardly be of: 1979"


def test_years_are_those_of_the_zone():
    """The first half hour of 1990 in Stockholm is of 1989 in UTC."""
    first = ROWS[0][2].replace(year=1990, month=1, day=1, hour=0, minute=30)
    rows = [*ROWS, *((*row[:2], first, row[3]) for row in ROWS[:3])]
    assert "years" not in tell(rows)
    assert "1989" in tell([*rows, (*ROWS[0][:2], first - timedelta(hours=1), ROWS[0][3])])["years"]


def test_odd_years_of_starts_are_told():
    lines = ["case,activity,time,start"]
    for n, (case, what, when, _) in enumerate(ROWS):
        start = when.replace(year={3: 1971, 4: 1980}.get(n, when.year), day=1)
        lines.append(f"{case},{what},{when},{start}")
    told = {
        one.kind: str(one.text)
        for one in guess(read_table("\n".join(lines).encode(), "log.csv")).warnings
    }
    assert told["years"] == "2 steps are in years that they can hardly be of: 1971, 1980"


def build_log(how: str, seed: int, rate: float = 3.0, mean_days: float = 30.0) -> CaseLog:
    """Return two years of a service, of which cases were chosen in some way."""
    random = np.random.default_rng(seed)
    begins = random.uniform(-730, 1_460, random.poisson(rate * 2_190))
    ends = begins + random.gamma(0.7, mean_days / 0.7, len(begins))
    chosen = {
        "end": (ends >= 0) & (ends < 730),
        "start": (begins >= 0) & (begins < 730),
        "steps": np.ones(len(begins), bool),
    }[how]
    times = np.stack([begins[chosen], ends[chosen]], axis=1)
    inside = ((times >= 0) & (times < 730)) if how == "steps" else np.ones(times.shape, bool)
    times = times[inside.any(axis=1)]
    inside = inside[inside.any(axis=1)]
    order = np.argsort(np.where(inside, times, np.inf).min(axis=1))
    case, step = np.nonzero(inside[order])
    time = times[order][case, step]
    return CaseLog(
        case.astype(np.int32), step.astype(np.int32), np.full(len(case), -1, np.int32),
        ((time + 15_000) * DAY_US).astype(np.int64), np.full(len(case), UNKNOWN_US),
        np.zeros(2, np.int8), np.zeros(0, bool), tuple(map(str, range(case.max() + 1))),
        ("begin", "end"), (), "UTC", 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("how", "kinds"),
    [("end", ["selected_by_end"]), ("start", ["selected_by_start"]), ("steps", [])],
)
def test_how_cases_were_chosen_is_seen(how, kinds):
    """Of 400 logs of each kind none was taken for another; these are ten with fixed seeds."""
    for seed in range(10):
        assert [one.kind for one in find_selection(build_log(how, seed))] == kinds


def test_days_are_those_of_the_zone():
    """Dates at midnight in Stockholm are of the day before in UTC."""
    rows = [(*row[:2], row[2] + timedelta(days=90 * (row[2].month > 3)), row[3]) for row in ROWS]
    written = {when.strftime("%Y-%m-%d") for *_, when, _ in rows}
    told = tell(rows, time_format="%Y-%m-%d")["gap"]
    first, last = told.split("more: ")[1].split(". Waits")[0].split(" – ")
    assert {first, last} <= written
    assert [day for day in written if first < day < last] == []


@pytest.mark.parametrize("how", ["end", "start"])
def test_days_of_a_choice_are_those_of_the_zone(how):
    log = build_log(how, 1)
    east = log._replace(end_us=log.end_us // DAY_US * DAY_US - DAY_US // 24, zone="Europe/Berlin")
    utc = log._replace(end_us=log.end_us // DAY_US * DAY_US)
    (told,), same = ([str(one.text) for one in find_selection(one)] for one in (east, utc))
    assert [told] == same
