"""How far a service gets without a new division of the work, in one sentence.

Of what was found beforehand of the shipped scenarios: the design that is divided as before, and in
all else as diligent as the second one, beside that one.
"""

from sim.analysis.comparison import Comparison
from sim.analysis.facts import COST, FAILURE, TIME, Facts, Mended, find_facts
from sim.message import Message
from sim.scenario import Scenario
from sim.words.designs import mention_design
from sim.words.language import say
from sim.words.numbers import SHARE, write_headlines, write_money, write_number

BESIDE_SECOND = Message(
    "Without a new division of the work, but with the diligence of {second} in all else, a citizen "
    "helped costs {cost} (there {second_cost}), the need is met after {days} days (there "
    "{second_days}), and failure demand is {failure} (there {second_failure})."
)
ALONE = Message(
    "Without a new division of the work, but with the diligence of {second} in all else, a citizen "
    "helped costs {cost}, the need is met after {days} days, and failure demand is {failure}; "
    "{second} does not settle."
)
UNSETTLED = Message(
    "Without a new division of the work, but with the diligence of {second} in all else, the "
    "service does not settle with the same citizens and the same staff, so no mean is told."
)


PRICE = Message(
    "That diligence is priced by its minutes alone, not by what it takes to bring it about."
)


def tell_mended(facts: Facts) -> str:
    """Tell how far a scenario gets without a new division; nothing where no design shows that."""
    if facts.mended is None:
        return ""
    second = mention_design(facts.designs[1])
    if not facts.mended.settles:
        return say(UNSETTLED, second=second)
    template = BESIDE_SECOND if facts.settle[1] else ALONE
    told = say(template, second=second, **_write_figures(facts.mended, facts.currency))
    return f"{told} {say(PRICE)}"


def tell_mended_beside(comparison: Comparison, scenario: Scenario) -> str:
    """Tell the same beside a comparison, if it was kept of the same scenario, run alike."""
    facts = find_facts(scenario)
    return tell_mended(facts) if facts and facts.is_of(comparison) else ""


def _write_figures(mended: Mended, currency: str) -> dict[str, str]:
    """Write what the sentence tells; money as on the bars that it stands beneath."""
    cost, *second_cost = _list_means(mended, COST)
    written = {
        "cost": [write_money(cost, currency, 0), *(write_number(c, 0) for c in second_cost)],
        "days": write_headlines(_list_means(mended, TIME), ""),
        "failure": write_headlines(_list_means(mended, FAILURE), SHARE),
    }
    ours = {name: told[0] for name, told in written.items()}
    return ours | {f"second_{name}": told[1] for name, told in written.items() if told[1:]}


def _list_means(mended: Mended, name: str) -> list[float]:
    """List the mean of a measure in the mended design, then in the second where it has one."""
    intervals = (mended.measures[name].second, mended.second[name])
    return [interval.mean for interval in intervals if interval]
