"""The arrays of a world by name, for compiled code: `cases_of(world)[slot]`."""

from collections.abc import Callable
from typing import Any

import numpy as np

from sim.engines.fast.machine import records
from sim.engines.fast.machine.blueprints import DEMAND, DESIGN
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.memory import fixed, matrix_at, rows_at

DESIGN_BYTES = DESIGN.itemsize
Find = Callable[[Any], Any]
Whole, Real, Tiny, Key = np.int64, np.float64, np.int8, np.uint64


def _place(name: str) -> tuple[str, int]:
    """Return a field of a world, and where it stands."""
    fields = records.WORLD.fields
    assert fields is not None
    return name, fields[name][1]


def _rows(name: str, dtype: Any) -> Find:
    """Return what finds an array of one dimension."""
    (at, at_), (rows, rows_) = (_place(f"{name}_{what}") for what in ("at", "rows"))

    @inlined
    def find(world: Any) -> Any:
        return rows_at(fixed(world, at, at_), fixed(world, rows, rows_), dtype)

    return find


def _matrix(name: str, dtype: Any) -> Find:
    """Return what finds an array of two dimensions."""
    places = (_place(f"{name}_{what}") for what in ("at", "rows", "columns"))
    (at, at_), (rows, rows_), (columns, columns_) = places

    @inlined
    def find(world: Any) -> Any:
        wide = fixed(world, columns, columns_)
        return matrix_at(fixed(world, at, at_), fixed(world, rows, rows_), wide, dtype)

    return find


# the blueprints, see `sim.engines.fast.machine.blueprints`
types_of = _matrix("types", DEMAND)
tables_of = _matrix("tables", Whole)
day_particulars_of = _matrix("day_particulars", Real)
share_ppm_of = _matrix("share_ppm", Whole)
worker_pool_of = _matrix("worker_pool", Whole)
outsourced_of = _matrix("outsourced", Whole)
premium_ppm_of = _matrix("premium_ppm", Whole)
shift_start_s_of = _matrix("shift_start_s", Whole)
shift_end_s_of = _matrix("shift_end_s", Whole)
pattern_of = _matrix("pattern", Whole)
boundary_s_of = _matrix("boundary_s", Whole)
holiday_of = _matrix("holiday", Whole)
time_ppm_of = _matrix("time_ppm", Whole)
shock_from_day_of = _matrix("shock_from_day", Whole)
shock_until_day_of = _matrix("shock_until_day", Whole)
shock_chance_of = _matrix("shock_chance", Real)
lacks_expertise_of = _matrix("lacks_expertise", Real)
pick_up_table_of = _matrix("pick_up_table", Whole)
"""Which row of the tables has the wait before each function; `NONE` where there is none."""

# the citizens of all runs, see `sim.population`
key_of = _rows("key", Key)
demand_type_of = _rows("demand_type", Whole)
arrival_s_of = _rows("arrival_s", Whole)
content_s_of = _rows("content_s", Whole)
particulars_count_of = _rows("particulars_count", Whole)
team_of = _rows("team", Real)
ready_delay_s_of = _rows("ready_delay_s", Whole)
correction_delay_s_of = _rows("correction_delay_s", Whole)
spell_s_of = _rows("spell_s", Whole)
dishonest_of = _rows("dishonest", np.bool_)
visits_per_day_of = _rows("visits_per_day", Whole)
episode_s_of = _rows("episode_s", Whole)
runs_of = _rows("runs", records.RUN)
coming_reforms_of = _rows("coming_reforms", records.REFORM)
"""The reforms of all runs, those of one together."""
stop_sign_of = _rows("stop_sign", Whole)
"""Runs done, and whether to stop: another thread reads the one and writes the other."""

# cases, by slot
cases_of = _rows("cases", records.CASE)
recents_of = _matrix("recents", np.int32)
"""By what remains of a member of staff's number, whom of those a citizen has met last."""
particulars_of = _matrix("particulars", Tiny)
changed_of = _matrix("changed", np.int16)
"""The calendar day on which each standing particular last changed; `NONE` if it never has."""
asked_of = _matrix("asked", Tiny)
fresh_s_of = _matrix("fresh_s", Whole)
again_s_of = _matrix("again_s", Whole)
passed_s_of = _matrix("passed_s", Whole)
knowns_of = _rows("knowns", records.KNOWN)

# the service: workers, pools with their queues (linked by the tasks), jobs, the agenda
workers_of = _rows("workers", records.WORKER)
pools_of = _rows("pools", records.POOL)
heads_of = _matrix("heads", Whole)
tails_of = _matrix("tails", Whole)
free_of = _rows("free", Whole)
tasks_of = _rows("tasks", records.TASK)
parts_of = _matrix("parts", records.PART)
"""By worker, the parts of the job in hand."""
after_of = _matrix("after", records.AFTER)
"""By worker, what happened in the job in hand, to be told when it is finished."""
agenda_of = _rows("agenda", records.MOMENT)
"""What comes next, the soonest last; its first row stands for the end of time."""
laters_of = _rows("laters", records.LATER)
spans_of = _rows("spans", np.int32)
"""A ring: the first moment that waits in each span of time, and in those a round later."""
portions_of = _matrix("portions", Whole)
"""Of content that is being divided: the parts, and the remainders."""

# the books
log_of = _matrix("log", Whole)
courses_of = _rows("courses", records.COURSE)
accounts_of = _rows("accounts", records.ACCOUNT)
counts_of = _matrix("counts", np.int32)
premiums_of = _matrix("premiums", Whole)
contacts_of = _rows("contacts", records.CONTACT)
meetings_of = _rows("meetings", records.MEETING)
meeting_jobs_of = _rows("meeting_jobs", Tiny)
visits_of = _rows("visits", records.VISIT)
shifts_of = _rows("shifts", records.SHIFT)
openings_of = _rows("openings", records.OPENING)
busy_s_of = _matrix("busy_s", Whole)
ends_of = _matrix("ends", Whole)
"""Rows of the tables when each run ended."""

# books of several runs being merged, see `sim.engines.fast.machine.merging`
merged_meetings_of = _rows("merged", records.MEETING)
merged_jobs_of = _rows("merged_jobs", Tiny)
merged_contacts_of = _rows("merged", records.CONTACT)
merged_visits_of = _rows("merged", records.VISIT)
merged_shifts_of = _rows("merged", records.SHIFT)
merged_openings_of = _rows("merged", records.OPENING)
places_of = _matrix("places", Whole)
"""Of each run its next row, and the one at which its rows end."""
listed_of = _matrix("listed", Whole)
"""The rows of a block: as they were, and as they are sorted by one digit of their times."""
counted_of = _rows("counted", Whole)
"""Of each digit how many rows have it, and then where the next one goes."""


@inlined
def design_of(world: Any) -> Any:
    """Return the numbers of the present design."""
    return rows_at(world.design_at, 1, DESIGN)[0]


@inlined
def type_of(world: Any, case: Any) -> Any:
    """Return the numbers of a case's demand type."""
    return types_of(world)[world.blueprint, case.type]


@inlined
def follow_design(world: Any, blueprint: int) -> None:
    """Let a design be the present one."""
    world.blueprint = blueprint
    world.design_at = world.designs_at + blueprint * DESIGN_BYTES
