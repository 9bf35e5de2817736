"""What is told beside a verdict: in how many plausible worlds it holds, and the cheapest mix.

Of what was found beforehand of the shipped services. Of any other scenario it is told that nothing
was tried.
"""

from collections.abc import Iterator, Sequence

from sim.analysis.robustness import CheapestMix, Kept
from sim.message import Message
from sim.words.designs import mention_design, name_condition
from sim.words.language import say, say_sentence
from sim.words.numbers import decimals_of, write_list, write_money, write_saving
from sim.words.robustness import tell_verdict

NOT_TRIED = Message(
    "Whether this holds in other plausible worlds has not been tried for this scenario."
)
UNTOLD = Message("In {n} of the {worlds} that were tried it cannot.")
NO_CHEAPER = Message("Of all {mixes} mixes of conditions none is cheaper than {design}.")
MAY_BE_CHANCE = Message(
    "Of all {mixes} mixes of conditions, {mix} is cheapest in the mean; that it is cheaper than "
    "{design} may be chance."
)
CHEAPEST = Message(
    "The cheapest of all {mixes} mixes of conditions is {mix}: it costs {to_first} less than "
    "{first} and {to_second} less than {second}."
)
OWN_BUDGET = Message(
    "Of its cost the service's own budget bears {own}; in {first} it bears {own_first}, in "
    "{second} {own_second}."
)


def tell_kept(kept: Kept | None, measure: str) -> str:
    """Tell in how many plausible worlds which design is the better one in a measure.

    Parameters
    ----------
    kept
        What `find_kept` returns of the scenario.
    measure
        Name of the measure, one of `FINDINGS`.
    """
    verdict = kept and kept.measures.get(measure)
    if kept is None or not verdict:
        return say(NOT_TRIED)
    told = say_sentence(tell_verdict(measure, verdict, kept.designs))
    if not verdict.no_verdict:
        return told
    return f"{told} {say(Message(UNTOLD, n=verdict.no_verdict, worlds=kept.worlds))}"


def tell_cheapest(kept: Kept) -> Iterator[str]:
    """Tell which of all mixes of conditions is cheapest, and whose budget bears its cost.

    Nothing is told where one of the designs that are mixed is overwhelmed itself, or where no mix
    was tried.
    """
    if (mix := kept.cheapest) is None:
        return
    yield say_sentence(_tell_mix(mix, kept.designs))
    if mix.moved and mix.others:
        yield say_sentence(_tell_own_budget(mix, kept.designs))
    if mix.overwhelmed:
        yield say(
            Message.counted(
                "{n} mix is overwhelmed and left out.",
                "{n} mixes are overwhelmed and left out.",
                n=mix.overwhelmed,
            )
        )


def _tell_mix(mix: CheapestMix, designs: tuple[str, str]) -> Message:
    first, second = map(mention_design, designs)
    if not mix.moved or not mix.others:
        return Message(NO_CHEAPER, mixes=mix.mixes, design=second if mix.moved else first)
    told = {"mixes": mix.mixes, "mix": _name(mix, designs)}
    if not mix.to_first.sure_sign < 0 or not mix.to_second.sure_sign < 0:
        is_second = mix.second.whole.mean <= mix.first.whole.mean
        return Message(MAY_BE_CHANCE, **told, design=second if is_second else first)
    return Message(
        CHEAPEST,
        **told,
        first=first,
        second=second,
        to_first=write_saving(-mix.to_first.mean / mix.first.whole.mean),
        to_second=write_saving(-mix.to_second.mean / mix.second.whole.mean),
    )


def _name(mix: CheapestMix, designs: tuple[str, str]) -> Message:
    """Name a mix by the design that it is nearer to, and what is otherwise in it."""
    is_second = len(mix.others) <= len(mix.moved)
    return Message(
        "{design} but for {conditions}",
        design=mention_design(designs[is_second]),
        conditions=_list(mix.others if is_second else mix.moved),
    )


def _list(conditions: Sequence[str]) -> str:
    return write_list([say(name_condition(name)) for name in conditions])


def _tell_own_budget(mix: CheapestMix, designs: tuple[str, str]) -> Message:
    amounts = [cost.own_budget.mean for cost in (mix.cost, mix.first, mix.second)]
    decimals = decimals_of(amounts)
    own, own_first, own_second = (write_money(a, mix.currency, decimals) for a in amounts)
    first, second = map(mention_design, designs)
    told = {"own": own, "own_first": own_first, "own_second": own_second}
    return Message(OWN_BUDGET, first=first, second=second, **told)
