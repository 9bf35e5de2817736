"""What a verdict on cost rests on: who would cost less without each of its two premises."""

from sim.analysis.comparison import Comparison
from sim.analysis.facts import COST, Facts, Premise, find_facts
from sim.message import Message
from sim.scenario import Scenario
from sim.words.designs import mention_design
from sim.words.language import say
from sim.words.numbers import write_saving

HEAD = Message(
    "The result rests on two numbers that were fitted to all services and have no source of their "
    "own: how long a case lies before another hand takes it up, and how often whoever waits asks."
)
LESS = {
    "lying": Message("Were no case to lie, {design} would cost {percent} less."),
    "asking": Message("Were they to ask once in twenty days, {design} would cost {percent} less."),
}
CLOSE = {
    "lying": Message("Were no case to lie, it would be too close to say which design costs less."),
    "asking": Message(
        "Were they to ask once in twenty days, it would be too close to say which design costs "
        "less."
    ),
}
UNSETTLED = {
    "lying": Message("Were no case to lie, no mean could be told: one of them does not settle."),
    "asking": Message(
        "Were they to ask once in twenty days, no mean could be told: one of them does not settle."
    ),
}


def tell_premises(facts: Facts) -> str:
    """Tell what would cost less without each premise; nothing where there is none."""
    told = [_tell_one(facts, name, one) for name, one in facts.premises.items()]
    return " ".join([say(HEAD), *told]) if told else ""


def tell_premises_beside(comparison: Comparison, scenario: Scenario) -> str:
    """Tell the same beside a comparison, if it was kept of the same scenario, run alike."""
    facts = find_facts(scenario)
    return tell_premises(facts) if facts and facts.is_of(comparison) else ""


def _tell_one(facts: Facts, name: str, premise: Premise) -> str:
    if not premise.settles:
        return say(UNSETTLED[name])
    cheaper = facts.judge(COST, premise.cost)
    if cheaper is None:
        return say(CLOSE[name])
    means = [one.mean for one in (premise.cost.first, premise.cost.second) if one]
    saved = write_saving(1 - min(means) / max(means))
    return say(LESS[name], design=mention_design(cheaper), percent=saved)
