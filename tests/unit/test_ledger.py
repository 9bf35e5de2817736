import numpy as np
import pytest

from sim.eventlog import Activity, Cause, Event, Job, Purchase, Reason, Waiting
from sim.ledger import EndState, Ledger, build_ledger
from tests.logs import DAY, HOURS, ledger_of, log_of, people, row

E = Event
MORNING = 8 * 3_600
"""Calendar time of the first opening."""

# One citizen: arrives at 100 s, is wrongly answered by worker 4, comes back on the next day and is
# helped by worker 5. The second closing of the first open day's case lies 24 h after the arrival.
TWO_ATTEMPTS = (
    row(100, E.ARRIVE, step=0, amount=600),
    row(100, E.CONTACT_IN, step=Waiting.NOTHING, cause=Cause.VALUE),
    row(100, E.ENTER, pool=0, step=Job.WORK, amount=1),
    row(160, E.LEAVE, pool=0, step=Job.WORK, amount=0),
    row(160, E.START, staff=4, pool=0, step=Job.WORK, amount=60),
    row(760, E.FINISH, staff=4, pool=0, step=Job.WORK, amount=600),
    row(760, E.ACTIVITY, staff=4, pool=0, step=Activity.VALUE, amount=500),
    row(760, E.ACTIVITY, staff=4, pool=0, step=Activity.REPORT, amount=100),
    row(760, E.CONTENT, staff=4, pool=0, step=0, amount=600),
    row(760, E.DECIDE, staff=4, pool=0, step=0, amount=1_000_000),
    row(760, E.CLOSE, step=0, amount=660),
    row(DAY + 100, E.CONTACT_IN, step=Waiting.NOTHING, amount=1, cause=Cause.ABSORB),
    row(DAY + 100, E.GROW, attempt=2, amount=30),
    row(DAY + 100, E.START, staff=5, pool=1, attempt=2, step=Job.WORK, amount=0),
    row(DAY + 400, E.FINISH, staff=5, pool=1, attempt=2, step=Job.WORK, amount=300),
    row(DAY + 400, E.ACTIVITY, staff=5, pool=1, attempt=2, step=Activity.REWORK, amount=300),
    row(DAY + 400, E.CONTENT, staff=5, pool=1, attempt=2, step=0, amount=30),
    row(DAY + 400, E.CONTENT, staff=5, pool=1, attempt=2, step=1, amount=320),
    row(DAY + 400, E.DECIDE, staff=5, pool=1, attempt=2, step=1, amount=900_000),
    row(DAY + 400, E.CLOSE, attempt=2, step=0, amount=300),
    row(DAY + 400, E.MET, attempt=2, step=0, amount=630),
)


@pytest.fixture(name="two_attempts")
def build_two_attempts() -> Ledger:
    return ledger_of(*TWO_ATTEMPTS)


def test_a_course_says_when_and_how_a_case_ended(two_attempts):
    courses = two_attempts.courses

    assert courses.arrival_s.tolist() == [MORNING + 100]
    assert courses.end_state.tolist() == [EndState.MET]
    assert courses.end_s.tolist() == [86_400 + MORNING + 400]
    assert (courses.attempts.tolist(), courses.met_attempt.tolist()) == ([2], [2])
    assert courses.is_seen_through.tolist() == [0]
    assert courses.granted_ppm.tolist() == [900_000]  # the last decision's


def test_the_reported_time_is_that_of_the_first_closing(two_attempts):
    courses = two_attempts.courses

    assert courses.first_closed_s.tolist() == [MORNING + 760]
    assert courses.reported_s.tolist() == [660]


def test_tallies_add_up_time_content_and_decisions(two_attempts):
    tallies = two_attempts.tallies

    assert tallies.activity_s[0, [Activity.VALUE, Activity.REPORT, Activity.REWORK]].tolist() == [
        500,
        100,
        300,
    ]
    assert tallies.activity_s.sum() == 900
    assert (tallies.content_fresh_s[0], tallies.content_again_s[0]) == (630, 320)
    assert (tallies.demanded_s[0], tallies.grown_s[0], tallies.delivered_s[0]) == (600, 30, 630)
    assert (tallies.decisions[0], tallies.own_decisions[0]) == (2, 1)
    assert tallies.granted_sum_ppm[0] == 1_900_000
    assert tallies.closings[0] == 2


def test_a_job_that_leaves_two_rows_of_content_is_one_job(two_attempts):
    assert two_attempts.tallies.jobs.tolist() == [2]
    assert two_attempts.tallies.content_jobs.tolist() == [2]


def test_contacts_are_listed_and_counted_by_cause(two_attempts):
    contacts = two_attempts.contacts

    assert contacts.cause.tolist() == [Cause.VALUE, Cause.ABSORB]
    assert contacts.is_late.tolist() == [0, 1]
    assert contacts.calendar_s.tolist() == [MORNING + 100, 86_400 + MORNING + 100]
    assert np.flatnonzero(two_attempts.tallies.contacts_in[0]).tolist() == [0, Cause.ABSORB]


def test_queues_and_waits_are_two_independent_accounts(two_attempts):
    queues, waits = two_attempts.queues, two_attempts.waits

    assert (queues.time_s.tolist(), queues.length.tolist()) == ([100, 160], [1, 0])
    assert (waits.ended_s.tolist(), waits.waited_s.tolist()) == ([160, DAY + 100], [60, 0])


def test_meetings_and_jobs_name_the_staff(two_attempts):
    assert two_attempts.meetings.staff.tolist() == [4, 5]
    assert two_attempts.meetings.job.tolist() == [Job.WORK, Job.WORK]
    assert two_attempts.jobs.busy_s.tolist() == [600, 300]


def test_who_gives_up_and_comes_back_is_open_again():
    ledger = ledger_of(
        row(0, E.ARRIVE, 0, step=0, amount=600),
        row(0, E.ARRIVE, 1, step=0, amount=500),
        row(5, E.ABANDON, 0, amount=600),
        row(6, E.ABANDON, 1, amount=500),
        row(9, E.RESUME, 0, amount=600),
    )

    assert ledger.courses.end_state.tolist() == [EndState.OPEN, EndState.UNMET]
    assert ledger.courses.end_s.tolist() == [-1, MORNING + 6]
    assert ledger.tallies.abandoned_s.tolist() == [0, 500]
    assert ledger.openings.change.tolist() == [1, 1, -1, -1, 1]


def test_a_client_is_met_when_the_episode_has_ended_and_open_before():
    ledger = ledger_of(
        row(0, E.ARRIVE, 0, step=1, amount=600),
        row(0, E.ARRIVE, 1, step=1, amount=600),
        row(DAY, E.START, 1, staff=3, pool=0, attempt=2, step=Job.VISIT),
        row(DAY, E.END, 0, attempt=2),
        citizens=people((0, 0), (1, 1)),
    )

    assert ledger.courses.end_state.tolist() == [EndState.MET, EndState.OPEN]
    assert ledger.courses.attempts.tolist() == [0, 0]  # an open day is not an attempt


def test_a_citizen_who_has_not_come_has_no_course():
    ledger = build_ledger(log_of(), people((0,)), HOURS)

    assert ledger.courses.arrival_s.tolist() == [-1]
    assert ledger.courses.end_state.tolist() == [EndState.OPEN]


def test_a_visit_joins_its_two_rows():
    ledger = ledger_of(
        row(0, E.ARRIVE, step=1, amount=600),
        row(900, E.FINISH, staff=7, pool=0, step=Job.VISIT, amount=900),
        row(900, E.VISIT, staff=7, pool=0, step=2, amount=800),
        row(900, E.VISIT_TIME, staff=7, pool=0, step=50, amount=0),
    )

    assert [column.tolist() for column in ledger.visits] == [
        [0],
        [7],
        [MORNING + 900],
        [2],
        [800],
        [50],
        [0],
    ]


def test_shifts_tell_temps_and_absence():
    ledger = ledger_of(
        row(0, E.ABSENT, -1, staff=0, pool=0, step=0, amount=DAY),
        row(0, E.PRESENT, -1, staff=1, pool=0, step=0, amount=DAY),
        row(0, E.PRESENT, -1, staff=9, pool=0, step=1, amount=DAY),
        citizens=people(()),
    )

    assert ledger.shifts.staff.tolist() == [1, 9, 0]
    assert ledger.shifts.is_temp.tolist() == [0, 1, 0]
    assert ledger.shifts.is_absent.tolist() == [0, 0, 1]


def test_what_happens_beside_the_work_is_counted():
    ledger = ledger_of(
        row(0, E.ARRIVE, step=0, amount=600),
        row(1, E.LOSE, staff=2, pool=0, step=1, amount=3),
        row(2, E.CUT, staff=2, pool=0, step=0, amount=100),
        row(2, E.PASS_ON, staff=2, pool=0, step=0, amount=40),
        row(2, E.PURCHASE, staff=2, pool=0, step=Purchase.CERTIFICATE, amount=1),
        row(2, E.DETECT, staff=2, pool=0, step=0, amount=1),
        row(2, E.DISHONEST, staff=2, pool=0, step=0, amount=1),
        row(2, E.CONTACT_OUT, staff=2, pool=0, step=Reason.CHECK, amount=0),
    )
    tallies = ledger.tallies

    assert (tallies.losses[0], tallies.cut_s[0], tallies.passed_on_s[0]) == (3, 100, 40)
    assert (tallies.detected[0], tallies.dishonest[0]) == (1, 1)
    assert tallies.purchases.tolist() == [[1]]
    assert tallies.contacts_out[0, Reason.CHECK] == tallies.contacts_out.sum() == 1
    assert ledger.outbound.reason.tolist() == [Reason.CHECK]


def test_a_ledger_cannot_be_written(two_attempts):
    tables = (table for table in two_attempts[2:])

    assert not any(column.flags.writeable for table in tables for column in table)
