"""What scenario discovery and regret say: when a design wins, and what to choose."""

from collections.abc import Iterator

from sim.analysis.sensitivity import Bound, Boxes, DiscoveredBox, Limit, Regret, Rules
from sim.message import Message
from sim.sweep.plan import Value
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence
from sim.words.numbers import write_decimal, write_headline, write_list, write_percent

DIGITS = 3


def tell_boxes(result: Boxes) -> Iterator[str]:
    """Tell under which conditions a design wins."""
    yield _tell_wins(result)
    for box in result.boxes:
        yield say(tell_box(box))
    if not result.boxes and result.chance is not None:
        yield say(
            Message(
                "No box of conditions is beyond chance: in {share} of shuffles there is one as "
                "good.",
                share=write_percent(result.chance),
            )
        )


def _tell_wins(result: Boxes | Rules) -> str:
    return say_sentence(
        Message(
            "{design} wins at {wins} of {points} points (at {unsure} the designs are within two "
            "standard errors).",
            design=mention_design(result.design),
            wins=result.wins,
            points=result.about.points,
            unsure=result.unsure,
        )
    )


def tell_box(box: DiscoveredBox) -> Message:
    """Tell one box: its limits, and how many of its points are wins, and of all wins are in it."""
    return Message(
        "Where {limits}, it wins at {density} of the points; {coverage} of its wins are there.",
        limits=write_list([_tell_limit(limit) for limit in box.limits]),
        density=write_percent(box.density),
        coverage=write_percent(box.coverage),
    )


def _tell_limit(limit: Limit) -> str:
    return _tell_range(limit.factor, limit.low, limit.high, limit.words)


def _tell_bound(bound: Bound) -> str:
    return _tell_range(bound.factor, bound.above, bound.up_to, bound.words)


def _tell_range(
    factor: str, low: float | None, high: float | None, words: tuple[str, ...] | None
) -> str:
    """Tell between which values a factor lies."""
    if words is not None:
        return say(Message("{factor} is {words}", factor=factor, words=" / ".join(words)))
    if low is not None and high is not None:
        ends = (write_decimal(low, DIGITS), write_decimal(high, DIGITS))
        return say(
            Message("{factor} is from {low} to {high}", factor=factor, low=ends[0], high=ends[1])
        )
    if low is not None:
        at = write_decimal(low, DIGITS)
        return say(Message("{factor} is above {low}", factor=factor, low=at))
    at = write_decimal(0.0 if high is None else high, DIGITS)
    return say(Message("{factor} is at most {high}", factor=factor, high=at))


def tell_rules(result: Rules) -> Iterator[str]:
    """Tell by which rules one can say where a design wins, and how often they are right."""
    told = Message(
        "Rules found on other points say rightly at {accuracy} of the points who wins; saying "
        "always the same does at {base}.",
        accuracy=write_percent(result.accuracy),
        base=write_percent(result.base_rate),
    )
    yield say(told)
    if not result.beats_base_rate:
        yield say(Message("That is no better than chance would do, so the rules say nothing."))
        return
    for rule in result.rules:
        if rule.bounds:
            yield say(
                Message(
                    "Where {bounds}, it wins at {wins} of {points} points.",
                    bounds=write_list([_tell_bound(bound) for bound in rule.bounds]),
                    wins=rule.wins,
                    points=rule.points,
                )
            )


def tell_regret(result: Regret) -> Iterator[str]:
    """Tell how often each design is best, and what is regretted least at worst."""
    for one in result.designs:
        yield say_sentence(
            Message(
                "{design} is best in {n} of {states} worlds ({share}; 95% interval {low} to "
                "{high}).",
                design=mention_design(one.design),
                n=one.best,
                states=result.states,
                share=write_percent(one.share),
                low=write_percent(one.low),
                high=write_percent(one.high),
            )
        )
    best = result.decisions[0]
    levers = [f"{key} = {_write(value)}" for key, value in best.levers.items()]
    yield say(
        Message(
            "The largest regret is smallest for {decision}: {regret}.",
            decision=write_list([say(mention_design(best.design)), *levers]),
            regret=write_headline(best.maximum, result.about.unit),
        )
    )
    if result.incomplete:
        yield say(
            Message(
                "Left out are {n} worlds in which some decision is not known.", n=result.incomplete
            )
        )


def _write(value: Value) -> str:
    """Write what a factor is: a number as it was typed, or a word."""
    return value if isinstance(value, str) else write_decimal(value)
