"""What a preset asks, what a run of it shows, and in which services it does so."""

from collections.abc import Sequence

from sim.lessons import Shown, Term
from sim.lessons.terms import read_term
from sim.measures import MEASURES
from sim.message import Message
from sim.presets import BEFORE, Preset, PresetRun
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence, say_text
from sim.words.lessons import fill
from sim.words.numbers import NOTHING, find_digits, write_headline, write_list

CHOOSE = Message("Ask what if …")
CHOOSE_HELP = Message(
    "Sets the levers to what a question asks, in place of all that you have moved; Undo brings "
    "that back."
)
NONE_CHOSEN = Message("Levers as they stand")
SHOWN_IN = Message("Tried in {count} services with the model: it shows so in {names}.")
NOT_SHOWN_IN = Message("It does not in {names}.")
NOT_HERE = Message("**Here the model does not show what it shows in other services.** {figures}")
NOT_SETTLED = Message(
    "**Nothing can be told of this question here:** a design does not settle, and its figures "
    "depend on how long one looks."
)
CHANCE = Message(
    "{replications} replications with the same citizens and luck before and after, seed {seed}; "
    "certain at 95%, chance alone considered."
)


def ask(preset: Preset) -> str:
    """Say the question."""
    return say_text(preset.asks)


def tell_run(run: PresetRun) -> str:
    """Tell in one sentence what a run of a preset shows; or that it does not, with the figures."""
    if run.holds:
        return fill(run.preset.says, run.shown)
    if not run.shown.settles:
        return say(NOT_SETTLED)
    return say(Message(NOT_HERE.template, figures=_tell_figures(run)))


def _tell_figures(run: PresetRun) -> str:
    """Tell the figures of the claims that do not hold, one sentence a measure."""
    told = []
    for found in run.claims:
        if not found.holds:
            terms = [read_term(text) for text in found.claim.terms]
            told.append(_tell_measure(run.shown, sorted(terms, key=_comes_later)))
    return " ".join(dict.fromkeys(told))


def _comes_later(term: Term) -> bool:
    """Put what was before in front of what is after."""
    return not term.arm.endswith(BEFORE)


def _tell_measure(shown: Shown, terms: Sequence[Term]) -> str:
    measure = MEASURES[terms[0].measure]
    unit = measure.unit_in(shown.currency)
    found = [shown.find_interval(term) for term in terms]
    digits = find_digits([one.mean for one in found if one])
    figures = [write_headline(one.mean, unit, digits) if one else NOTHING for one in found]
    parts = [
        f"{figure} ({_name_arm(term.arm)})" for figure, term in zip(figures, terms, strict=True)
    ]
    return say_sentence(
        Message("{measure}: {figures}.", measure=say(measure.title), figures=write_list(parts))
    )


def _name_arm(arm: str) -> str:
    design = mention_design(arm.removesuffix(BEFORE))
    if arm.endswith(BEFORE):
        return say(Message("{design}, before", design=design))
    return say(Message("{design}, with this change", design=design))


def tell_chance(run: PresetRun) -> str:
    """Tell how it was run."""
    return say(CHANCE, replications=run.shown.replications, seed=run.shown.seed)


def tell_where(preset: Preset, names: dict[str, str]) -> str:
    """Tell in which services the model shows it, and in which not.

    Parameters
    ----------
    preset
        The preset.
    names
        What the services are called, by their names.
    """
    shown = [names[service] for service in preset.holds_in]
    told = say(SHOWN_IN, count=len(preset.services), names=write_list(shown))
    if preset.not_in:
        not_shown = write_list([names[service] for service in preset.not_in])
        told = f"{told} {say(NOT_SHOWN_IN, names=not_shown)}"
    return told
