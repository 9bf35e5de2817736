"""What a result rests on, in plain sentences: replications, sources, changes."""

from collections.abc import Iterator

from sim.analysis.comparison import Comparison
from sim.results import MAXIMUM
from sim.scenario import Difference

REPLICATIONS = (
    "{replications} replications of {days} days (seed {seed}; warm-up {warm_up} days, run-out "
    "{run_out} days) with the {engine} engine; in brackets 95 % confidence intervals."
)
CHANCE_ONLY = "The intervals speak of chance only; they take what is assumed as given."
NOT_ENOUGH = (
    "More replications are not made unasked, though not every measure watched is known to within "
    "5 %; --replications names a larger number."
)
SOURCES = "Of {total} quantities {counts}."
SOURCE_WORDS = {
    "report": "{count} are from the report",
    "literature": "{count} from literature",
    "fitted": "{count} fitted to the evidence",
    "assumed": "{count} assumed",
    "changed": "{count} set for this run",
    "off": "{count} switch something off",
}
CHANGED_HERE = "changed"
UNCHANGED = "The scenario is as in {file}."
CHANGED = "Different from {file}:"
IN_MEMORY = "The scenario was made in memory; there is no file to compare it with."
MOST_CHANGES_SHOWN = 12


def tell_basis(comparison: Comparison) -> Iterator[str]:
    """Tell what a comparison rests on, one line at a time."""
    about = comparison.provenance
    yield REPLICATIONS.format(
        replications=comparison.replications,
        days=comparison.days,
        seed=comparison.seed,
        warm_up=about.warm_up_day,
        run_out=about.follow_up_days,
        engine=about.engine,
    )
    if about.replications_rule == MAXIMUM:
        yield NOT_ENOUGH
    yield CHANCE_ONLY
    yield tell_sources(about.sources)
    if about.scenario_file is None:
        yield IN_MEMORY
    elif not about.changed:
        yield UNCHANGED.format(file=about.scenario_file)
    else:
        yield CHANGED.format(file=about.scenario_file)
        yield from _tell_changes(about.changed)


def tell_sources(sources: dict[str, int]) -> str:
    """Tell how many quantities rest on what."""
    shown = [
        words.format(count=sources[kind])
        for kind, words in SOURCE_WORDS.items()
        if sources[kind] or kind != CHANGED_HERE
    ]
    counts = f"{', '.join(shown[:-1])} and {shown[-1]}"
    return SOURCES.format(total=sum(sources.values()), counts=counts)


def _tell_changes(changes: list[Difference]) -> Iterator[str]:
    for change in changes[:MOST_CHANGES_SHOWN]:
        yield f"  {change.key}: {_show(change.old)} → {_show(change.new)}"
    if len(changes) > MOST_CHANGES_SHOWN:
        yield f"  and {len(changes) - MOST_CHANGES_SHOWN} more; --json has them all."


def _show(value: float | int | str | None) -> str:
    if value is None:
        return "none"
    return value if isinstance(value, str) else f"{value:g}"
