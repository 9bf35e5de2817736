import numpy as np
import pytest

from sim.eventlog import Activity, Cause, Event, Job, Purchase, Reason, Waiting
from sim.ledger import (
    TALLY_COLUMNS,
    BusyTime,
    Contacts,
    Courses,
    EndState,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tallies,
    Tally,
    Visits,
    build_ledger,
)
from sim.ledger.tables import read_dtypes
from tests.logs import DAY, HOURS, ledger_of, log_of, people, row

E = Event
T = Tally


def day_begins(day):
    """The row with which an open day begins."""
    return row(day * DAY, E.DAY, -1, attempt=-1, amount=day)


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


def among(tallies, begin, kinds):
    """Return the counts of the only row by kind; they begin at one column."""
    (only,) = tallies.counts
    return only[begin : begin + len(kinds)]


def counts(tallies, *what, place=0):
    """Some of the counts of one row."""
    return tallies.counts[place, list(what)].tolist()


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

    activity_s = among(tallies, T.ACTIVITY_S, Activity)
    assert activity_s[[Activity.VALUE, Activity.REPORT, Activity.REWORK]].tolist() == [
        500,
        100,
        300,
    ]
    assert activity_s.sum() == 900
    assert counts(tallies, T.CONTENT_FRESH_S, T.CONTENT_AGAIN_S) == [630, 320]
    assert counts(tallies, T.DEMANDED_S, T.GROWN_S, T.DELIVERED_S) == [600, 30, 630]
    assert counts(tallies, T.DECISIONS, T.OWN_DECISIONS, T.CLOSINGS) == [2, 1, 2]
    assert tallies.granted_sum_ppm.tolist() == [1_900_000]


def test_a_job_that_leaves_two_rows_of_content_is_one_job(two_attempts):
    assert counts(two_attempts.tallies, T.JOBS, T.CONTENT_JOBS) == [2, 2]


def test_contacts_are_listed_and_counted_by_cause(two_attempts):
    contacts = two_attempts.contacts
    by_cause = among(two_attempts.tallies, T.CONTACTS_IN, Cause)

    assert contacts.cause.tolist() == [Cause.VALUE, Cause.ABSORB]
    assert contacts.is_late.tolist() == [0, 1]
    assert contacts.calendar_s.tolist() == [MORNING + 100, 86_400 + MORNING + 100]
    assert np.flatnonzero(by_cause).tolist() == [0, Cause.ABSORB]


def test_meetings_name_the_staff(two_attempts):
    meetings = two_attempts.meetings

    assert meetings.staff.tolist() == [4, 5]
    assert meetings.job.tolist() == [Job.WORK, Job.WORK]
    assert meetings.calendar_s.tolist() == [MORNING + 160, 86_400 + MORNING + 100]


def test_a_course_says_how_meetings_are_spread_over_staff():
    # Citizen 1 meets worker 7 three times and worker 2 once: two faces, and 9 + 1 in squares.
    met = ((1, 7), (0, 7), (1, 7), (1, 2), (1, 7))
    courses = ledger_of(*(row(0, E.START, who, staff=face, step=Job.CALL) for who, face in met))[1]

    assert courses.meetings.tolist() == [1, 4]
    assert courses.faces.tolist() == [1, 2]
    assert courses.meeting_squares.tolist() == [1, 10]


def test_busy_seconds_fall_on_the_days_on_which_the_work_was_done():
    def worked(time_s, kind, staff, busy_s):
        return row(time_s, kind, staff=staff, pool=0, step=Job.WORK, amount=busy_s)

    # Worker 1: one job on day 0; one from 100 s before its close to 50 s of day 1; one of day 2 and
    # 20 s of day 3. Worker 2: one laid aside on day 0, and again on day 2 after an hour.
    ledger = ledger_of(
        day_begins(0),
        worked(500, E.FINISH, 1, 300),
        worked(DAY, E.LAY_ASIDE, 2, 30),
        worked(DAY, E.LAY_ASIDE, 1, 100),
        day_begins(1),
        worked(DAY + 50, E.FINISH, 1, 150),
        day_begins(2),
        worked(3 * DAY, E.LAY_ASIDE, 2, 3_630),
        worked(3 * DAY, E.LAY_ASIDE, 1, DAY),
        day_begins(3),
        worked(3 * DAY + 20, E.FINISH, 1, DAY + 20),
    )

    assert ledger.busy.day.tolist() == [0, 1, 2, 3]
    assert ledger.busy.pool.tolist() == [0, 0, 0, 0]
    assert ledger.busy.seconds.tolist() == [300 + 30 + 100, 50, 3_600 + DAY, 20]
    assert ledger_of(row(0, E.ARRIVE)).busy.seconds.tolist() == []


def test_busy_seconds_are_those_of_a_pool():
    def finish(time_s, pool, busy_s):
        return row(time_s, E.FINISH, staff=1, pool=pool, step=Job.WORK, amount=busy_s)

    # Pool 1 works on both days, pool 3 on one of them, and pools 0 and 2 on none.
    busy = ledger_of(
        finish(500, 1, 200), finish(600, 3, 70), finish(700, 1, 100), finish(DAY + 20, 1, 20)
    ).busy

    assert busy.day.tolist() == [0, 0, 1]
    assert busy.pool.tolist() == [1, 3, 1]
    assert busy.seconds.tolist() == [300, 70, 20]


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
    assert ledger.tallies.of(T.ABANDONED_S).tolist() == [0, 500]
    assert ledger.openings.citizen.tolist() == [0, 1, 0, 1, 0]
    assert ledger.openings.change.tolist() == [1, 1, -1, -1, 1]
    assert (ledger.openings.calendar_s - MORNING).tolist() == [0, 0, 5, 6, 9]


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


def test_shifts_tell_temps_and_absence_in_the_order_of_the_log():
    ledger = ledger_of(
        row(0, E.ABSENT, -1, staff=0, pool=0, step=0, amount=DAY),
        row(0, E.PRESENT, -1, staff=1, pool=2, step=0, amount=DAY),
        row(0, E.PRESENT, -1, staff=9, pool=1, step=1, amount=DAY),
        citizens=people(()),
    )

    assert ledger.shifts.staff.tolist() == [0, 1, 9]
    assert ledger.shifts.pool.tolist() == [0, 2, 1]
    assert ledger.shifts.is_temp.tolist() == [0, 0, 1]
    assert ledger.shifts.is_absent.tolist() == [1, 0, 0]
    assert ledger.shifts.seconds.tolist() == [DAY, DAY, DAY]


def test_overtime_is_a_row_of_its_own():
    shifts = ledger_of(
        row(0, E.PRESENT, -1, staff=1, pool=2, step=0, amount=3_600),
        row(900, E.OVERTIME, -1, staff=1, pool=2, step=0, amount=120),
        citizens=people(()),
    ).shifts

    assert shifts.is_overtime.tolist() == [0, 1]
    assert shifts.seconds.tolist() == [3_600, 120]
    assert shifts.calendar_s.tolist() == [MORNING, MORNING + 900]


def test_what_happens_at_closing_happens_in_the_evening():
    # Of two cases that end at the same service time, one ends as day 0 closes and the other as day
    # 1 opens; a client is decided about at both.
    ledger = ledger_of(
        day_begins(0),
        row(0, E.ARRIVE, 0, step=0, amount=600),
        row(0, E.ARRIVE, 1, step=0, amount=600),
        row(DAY, E.MET, 0, step=1, amount=600),
        row(DAY, E.DECIDE, 2, step=0, amount=1_000_000),
        day_begins(1),
        row(DAY, E.MET, 1, step=1, amount=600),
        row(DAY, E.DECIDE, 2, step=0, amount=1_000_000),
        citizens=people((0, 0, 0), (0, 0, 1)),
    )

    assert ledger.courses.end_s.tolist() == [MORNING + DAY, 86_400 + MORNING, -1]
    assert ledger.openings.calendar_s.tolist()[2:] == [MORNING + DAY, 86_400 + MORNING]
    assert ledger.tallies.day.tolist() == [-1, -1, 0, 1]


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

    assert counts(tallies, T.LOSSES, T.PASSED_ON_S) == [3, 40]
    assert counts(tallies, T.DETECTED, T.DISHONEST) == [1, 1]
    assert among(tallies, T.PURCHASES, Purchase).tolist() == [1]
    contacts_out = among(tallies, T.CONTACTS_OUT, Reason)
    assert contacts_out[Reason.CHECK] == contacts_out.sum() == 1


def test_calls_are_counted_by_what_the_case_waits_for_and_before_the_promised_day():
    def call(waiting, is_late):
        return row(0, E.CONTACT_IN, step=waiting, amount=is_late, cause=Cause.CHASE)

    tallies = ledger_of(
        call(Waiting.POOL, 0),
        call(Waiting.HOLD, 1),
        call(Waiting.POOL, 1),
        row(0, E.CONTACT_IN, step=Waiting.POOL, amount=0, cause=Cause.CAP),
    ).tallies

    chases = among(tallies, T.CHASES_WAITING, Waiting)
    assert chases[[Waiting.POOL, Waiting.HOLD]].tolist() == [2, 1]
    assert chases.sum() == 3
    assert counts(tallies, T.PATIENT_CHASES) == [1]
    by_cause = among(tallies, T.CONTACTS_IN, Cause)
    assert by_cause[[Cause.CHASE, Cause.CAP]].tolist() == [3, 1]


def test_cases_have_one_row_of_tallies_and_clients_one_for_each_day():
    # Citizen 1 is a client; a row begins with the first event that counts, be its amount 0.
    tallies = ledger_of(
        row(0, E.CAPTURE, 2, step=1, amount=1),  # counts nowhere
        row(5, E.GROW, 1, amount=0),
        row(9, E.ARRIVE, 0, amount=600),
        row(DAY - 1, E.DECIDE, 1, step=0, amount=400_000),
        row(DAY, E.DECIDE, 1, step=1, amount=500_000),
        row(DAY + 5, E.LOSE, 0, amount=30),
        row(DAY + 6, E.DECIDE, 1, step=0, amount=100_000),
        citizens=people((0, 0, 0), (0, 1, 0)),
    ).tallies

    assert tallies.citizen.tolist() == [1, 0, 1]
    assert tallies.day.tolist() == [0, -1, 1]
    assert tallies.of(T.DECISIONS).tolist() == [1, 0, 2]
    assert tallies.of(T.LOSSES).tolist() == [0, 30, 0]
    assert tallies.granted_sum_ppm.tolist() == [400_000, 0, 600_000]


def test_the_columns_of_the_tallies_stand_side_by_side():
    begins = [T.CONTACTS_IN, T.CONTACTS_OUT, T.ACTIVITY_S, T.PURCHASES, T.CHASES_WAITING, T.JOBS]

    assert np.diff(begins).tolist() == [12, 5, 13, 1, 8]
    assert [*range(T.JOBS, TALLY_COLUMNS)] == [what for what in Tally if what >= T.JOBS]
    assert TALLY_COLUMNS == 57


WIDTHS = {
    Courses: "8 8 8 1 8 8 8 4 4 1 8 4 4 8 1 4",
    Tallies: "4 4 4 8 8",
    Contacts: "4 8 1 1 1",
    Meetings: "4 4 8 1",
    Visits: "4 4 8 4 4 4 4",
    Shifts: "4 4 8 4 1 1 1",
    Openings: "4 8 1",
    BusyTime: "4 4 8",
}
"""Bytes of each column."""


@pytest.mark.parametrize("rows", [TWO_ATTEMPTS, ()], ids=["two attempts", "nothing"])
def test_every_column_is_as_wide_as_its_table_states(rows):
    ledger = build_ledger(log_of(*rows), people(), HOURS)

    for table in ledger[1:]:
        stated = [*read_dtypes(type(table)).values()]
        assert [column.dtype for column in table] == stated
        assert " ".join(str(dtype.itemsize) for dtype in stated) == WIDTHS[type(table)]
    assert ledger.tallies.counts.flags.c_contiguous
    assert ledger.tallies.counts.shape[1] == TALLY_COLUMNS


def test_a_course_borrows_the_columns_of_the_population():
    citizens = people()
    courses = build_ledger(log_of(), citizens, HOURS).courses

    assert courses.demand_type is citizens.demand_type
    assert courses.visits_per_day is citizens.visits_per_day


def test_a_ledger_cannot_be_written(two_attempts):
    columns = [column for table in two_attempts[1:] for column in table]

    assert not any(column.flags.writeable for column in columns)
