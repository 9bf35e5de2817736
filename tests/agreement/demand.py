"""Demand types of random services: one-off cases, and visits."""

from tests.agreement.numbers import CHANCE, CONTENT, DELAY, LONGER_DELAY, SELDOM, USUALLY
from tests.agreement.tape import Tape, Values
from tests.builders import Raw, q, text

CITIZENS, CLIENTS = (3, 60, 100, 150, 250, 0), (3, 10, 20, 40, 1, 0)
"""How many come to one demand type, on average."""
EPISODES = (8.0, 0.5, 30.0)

CLOCKS = (
    (None, None),
    (20.0, 10.0),
    (1_440.0, 1 / 60),
    (1 / 60, None),
    (0.0, 0.0),
    (90.0, None),
    (None, 5.0),
    (60.0, 60.0),
)
"""Windows of visits, and what counts as on time."""

COMMON: dict[str, Values] = {
    "dispersion": (1.0, 2.0, 5.0),
    "content_minutes": CONTENT,
    "content_cv": (0.0, 0.5, 2.0),
    "variety": (0.0, 1.5, 4.0, 0.5, 2.5),
    "rework_share": CHANCE,
    "tell": CHANCE,
    "reach": CHANCE,
    "answer_days": DELAY,
    "priority": (0.0, 1.0, 0.0, 2.0),
    "expert": CHANCE,
}
CASE: dict[str, Values] = {
    **COMMON,
    "chase_tires": USUALLY,
    "give_up_waiting_days": (0.0, 0.0, 0.5, 3.0),
    "resumes": CHANCE,
    "resume_days": LONGER_DELAY,
    "chase_per_day": (0.0, 0.3, 4.0),
    "own_error": SELDOM,
    "appeals": CHANCE,
    "dishonest": CHANCE,
    "spell_days": (5.0, 0.0, 0.5),
    "ready": CHANCE,
    "ready_days": DELAY,
}
VISITS: dict[str, Values] = {
    **COMMON,
    "return_days": DELAY,
    "give_up": CHANCE,
    "growth": (1.0, 1.1, 1.05),
    "chase_per_day": (0.0,),
    "visits_per_day": (1.0, 2.5),
    "day_variety": (0.0, 1.0, 3.0),
    "day_content_cv": (0.0, 0.6),
    "value_calls_per_month": (0.0, 4.0, 30.0),
    "missed_call": CHANCE,
    "changes_per_month": (0.0, 6.0, 30.0),
    "missed_extra_visit": CHANCE,
}
SEASONS = {"by_weekday": 7, "by_month": 12}
RETURNS: tuple[dict[str, Values], ...] = (
    {"return_days": LONGER_DELAY, "give_up": CHANCE, "growth": (1.0, 1.1, 1.0001)},
    {"return_days": DELAY, "give_up": (0.4, 0.7, 1.0), "growth": (1.0, 1.05)},
    {"return_days": (2.5, 5.0), "give_up": (0.0,), "growth": (2.0,)},
)
"""How those return who were not helped: by and by; at once, if many enough give up; or slowly.

At once and for ever would be a day that never ends. Needs that double as often would be beyond the
whole numbers of any engine but the reference, whose numbers know no end.
"""


PATIENCE: dict[str, Values] = {
    "patience_minutes": (5.0, 0.1, 60.0, 0.5),
    "call_back_hours": (4.0, 0.2, 24.0),
}
"""How callers hang up, where they do."""


def case(tape: Tape, open_days: int) -> Raw:
    """A demand type of one-off cases."""
    return {
        **_named(tape, "case"),
        "arrivals_per_day": q(tape.pick(CITIZENS) / open_days),
        **tape.table(tape.pick(RETURNS)),
        **tape.table(CASE),
        **(tape.table({**PATIENCE, "calls_back": CHANCE}) if tape.pick((0, 1)) else {}),
    }


def visits(tape: Tape, open_days: int) -> Raw:
    """A demand type of clients who are visited; most were there before the run began."""
    episode_days = tape.pick(EPISODES)
    clock = zip(("window_minutes", "on_time_minutes"), tape.pick(CLOCKS), strict=True)
    return {
        **_named(tape, "visits"),
        **{key: q(value) for key, value in clock if value is not None},
        "arrivals_per_day": q(tape.pick(CLIENTS) / (open_days + episode_days)),
        "episode_days": q(episode_days),
        **tape.table(VISITS),
        **(tape.table(PATIENCE) if tape.pick((0, 1)) else {}),
    }


def _named(tape: Tape, kind: str) -> Raw:
    shape = tape.pick(("lognormal", "gamma"))
    seasons = tape.pick(({}, {}, *({name: _weights(tape, n) for name, n in SEASONS.items()},)))
    return {**seasons, "kind": kind, "label": text("A need"), "content_shape": shape}


def _weights(tape: Tape, count: int) -> list[Raw]:
    """Weights, the first of them more than 0: the first day is a Monday in January."""
    return [q(1), *(q(tape.pick((1.0, 0.0, 3.0))) for _ in range(count - 1))]
