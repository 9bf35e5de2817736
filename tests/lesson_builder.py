"""A small valid lesson for tests, on a case that takes no time."""

from typing import Any

from sim.lessons import Lesson
from sim.lessons.parse import build_lesson as read_lesson
from tests.builders import text

Raw = dict[str, Any]
DAYS, FACES = "end_to_end_days", "faces_per_case"
CASE = "counter/pooling-small-service"


def arm(name: str, design: str) -> Raw:
    return {"name": name, "design": design}


def choice(words: str, *claims: Raw) -> Raw:
    return {"says": text(words), "claims": list(claims)}


def rising(measure: str, *arms: str, times: float = 1.0) -> Raw:
    return {"rising": [f"{measure}.{name}" for name in arms], "times": times}


def setup() -> Raw:
    arms = [arm("one", "functionalised"), arm("teams", "absorbing")]
    return {"service": CASE, "days": 60, "replications": 5, "arms": arms}


def build_raw() -> Raw:
    """A lesson whose answer is the second choice: teams have fewer faces."""
    fewer, more = rising(FACES, "teams", "one"), rising(FACES, "one", "teams")
    alike = [rising(FACES, "teams", "one", times=1.5)]
    return {
        "name": "small",
        "about": "people",
        "title": text("A small lesson"),
        "question": text("Who meets fewer faces?"),
        "setup": setup(),
        "predict": {
            "ask": text("With {one:staff.total} members of staff?"),
            "choices": [
                choice("In one queue.", more),
                choice("In teams.", fewer),
                choice("Far fewer in teams.", *alike),
            ],
        },
        "claims": [fewer],
        "reveal": {
            "measures": [FACES, DAYS],
            "says": text(
                "Teams: {faces_per_case.teams}; one: {faces_per_case.one}; "
                "{faces_per_case.difference} or {faces_per_case.less} less."
            ),
        },
        "why": {"says": text("A face that knows."), "citizen": "typical"},
        "other_side": {
            "says": text("No more than {faces_per_case.one} in one queue."),
            "setup": setup(),
            "claims": [{"term": f"{FACES}.one", "above": 1.0, "below": 3.0}],
        },
        "change_mind": text("A count of faces."),
        "notes": {
            "before": text("Count."),
            "graphs": [
                {"measure": FACES, "says": text("Faces.")},
                {"measure": DAYS, "says": text("Days of <b>all</b>.")},
            ],
            "trust": text("It is small."),
            "objections": [{"says": text("So few?"), "answer": text("Yes.")}],
        },
        "sources": text("Erlang 1917"),
    }


def build_lesson(raw: Raw | None = None) -> Lesson:
    return read_lesson(build_raw() if raw is None else raw, "small.toml")
