"""What a lesson says: its texts, with what its run shows filled in."""

import re
from collections.abc import Callable, Mapping, Sequence
from math import isclose

from sim.lessons import (
    PLACEHOLDER,
    Change,
    Input,
    Lesson,
    LessonRun,
    Setup,
    Shown,
    Term,
    find_input,
    read_placeholder,
)
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Text
from sim.words.designs import name_design
from sim.words.language import say, say_sentence, say_text
from sim.words.numbers import (
    NOTHING,
    SHARE,
    decimals_of,
    find_digits,
    write_headline,
    write_interval,
    write_percent,
    write_unit,
)
from sim.words.steering import tell_mix

SUBJECTS = {
    "cost": Message("What it costs"),
    "time": Message("How long it takes"),
    "standards": Message("Where a standard fits"),
    "people": Message("Who one meets"),
    "control": Message("Control"),
    "change": Message("What to change"),
}
CITIZENS = {
    "typical": Message("Whom to follow: a typical citizen."),
    "worst in ten": Message("Whom to follow: one of the tenth of citizens who are worst off."),
    "average difference": Message(
        "Whom to follow: a citizen for whom the two differ by as much as on average."
    ),
}
ANSWER = Message("What the model shows")
WHY, OTHER_SIDE = Message("Why"), Message("The other side")
CHANGE_MIND = Message("What would change your mind?")
SOURCE = Message("Source: {source}")
RIGHT, NOT_RIGHT = (
    Message("That is what the model shows."),
    Message("The model shows another answer."),
)
NOT_SHOWN = Message(
    "**With this luck the model does not show what the lesson says.** Do not use it so: try "
    "another seed, and tell us."
)
BECAME = Message("{arm}: {end}.")
CHANCE = Message(
    "{replications} replications with the same citizens and luck on each side; in brackets 95% "
    "intervals, of chance alone. Most quantities are assumed, so what is sure here is sure in the "
    "model."
)
RARE, DECIMALS_OF_RARE = 0.01, 2
"""Shares below this have more decimals in a table: of one in a thousand one would show nothing."""
MOST_COLUMNS = 3
"""Arms that stand beside each other on a printed page."""
CLOSE = 0.1
"""A guess so near, in parts of the number, is told as near."""


def ask(text: Text, setup: Setup) -> str:
    """Say a text that stands before the run: with what is put in, and nothing that is shown."""
    return _fill(say_text(text), lambda written: _write_input(written, setup))


def fill(text: Text, shown: Shown) -> str:
    """Say a text, with what a run shows where it has placeholders."""
    said = say_text(text)
    digits = _find_digits(said, shown)
    return _fill(said, lambda written: _write(written, shown, digits))


def tell_shown(text: Text, shown: Shown) -> str:
    """Say what a run shows, and what has become of each arm that a manager has steered."""
    told = [fill(text, shown)]
    for name, (designs, first, second, staff) in shown.became.items():
        end = tell_mix(designs, first, second, str(staff))
        told.append(say_sentence(Message(BECAME, arm=name_arm(shown.setup, name), end=end)))
    return " ".join(told)


def _find_digits(said: str, shown: Shown) -> dict[str, int]:
    """Return how many digits the means of each measure have in a text, where they are compared."""
    terms = [read_placeholder(written) for written in dict.fromkeys(PLACEHOLDER.findall(said))]
    means: dict[str, list[float]] = {}
    for term in terms:
        found = shown.find_interval(term) if isinstance(term, Term) else None
        if isinstance(term, Term) and found is not None:
            means.setdefault(term.measure, []).append(found.mean)
    return {measure: find_digits(numbers) for measure, numbers in means.items()}


def _fill(said: str, write: Callable[[str], str]) -> str:
    """Fill in; an abbreviation at the end of a sentence, such as *kr.*, ends that as well."""

    def fill_one(match: re.Match[str]) -> str:
        figure, dot = write(match[1]), match[2]
        return figure if figure.endswith(".") else figure + dot

    return re.sub(rf"{PLACEHOLDER.pattern}(\.?)", fill_one, said)


def _write(written: str, shown: Shown, digits: Mapping[str, int]) -> str:
    asked = read_placeholder(written)
    if isinstance(asked, Input):
        return _write_input(written, shown.setup)
    unit = MEASURES[asked.measure].unit_in(shown.currency)
    if isinstance(asked, Change):
        change = shown.find_change(asked)
        if change is None:
            return NOTHING
        return write_headline(change, unit if asked.kind == "difference" else SHARE)
    found = shown.find_interval(asked)
    return NOTHING if found is None else write_headline(found.mean, unit, digits[asked.measure])


def _write_input(written: str, setup: Setup) -> str:
    asked = read_placeholder(written)
    found = find_input(setup, asked) if isinstance(asked, Input) else None
    if found is None or not isinstance(found.value, float):
        return NOTHING
    return write_headline(found.value, found.unit)


def name_arm(setup: Setup, name: str) -> str:
    """Say what an arm is called."""
    arm = next(arm for arm in setup.arms if arm.name == name)
    return say(name_design(arm.design)) if arm.label is None else say_text(arm.label)


def name_arms(setup: Setup) -> list[str]:
    """Say what all arms are called."""
    return [name_arm(setup, arm.name) for arm in setup.arms]


def build_table(lesson: Lesson, shown: Shown) -> tuple[list[str], list[list[str]]]:
    """Return heads and rows of what is revealed, each measure in each arm with its interval.

    A row is a measure; where there are many arms, so that a page would be too narrow, an arm.
    """
    arms = name_arms(shown.setup)
    columns = [_write_measure(name, shown) for name in lesson.reveal.measures]
    if len(arms) > MOST_COLUMNS:
        heads, *rows = map(list, zip(["", *arms], *columns, strict=True))
        return heads, rows
    return ["", *arms], columns


def _write_measure(name: str, shown: Shown) -> list[str]:
    """Write what a measure is called, then what it is in each arm."""
    measure = MEASURES[name]
    unit = measure.unit_in(shown.currency)
    found = [shown.find_interval(Term(name, arm.name)) for arm in shown.setup.arms]
    decimals = _decimals_of([interval.mean for interval in found if interval], unit)
    cells = [one and write_interval(one, unit, decimals) for one in found]
    return [f"{say(measure.title)} ({write_unit(unit)})", *(cell or NOTHING for cell in cells)]


def _decimals_of(means: Sequence[float], unit: str) -> int:
    is_rare = unit == SHARE and max(means, default=1.0) < RARE
    return DECIMALS_OF_RARE if is_rare else decimals_of(means, unit)


def list_choices(lesson: Lesson) -> list[str]:
    """Say the choices that there are."""
    return [ask(choice.says, lesson.setup) for choice in lesson.predict.choices]


def tell_answer(run: LessonRun) -> str:
    """Say what the right answer was."""
    guess = run.lesson.predict.number
    if guess is None:
        return NOTHING if run.answer is None else list_choices(run.lesson)[run.answer]
    if run.number is None:
        return NOTHING
    return f"{write_headline(run.number.mean, _unit_guessed(run))} {say_text(guess.unit)}".strip()


def tell_guess(run: LessonRun, answer: float) -> str:
    """Say what was guessed, and how it compares with what is shown.

    Parameters
    ----------
    run
        What the lesson shows.
    answer
        Number of the choice, from 1; or the number that was guessed, a share in percent.
    """
    guess = run.lesson.predict.number
    if guess is None:
        chosen = int(answer) - 1
        return say(RIGHT if chosen == run.answer else NOT_RIGHT)
    if run.number is None:
        return say(NOT_SHOWN)
    is_share = _unit_guessed(run) == SHARE
    return _tell_near(answer / 100 if is_share else answer, run.number.mean)


def _unit_guessed(run: LessonRun) -> str:
    guess = run.lesson.predict.number
    name = guess.term.split(".")[0] if guess else ""
    return MEASURES[name].unit_in(run.main.currency)


def _tell_near(guessed: float, shown: float) -> str:
    if isclose(guessed, shown, rel_tol=CLOSE):
        return say(Message("Your guess is within {percent} of it.", percent=write_percent(CLOSE)))
    if guessed < shown:
        return say(Message("Your guess is lower than what the model shows."))
    return say(Message("Your guess is higher than what the model shows."))
