"""A comparison as people read it: table, verdict, and what it rests on."""

from sim.analysis.comparison import Comparison
from sim.cli.basis import tell_basis
from sim.cli.output import build_console
from sim.cli.table import GROUPS, build_table
from sim.cli.verdict import tell_verdict
from sim.scenario import Scenario, has_visits

MORE = "There are {more} more measures, and each by demand type, in what --json prints."
VISITS = "With visits, each month of a client counts as one case, and as one citizen helped."


def print_report(comparison: Comparison, scenario: Scenario) -> None:
    """Print a comparison."""
    console = build_console()
    first, second = comparison.designs
    console.print(f"[bold]{scenario.service.title.en}[/bold]: {first} and {second}")
    console.print()
    console.print(build_table(comparison, console.width))
    console.print()
    for sentence in tell_verdict(comparison):
        console.print(sentence, markup=False)
    console.print()
    if has_visits(scenario):
        console.print(VISITS, style="dim")
    for line in (*tell_basis(comparison), *_tell_reasons(comparison), *_tell_more(comparison)):
        console.print(line, markup=False, style="dim")


def _tell_reasons(comparison: Comparison) -> list[str]:
    """Tell why measures of the table do not apply, or not in every run."""
    shown = [name for names in GROUPS.values() for name in names if name in comparison.measures]
    measures = [comparison.measures[name] for name in shown]
    partial = [m for m in measures if m.reason and (m.first or m.second)]
    return [f"{m.title}: {m.reason}." for m in partial]


def _tell_more(comparison: Comparison) -> list[str]:
    shown = {name for names in GROUPS.values() for name in names}
    more = len(comparison.measures.keys() - shown)
    return [MORE.format(more=more)] if more else []
