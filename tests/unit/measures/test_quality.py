import pytest

from sim.eventlog import Event, Job
from sim.measures import Reading, measure_all
from tests.builders import q
from tests.logs import DAY, people, row, view_of, visit_scenario

E = Event


def close(day, citizen, attempt, granted_ppm, is_met):
    """A decision, its closing, and the need met if it is."""
    rows = (
        row(day * DAY, E.DECIDE, citizen, attempt=attempt, staff=1, step=0, amount=granted_ppm),
        row(day * DAY, E.CLOSE, citizen, attempt=attempt, step=0, amount=60),
        row(day * DAY, E.MET, citizen, attempt=attempt, step=0, amount=600),
    )
    return rows if is_met else rows[:2]


# Five citizens: 0 met at the first attempt; 1 at the second; 2 gives up; 3 is open and was never
# closed; 4's dishonest claim is found.
CASES = (
    *(row(0, E.ARRIVE, citizen, step=0, amount=600) for citizen in range(5)),
    row(0, E.LOSE, 1, staff=1, step=0, amount=2),
    *close(1, 0, 1, 1_000_000, True),
    *close(1, 1, 1, 500_000, False),
    *close(1, 2, 1, 900_000, False),
    row(DAY, E.ABANDON, 2, amount=600),
    row(DAY, E.DETECT, 4, staff=1, step=0, amount=1),
    *close(1, 4, 1, 0, True),
    *close(3, 1, 2, 800_000, True),
)


def test_the_quality_of_cases():
    readings = measure_all(view_of(*CASES))

    assert readings["first_time_right_share"].value == pytest.approx(2 / 4)  # 0 and 4, of 4 closed
    assert readings["unmet_need_share"].value == pytest.approx(1 / 5)
    assert readings["open_share"].value == pytest.approx(1 / 5)
    assert readings["losses_per_citizen"].value == pytest.approx(2 / 5)


def test_unequal_treatment_is_the_spread_of_what_is_granted():
    # 1.0, 0.8 and 0 for who gave up; mean 0.6; squares of the deviations 0.16, 0.04, 0.36.
    spread = (0.56 / 3) ** 0.5 / 0.6

    assert measure_all(view_of(*CASES))["unequal_treatment"].value == pytest.approx(spread)


def visit(day, *, missed=0, need_s=1_000, undone_s=0, over_s=0):
    return (
        row(day * DAY, E.START, staff=1, step=Job.VISIT, amount=0),
        row(day * DAY, E.VISIT, staff=1, step=missed, amount=need_s),
        row(day * DAY, E.VISIT_TIME, staff=1, step=undone_s, amount=over_s),
    )


def see_visits(*rows, days=(0, 28), clock=None):
    arrival = row(0, E.ARRIVE, step=1, amount=1_000)
    scenario = visit_scenario(**clock or {})
    return measure_all(
        view_of(arrival, *rows, days=days, scenario=scenario, citizens=people((0,), (1,)))
    )


# A fit; one with a tenth of time too much, still a fit; one with more; one missed; one undone.
VISITS = (
    *visit(1),
    *visit(2, over_s=100),
    *visit(3, over_s=101),
    *visit(4, missed=2),
    *visit(5, undone_s=1),
)


def test_a_visit_fits_that_misses_and_leaves_nothing_and_is_not_too_long():
    readings = see_visits(*VISITS)

    assert readings["visit_fit_share"].value == pytest.approx(2 / 5)
    assert readings["first_time_right_share"].value == pytest.approx(3 / 5)
    assert readings["unmet_need_share"].value == pytest.approx(2 / 5)


def nobody_comes(day):
    """A visit that is missed: with one particular, and a need of 1,000 s."""
    return (
        row(day * DAY, E.MISS, step=Job.VISIT, amount=1_800),
        row(day * DAY, E.VISIT, step=1, amount=1_000),
        row(day * DAY, E.VISIT_TIME, step=1_000, amount=0),
    )


def late(day):
    """A visit that fits, and begins 20 minutes late."""
    return (*visit(day), row(day * DAY, E.LATE_VISIT, staff=1, step=0, amount=1_200))


CLOCK = {"window_minutes": q(30), "on_time_minutes": q(15)}


def test_a_visit_to_which_nobody_comes_is_missed_and_fits_nothing():
    rows = (*VISITS, *nobody_comes(6), *late(7), *nobody_comes(8))
    readings = see_visits(*rows, clock=CLOCK)

    assert readings["visit_missed_share"].value == pytest.approx(2 / 8)
    assert readings["visit_on_time_share"].value == pytest.approx(5 / 8)  # two missed, one late
    assert readings["visit_fit_share"].value == pytest.approx(3 / 8)
    assert readings["first_time_right_share"].value == pytest.approx(4 / 8)
    assert readings["unmet_need_share"].value == pytest.approx(4 / 8)


def test_where_nothing_is_said_of_time_nothing_is_told_of_it():
    readings = see_visits(*VISITS)

    assert readings["visit_missed_share"].value is None
    assert readings["visit_on_time_share"].value is None


def test_an_extra_visit_makes_good_for_one():
    extra = row(6 * DAY, E.START, staff=1, step=Job.EXTRA_VISIT, amount=0)

    assert see_visits(*VISITS, extra)["unmet_need_share"].value == pytest.approx(1 / 5)


def test_visits_outside_the_days_do_not_count():
    # The fifth open day is calendar day 7: days 0 to 7 hold the first four visits.
    assert see_visits(*VISITS, days=(0, 7))["visit_fit_share"].value == pytest.approx(2 / 4)


def test_measures_of_the_other_kind_of_service_have_reasons():
    assert measure_all(view_of(*CASES))["visit_fit_share"].reason == "this service has no visits"
    for name in ("open_share", "end_to_end_days", "losses_per_citizen", "faces_per_case"):
        assert see_visits(*VISITS)[name].reason == "there are no one-off cases here"


# By form: 0 complete, 1 lacking two, 2 lacking one of the two missing. 3 came by dialogue.
INTAKE = (
    *(row(0, E.ARRIVE, citizen, step=int(citizen == 3), amount=600) for citizen in range(4)),
    row(0, E.CAPTURE, 0, step=0, amount=0),
    row(0, E.CAPTURE, 1, step=2, amount=0),
    row(0, E.CAPTURE, 2, step=2, amount=1),
    row(0, E.CAPTURE, 3, step=0, amount=0),
    row(DAY, E.CAPTURE, 1, step=2, amount=2),
)


def test_a_form_is_complete_if_nothing_was_missing_after_the_first_intake():
    assert measure_all(view_of(*INTAKE))["complete_form_share"].value == pytest.approx(1 / 3)


def test_without_a_form_none_is_complete():
    readings = measure_all(view_of(*INTAKE[3:4]))

    assert readings["complete_form_share"] == Reading(None, "nobody came by form")


def test_deliveries_are_counted_whoever_gives_up_included():
    # Five closings: of 0, 4 and 1 in the end, and of 1 and 2 in vain. Three needs met.
    assert measure_all(view_of(*CASES))["deliveries_per_need_met"].value == pytest.approx(5 / 3)


def test_who_is_found_dishonest_is_counted():
    assert measure_all(view_of(*CASES))["detected_share"].value == pytest.approx(1 / 5)
