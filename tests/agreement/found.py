"""Where a planted error was found before: there it is looked for first, so that it is found soon.

A number that is out of date hides nothing and costs time: then all others are tried. The tests
print where they have found each error, with ``pytest -rP tests/agreement/test_planted.py
tests/agreement/test_edges.py``; what is not named here is found among the first few.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Place = TypeVar("Place")

PLANTED: dict[str, int] = {
    "CALL and WITHDRAW": 11,
    "weighs_after_hanging_up": 12,
    "WITHDRAW and CHASE": 13,
    "VISIT_DUE and REFORM": 14,
    "calls_back_by_the_first_draw": 14,
    "tires_by_attempt": 14,
    "free_after_reform_unsorted": 15,
    "no_temp_comes_back": 17,
    "forgotten_and_taken_over_from_nobody": 17,
    "expert_by_attempt": 17,
    "up_to_date_from_the_next_day": 18,
    "RESUME and CORRECTION": 19,
    "missed_with_the_wait_left_in_the_pool": 19,
    "expert_for_all_of_the_day": 20,
    "placed_by_those_who_left": 28,
    "an_appeal_called_premature": 30,
    "planned_for_good": 30,
    "owned_by_who_has_forgotten": 41,
    "placed_by_work_alone": 43,
    "experts_of_all_functions_on_visits": 43,
    "RELEASE and RESUME": 45,
    "ARRIVAL and VISIT_DUE": 45,
    "read_again_with_the_same_luck": 45,
    "taken_up_after_giving_up": 46,
    "known_whatever_has_changed": 47,
    "RETURN and ANSWER": 48,
    "remainder_to_the_last": 52,
    "worked_again_when_sent_back": 61,
    "unmet_rounded_up": 62,
    "ANSWER and READY": 65,
    "all_shortfalls_alike": 65,
    "exception_without_expertise": 80,
    "past_due_after_all_priorities": 86,
    "open_as_it_closes": 100,
    "effort_past_due": 128,
    "pace_rounded_up": 136,
    "faces_by_number": 408,
    "last_face_first": 558,
    "sent_back_for_ever": 617,
    "lent_on_the_way_home": 671,
}
"""The random service that finds an error of `test_planted.py`, by its number."""
EDGES: dict[str, int] = {
    "appeals-APPEAL": 5,
    "lends-LEND": 2,
    "capture_dialogue-CAPTURE": 1,
    "calls_first-CALLS_FIRST": 9,
    "convey-CONVEY": 3,
    "notice-NOTICE_DAY": 1,
    "notice_familiar-NOTICE": 3,
    "notice_familiar-NOTICE_DAY": 3,
    "known_face-PREFER": 8,
    "absorb-ABSORB": 1,
    "learned-LEARNED": 2,
}
"""The number drawn on whose side something hangs, by its place among those that are tried."""


def search(places: Sequence[Place], first: int) -> Iterator[Place]:
    """List all places: one before the others, if there is such a place."""
    if first < len(places):
        yield places[first]
    yield from places
