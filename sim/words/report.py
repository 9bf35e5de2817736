"""What a report says beside its findings: headings, captions, how to have it again."""

from collections.abc import Mapping

from sim.analysis.comparison import Comparison
from sim.analysis.robustness import Kept
from sim.message import Message
from sim.words.comparison import Designs
from sim.words.designs import mention_design
from sim.words.language import say, say_sentence
from sim.words.numbers import SHARE, write_currency, write_headlines, write_list, write_percent

KICKER = Message("Report of a simulation")
WHAT_IT_SAYS = Message("What it says")
THE_TIME = Message("The target's clock and the citizen's")
THE_CAUSES = Message("Where failure demand comes from")
THE_FIGURES = Message("The figures")
FIGURES_CAPTION = Message(
    "Means with 95% intervals in brackets. The difference is that of the same citizens in both."
)
HOW_SURE = Message("How sure it is")
ASSUMED = Message("What is assumed")
AGAIN = Message("To have it again")
AGAIN_BY = Message("On the command line, with version {version}:")
CITE = Message("To cite it")
CITATION = Message(
    "Requisite {version} (simulation), service {service}, seed {seed}, scenario {sha256}."
)
SEED_REPORT = Message(
    "What is claimed of such designs, and tested here, is from a Swedish report on systems "
    "thinking in public services; the page Evidence holds its every figure against the "
    "simulated one."
)
CANNOT_SAY = Message(
    "The model cannot say what your own service would do: its numbers are of published cases, and "
    "where nobody has published any they are assumed, as marked above. Intervals speak of chance "
    "alone."
)
EVERY_QUANTITY = Message("Every quantity, its range and what it rests on")
NO_WORLDS = Message("This scenario was not tried in other plausible worlds.")


def tell_cut(shares: tuple[float, float], designs: Designs) -> str:
    """Tell what share of the cost failure causes in either design: a title that is a finding."""
    first, second = write_headlines(shares, SHARE)
    a, b = map(mention_design, designs)
    if first == second:
        alike = Message("Failure causes {first} of the cost in {a}, and as much in {b}")
        return say_sentence(Message(alike.template, first=first, a=a, b=b))
    return say_sentence(
        Message(
            "Failure causes {first} of the cost in {a}, and {second} in {b}",
            first=first,
            second=second,
            a=a,
            b=b,
        )
    )


def tell_unit(currency: str) -> str:
    """Tell what the bars of the cost show."""
    return say(
        Message(
            "{currency} per citizen helped, end to end: useful work, contacts and rework caused by "
            "failure, and the rest (reading in, control, intake, planning, travel, purchases)",
            currency=write_currency(currency),
        )
    )


def tell_source(comparison: Comparison) -> str:
    """Tell in one line where a figure is from, to stand inside it."""
    about = comparison.provenance
    return tell_origin(about.version, comparison.replications, comparison.seed, about.sources)


def tell_origin(version: str, replications: int, seed: int, sources: Mapping[str, int]) -> str:
    """Tell in one line what made a figure, with which luck, and how much of it is assumed."""
    return say(
        Message(
            "Requisite {version}, {replications} replications, seed {seed}; {share} of the "
            "quantities are assumed.",
            version=version,
            replications=replications,
            seed=seed,
            share=write_percent(find_assumed_share(sources)),
        )
    )


def find_assumed_share(sources: Mapping[str, int]) -> float:
    """Return which share of the quantities in use nobody has measured.

    Parameters
    ----------
    sources
        How many quantities rest on each kind of source.
    """
    in_use = {kind: count for kind, count in sources.items() if kind != "off"}
    return in_use.get("assumed", 0) / max(sum(in_use.values()), 1)


def tell_worlds(kept: Kept | None) -> str:
    """Tell in how many plausible worlds the designs were tried, and how often one drowned."""
    if kept is None:
        return say(NO_WORLDS)
    first, second, both = kept.overwhelmed
    a, b = map(mention_design, kept.designs)
    return say_sentence(
        Message(
            "{worlds} plausible worlds were tried: every quantity drawn within its range. In some, "
            "more came than could be worked off: in {first} of them only in {a}, in {second} only "
            "in {b}, and in {both} in both.",
            worlds=kept.worlds,
            first=first,
            second=second,
            both=both,
            a=a,
            b=b,
        )
    )


def tell_deciding(kept: Kept | None) -> str:
    """Name the quantities that decide most on the difference in cost; nothing without any."""
    if kept is None or not kept.deciding:
        return ""
    names = [f"{say(one.about).rstrip('.')} (`{one.key}`)" for one in kept.deciding]
    return say(
        Message("What decides most on the difference in cost: {what}.", what=write_list(names))
    )
