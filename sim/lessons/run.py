"""Running a lesson: its own setup, that of the other side, and all claims judged."""

from concurrent.futures import Executor
from dataclasses import dataclass

from sim.experiment import Progress, RunSettings, Wanted, replicate
from sim.experiment.executors import open_executor
from sim.installed import find_version
from sim.lessons.judge import Judged, judge
from sim.lessons.places import list_claims, list_texts, setup_of
from sim.lessons.schema import Lesson, Setup
from sim.lessons.setting_up import build_cells, find_became
from sim.lessons.shown import Shown, read_terms
from sim.lessons.terms import Input, Term, list_placeholders, read_placeholder
from sim.results import Interval, Json, as_json


@dataclass(frozen=True)
class LessonRun:
    """What a lesson shows.

    Attributes
    ----------
    lesson
        The lesson.
    main, other
        What its own setup shows, and that of the other side.
    claims, other_claims
        What became of what its texts assert.
    choices
        Of each choice, what became of its claims.
    """

    lesson: Lesson
    main: Shown
    other: Shown
    claims: tuple[Judged, ...]
    other_claims: tuple[Judged, ...]
    choices: tuple[tuple[Judged, ...], ...]

    @property
    def holds(self) -> bool:
        """Whether the model still shows what the lesson says: all claims, and one right choice."""
        is_answered = self.answer is not None or self.lesson.predict.number is not None
        return is_answered and all(found.holds for found in (*self.claims, *self.other_claims))

    @property
    def answer(self) -> int | None:
        """Place of the one choice that is right; `None` if there is not exactly one."""
        right = [nth for nth, found in enumerate(self.choices) if all(one.holds for one in found)]
        return right[0] if len(right) == 1 else None

    @property
    def number(self) -> Interval | None:
        """The number that was to be guessed; `None` if it was a choice."""
        guess = self.lesson.predict.number
        return self.main.find_interval(*read_terms([guess.term])) if guess else None

    def to_dict(self) -> Json:
        """Return it as JSON has it; the form is stable."""
        found: Json = as_json(
            {
                "lesson": self.lesson.name,
                "version": find_version("requisite"),
                "seed": self.main.seed,
                "holds": self.holds,
                "answer": None if self.answer is None else self.answer + 1,
                "number": self.number,
                "claims": self.claims,
                "choices": self.choices,
                "other_side": self.other_claims,
                "measures": _list_measures(self.main, self.lesson),
                "became": {"main": self.main.became, "other_side": self.other.became},
            }
        )
        return found


def run_lesson(
    lesson: Lesson,
    *,
    seed: int = 1,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> LessonRun:
    """Run a lesson and judge its claims.

    Parameters
    ----------
    lesson
        The lesson.
    seed
        Which luck.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If it cannot be run.
    """
    setups = (lesson.setup, lesson.other_side.setup)
    counts = [setup.replications * len(setup.arms) for setup in setups]
    total, shown = sum(counts), []
    with open_executor(RunSettings().engine, executor) as workers:
        for setup, before in zip(setups, (0, counts[0]), strict=True):
            tell = _after(on_progress, before, total)
            shown.append(_show(lesson, setup, seed, workers, tell))
    return judge_lesson(lesson, *shown)


def judge_lesson(lesson: Lesson, main: Shown, other: Shown) -> LessonRun:
    """Judge all claims of a lesson by runs of its two setups."""
    return LessonRun(
        lesson,
        main,
        other,
        claims=tuple(judge(claim, main) for claim in lesson.claims),
        other_claims=tuple(judge(claim, other) for claim in lesson.other_side.claims),
        choices=tuple(
            tuple(judge(claim, main) for claim in choice.claims)
            for choice in lesson.predict.choices
        ),
    )


def _after(on_progress: Progress | None, before: int, total: int) -> Progress | None:
    if on_progress is None:
        return None
    return lambda done, _total: on_progress(before + done, total)


def _show(
    lesson: Lesson, setup: Setup, seed: int, workers: Executor, on_progress: Progress | None
) -> Shown:
    settings = RunSettings(seed=seed, days=setup.days, replications=setup.replications)
    cells, wanted = build_cells(setup, seed), list_wanted(lesson, setup)
    found = replicate(cells, settings, wanted, executor=workers, on_progress=on_progress)
    currency = cells[0].scenario.service.currency
    became = {name: one for name, (_, one) in find_became(setup, seed).items()}
    return Shown(setup, currency, seed, found.replications, found.samples, found.settling, became)


def list_wanted(lesson: Lesson, setup: Setup) -> Wanted:
    """List the measures that claims, texts and charts need of a setup's run, by demand type."""
    asked = [(term.demand_type, term.measure) for term in _list_terms(lesson, setup)]
    asked += [(None, measure) for measure in lesson.reveal.measures]
    return {
        scope: tuple(dict.fromkeys(measure for of, measure in asked if of == scope))
        for scope in dict.fromkeys(scope for scope, _ in asked)
    }


def _list_terms(lesson: Lesson, setup: Setup) -> list[Term]:
    claimed = [
        term
        for key, claim in list_claims(lesson)
        if setup_of(lesson, key) is setup
        for term in read_terms(claim.terms)
    ]
    written = [
        read_placeholder(text)
        for key, place in list_texts(lesson)
        if setup_of(lesson, key) is setup
        for text in list_placeholders(place)
    ]
    filled = [
        one if isinstance(one, Term) else Term(one.measure, "")
        for one in written
        if not isinstance(one, Input)
    ]
    guess = lesson.predict.number
    return [*claimed, *filled, *(read_terms([guess.term]) if guess else ())]


def _list_measures(shown: Shown, lesson: Lesson) -> dict[str, dict[str, Interval | None]]:
    arms = [arm.name for arm in shown.setup.arms]
    return {
        measure: {arm: shown.find_interval(Term(measure, arm)) for arm in arms}
        for measure in lesson.reveal.measures
    }
