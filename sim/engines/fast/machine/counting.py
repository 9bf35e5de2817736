"""The ledger, filled as `sim.ledger.build_ledger` folds a log, event by event.

The kind of event is known where it is counted, so all but its own branch falls away when it is
compiled.
"""

from typing import Any

from sim.engines.fast.machine.arrays import (
    accounts_of,
    after_of,
    busy_s_of,
    contacts_of,
    counts_of,
    courses_of,
    meeting_jobs_of,
    meetings_of,
    openings_of,
    parts_of,
    premium_ppm_of,
    premiums_of,
    shifts_of,
    visits_of,
)
from sim.engines.fast.machine.compiled import inlined
from sim.eventlog import NONE, Cause, Event
from sim.ledger import EndState, Tally
from sim.ledger.tables import MOST_TALLIED


@inlined
def account_of(world: Any, case: Any) -> int:
    """Return the row of tallies of a case, or of a client's day; open one if there is none."""
    day = world.open_day if case.is_client else NONE
    if case.account != NONE and case.account_day == day:
        return case.account
    row = world.accounts_used
    world.accounts_used = row + 1
    account = accounts_of(world)[row]
    account.citizen, account.day, account.granted_sum_ppm = case.citizen, day, 0
    case.account, case.account_day = row, day
    return row


@inlined
def add_seconds(world: Any, row: int, column: int, seconds: int) -> None:
    """Add to a tally of seconds; note if it comes to more than any service has."""
    counts = counts_of(world)
    counts[row, column] += seconds
    if counts[row, column] > MOST_TALLIED:
        world.is_too_large = True


@inlined
def count(
    world: Any, kind: Any, case: Any, attempt: int, step: int, amount: int, cause: int
) -> None:
    """Enter an event of a citizen into the ledger."""
    counts = counts_of(world)
    if kind == Event.END:
        _end(world, case, EndState.MET)
        return
    row = account_of(world, case)
    if kind == Event.ARRIVE:
        add_seconds(world, row, Tally.DEMANDED_S.value, amount)
        course = courses_of(world)[case.course]
        course.arrival_s, course.is_form = world.now_cal_s, case.is_form
        _open(world, case, 1)
    elif kind == Event.CONTACT_IN:
        counts[row, Tally.CONTACTS_IN + cause] += 1
        if cause == Cause.CHASE:
            counts[row, Tally.CHASES_WAITING + step] += 1
            counts[row, Tally.PATIENT_CHASES] += amount == 0
        _contact(world, case, step, amount, cause)
    elif kind == Event.CAPTURE:
        course = courses_of(world)[case.course]
        if course.lacking == NONE:
            course.lacking = step - amount
    elif kind == Event.CONTACT_OUT:
        counts[row, Tally.CONTACTS_OUT + step] += 1
    elif kind == Event.CLOSE:
        counts[row, Tally.CLOSINGS] += 1
        course = courses_of(world)[case.course]
        if course.first_closed_s == NONE:
            course.first_closed_s, course.reported_s = world.now_cal_s, amount
    elif kind == Event.MET:
        counts[row, Tally.DELIVERED_S] += amount
        course = courses_of(world)[case.course]
        course.met_attempt, course.is_seen_through = attempt, step
        _end(world, case, EndState.MET)
    elif kind == Event.ABANDON:
        add_seconds(world, row, Tally.ABANDONED_S.value, amount)
        _end(world, case, EndState.UNMET)
    elif kind == Event.RESUME:
        counts[row, Tally.ABANDONED_S] -= amount
        course = courses_of(world)[case.course]
        course.end_state, course.end_s = EndState.OPEN, NONE
        _open(world, case, 1)
    elif kind == Event.GROW:
        counts[row, Tally.GROWN_S] += amount


@inlined
def _count_after(world: Any, row: int, case: Any, after: Any) -> None:
    """Enter what happened in a job, now that it is finished."""
    counts, kind, step, amount = counts_of(world), after.kind, after.step, after.amount
    if kind == Event.CONTENT:
        column = Tally.CONTENT_FRESH_S.value if step == 0 else Tally.CONTENT_AGAIN_S.value
        add_seconds(world, row, column, amount)
        if amount > 0:
            counts[row, Tally.CONTENT_JOBS] += not world.is_content_job
            world.is_content_job = True
    elif kind == Event.DECIDE:
        counts[row, Tally.DECISIONS] += 1
        counts[row, Tally.OWN_DECISIONS] += step
        accounts_of(world)[row].granted_sum_ppm += amount
        courses_of(world)[case.course].granted_ppm = amount
    elif kind == Event.CONTACT_OUT:
        counts[row, Tally.CONTACTS_OUT + step] += 1
    elif kind == Event.PASS_ON:
        add_seconds(world, row, Tally.PASSED_ON_S.value, amount)
    elif kind == Event.PURCHASE:
        counts[row, Tally.PURCHASES + step] += amount
    elif kind == Event.DETECT:
        counts[row, Tally.DETECTED] += 1
    elif kind == Event.DISHONEST:
        counts[row, Tally.DISHONEST] += 1
    elif kind == Event.LATE_VISIT:
        counts[row, Tally.LATE_VISITS] += 1


@inlined
def _open(world: Any, case: Any, change: int) -> None:
    opening = openings_of(world)[world.openings_used]
    opening.citizen, opening.calendar_s, opening.change = case.citizen, world.now_cal_s, change
    world.openings_used += 1


@inlined
def _end(world: Any, case: Any, end_state: Any) -> None:
    course = courses_of(world)[case.course]
    course.end_state, course.end_s = end_state, world.now_cal_s
    _open(world, case, -1)


@inlined
def _contact(world: Any, case: Any, waiting: int, is_late: int, cause: int) -> None:
    contact = contacts_of(world)[world.contacts_used]
    contact.citizen, contact.calendar_s, contact.cause = case.citizen, world.now_cal_s, cause
    contact.waiting, contact.is_late = waiting, is_late
    world.contacts_used += 1


@inlined
def count_meeting(world: Any, task: Any, case: Any, known: Any) -> None:
    """Enter a job begun: who met whom, and whether for the first time."""
    meeting, course = meetings_of(world)[world.meetings_used], courses_of(world)[case.course]
    meeting.citizen, meeting.staff = case.citizen, task.staff
    meeting_jobs_of(world)[world.meetings_used] = task.kind
    meeting.calendar_s = world.now_cal_s
    world.meetings_used += 1
    if not case.is_client:
        course.attempts = task.attempt
    course.meetings += 1
    course.faces += known.times == 0
    course.meeting_squares += 2 * known.times + 1
    known.times += 1


@inlined
def count_job(world: Any, task: Any, case: Any) -> None:
    """Enter a finished job: its time, its parts, and what happened in it."""
    row = account_of(world, case)
    counts = counts_of(world)
    counts[row, Tally.JOBS] += 1
    count_busy(world, task.pool, task.busy_s - task.done_s)
    for nth in range(task.parts_count):
        part = parts_of(world)[task.worker, nth]
        add_seconds(world, row, Tally.ACTIVITY_S + part.activity, part.seconds)
    count_premium(world, row, task)
    world.is_content_job = False
    for nth in range(task.after_count):
        after = after_of(world)[task.worker, nth]
        if after.kind == Event.VISIT:
            spent = after_of(world)[task.worker, nth + 1]
            count_visit(world, task, after.step, after.amount, spent.step, spent.amount)
        else:
            _count_after(world, row, case, after)


@inlined
def count_premium(world: Any, row: int, task: Any) -> None:
    """Enter a finished job's parts × what an hour in its pool costs beyond the service's rate."""
    if world.premiums_columns == 0:
        return
    premium_ppm = premium_ppm_of(world)[world.blueprint, task.pool]
    for nth in range(task.parts_count):
        part = parts_of(world)[task.worker, nth]
        premiums_of(world)[row, part.activity] += part.seconds * premium_ppm


@inlined
def count_busy(world: Any, pool: int, seconds: int) -> None:
    """Enter seconds worked on this day."""
    busy_s_of(world)[world.run, world.open_day * world.pools_rows + pool] += seconds


@inlined
def count_hang_up(world: Any, case: Any) -> None:
    """Enter a caller who hangs up."""
    counts_of(world)[account_of(world, case), Tally.HANG_UPS] += 1


@inlined
def count_losses(world: Any, case: Any, losses: int) -> None:
    """Enter particulars lost."""
    counts_of(world)[account_of(world, case), Tally.LOSSES] += losses


@inlined
def count_visit(
    world: Any, task: Any, missed: int, need_s: int, undone_s: int, over_s: int
) -> None:
    """Enter a visit that is over, or missed: what was seen, and how its time was spent."""
    visit = visits_of(world)[world.visits_used]
    visit.citizen, visit.staff, visit.calendar_s = task.citizen, task.staff, world.now_cal_s
    visit.missed, visit.need_s = missed, need_s
    visit.undone_s, visit.over_s = undone_s, over_s
    world.visits_used += 1


@inlined
def count_shift(world: Any, kind: Any, worker: Any, pool: int, seconds: int) -> None:
    """Enter a shift worked or missed, or time beyond it."""
    shift = shifts_of(world)[world.shifts_used]
    shift.staff, shift.pool, shift.seconds = worker.identity, pool, seconds
    shift.calendar_s, shift.is_temp = world.now_cal_s, worker.is_temp
    shift.is_absent, shift.is_overtime = kind == Event.ABSENT, kind == Event.OVERTIME
    world.shifts_used += 1
