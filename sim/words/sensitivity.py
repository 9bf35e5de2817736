"""What a sweep says: what an outcome depends on, where two designs change places, what is left."""

from collections.abc import Callable, Iterator
from typing import Any

from sim.analysis.sensitivity import (
    About,
    Boxes,
    BreakevenMap,
    Indices,
    Regret,
    Rules,
    SensitivityResult,
    Surface,
    Tornado,
    tell_left_out,
)
from sim.measures import MEASURES
from sim.message import Message
from sim.words.conditions import tell_boxes, tell_regret, tell_rules
from sim.words.designs import mention_design, name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    currency_of,
    write_headline,
    write_list,
    write_percent,
    write_unit,
)

INDICES = Message("What does it depend on?")
TORNADO = Message("What moves it most?")
MAP = Message("Where do they change places?")
SURFACE = Message("What is it where?")
BOXES = Message("Under which conditions does it win?")
RULES = Message("How can one tell who wins?")
REGRET = Message("What is regretted least?")
FIRST_ORDER, TOTAL = Message("alone"), Message("with all that it acts with")
STEPS = Message("mean size of its effect")
NOISE = Message("what noise alone yields")
NOT_TOLD = Message("not told apart from noise")
NOT_APART = Message("designs not told apart")
CHANGE_PLACES = Message("they change places")
CANNOT_BE_TOLD = Message("cannot be told")
LINE_OF_MAP = Message("break-even line")
SHARE_OF_VARIANCE = Message("share of the variance")
NAMES = {"first": FIRST_ORDER, "total": TOTAL, "mu_star": STEPS}
"""What the indices that are drawn are called."""
HEADINGS = {
    Indices.ANALYSIS: INDICES,
    Tornado.ANALYSIS: TORNADO,
    BreakevenMap.ANALYSIS: MAP,
    Surface.ANALYSIS: SURFACE,
    Boxes.ANALYSIS: BOXES,
    Rules.ANALYSIS: RULES,
    Regret.ANALYSIS: REGRET,
}
"""What stands above each analysis."""


def tell_result(result: SensitivityResult) -> Iterator[str]:
    """Tell what a result says, whichever it is."""
    tell: dict[str, Callable[[Any], Iterator[str]]] = {
        Indices.ANALYSIS: tell_indices,
        Tornado.ANALYSIS: tell_tornado,
        BreakevenMap.ANALYSIS: tell_map,
        Surface.ANALYSIS: tell_surface,
        Boxes.ANALYSIS: tell_boxes,
        Rules.ANALYSIS: tell_rules,
        Regret.ANALYSIS: tell_regret,
    }
    return tell[result.ANALYSIS](result)


def name_outcome(about: About) -> str:
    """Say what was analysed: an outcome of a design, or the difference of two in it."""
    title, unit = say(about.title or about.outcome), say_unit(about)
    titled = f"{title} ({unit})" if unit else title
    if not about.is_difference:
        design = about.designs[0]
        return f"{titled}, {say(name_design(design))}" if design else titled
    first, second = (say(name_design(design)) for design in about.designs)
    return f"{titled}, {second} − {first}"


def say_unit(about: About) -> str:
    """Say the unit of an outcome; of a measure in the language spoken, its currency filled in."""
    measure = MEASURES.get(about.outcome)
    if measure is None:
        return write_unit(about.unit)
    unit = measure.unit_in(currency_of(about.unit))
    return write_unit(unit if unit == about.unit else about.unit)


def tell_about(about: About) -> Iterator[str]:
    """Tell what was analysed, and which points were left out."""
    yield say_sentence(
        Message(
            "{points} points of the method {method}; each value is the mean of {n} replications or "
            "more.",
            points=about.points,
            method=about.method,
            n=about.replications,
        )
    )
    if about.left_out:
        yield say(Message("Left out: {told}.", told=tell_left_out(about.left_out)))


def tell_indices(result: Indices) -> Iterator[str]:
    """Tell which factors an outcome depends on, beyond noise."""
    statistic = "total" if result.kind == "sobol" else "mu_star"
    found = sorted(result.of(statistic).values(), key=lambda one: -one.value)
    told = [one.factor for one in found if one.is_told]
    untold = [one.factor for one in found if not one.is_told and one.kind != "dummy"]
    if told:
        depends = Message("It depends, most of all first, on {factors}.", factors=write_list(told))
        yield say(depends)
    if untold:
        yield say(Message("Not told apart from noise: {factors}.", factors=write_list(untold)))
    yield say(
        Message("Indices are of the mean over replications; luck within one has no share in them.")
    )


def tell_tornado(result: Tornado) -> Iterator[str]:
    """Tell what moves an outcome most."""
    told = [one for one in result.swings if one.change.sure_sign and one.kind != "dummy"]
    if not told:
        yield say(Message("No factor moves it by more than chance would."))
        return
    first, unit = told[0], result.about.unit
    yield say(
        Message(
            "{factor} moves it most: from {before} at {start} to {after} at {end}.",
            factor=first.factor,
            start=first.start,
            end=first.end,
            before=write_headline(first.before, unit),
            after=write_headline(first.after, unit),
        )
    )


def tell_map(result: BreakevenMap) -> Iterator[str]:
    """Tell over how much of a map each design has less, and where that cannot be told."""
    cells = [cell for cell in result.cells if cell.mean is not None]
    shares = [sum(cell.sure_sign == sign for cell in cells) for sign in (1, -1, 0)]
    first, second = map(mention_design, result.about.designs)
    yield say_sentence(
        Message(
            "Of {n} places {first} is lower at {below}, {second} at {above}; at {unsure} they are "
            "not told apart.",
            n=len(cells),
            first=first,
            second=second,
            below=shares[0],
            above=shares[1],
            unsure=shares[2],
        )
    )
    if lost := len(result.cells) - len(cells):
        yield say(Message("At {n} more it cannot be told.", n=lost))
    if result.validation is not None:
        yield tell_validation(result.validation.r2)


def tell_surface(result: Surface) -> Iterator[str]:
    """Tell how well a surface is known."""
    yield tell_validation(result.validation.r2)


def tell_validation(r2: float) -> str:
    """Tell how good a surrogate is at points that it has not seen."""
    return say(
        Message(
            "Predicted between the points that were run: of points not seen, {share} of the "
            "variance is predicted.",
            share=write_percent(r2),
        )
    )
