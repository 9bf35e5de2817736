import pytest

from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.measures import FAILURE_CAUSES, FAILURE_CONDITIONS, Reading, measure_all
from tests.logs import DAY, mixed_scenario, people, row, view_of, visit_scenario

E = Event


def contact(time_s, cause, waiting=Waiting.NOTHING, is_late=0, citizen=0):
    return row(time_s, E.CONTACT_IN, citizen, step=waiting, amount=is_late, cause=cause)


# Two citizens, eight inbound contacts and two outbound ones within 60 days.
LOG = (
    row(0, E.ARRIVE, 0, step=0, amount=600),
    contact(0, Cause.VALUE),
    row(0, E.ARRIVE, 1, step=0, amount=600),
    contact(0, Cause.VALUE, citizen=1),
    row(1, E.CONTACT_OUT, 0, step=Reason.ASK_BY_LETTER, amount=1),
    row(1, E.CONTACT_OUT, 1, step=Reason.CHECK, amount=0),
    contact(2, Cause.CAPTURE),
    contact(3, Cause.CHASE, Waiting.POOL, is_late=0),  # patience: not strict
    contact(4, Cause.CHASE, Waiting.HOLD, is_late=1),
    contact(5, Cause.CHASE, Waiting.FRONT, is_late=1),
    contact(6, Cause.CITIZEN),  # the citizen's own error: not strict
    contact(7, Cause.ABSORB, citizen=1),
    row(8, E.HANG_UP, 0, pool=0, step=Job.CALL, amount=3),
)


@pytest.fixture(name="readings")
def read_all():
    return measure_all(view_of(*LOG, days=(0, 60)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("failure_demand_share", 4 / 8),  # capture, two late chases, absorb
        ("failure_demand_share_broad", 6 / 8),
        ("demand_per_month", 8 / 2),  # 60 days are two months
        ("contacts_per_case", (8 + 2) / 2),
        ("calls_abandoned_share", 1 / 8),
        ("failure_contacts_turned_away", 0),
        ("failure_contacts_capture", 1 / 2),
        ("failure_contacts_convey", 0),
        ("failure_contacts_absorb", 1 / 2),
        ("failure_contacts_cap", 0),
        ("failure_contacts_premature", 0),
        ("failure_contacts_chase", 3 / 2),
        ("failure_contacts_citizen", 1 / 2),
        ("failure_contacts_unanswered", 0),
        ("failure_contacts_judgement", 0),
        ("failure_contacts_from_digital", 1 / 2),  # capture
        ("failure_contacts_from_functions", 1 / 2),  # the chase while waiting for a function
        ("failure_contacts_from_standards", 1 / 2),  # absorb
        ("failure_contacts_from_targets", 1 / 2),  # the chase while held
        ("failure_contacts_from_centralisation", 1 / 2),  # the chase at the front office
        ("failure_contacts_from_budget", 0),
        ("failure_contacts_from_inspection", 0),
        ("failure_contacts_from_citizen", 1 / 2),
    ],
)
def test_demand_is_what_the_log_adds_up_to(readings, name, value):
    assert readings[name].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("cause", "waiting", "condition"),
    [
        (Cause.TURNED_AWAY, Waiting.NOTHING, "budget"),
        (Cause.CAPTURE, Waiting.CITIZEN, "digital"),
        (Cause.CONVEY, Waiting.NOTHING, "functions"),
        (Cause.ABSORB, Waiting.NOTHING, "standards"),
        (Cause.CAP, Waiting.NOTHING, "budget"),
        (Cause.PREMATURE, Waiting.NOTHING, "targets"),
        (Cause.CITIZEN, Waiting.POOL, "citizen"),
        (Cause.UNANSWERED, Waiting.POOL, "centralisation"),
        (Cause.JUDGEMENT, Waiting.NOTHING, "standards"),
        (Cause.CHASE, Waiting.FRONT, "centralisation"),
        (Cause.CHASE, Waiting.POOL, "functions"),
        (Cause.CHASE, Waiting.HOLD, "targets"),
        (Cause.CHASE, Waiting.INSPECTION, "inspection"),
        (Cause.CHASE, Waiting.EXCEPTION, "standards"),
    ],
)
def test_each_failure_contact_is_laid_to_one_condition(cause, waiting, condition):
    view = view_of(row(0, E.ARRIVE, step=0, amount=600), contact(1, cause, waiting))
    readings = measure_all(view)
    names = [measure.name for measure in FAILURE_CONDITIONS.measures]

    laid_to = f"failure_contacts_from_{condition}"
    assert [name for name in names if readings[name].value] == [laid_to]
    assert readings[laid_to].value == 1


def test_causes_and_conditions_both_add_up_to_all_failure_contacts(readings):
    for family in (FAILURE_CAUSES, FAILURE_CONDITIONS):
        assert sum(readings[measure.name].value for measure in family.measures) == 6 / 2


def visit(time_s, citizen=0, job=Job.VISIT):
    return row(time_s, E.START, citizen, staff=1, pool=0, step=job, amount=0)


# A client has four visits and an extra one, and calls twice: for what was missed, and in error.
VISITS = (
    row(0, E.ARRIVE, 1, step=1, amount=600),
    *(visit(day * DAY, 1) for day in range(4)),
    contact(4 * DAY, Cause.CAPTURE, citizen=1),
    contact(4 * DAY, Cause.CITIZEN, citizen=1),
    visit(5 * DAY, 1, Job.EXTRA_VISIT),
)


def test_of_visits_extra_ones_are_failure_demand_and_planned_ones_are_not():
    view = view_of(
        *VISITS, days=(0, 30), scenario=visit_scenario(), citizens=people((0, 0), (1, 1))
    )
    readings = measure_all(view)

    assert readings["failure_demand_share"].value == pytest.approx((1 + 1) / (5 + 2))
    assert readings["failure_demand_share_broad"].value == pytest.approx((2 + 1) / (5 + 2))


def test_visits_and_contacts_add_up_where_there_are_both():
    case = (row(0, E.ARRIVE, 0, step=0, amount=600), contact(0, Cause.VALUE), visit(0, 0, Job.CALL))
    view = view_of(
        *case, *VISITS, days=(0, 30), scenario=mixed_scenario(), citizens=people((0, 1), (0, 1))
    )

    assert measure_all(view)["failure_demand_share"].value == pytest.approx((1 + 1) / (5 + 3))


def test_a_cohort_that_nobody_belongs_to_has_reasons():
    readings = measure_all(view_of(*LOG, days=(7, 14)))

    assert readings["failure_demand_share"] == Reading(None, "nobody contacted the service")
    assert readings["contacts_per_case"] == Reading(None, "nobody came in these days")
