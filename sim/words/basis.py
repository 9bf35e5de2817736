"""What a result rests on: replications, sources of its quantities, changes made for it."""

from collections.abc import Iterator, Mapping, Sequence

from sim.analysis.comparison import Comparison
from sim.experiment import FEW_REPLICATIONS
from sim.message import Message
from sim.results import MAXIMUM, Provenance
from sim.scenario import Difference
from sim.words.language import say
from sim.words.numbers import write_decimal, write_list

CHANCE_ONLY = Message("The intervals speak of chance only; they take what is assumed as given.")
SOURCE_KINDS = {
    "report": Message("from the report"),
    "measured": Message("measured in the service itself"),
    "literature": Message("from literature"),
    "fitted": Message("fitted to the evidence"),
    "assumed": Message("assumed"),
    "changed": Message("set for this run"),
    "off": Message("switched off"),
}
"""What a quantity may rest on, to be said."""
ENGINES = {
    "fast": Message("the fast engine"),
    "reference": Message("the reference engine"),
}
ONLY_WHERE_THERE = ("changed", "measured")
MOST_CHANGES_SHOWN = 12


def tell_basis(comparison: Comparison) -> list[str]:
    """Tell what a comparison rests on, one line at a time."""
    about = comparison.provenance
    lines: list[str] = [_tell_replications(comparison)]
    if about.replications_rule == MAXIMUM:
        lines.append(
            Message(
                "More replications are not made unasked, though not every measure watched is known "
                "to within 5%; a larger number has to be asked for."
            )
        )
    lines += warn_of_few(comparison.replications)
    return [*map(say, (*lines, CHANCE_ONLY)), tell_sources(about.sources), *tell_changes(about)]


def warn_of_few(replications: int) -> list[Message]:
    """Warn of intervals of few replications, if they are few."""
    if replications >= FEW_REPLICATIONS:
        return []
    return [
        Message(
            "With fewer than {few} replications the intervals of what happens rarely can be "
            "too narrow.",
            few=FEW_REPLICATIONS,
        )
    ]


def _tell_replications(comparison: Comparison) -> Message:
    about = comparison.provenance
    return Message(
        "{replications} replications of {days} days (seed {seed}; warm-up {warm_up} days, "
        "follow-up {follow_up} days) with {engine}; in brackets 95% confidence intervals.",
        replications=comparison.replications,
        days=comparison.days,
        seed=comparison.seed,
        warm_up=about.warm_up_day,
        follow_up=about.follow_up_days,
        engine=ENGINES.get(about.engine, about.engine),
    )


def tell_sources(sources: Mapping[str, int]) -> str:
    """Tell how many quantities rest on what."""
    counts = [
        say(_count_source(kind, sources[kind]))
        for kind in SOURCE_KINDS
        if sources.get(kind) or kind not in ONLY_WHERE_THERE
    ]
    total = sum(sources.values())
    return say(Message("Of {total} quantities {counts}.", total=total, counts=write_list(counts)))


def _count_source(kind: str, n: int) -> Message:
    return {
        "report": Message.counted("{n} is from the report", "{n} are from the report", n=n),
        "measured": Message.counted(
            "{n} measured in the service itself", "{n} measured in the service itself", n=n
        ),
        "literature": Message.counted("{n} from literature", "{n} from literature", n=n),
        "fitted": Message.counted("{n} fitted to the evidence", "{n} fitted to the evidence", n=n),
        "assumed": Message.counted("{n} assumed", "{n} assumed", n=n),
        "changed": Message.counted("{n} set for this run", "{n} set for this run", n=n),
        "off": Message.counted("{n} switches something off", "{n} switch something off", n=n),
    }[kind]


def tell_changes(about: Provenance) -> Iterator[str]:
    """Tell what differs from the scenario's file."""
    if about.scenario_file is None:
        yield say(Message("The scenario was made in memory; there is no file to compare it with."))
    elif not about.changed:
        yield say(Message("The scenario is as in {file}.", file=about.scenario_file))
    else:
        yield say(Message("Different from {file}:", file=about.scenario_file))
        yield from _list_changes(about.changed)


def _list_changes(changes: Sequence[Difference]) -> Iterator[str]:
    for change in changes[:MOST_CHANGES_SHOWN]:
        yield f"  {change.key}: {_write(change.old)} → {_write(change.new)}"
    more = len(changes) - MOST_CHANGES_SHOWN
    if more > 0:
        yield "  " + say(
            Message.counted("and {n} more; --json has it.", "and {n} more; --json has all.", n=more)
        )


def _write(value: float | int | str | None) -> str:
    if value is None:
        return say(Message("none"))
    return value if isinstance(value, str) else write_decimal(value)
