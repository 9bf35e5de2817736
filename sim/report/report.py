"""From a comparison to a page: what it says, pictures, figures, what is assumed, how to have it."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from sim.analysis.comparison import Compared, Comparison
from sim.analysis.robustness import Kept
from sim.charts.bundle import load_bundle
from sim.charts.tokens import CHART_TEXT_PX
from sim.report.command import name_scenario, tell_command
from sim.report.pictures import draw_pictures
from sim.report.template import fill_page
from sim.scenario import Described, Scenario, describe_keys
from sim.words import (
    page,
    quantities,
    report,
    say,
    say_sentence,
    say_text,
)
from sim.words.basis import tell_basis
from sim.words.changed import tell_changed
from sim.words.designs import DIFFERENCE, name_design
from sim.words.differences import write_both
from sim.words.figures import GROUP_TITLES, GROUPS
from sim.words.findings import tell_findings
from sim.words.numbers import write_unit


class Row(NamedTuple):
    """A row of the table of figures; a heading has no cells."""

    title: str
    cells: tuple[str, ...] = ()


def write_report(comparison: Comparison, scenario: Scenario, kept: Kept | None) -> str:
    """Write a report as an HTML page that needs nothing else and runs nothing of anybody's.

    Parameters
    ----------
    comparison
        What was found.
    scenario
        What was run.
    kept
        What was found beforehand of the same in plausible worlds.
    """
    return fill_page(
        "report.html",
        bundle=Markup(load_bundle()) if comparison.settles else "",  # a file of ours
        chart_text_px=CHART_TEXT_PX,
        words=report,
        say=say,
        page=page,
        service=say_text(scenario.service.title),
        about=say_text(scenario.service.about),
        changed=tell_changed(comparison, scenario),
        findings=tell_findings(comparison, kept),
        pictures=draw_pictures(comparison),
        designs=[say_sentence(name_design(design)) for design in comparison.designs],
        difference=say_sentence(DIFFERENCE),
        rows=list(_list_rows(comparison)),
        worlds=(report.tell_worlds(kept), report.tell_deciding(kept)),
        basis=tell_basis(comparison),
        quantities=[item for item in describe_keys(scenario) if item.source],
        describe=_describe,
        command=tell_command(comparison),
        citation=_tell_citation(comparison),
        version=comparison.provenance.version,
    )


def _list_rows(comparison: Comparison) -> Iterator[Row]:
    told = comparison.tell()
    for group, names in GROUPS.items():
        measures = [told[name] for name in names if name in told]
        applying = [measure for measure in measures if measure.first or measure.second]
        if applying:
            yield Row(say(GROUP_TITLES[group]))
        yield from map(_row, applying)


def _row(measure: Compared) -> Row:
    pair = (measure.first, measure.second)
    title = f"{say(measure.title)} ({write_unit(measure.unit)})"
    return Row(title, tuple(write_both(pair, measure.difference, measure.unit)))


def _describe(item: Described) -> tuple[str, ...]:
    return (
        item.key,
        quantities.write_value_of(item, item.value),
        quantities.write_plausible(item),
        quantities.say_source(item),
        say(item.about),
    )


def _tell_citation(comparison: Comparison) -> str:
    about = comparison.provenance
    return say(
        report.CITATION,
        version=about.version,
        service=name_scenario(about) or comparison.service,
        seed=comparison.seed,
        sha256=(about.scenario_sha256 or "–")[:12],
    )
