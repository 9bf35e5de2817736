"""Where a planted error was found before: there it is looked for first, so that it is found soon.

A number that is out of date hides nothing and costs time: then all others are tried. The tests
print where they have found each error, with ``pytest -rP tests/agreement/test_planted.py
tests/agreement/test_edges.py``; what is not named here is found among the first few.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Place = TypeVar("Place")

PLANTED: dict[str, int] = {
    "roster_without_holidays": 3,
    "ROSTER and RETURN": 3,
    "CHASE and ARRIVAL": 3,
    "called_as_it_opens": 3,
    "lines_held_by_forms": 3,
    "holidays_taken_for_open": 4,
    "asks_no_more_who_hung_up": 4,
    "CORRECTION and CALL": 4,
    "free_in_order_of_finishing": 4,
    "free_after_the_shift": 4,
    "lent_by_the_last": 4,
    "pace_rounded_up": 4,
    "notice_only_missing": 4,
    "preferred_though_forgotten": 4,
    "owner_of_another_pool": 4,
    "owner_by_another_draw": 4,
    "planned_for_good": 4,
    "fetched_until_it_would_be_taken_up": 4,
    "who_is_new_is_known": 4,
    "trained_at_once": 4,
    "WINDOW and ROSTER": 5,
    "tires_by_attempt": 5,
    "window_ends_at_opening": 5,
    "missed_with_the_wait_left_in_the_pool": 5,
    "missed_for_what_is_standing": 5,
    "placed_in_the_last_of_equal_teams": 5,
    "due_in_its_last_second": 5,
    "cut_without_luck": 5,
    "held_work_taken_up_at_once": 5,
    "lead_from_arrival": 5,
    "night_taken_for_the_next_morning": 6,
    "late_from_the_first_second": 6,
    "work_before_calls_of_less": 6,
    "lowest_priority_first": 6,
    "value_calls_at_the_visit": 6,
    "remainder_to_the_last": 7,
    "HANG_UP and WINDOW": 11,
    "RELEASE and RESUME": 11,
    "CALL and WITHDRAW": 11,
    "lines_open_at_night": 11,
    "gone_on_with_by_whoever": 11,
    "closing_read_as_opening": 11,
    "calls_back_by_the_first_draw": 12,
    "weighs_after_hanging_up": 12,
    "VISIT_DUE and REFORM": 14,
    "FINISH and HANG_UP": 17,
    "growth_without_rest": 17,
    "forgotten_and_taken_over_from_nobody": 17,
    "no_temp_comes_back": 17,
    "waits_for_ever_once_in_hand": 18,
    "past_due_after_all_priorities": 19,
    "remembered_from_the_first_meeting": 20,
    "changed_though_on_the_plan": 20,
    "up_to_date_from_the_next_day": 20,
    "visits_laid_aside": 20,
    "RETURN and ANSWER": 21,
    "taken_up_after_giving_up": 27,
    "RESUME and CORRECTION": 27,
    "placed_by_those_who_left": 28,
    "first_calls_first": 37,
    "experts_of_all_functions_on_visits": 43,
    "unmet_rounded_up": 45,
    "faces_by_number": 45,
    "read_again_with_the_same_luck": 45,
    "owner_who_is_away": 50,
    "owned_by_who_has_forgotten": 52,
    "let_go_with_a_job_in_hand": 52,
    "all_shortfalls_alike": 57,
    "expert_by_attempt": 59,
    "ARRIVAL and VISIT_DUE": 60,
    "worked_again_when_sent_back": 61,
    "specialists_of_all_functions": 61,
    "pressed_by_its_own_share": 61,
    "taken_on_the_way_home": 62,
    "expert_for_all_of_the_day": 62,
    "free_after_reform_unsorted": 63,
    "ANSWER and READY": 65,
    "an_appeal_called_premature": 65,
    "placed_where_it_goes_past": 66,
    "open_as_it_closes": 72,
    "lent_on_the_way_home": 77,
    "known_whatever_has_changed": 90,
    "effort_past_due": 128,
    "placed_by_work_alone": 150,
    "way_by_round": 191,
    "exception_without_expertise": 274,
    "experts_whom_it_went_past": 299,
    "last_face_first": 558,
    "sent_back_for_ever": 617,
    "sent_back_to_whom_it_went_past": 755,
}
"""The random service that finds an error of `test_planted.py`, by its number."""
EDGES: dict[str, int] = {
    "tell-TELL": 2,
    "appeals-APPEAL": 16,
    "lends-LEND": 2,
    "capture_dialogue-CAPTURE": 1,
    "calls_first-CALLS_FIRST": 9,
    "convey-CONVEY": 3,
    "notice-NOTICE_DAY": 1,
    "notice_familiar-NOTICE": 3,
    "notice_familiar-NOTICE_DAY": 3,
    "known_face-PREFER": 12,
    "absorb-ABSORB": 1,
    "absorb-ABSORB_AT_CHECK": 1,
    "exception_chance-EXCEPTION": 1,
    "learned-LEARNED": 2,
}
"""The number drawn on whose side something hangs, by its place among those that are tried."""


def search(places: Sequence[Place], first: int) -> Iterator[Place]:
    """List all places: one before the others, if there is such a place."""
    if first < len(places):
        yield places[first]
    yield from places
