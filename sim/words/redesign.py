"""What is said of a redesign that was forecast from what was before it."""

from collections.abc import Iterator, Sequence

from sim.analysis.evidence import WITHIN, EvidenceRow
from sim.measures import MEASURES
from sim.message import Message
from sim.scenario import Scenario
from sim.words.designs import name_design
from sim.words.language import say, say_text
from sim.words.numbers import decimals_of, write_interval, write_range, write_unit, write_value

TITLE = Message("A redesign that was forecast")
IDEA = Message(
    "**{title}.** Its work came to be seen through by one person. How it is divided is taken from "
    "what was seen; how long cases lie and wait was estimated on those before the change alone, "
    "from an open event log. **{within} of {of} forecasts lie within the interval of what was "
    "observed after it**; some follow from others."
)
FORECAST = Message("{measure} ({unit}): forecast {forecast}, observed {observed} ({range})")
BEFORE = Message("Before the change, {design}: {figures}.")
WAS = Message("{measure} {simulated}, observed {observed}")
CAVEAT = Message(
    "One log and no experiment: why it was changed is not known, nor what else was changed with "
    "it. Needs do not vary in it, so it tests waits at changes of hands alone, and not failure "
    "demand. It is the only change of design in open data that is known here."
)


def tell_idea(scenario: Scenario, rows: Sequence[EvidenceRow]) -> str:
    """Tell what was forecast, and how much of it came so."""
    after = list_forecasts(rows)
    within = sum(row.verdict == WITHIN for row in after)
    return say(IDEA, title=say_text(scenario.service.title), within=within, of=len(after))


def list_forecasts(rows: Sequence[EvidenceRow]) -> list[EvidenceRow]:
    """List the figures of what came after the change: nothing was estimated on them."""
    return [row for row in rows if row.no_test is None and row.simulated]


def tell_forecasts(rows: Sequence[EvidenceRow]) -> Iterator[str]:
    """Tell each forecast, with what was observed."""
    for row in list_forecasts(rows):
        unit, observed = row.unit or "", row.reported or 0.0
        tolerance = row.tolerance or (observed, observed)
        decimals = decimals_of([observed, *tolerance], unit)
        yield say(
            FORECAST,
            measure=MEASURES[row.measure or ""].title,
            unit=write_unit(unit),
            forecast=write_interval(row.simulated, unit, decimals) if row.simulated else "",
            observed=write_value(observed, unit, decimals),
            range=write_range(*tolerance, unit, decimals, is_signed=False),
        )


def tell_before(rows: Sequence[EvidenceRow]) -> str:
    """Tell how near the model comes to the cases that it was estimated on, where it settles."""
    before = [row for row in rows if row.no_test is not None and row.simulated]
    if not before:
        return ""
    figures = "; ".join(map(_tell_figure, before))
    return say(BEFORE, design=name_design(before[0].design or ""), figures=figures)


def _tell_figure(row: EvidenceRow) -> str:
    unit, observed = row.unit or "", row.reported or 0.0
    decimals = decimals_of([observed, *(row.tolerance or ())], unit)
    return say(
        WAS,
        measure=MEASURES[row.measure or ""].title,
        simulated=write_value(row.simulated.mean if row.simulated else 0.0, unit, decimals),
        observed=write_value(observed, unit, decimals),
    )
