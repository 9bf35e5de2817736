"""What ends a wait, case by case."""

import numpy as np
import pytest

from sim.own.caselog import DAY_US
from sim.own.waits import Ender, attribute_waits, find_longest, measure_waits
from tests.unit.own.caselogs import build_log


def enders_of(*steps, **more):
    """Return what ends the waits of one case whose steps are a day apart, or at a given day."""
    rows = []
    for nth, (activity, person, *day) in enumerate(steps):
        at = day[0] if day else nth
        rows.append(("one", activity, person, f"2024-01-{1 + at:02d} 09:00"))
    ender, _ = attribute_waits(build_log(rows, **more))
    return [Ender(one).name for one in ender[1:]]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([("work", "a"), ("work", "b"), ("work", "b")], ["ANOTHER", "SAME"]),
        ([("work", "a"), ("answer", None), ("work", "a")], ["CITIZEN", "SAME"]),
        ([("work", "a"), ("answer", None), ("work", "b")], ["CITIZEN", "ANOTHER"]),
        ([("answer", None), ("work", "a")], ["ANOTHER"]),
        ([("work", "a"), ("ask", "a"), ("work", "a")], ["SAME", "CITIZEN"]),
        ([("ask", "a"), ("work", "b"), ("work", "b")], ["CITIZEN", "SAME"]),
        ([("ask", "a"), ("run", None), ("work", "a")], ["CALENDAR", "SAME"]),
        ([("work", "a"), ("work", None), ("work", "a")], ["UNKNOWN", "UNKNOWN"]),
        ([("work", None), ("work", "a"), ("work", "a")], ["UNKNOWN", "SAME"]),
    ],
)
def test_what_ends_a_wait(steps, expected):
    assert enders_of(*steps) == expected


def test_a_machine_does_not_take_a_case_over():
    steps = [("work", "a"), ("work", "batch"), ("work", "a")]

    assert enders_of(*steps, machines=("batch",)) == ["CALENDAR", "SAME"]


def test_at_one_instant_whoever_had_the_case_comes_first_whatever_the_order_of_the_file():
    steps = [("work", "a", 0), ("work", "b", 4), ("work", "a", 4), ("work", "a", 9)]

    assert enders_of(*steps) == ["SAME", "ANOTHER", "SAME"]
    assert enders_of(("work", "a", 0), ("run", None, 4), ("work", "b", 4))[0] == "ANOTHER"
    assert enders_of(("work", "a", 0), ("work", "b", 4), ("answer", None, 4))[0] == "CITIZEN"


def test_a_wait_lasts_to_the_start_where_it_is_told_and_is_never_below_0():
    log = build_log(
        [
            ("one", "work", "a", "2024-01-01 09:00"),
            ("one", "work", "b", "2024-01-03 09:00", "2024-01-02 09:00"),
            ("one", "work", "c", "2024-01-03 10:00", "2024-01-03 08:00"),
        ]
    )

    assert attribute_waits(log).wait_us.tolist() == [0, DAY_US, 0]


def build_many(days, cases=60, apart_s=977):
    """Build cases of two steps by two persons; the second comes after so many days."""
    start = np.datetime64("2024-01-01T09:00:00")
    rows = []
    for case in range(cases):
        begins = start + np.timedelta64(apart_s * case, "s")
        ends = begins + np.timedelta64(round(days(case) * 86_400), "s")
        rows += [(case, "work", "a", str(begins)), (case, "reminder", "b", str(ends))]
    return build_log(rows)


def test_a_legal_period_is_the_calendar_and_other_waits_of_the_pair_are_not():
    log = build_many(lambda case: 60 if case < 40 else 3.5 + case / 2)
    ender, wait_us = attribute_waits(log)

    assert (ender[1::2] == Ender.CALENDAR).sum() == 40
    assert (wait_us[ender == Ender.ANOTHER] != 60 * DAY_US).all()


def test_waits_for_people_are_not_taken_for_a_period():
    luck = np.random.default_rng(1)

    for spread in (0.2, 0.5, 1.0):
        days = luck.lognormal(3, spread, 500)
        ender, _ = attribute_waits(build_many(lambda case, days=days: days[case], 500))
        assert (ender[1::2] == Ender.ANOTHER).all()


@pytest.mark.parametrize(("spread", "legal"), [(0.1, 0), (0.2, 0), (0.1, 200)])
def test_where_there_are_dates_alone_a_period_stands_out_from_the_days_beside_it(spread, legal):
    luck = np.random.default_rng(1)
    days = np.rint(np.append(np.full(legal, 28), luck.normal(10, 10 * spread, 500)))

    ender, wait_us = attribute_waits(build_many(lambda case: days[case], len(days), 86_400))

    assert (ender[1::2] == Ender.CALENDAR).sum() == legal
    assert (wait_us[ender == Ender.CALENDAR] == 28 * DAY_US).all()


def test_a_batch_is_the_calendar():
    rows = [(case, "work", "a", f"2024-01-01 09:{case:02d}:07") for case in range(20)]
    rows += [(case, "letter", "b", "2024-01-03 02:00:11") for case in range(12)]
    rows += [(case, "letter", "b", f"2024-01-03 09:{case:02d}:11") for case in range(12, 20)]
    log = build_log(rows)

    ender = attribute_waits(log).ender[1::2]
    assert np.bincount(ender, minlength=5).tolist() == [8, 0, 0, 12, 0]


def test_days_of_a_case_and_shares_by_hand():
    rows = []
    for case in range(30):
        begins = np.datetime64("2024-01-01T09:00") + np.timedelta64(case, "h")
        times = [str(begins + np.timedelta64(days, "D")) for days in (0, 3, 4)]
        for person, time in zip("abb", times, strict=True):
            rows.append((case, "close" if time == times[-1] else "work", person, time))
    waits = measure_waits(build_log(rows))

    assert waits.days_per_case[Ender.ANOTHER][1:4] == pytest.approx((3, 3, 3))
    assert waits.share[Ender.SAME].value == pytest.approx(1 / 4)
    assert sum(one.value for one in waits.share.values()) == pytest.approx(1)
    assert find_longest(build_log(rows), waits, 1)[0] == ("work", "work", Ender.ANOTHER, 3 / 4)


def test_of_few_cases_nothing_is_said_but_why():
    waits = measure_waits(build_log([("one", "close", "a", "2024-01-01 09:00")]))

    assert np.isnan(waits.share[Ender.SAME].value)
    assert str(waits.share[Ender.SAME].why_not) == "1 cases are finished, fewer than 20"
