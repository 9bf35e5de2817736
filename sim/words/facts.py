"""What is told of the shipped scenarios at a glance: who wins, what failure costs, how sure it is.

Figures have two digits, three where two that are compared would mislead.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sim.analysis.breakeven import Crossing
from sim.analysis.facts import COST, COST_OF_FAILURE, HOURS, Facts
from sim.analysis.robustness import Kept
from sim.message import Message
from sim.results import Interval
from sim.words.designs import mention_design, name_design
from sim.words.kept import tell_kept
from sim.words.language import say, say_sentence
from sim.words.numbers import (
    IN_A_SENTENCE,
    MILLION,
    SHARE,
    currency_of,
    round_digits,
    write_amount_range,
    write_amounts,
    write_ends,
    write_headlines,
    write_list,
    write_number,
    write_percent,
)
from sim.words.numbers import write_saving as write_share_saved
from sim.words.report import find_assumed_share, tell_origin

RESULT = Message(
    "{title}: {winner} takes **{hours} fewer hours of work a year** for the same citizens, and "
    "costs **{percent} less** for each one helped."
)
COST_ALONE = Message("{title}: a citizen helped costs **{percent} less** in {winner}.")
TOO_CLOSE = Message("{title}: which design costs less is too close to say.")
UNSETTLED = Message(
    "{title}: {design} does not settle with the same citizens and the same staff, so no mean is "
    "told."
)
WINS_BELOW = Message(
    "Where needs are alike: {first} costs less when a need has fewer than **{x}** particulars on "
    "average. Here it has {own}."
)
WINS_NOWHERE = Message("At no variety of needs that was tried does {first} cost less here.")
WINS_THROUGHOUT = Message("At every variety of needs that was tried {first} costs less here.")
WINS_AMONG = Message(
    "It costs less in {n} of the {of} cases on this page, the most in {title}: {percent}."
)
A_YEAR = Message(
    "**{a} a year** in {first}, and {b} in {second}: contacts that only failure causes, and work "
    "done again."
)
A_YEAR_BY_CHANCE = Message("Chance allowed for: {a} in {first}, {b} in {second}.")
BY_CHANCE = Message("Chance allowed for: {low} to {high} less.")
ASSUMED = Message("{share} of the quantities behind it are assumed.")
LESS = Message("{percent} less per citizen helped")
MUCH_THE_SAME = Message("Much the same cost")
NO_MEAN = Message("No mean is told: {design} does not settle")
BUT = Message("But in {design} {what}.")
IN_ALL = Message("In all of these, {what} in {design}.")
IN_EITHER = Message("In {design} {what}.")
IN_WORLDS = Message("Cheaper in {n} of {judged} plausible worlds.")
IN_SOME_WORLDS = Message("Cheaper in {n} of the {judged} plausible worlds that can be judged.")
BETTER = {
    "end_to_end_days": Message("citizens are helped sooner"),
    "first_time_right_share": Message("more is right the first time"),
    "visit_fit_share": Message("more visits fit the need"),
    "kept_promise_share": Message("more promises are kept"),
    "unequal_treatment": Message("like cases are treated more alike"),
    "unmet_need_share": Message("fewer needs are left unmet"),
    "faces_per_month": Message("citizens meet fewer faces"),
    "work_joy": Message("staff have more work joy"),
}
"""What is said of the design that is better in a measure beside cost."""


def tell_result(facts: Facts, title: str) -> str:
    """Tell in one sentence what a comparison shows: hours freed before money."""
    if not facts.settles:
        return say(UNSETTLED, title=title, design=mention_design(_find_unsettled(facts)))
    winner = facts.cheaper
    if winner is None:
        return say(TOO_CLOSE, title=title)
    told = {"title": title, "winner": mention_design(winner), "percent": write_saving(facts)}
    if facts.find_better(HOURS) != winner:
        return say(COST_ALONE, **told)
    hours = abs(_difference(facts, HOURS).mean)
    return say(RESULT, **told, hours=write_number(round_digits(hours, IN_A_SENTENCE), 0))


def tell_where_it_turns(facts: Facts) -> str:
    """Tell at which variety of needs the standardised design costs less; nothing if unknown."""
    turn, (first, second) = facts.turn, facts.designs
    if turn is None:
        return ""
    if not turn.crossings:
        wins = {first: WINS_THROUGHOUT, second: WINS_NOWHERE}.get(turn.throughout or "")
        return say_sentence(Message(wins, first=mention_design(first))) if wins else ""
    crossing = _find_only(turn.crossings, first, second)
    if crossing is None:
        return ""
    x, own = write_headlines((crossing.x, turn.own), "")
    return say(WINS_BELOW, first=mention_design(first), x=x, own=own)


def _find_only(crossings: Sequence[Crossing], first: str, second: str) -> Crossing | None:
    """Return the one crossing there is, if the first design wins below it."""
    (crossing, *others) = crossings
    return None if others or (crossing.below, crossing.above) != (first, second) else crossing


def tell_where_it_wins(titles: Mapping[str, str], known: Mapping[str, Facts]) -> str:
    """Tell in how many cases the standardised design costs less, and where by most.

    Parameters
    ----------
    titles, known
        What is called how, and what is known of it, both by name.
    """
    wins = {name: facts for name, facts in known.items() if facts.cheaper == facts.designs[0]}
    if not wins:
        return ""
    most = max(wins, key=lambda name: find_saving(wins[name]))
    return say(
        WINS_AMONG,
        n=len(wins),
        of=len(known),
        title=titles[most],
        percent=write_saving(wins[most]),
    )


def tell_cost_of_failure(facts: Facts) -> str:
    """Tell what failure demand costs in a year, in either design; nothing where one has no mean."""
    cost = facts.measures[COST_OF_FAILURE]
    if cost.first is None or cost.second is None:
        return ""
    pair, currency = (cost.first, cost.second), currency_of(cost.unit)
    in_millions = max(one.mean for one in pair) >= MILLION
    first, second = map(mention_design, facts.designs)
    a, b = write_amounts([one.mean for one in pair], currency)
    told = say(A_YEAR, a=a, b=b, first=first, second=second)
    a, b = (
        write_amount_range(one.low, one.high, currency, in_millions=in_millions) for one in pair
    )
    return f"{told} {say(A_YEAR_BY_CHANCE, a=a, b=b, first=first, second=second)}"


def tell_how_sure(facts: Facts, kept: Kept | None) -> Iterator[str]:
    """Tell what chance leaves of the result, in how many worlds it holds, and what is assumed."""
    if facts.cheaper is not None:
        low, high = write_ends(*_find_ends(facts), SHARE)
        yield say(BY_CHANCE, low=low, high=high)
    yield tell_kept(kept, COST)
    yield say(ASSUMED, share=write_percent(find_assumed_share(facts.sources)))


def tell_verdict(facts: Facts) -> str:
    """Tell in a few words how the cheaper design does, under a heading that names it."""
    if not facts.settles:
        return say(NO_MEAN, design=mention_design(_find_unsettled(facts)))
    return say(LESS, percent=write_saving(facts)) if facts.cheaper else say(MUCH_THE_SAME)


def tell_beside(facts: Facts, common: Collection[str] = ()) -> Iterator[str]:
    """Tell in what else the design that is not cheaper is the better one; either, where none is.

    Parameters
    ----------
    facts
        What is known of a scenario.
    common
        Measures of which it is told elsewhere: `find_better_in_all`.
    """
    for design in facts.designs:
        better = [name for name in facts.list_better(design) if name not in common]
        if facts.settles and better and design != facts.cheaper:
            what = write_list([say(BETTER[name]) for name in better])
            template = BUT if facts.cheaper else IN_EITHER
            yield say(template, design=mention_design(design), what=what)


def find_better_in_all(group: Sequence[Facts]) -> list[str]:
    """Return in which measures the design that is dearer in all of some scenarios is better in all.

    Nothing of a single one, and nothing where not the same design is cheaper in all.
    """
    winners = {facts.cheaper if facts.settles else None for facts in group}
    if len(group) < 2 or len(winners) != 1 or None in winners:
        return []
    lists = [facts.list_better(_find_dearer(facts)) for facts in group]
    return [name for name in lists[0] if all(name in others for others in lists)]


def tell_beside_all(group: Sequence[Facts]) -> Iterator[str]:
    """Tell once, of all of some scenarios, in what the design that is dearer is the better one."""
    better = find_better_in_all(group)
    if better:
        what = write_list([say(BETTER[name]) for name in better])
        yield say(IN_ALL, design=mention_design(_find_dearer(group[0])), what=what)


def _find_dearer(facts: Facts) -> str:
    return next(design for design in facts.designs if design != facts.cheaper)


def tell_worlds(facts: Facts, kept: Kept | None) -> str:
    """Tell in how many plausible worlds the cheaper design is so; nothing where none was tried."""
    verdict = kept and kept.measures.get(COST)
    if kept is None or not verdict or facts.cheaper is None:
        return ""
    better = verdict.first if facts.cheaper == facts.designs[0] else verdict.second
    told = IN_SOME_WORLDS if verdict.no_verdict else IN_WORLDS
    return say(told, n=better, judged=verdict.judged)


def tell_facts_source(facts: Facts) -> str:
    """Tell in one line where a figure is from, to stand inside it."""
    return tell_origin(facts.version, facts.replications, facts.seed, facts.sources)


def name_designs(facts: Facts) -> list[str]:
    """Return what the two designs are called where they stand alone."""
    return [say_sentence(name_design(design)) for design in facts.designs]


def find_saving(facts: Facts) -> float:
    """Return the part of the dearer design's cost that the cheaper one saves."""
    cost = facts.measures[COST]
    means = [interval.mean for interval in (cost.first, cost.second) if interval]
    return 1 - min(means) / max(means)


def write_saving(facts: Facts) -> str:
    """Write what part is saved."""
    return write_share_saved(find_saving(facts))


def _find_ends(facts: Facts) -> tuple[float, float]:
    """Return the least and the most that is saved, as parts of the dearer."""
    cost, difference = facts.measures[COST], _difference(facts, COST)
    dearer = max(interval.mean for interval in (cost.first, cost.second) if interval)
    low, high = sorted(abs(end) / dearer for end in (difference.low, difference.high))
    return low, high


def _difference(facts: Facts, name: str) -> Interval:
    found = facts.measures[name].difference
    if found is None:
        raise ValueError(name)
    return found


def _find_unsettled(facts: Facts) -> str:
    return facts.designs[facts.settle.index(False)]
