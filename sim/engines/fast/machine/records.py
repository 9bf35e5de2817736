"""What changes while the service runs, as records: the reference engine's state, laid out in rows.

A field means what the field of its name means in the reference engine; only the others are
explained here. A number that refers to nothing is `NONE`.
"""

from typing import Any

import numpy as np

Whole, Key, Narrow, Short, Tiny = "i8", "u8", "i4", "i2", "i1"


def _record(
    whole: str, narrow: str = "", tiny: str = "", key: str = "", short: str = ""
) -> np.dtype[Any]:
    """Return a record of fields, the wide ones first: small records are found sooner."""
    widths = ((Key, key), (Whole, whole), (Narrow, narrow), (Short, short), (Tiny, tiny))
    fields = [(name, width) for width, names in widths for name in names.split()]
    # Records, so that plain Python reads a field as compiled code does: `case.rounds`.
    return np.dtype((np.record, np.dtype(fields, align=True)))


CASE = _record(
    "content_s arrival_cal_s clock_cal_s due_cal_s ready_s grown_rest ends_cal_s release_s",
    "slot citizen person course type team particulars_count attempt rounds function "
    "intake_s reforms first_known last_known hands_count asked_count chases due_day due_slot "
    "pending account account_day last_hand hang_ups doubts job next",
    "is_client is_form intake_is_value is_over is_turned_away is_detected is_cut is_closed_early "
    "is_read is_controlled is_excepted is_appealed has_certificate is_in_hand is_calling "
    "is_chasing is_refused is_planned is_admitted is_by_phone is_unanswered is_doubting waiting "
    "worked sent_back",
    "key",
)
"""A case in a slot, which another case takes when this one is over.

`person` and `course` are its citizen's rows in the population and in the courses, `pending` counts
the moments and jobs still to come, `account` is its row of tallies.
"""

MOMENT = _record("about", key="key")
"""A moment on the agenda."""

LATER = _record("about", "next", key="key")
"""A moment that is further off, in the list of its span of time."""

KNOWN = _record("", "staff times next", "is_reader is_hand", short="met_day")
"""A member of staff whom a citizen has met: a link of the case's list, longest acquainted first.

`met_day` is the calendar day of the last work on the case, or visit: no run has more than 32,767.
"""

TASK = _record(
    "size_s entered_s since_s done_s busy_s need_s undone_s",
    "place kind case citizen pool draw_key_0 draw_key_1 draw_key_2 attempt worker staff "
    "particulars_count missed parts_count after_count previous next",
    "outcome cause is_value is_chase has_window is_done",
    short="queue",
)
"""A job; its parts, and what happened in it, stand in its worker's rows of `parts` and `after`.

`has_window`: the window of a visit, or the patience of a caller, is still to end, and until then
nothing else takes its place; `is_done`: it is finished by then.
"""

PART = _record("", "activity seconds")
AFTER = _record("amount", "kind step")
WORKER = _record(
    "place number pool identity trained_day from_s until_s in_hand covers",
    tiny="is_contractor is_temp is_free",
    key="key",
)
"""`place` is among the staff of this run, `number` among those of the whole service: they differ
where a team is a run of its own."""

POOL = _record(
    "place length waiting_s free_count free_at speed_ppm cut_ppm standard_ppm lasting_ppm on_shift "
    "effort_s shift_s"
)
"""The places of its free workers stand in `free` from `free_at` on, lowest first."""

RUN = _record(
    "blueprint first_reform reforms_end first first_course citizens ends_s first_worker "
    "all_workers spans",
    key="luck",
)
"""What a run is asked for: a row of blueprints, and which rows its reforms and citizens are.

`all_workers` are the staff and temps of the whole service, and `first_worker` says where those of
this run begin among them. `spans`: into how many spans of time it is divided at most, see
`sim.engines.fast.machine.clock`.
"""

REFORM = _record("blueprint at_s")
"""A design that a run changes to, and when."""

_CLOCKS = (
    # which run this is, whether it has begun, and of whom
    "run begun blueprint next_blueprint next_reform first first_course citizens next_citizen "
    "ends_s first_worker all_workers "
    # which table is to be put in order of time, once all runs are done
    "merging "
    # what time it is
    "now_s now_cal_s to_cal_s open_day weekly_day closes_s roster_s "
    # what the service has come to
    "generation reforms dip_left waiting "
    # how many moments lie ahead, how many were ever scheduled, and what the present one is about
    "moments pending scheduled about horizon_s span spans next_span "
)
_PHASES = (
    # what a handler leaves to the phases that follow it: whose step it is, the job to be offered,
    # the pool to serve, the worker who has finished, the pools and jobs still to go through
    "case job_s job_need_s job_day job_slot job_number offered finished sweep moving abandons "
)
_USED = (
    # slots in use, slots free again, and rows of the books written
    "cases_used knowns_used tasks_used laters_used free_case free_known free_task free_later "
    "log_used accounts_used contacts_used meetings_used visits_used shifts_used openings_used "
    "sure slack log_slack "
)
_BLUEPRINTS = (
    "designs types tables day_particulars share_ppm worker_pool outsourced premium_ppm "
    "shift_start_s shift_end_s pattern boundary_s holiday time_ppm pick_up_table "
    "lacks_expertise "
    "shock_from_day shock_until_day shock_chance "
)
_CITIZENS = (
    "key demand_type arrival_s content_s particulars_count team ready_delay_s correction_delay_s "
    "spell_s dishonest visits_per_day episode_s runs coming_reforms stop_sign "
)
_SERVICE = (
    "cases recents particulars changed asked fresh_s again_s passed_s knowns workers pools heads "
    "tails free tasks parts after agenda laters spans portions "
)
_BOOKS = (
    "log courses accounts counts premiums contacts meetings meeting_jobs visits shifts openings "
    "busy_s ends merged merged_jobs places listed counted"
)
ARRAYS = tuple((_BLUEPRINTS + _CITIZENS + _SERVICE + _BOOKS).split())
"""The arrays of a world; see `sim.engines.fast.machine.arrays`."""

WORLD = _record(
    _CLOCKS
    + _PHASES
    + _USED
    + "design_at "
    + " ".join(f"{name}_at {name}_rows {name}_columns" for name in ARRAYS),
    "",
    "is_logged is_content_job is_too_large job_is_value job_is_chase job_is_on_line",
    "luck next_arrival",
)
"""A batch of runs: where it stands, and the address and shape of each of its arrays."""

# The tables of the ledger, a row at a time. What is tiny of a meeting stands apart: there are many.
COURSE = _record(
    "arrival_s end_s first_closed_s reported_s granted_ppm meeting_squares",
    "attempts met_attempt meetings faces lacking",
    "end_state is_seen_through is_form",
)
ACCOUNT = _record("granted_sum_ppm", "citizen day")
CONTACT = _record("calendar_s", "citizen", "cause waiting is_late")
MEETING = _record("calendar_s", "citizen staff")
VISIT = _record("calendar_s", "citizen staff missed need_s undone_s over_s")
SHIFT = _record("calendar_s", "staff pool seconds", "is_temp is_absent is_overtime")
OPENING = _record("calendar_s", "citizen", "change")
