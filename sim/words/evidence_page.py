"""What the page of the evidence says beside the figures: first line, titles, what it cannot say."""

from collections.abc import Container, Iterator, Mapping, Sequence

from sim.analysis.evidence import OUTSIDE, Basis, EvidenceRow, count_fitted, count_verdicts
from sim.analysis.facts import EVIDENCE_REPLICATIONS, Facts
from sim.experiment import RunSettings
from sim.installed import find_version
from sim.message import Message
from sim.words.designs import mention_design, name_design
from sim.words.language import say
from sim.words.numbers import (
    decimals_of,
    write_list,
    write_percent,
    write_range,
    write_value,
)
from sim.words.out_of_sample import tell_out_of_sample

LEFT_OUT = Message("`{service}` is left out: its file cannot be read.")
FIRST_LINE = Message(
    "**{within} of {of} figures are met**, with {quantities} quantities fitted to them."
)
NO_TEST_OF = Message(
    "Something was fitted to {fitted} of the {of}: to meet those is no test of the model."
)
NONE_MISSED = Message("No figure is missed")
HOW_TO_READ = Message(
    "The strip is what is tolerated, alike for all. A dot is what was simulated, with its 95% "
    "interval; the stroke is what is reported. A hollow dot: something was fitted to the figure."
)
NOT_DRAWN = Message(
    "Neither counted nor drawn here, since they follow from others or could hardly be missed: "
    "{figures}. They stand with the rest under *{details}*."
)
BELOW, TOLERATED, ABOVE = Message("too low"), Message("tolerated"), Message("too high")
HIT = Message("Met: simulated {simulated}, reported {reported}, tolerated {tolerated}")
MISS = Message("Missed: simulated {simulated}, reported {reported}, tolerated {tolerated}")

METER = Message("Of the quantities in use, {low} to {high} are assumed")
METER_UNIT = Message(
    "Share of the quantities of the two designs, by service: published, fitted to the evidence, or "
    "assumed because nobody has measured them"
)
RESTS_ON = Message("{assumed} assumed, {fitted} fitted, {published} published")
NO_ESTIMATE = Message(
    "**No published estimate:** `absorb`, how often the answer that the rules allow fits what is "
    "particular about a need. It carries most of the conclusion, and is assumed or fitted in "
    "{n} of the {of} services."
)

OTHER_SIDE = Message("Where the other side wins")
COUNTED = Message(
    "Of {of} counter-examples, {first} costs less in {n}; in {more} others it is the better one in "
    "something else than cost."
)
CANNOT = Message("What it cannot say")
CANNOT_SAY = (
    Message(
        "**What your own service would save.** The services here are built to a report's figures, "
        "not to your demand, staff and prices."
    ),
    Message(
        "**That the report is right.** To meet a figure shows that it is possible for the reasons "
        "in the model, not that those were the reasons. The report tells of pilots that chose to "
        "take part, without controls or sample sizes."
    ),
    Message(
        "**How likely it is.** Intervals speak of chance alone, and take what is assumed as given."
    ),
    Message(
        "**What the change itself costs.** Training, consultants, notice periods and premises are "
        "not in it."
    ),
    Message("**What people become.** Nobody learns, resigns or is hired; trust is no quantity."),
    Message("**Whether a decision is lawful**, and what a reward for a target that is met does."),
)
REPORT = Message("The report")
NAMED = Message(
    "Vanguard Consulting (Vanguard Danmark), a report on New Public Management and a systems-"
    "thinking alternative for the design of public services, version 1.3, in Swedish, with a "
    "foreword by Jonas Astrup Beck; the method is John Seddon's. § are its sections."
)
ELSEWHERE = Message("Some figures are no claims of the report itself. They come from:")
CITATION = Message(
    "Requisite {version} (simulation), evidence: {within} of {of} figures met, {quantities} "
    "quantities fitted, {replications} replications, seed {seed}."
)
DETAILS = Message("Every figure, service by service")


def tell_first_line(rows: Sequence[EvidenceRow]) -> str:
    """Tell how many independent figures are met, with how much fitting, and how many without."""
    tally = count_verdicts(rows)
    first = say(
        FIRST_LINE, within=tally.within, of=tally.independent, quantities=count_fitted(rows)
    )
    no_test = say(NO_TEST_OF, fitted=tally.fitted, of=tally.independent)
    return " ".join((first, no_test, *tell_out_of_sample(rows)))


def tell_missed(rows: Sequence[EvidenceRow]) -> str:
    """Tell how many of the figures that are shown are missed."""
    missed = sum(row.verdict == OUTSIDE for row in rows)
    if not missed:
        return say(NONE_MISSED)
    return say(Message.counted("{n} figure is missed", "{n} figures are missed", n=missed))


def tell_not_drawn(rows: Sequence[EvidenceRow]) -> str:
    """Tell which judged figures have no strip; nothing where all have one."""
    simulated = [row for row in rows if row.simulated]
    drawn = {row.id for row in simulated if row.no_test is None}
    hidden = [row for row in simulated if row.no_test is not None]
    if not hidden:
        return ""
    names = dict.fromkeys(_name_row(row, drawn) for row in hidden)
    return say(NOT_DRAWN, figures=write_list(list(names)), details=say(DETAILS))


def _name_row(row: EvidenceRow, drawn: Container[str]) -> str:
    """Name a figure, with its design where another one of that name has a strip."""
    if row.id not in drawn:
        return row.id
    return f"{row.id} ({say(name_design(row.design or ''))})"


def list_elsewhere(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    """List the sources of figures that are no claims of the report, each with its name."""
    sources = {row.id: row.says for row in rows if not row.section}
    return (f"`{name}`: {say(about)}" for name, about in sources.items())


def tell_numbers(row: EvidenceRow) -> str:
    """Tell whether a figure is met, what is simulated, and what is reported and tolerated."""
    unit, tolerance = row.unit or "", row.tolerance or (0.0, 0.0)
    decimals = decimals_of([row.reported or 0.0, *tolerance], unit)
    mean = row.simulated.mean if row.simulated else 0.0
    return say(
        MISS if row.verdict == OUTSIDE else HIT,
        simulated=write_value(mean, unit, decimals),
        reported=write_value(row.reported or 0.0, unit, decimals),
        tolerated=write_range(*tolerance, unit, decimals, is_signed=False),
    )


def tell_meter(bases: Sequence[Basis]) -> str:
    """Tell between which shares of the quantities are assumed."""
    shares = [basis.assumed / basis.total for basis in bases]
    return say(METER, low=write_percent(min(shares)), high=write_percent(max(shares)))


def tell_basis(basis: Basis) -> str:
    """Tell what the quantities of a service rest on."""
    shares = {
        name: write_percent(getattr(basis, name) / basis.total)
        for name in ("assumed", "fitted", "published")
    }
    return say(RESTS_ON, **shares)


def tell_no_estimate(bases: Sequence[Basis]) -> str:
    """Tell that the quantity which carries most has no published estimate, and where."""
    without = sum(not basis.carries_most_is_published for basis in bases)
    return say(NO_ESTIMATE, n=without, of=len(bases))


def tell_counter_cases(known: Mapping[str, Facts]) -> str:
    """Tell in how many counter-cases the standardised design wins, and on what."""
    firsts = [(facts, facts.designs[0]) for facts in known.values()]
    cheaper = [facts for facts, first in firsts if facts.cheaper == first]
    better = [f for f, first in firsts if f.cheaper != first and f.list_better(first)]
    first = mention_design(firsts[0][1]) if firsts else ""
    return say(COUNTED, of=len(known), first=first, n=len(cheaper), more=len(better))


def list_cannot_say() -> Iterator[str]:
    """List what no figure here can say."""
    return map(say, CANNOT_SAY)


def tell_citation(rows: Sequence[EvidenceRow]) -> str:
    """Tell how to cite what the page shows."""
    tally = count_verdicts(rows)
    return say(
        CITATION,
        version=find_version("requisite"),
        within=tally.within,
        of=tally.independent,
        quantities=count_fitted(rows),
        replications=EVIDENCE_REPLICATIONS,
        seed=RunSettings().seed,
    )
