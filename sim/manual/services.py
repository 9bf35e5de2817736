"""One page for each shipped service: what it should match, and what it assumes.

``python -m sim.manual.services`` writes them to `FOLDER`.
"""

from collections.abc import Iterator
from pathlib import Path

from sim.analysis.calibration.mechanisms import list_departures
from sim.analysis.evidence import is_fitted_to, list_no_tests, load_claims
from sim.design.quantity import ASSUMED, FITTED, OFF, Quantity
from sim.files import write_text
from sim.measures import MEASURES
from sim.scenario import (
    Described,
    Evidence,
    Scenario,
    describe_keys,
    list_services,
    load_scenario,
    quantities,
)

FOLDER = Path(__file__).parents[2] / "docs" / "services"
EVIDENCE = "| claim | measure | design | reported | tolerated | source |\n|---|---|---|---|---|---|"
QUANTITIES = "| quantity | value | plausible | what it is |\n|---|---|---|---|"
SOURCED = "| quantity | value | source |\n|---|---|---|"


def service_page(scenario: Scenario) -> str:
    """Return the page of a service as Markdown."""
    service = scenario.service
    items = [item for item in describe_keys(scenario) if item.source]
    by_source = {kind: [i for i in items if i.source == kind] for kind in (ASSUMED, FITTED, OFF)}
    known = [item for item in items if item.source not in by_source]
    parts = [
        f"# {service.title.in_language('en')} (`{service.name}`)",
        f"{service.about.in_language('en')} Written from `scenarios/{service.name}.toml` by "
        "`python -m sim.manual.services`; a test keeps it current.",
        "## What it should match",
        _tell_evidence(scenario),
        "## Fitted",
        "Chosen within their ranges so that the figures above are met; what the evidence leaves "
        f"open of them is told by `requisite calibrate {service.name}`.",
        _table(QUANTITIES, map(_quantity, by_source[FITTED])),
        "## Assumed",
        "Nobody measured them.",
        _table(QUANTITIES, map(_quantity, by_source[ASSUMED])),
        "## From the report and from literature",
        _table(SOURCED, map(_sourced, known)),
        "\n".join(_tell_lists(scenario, items)),
        "What plays no part here is switched off, and not listed.",
        "## Mechanism constants that differ",
        "How people and offices work is meant to be alike in all services; only what a case "
        "implies may differ.",
        _tell_departures(scenario),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tell_evidence(scenario: Scenario) -> str:
    if not scenario.evidence:
        return "Nothing is published that it could be held to."
    table = _table(EVIDENCE, (_figure(scenario, item) for item in scenario.evidence))
    reasons = list(list_no_tests(scenario))
    notes = "\n".join(_tell_notes(scenario, reasons))
    name, tests = scenario.service.name, reasons.count(None)
    fitted = sum(
        no_test is None and is_fitted_to(scenario, item)
        for item, no_test in zip(scenario.evidence, reasons, strict=True)
    )
    judged = (
        f"Independent figures: {tests}; quantities were fitted to {fitted} of them. "
        f"`requisite evidence {name}` judges each figure."
    )
    return "\n\n".join(part for part in (table, notes, judged) if part)


def _tell_notes(scenario: Scenario, reasons: list[str | None]) -> Iterator[str]:
    """Tell how figures are to be read, and why some are no tests of their own."""
    for item, no_test in zip(scenario.evidence, reasons, strict=True):
        figure = f"- {item.claim or item.source}, {item.design}, `{item.measure}`:"
        if item.note:
            yield f"{figure} {item.note.rstrip('.')}."
        if no_test:
            yield f"{figure} no test of its own: {no_test.rstrip('.')}."


def _figure(scenario: Scenario, item: Evidence) -> str:
    claim = load_claims().get(item.claim or "")
    says = f"{claim.id}: {claim.says}" if claim else ""
    against = f" against {item.compared_with}" if item.compared_with else ""
    of_type = f", {item.demand_type}" if item.demand_type else ""
    low, high = item.tolerance
    cells = (
        says,
        MEASURES[item.measure].title,
        f"{item.design}{against}{of_type}",
        f"{item.value:g}",
        f"{low:g} to {high:g}",
        scenario.sources.get(item.source, item.source),
    )
    return f"| {' | '.join(cells)} |"


def _table(head: str, rows: Iterator[str]) -> str:
    lines = list(rows)
    return "\n".join([head, *lines]) if lines else ""


def _quantity(item: Described) -> str:
    plausible = "–" if item.plausible is None else "{:g} to {:g}".format(*item.plausible)
    return f"| `{item.key}` | {_value(item)} | {plausible} | {item.about} |"


def _sourced(item: Described) -> str:
    return f"| `{item.key}` | {_value(item)} | {item.source_text or item.source} |"


def _tell_lists(scenario: Scenario, items: list[Described]) -> Iterator[str]:
    """Tell of lists of numbers, such as the weights of the hours of a day."""
    described = {item.key for item in items}
    lists: dict[str, list[Quantity]] = {}
    for key, quantity in quantities(scenario):
        if key not in described and quantity.source != OFF:
            lists.setdefault(key.rpartition(".")[0], []).append(quantity)
    for key, numbers in lists.items():
        source = scenario.sources.get(numbers[0].source, numbers[0].source)
        yield f"`{key}`: {', '.join(f'{number.value:g}' for number in numbers)} ({source})."


def _value(item: Described) -> str:
    number = f"{item.value:g}" if isinstance(item.value, float) else str(item.value)
    return f"{number} {item.unit}".strip()


def _tell_departures(scenario: Scenario) -> str:
    departures = list_departures(scenario)
    if not departures:
        return "None."
    return "\n".join(f"- `{d.key}`: {d.value:g}, shared {d.usual:g}" for d in departures)


def build_pages() -> dict[str, str]:
    """Return the page of every shipped service by its file name."""
    services = [load_scenario(name) for name in list_services()]
    return {f"{one.service.name}.md": service_page(one) for one in services}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in build_pages().items():
        write_text(FOLDER / name, text, overwrite=True)
