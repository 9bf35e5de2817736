"""Rules that join several keys of a lesson. All problems are found at once."""

import re
from collections.abc import Iterable, Iterator

from sim.errors import RunError, ScenarioError, mismatch
from sim.experiment import SHIPPED_DESIGNS, check_pair
from sim.lessons.places import list_claims, list_texts, setup_of
from sim.lessons.schema import CHOICES, Arm, Claim, Lesson, Setup
from sim.lessons.setting_up import find_input, load_arms
from sim.lessons.terms import (
    COMPARING,
    LANGUAGES,
    PLACEHOLDER,
    Change,
    Input,
    Term,
    list_placeholders,
    read_placeholder,
    read_term,
)
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Scenario, Text
from sim.scenario.keys import found, nearest
from sim.steering import find_managers

LEAST_ORDER = 2
CITES = "sources"
BEFORE_THE_RUN = ("title", "question", "predict")
"""Texts that are read before the run."""


def find_problems(lesson: Lesson) -> list[str]:
    """List what is wrong in a lesson whose every key is good by itself."""
    return [
        *_check_predict(lesson),
        *_check_setup("setup", lesson.setup),
        *_check_setup("other_side.setup", lesson.other_side.setup),
        *_check_claims(lesson),
        *_check_texts(lesson),
        *_check_shown(lesson),
    ]


def _check_predict(lesson: Lesson) -> Iterator[str]:
    choices, number = lesson.predict.choices, lesson.predict.number
    if bool(choices) == (number is not None):
        yield Message("predict: expected either three choices or a number")
    elif choices and len(choices) != CHOICES:
        yield mismatch("predict.choices", len(choices), Message("three"))


def _check_setup(key: str, setup: Setup) -> Iterator[str]:
    names = [arm.name for arm in setup.arms]
    if len(set(names)) < len(names):
        yield Message("{key}: found two of one name, expected each once", key=f"{key}.arms")
    for taken in sorted(COMPARING & set(names)):
        yield mismatch(f"{key}.arms", found(taken), Message("a name that compares nothing"))
    try:
        scenarios = load_arms(setup)
    except ScenarioError as error:
        yield from (Message("{key}: {problem}", key=key, problem=line) for line in error.problems)
        return
    for place, (arm, scenario) in enumerate(zip(setup.arms, scenarios, strict=True)):
        if arm.design not in scenario.designs:
            yield _unknown(f"{key}.arms.{place}.design", arm.design, scenario.designs)
        elif arm.steered_by is not None:
            yield from _check_steered(f"{key}.arms.{place}", arm, scenario)


def _check_steered(key: str, arm: Arm, scenario: Scenario) -> Iterator[str]:
    """Check that a manager can steer an arm: between the two designs that every service has."""
    if arm.design not in SHIPPED_DESIGNS:
        between = Message("one of those that are steered between: {names}")
        names = ", ".join(SHIPPED_DESIGNS)
        yield mismatch(f"{key}.design", found(arm.design), Message(between, names=names))
    try:
        check_pair(scenario, SHIPPED_DESIGNS)
        find_managers(scenario, [arm.steered_by or ""])
    except RunError as error:
        yield Message("{key}: {problem}", key=f"{key}.steered_by", problem=error.args[0])


def _check_claims(lesson: Lesson) -> Iterator[str]:
    for key, claim in list_claims(lesson):
        is_order, is_bound = bool(claim.rising), claim.term is not None
        has_bound = claim.above is not None or claim.below is not None
        if is_order == is_bound or is_bound != has_bound:
            yield Message(
                "{key}: expected either `rising`, or `term` with `above` or `below`", key=key
            )
        elif is_order and len(claim.rising) < LEAST_ORDER:
            yield mismatch(f"{key}.rising", len(claim.rising), Message("two terms or more"))
        for term in claim.terms:
            yield from _check_term(f"{key}: {term}", term, setup_of(lesson, key))


def _check_term(key: str, text: str, setup: Setup) -> Iterator[str]:
    try:
        yield from _check_names(key, read_term(text), setup)
    except ValueError:
        yield mismatch(key, found(text), Message("MEASURE.ARM or MEASURE.ARM.TYPE"))


def _check_names(key: str, term: Term, setup: Setup) -> Iterator[str]:
    arms = [arm.name for arm in setup.arms]
    if term.measure not in MEASURES:
        yield _unknown(key, term.measure, MEASURES)
    if term.arm not in arms:
        yield _unknown(key, term.arm, arms)
    types = _list_types(setup)
    if term.demand_type is not None and types and term.demand_type not in types:
        yield _unknown(key, term.demand_type, types)


def _list_types(setup: Setup) -> list[str]:
    try:
        return list(load_arms(setup)[0].demand)
    except ScenarioError:
        return []  # told of already


def _check_texts(lesson: Lesson) -> Iterator[str]:
    for key, text in list_texts(lesson):
        yield from _check_languages(key, text)
        yield from _check_figures(key, text)
        for written in list_placeholders(text):
            yield from _check_placeholder(f"{key}: {{{written}}}", written, lesson, key)


def _check_figures(key: str, text: Text) -> Iterator[str]:
    """Find figures that were typed: what is shown is computed, and what is cited is a source."""
    for language in LANGUAGES:
        typed = re.search(r"[\d{}]\S*", PLACEHOLDER.sub("", getattr(text, language) or ""))
        if typed and key != CITES:
            yield Message(
                "{key}: found {found}, expected figures in braces only, from the run",
                key=f"{key}.{language}",
                found=typed[0],
            )


def _check_languages(key: str, text: Text) -> Iterator[str]:
    wanted = set(list_placeholders(text))
    for language in LANGUAGES:
        said = getattr(text, language) or ""
        if not said.strip():
            yield Message("{key}: found nothing, expected text", key=f"{key}.{language}")
        filled = set(PLACEHOLDER.findall(said))
        if filled != wanted:
            expected = ", ".join(sorted(wanted)) or Message("nothing")
            shown = ", ".join(sorted(filled)) or Message("nothing")
            yield Message(
                "{key}: fills in {found}, expected {expected} as in English",
                key=f"{key}.{language}",
                found=shown,
                expected=expected,
            )


def _check_placeholder(where: str, written: str, lesson: Lesson, key: str) -> Iterator[str]:
    setup = setup_of(lesson, key)
    try:
        read = read_placeholder(written)
    except ValueError:
        yield mismatch(where, found(written), Message("MEASURE.ARM or MEASURE.difference"))
        return
    if isinstance(read, Input):
        yield from _check_input(where, read, setup)
    elif key.startswith(BEFORE_THE_RUN):
        yield Message("{key}: is read before anything is shown, expected no result", key=where)
    elif isinstance(read, Term):
        yield from _check_names(where, read, setup)
    elif read.measure not in MEASURES:
        yield _unknown(where, read.measure, MEASURES)
    elif not any(_orders(claim, read, setup) for claim in _claims_beside(lesson, key)):
        yield Message(
            "{key}: has no sign of its own, so a claim must order the first two arms in it",
            key=where,
        )


def _check_input(key: str, asked: Input, setup: Setup) -> Iterator[str]:
    arms = [arm.name for arm in setup.arms]
    if asked.arm not in arms:
        yield _unknown(key, asked.arm, arms)
    elif any(arm.steered_by for arm in setup.arms if arm.name == asked.arm):
        yield Message("{key}: what is steered comes out of its run, expected no input", key=key)
    elif _list_types(setup) and find_input(setup, asked) is None:
        yield Message("{key}: found no number of this key in the scenario", key=key)


def _claims_beside(lesson: Lesson, key: str) -> list[Claim]:
    """Return the claims about the run that a text is filled from."""
    setup = setup_of(lesson, key)
    return [claim for place, claim in list_claims(lesson) if setup_of(lesson, place) is setup]


def _orders(claim: Claim, change: Change, setup: Setup) -> bool:
    return {f"{change.measure}.{arm}" for arm in setup.pair} <= set(claim.rising)


def _check_shown(lesson: Lesson) -> Iterator[str]:
    shown = lesson.reveal.measures
    for name in shown:
        if name not in MEASURES:
            yield _unknown("reveal.measures", name, MEASURES)
    explained = [graph.measure for graph in lesson.notes.graphs]
    if sorted(explained) != sorted(set(shown)):
        yield mismatch(
            "notes.graphs",
            ", ".join(explained),
            Message("one for each of {names}", names=", ".join(shown)),
        )
    if lesson.predict.number is not None:
        yield from _check_term("predict.number.term", lesson.predict.number.term, lesson.setup)


def _unknown(key: str, name: str, known: Iterable[str]) -> Message:
    return Message('{key}: found "{name}", {hint}', key=key, name=name, hint=nearest(name, known))
