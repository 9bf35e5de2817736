"""The engines are twins that one can see: files, functions and fields have the same names.

What only one of them has stands here, with its reason.
"""

import ast
from dataclasses import fields
from enum import IntEnum
from pathlib import Path

import pytest

from sim.engines import fast, reference
from sim.engines.fast.machine import records
from sim.engines.fast.machine.clock import MOMENT_BITS, require_bits
from sim.engines.order import Moment
from sim.engines.reference.machine import case, staff
from sim.population import Population

RULES = {engine: Path(engine.__file__).parent / "rules" for engine in (reference, fast)}
ONLY_REFERENCE = {
    "jobs.offer": "a rule returns the next step, and the loop lets the job join its queue",
    "jobs.book": "one of the books, which may be a ledger: `log_job`",
}
ONLY_FAST = {
    "arrive.place_in_team": "the reference places a citizen where it builds a case",
    "client.slot_of_call": "what a call is about is one number, in which the case stands",
    "queues.join_free": "the free workers of all pools stand in one array",
}

COUNT = "how many there are of what the reference has in a list or set"
SLOT = "where it stands in an array"
LINK = "the next of a chain"
ONLY_RECORDS = {
    "CASE": {
        **dict.fromkeys(("particulars_count", "hands_count", "asked_count"), COUNT),
        **dict.fromkeys(("slot", "course", "account", "account_day"), SLOT),
        **dict.fromkeys(("first_known", "last_known", "next"), LINK),
        "is_client": "its visits are not at hand",
        "is_admitted": "the reference has those who are visited together",
        "due_day": "the next visit, which the reference hands to the moment",
        "due_slot": "the next visit, which the reference hands to the moment",
        "pending": "moments and jobs still to come, so that the slot is not taken too soon",
    },
    "TASK": {
        **dict.fromkeys(("parts_count", "after_count"), COUNT),
        **dict.fromkeys(("place", "citizen"), SLOT),
        **dict.fromkeys(("draw_key_0", "draw_key_1", "draw_key_2"), "parts of `draw_key`"),
        **dict.fromkeys(("previous", "next"), LINK),
        "busy_s": "a property of the reference's job",
        "has_window": "a moment is still to come that is about it, so that its slot is not taken",
        "is_done": "a moment that is about it finds it gone",
    },
    "WORKER": {
        "is_free": "whether it is among the free ones of its pool",
        "number": "its place in the whole service, where a team is a run of its own",
    },
    "POOL": {
        "free_count": COUNT,
        "free_at": SLOT,
        "on_shift": "a sum that the reference has in a list of its own",
    },
}
IN_GROUPS = (case.Need, case.Handling, case.Contact, case.Chase, case.Controls, case.Dates)
CLASSES = {
    "CASE": (case.Case, *IN_GROUPS, case.KnownStaff),
    "TASK": (staff.Task,),
    "WORKER": (staff.Worker,),
    "POOL": (staff.Pool,),
}


def functions(folder: Path) -> set[str]:
    """Every public function of some rules, behind its file."""
    return {
        f"{path.stem}.{part.name}"
        for path in folder.glob("*.py")
        for part in ast.parse(path.read_text()).body
        if isinstance(part, ast.FunctionDef) and not part.name.startswith("_")
    }


def test_rules_stand_in_files_of_the_same_names() -> None:
    ours, theirs = ({path.name for path in RULES[e].glob("*.py")} for e in (reference, fast))
    assert ours == theirs


def test_rules_are_functions_of_the_same_names() -> None:
    ours, theirs = (functions(RULES[engine]) for engine in (reference, fast))
    assert ours - theirs == set(ONLY_REFERENCE)
    assert theirs - ours == set(ONLY_FAST)


@pytest.mark.parametrize("record", CLASSES)
def test_a_field_has_the_name_that_it_has_in_the_reference(record: str) -> None:
    names = {field.name for kind in CLASSES[record] for field in fields(kind)}
    assert set(getattr(records, record).names) - names == set(ONLY_RECORDS[record])


def test_a_person_is_a_row_of_the_population() -> None:
    assert case.Person._fields == Population._fields


def test_a_moment_too_many_for_its_bits_is_refused() -> None:
    full = IntEnum("Full", [f"M{nth}" for nth in range(2**MOMENT_BITS)], start=0)
    over = IntEnum("Over", [f"M{nth}" for nth in range(2**MOMENT_BITS + 1)], start=0)
    require_bits(Moment, MOMENT_BITS)
    require_bits(full, MOMENT_BITS)
    with pytest.raises(ValueError, match="Over: 16 does not fit in 4 bits"):
        require_bits(over, MOMENT_BITS)
