"""What a lesson shows, as it stands on a large screen: panels, and what was guessed beside them."""

from collections.abc import Sequence
from math import isclose
from typing import NamedTuple

from sim.installed import find_version
from sim.lessons import Asked, Lesson, LessonRun, Setup, Shown, Term, is_share, load_arms
from sim.measures import MEASURES
from sim.message import Message
from sim.results import Interval
from sim.words.language import say, say_sentence, say_text
from sim.words.lessons import CLOSE, name_arm
from sim.words.numbers import (
    NOTHING,
    SHARE,
    SPACE,
    currency_of,
    decimals_of,
    find_digits,
    write_headline,
    write_unit,
)
from sim.words.numbers import write_interval as write_with_ends

SOURCE = Message(
    "Requisite {version}, {replications} replications, seed {seed}. Lines: 95% intervals, of "
    "chance alone. Most quantities are assumed."
)
PERCENT = 100.0


class ArmLine(NamedTuple):
    """An arm: what it is called, its figure, place of its design, and what was found."""

    name: str
    figure: str
    design: int
    interval: Interval | None


class Panel(NamedTuple):
    """A measure in each arm."""

    title: str
    arms: list[ArmLine]
    table: list[dict[str, str]]
    """The same to be read, with intervals."""


def build_panel(shown: Shown, asked: Asked) -> Panel:
    """Build the panel of a measure that is shown."""
    unit = MEASURES[asked.measure].unit_in(shown.currency)
    terms = [Term(asked.measure, arm.name, asked.demand_type) for arm in shown.setup.arms]
    found = [shown.find_interval(term) for term in terms]
    means = [one.mean for one in found if one]
    decimals, digits = decimals_of(means, unit), find_digits(means)
    title = _write_title(shown, asked, unit)
    names = [say_sentence(name_arm(shown.setup, term.arm)) for term in terms]
    places = place_designs(shown.setup)
    return Panel(
        title,
        [
            ArmLine(name, _write_figure(one, unit, digits), place, one)
            for name, place, one in zip(names, places, found, strict=True)
        ],
        [
            {" ": name, title: write_with_ends(one, unit, decimals) if one else NOTHING}
            for name, one in zip(names, found, strict=True)
        ],
    )


def place_designs(setup: Setup) -> list[int]:
    """Return for each arm the place of its design in the file, by which it is coloured."""
    designs = [list(scenario.designs) for scenario in load_arms(setup)]
    return [of.index(arm.design) for of, arm in zip(designs, setup.arms, strict=True)]


def _write_title(shown: Shown, asked: Asked, unit: str) -> str:
    title, written = say(MEASURES[asked.measure].title), write_unit(unit)
    if written.lower() not in title.lower():
        title = f"{title} ({written})"
    if asked.demand_type is None:
        return title
    label = load_arms(shown.setup)[0].demand[asked.demand_type].label
    return f"{title}: {say_text(label)}"


def _write_figure(found: Interval | None, unit: str, digits: int) -> str:
    if found is None:
        return NOTHING
    headline = write_headline(found.mean, unit, digits)
    is_written = unit == SHARE or currency_of(unit)
    return headline if is_written else f"{headline}{SPACE}{write_unit(unit)}".strip()


def tell_source(shown: Shown) -> str:
    """Tell in one line where a figure is from, to stand inside it."""
    return say(
        SOURCE,
        version=find_version("requisite"),
        replications=shown.replications,
        seed=shown.seed,
    )


def write_guess_unit(lesson: Lesson) -> str:
    """Write what stands behind a number that is guessed; nothing where there are choices."""
    number = lesson.predict.number
    if number is None:
        return ""
    return f"{'% ' if is_share(lesson) else ''}{say_text(number.unit)}"


def find_shown_number(run: LessonRun) -> Interval | None:
    """Return the number that was to be guessed, as it was typed: a share in percent."""
    found = run.number
    if found is None or not is_share(run.lesson):
        return found
    return Interval(found.mean * PERCENT, found.low * PERCENT, found.high * PERCENT)


def tell_guesses(run: LessonRun, guesses: Sequence[float]) -> str:
    """Tell how the guesses of a room compare with what is shown; nothing where there are none."""
    if not guesses:
        return ""
    if run.lesson.predict.number is None:
        right = sum(int(guess) - 1 == run.answer for guess in guesses)
        return say(Message("{right} of {all} guesses say so.", right=right, all=len(guesses)))
    shown = find_shown_number(run)
    if shown is None:
        return ""
    near = [isclose(guess, shown.mean, rel_tol=CLOSE) for guess in guesses]
    above = sum(guess > shown.mean and not one for guess, one in zip(guesses, near, strict=True))
    below = len(guesses) - sum(near) - above
    return say(
        Message(
            "Guesses within a tenth of it: {near} of {all}. Lower: {below}; higher: {above}.",
            all=len(guesses),
            near=sum(near),
            below=below,
            above=above,
        )
    )
