"""Where a result comes from: all that is needed to have it again, and what it rests on."""

import platform
from collections import Counter
from typing import NamedTuple

from sim.design import OWN_SOURCES
from sim.installed import PACKAGES, find_version
from sim.results.result import Json, as_json
from sim.scenario import Difference, Scenario, quantities

FIXED, ENOUGH, MAXIMUM = "fixed", "enough", "maximum"
"""What decides on the number of replications: whoever asked, that several measures are known well
enough, or that there are as many as are made unasked."""
NAMES_IN_JSON = {"follow_up_days": "run_out_days"}
"""Names that other programs rely on."""
REPORT, MEASURED, LITERATURE = "report", "measured", "literature"
SOURCE_KINDS = (REPORT, MEASURED, LITERATURE, *sorted(OWN_SOURCES))
"""What a quantity may rest on. A source is the report's, or measured in a visitor's own service, if
its key begins with that word."""


class Provenance(NamedTuple):
    """Where a result comes from."""

    version: str
    engine: str
    python: str
    packages: dict[str, str]
    """What computed it."""
    seed: int
    """Which luck."""
    scenario_file: str | None
    scenario_sha256: str | None
    """The file and the hash of its content; `None` for a scenario made in memory."""
    asked: tuple[str, ...]
    """The changes as they were asked for, such as ``demand.variety=0``."""
    changed: list[Difference]
    """Values that differ from the file's, or from the scenario as it was made."""
    warm_up_day: int | None
    """Calendar day on which the cohort begins; it ends with the days of the run. `None` where there
    is no cohort."""
    follow_up_days: int
    """Calendar days that the run goes on after that, so that the cohort can finish."""
    replications_rule: str | None
    """What decided on the number of replications: `FIXED`, `ENOUGH` or `MAXIMUM`; `None` for a
    single run."""
    sources: dict[str, int]
    """How many quantities of the designs compared rest on each kind of source."""

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        names = {name: NAMES_IN_JSON.get(name, name) for name in self._fields}
        found: Json = as_json({names[name]: value for name, value in self._asdict().items()})
        return found


def build_provenance(
    scenario: Scenario,
    designs: tuple[str, ...],
    *,
    engine: str,
    seed: int,
    warm_up_day: int | None,
    follow_up_days: int,
    replications_rule: str | None = None,
) -> Provenance:
    """Gather where a result comes from."""
    return Provenance(
        version=find_version("requisite"),
        engine=engine,
        python=platform.python_version(),
        packages={name: find_version(name) for name in PACKAGES},
        seed=seed,
        scenario_file=scenario.origin and scenario.origin.file,
        scenario_sha256=scenario.origin and scenario.origin.sha256,
        asked=scenario.changes,
        changed=scenario.differences,
        warm_up_day=warm_up_day,
        follow_up_days=follow_up_days,
        replications_rule=replications_rule,
        sources=count_sources(scenario, designs),
    )


def count_sources(scenario: Scenario, designs: tuple[str, ...]) -> dict[str, int]:
    """Count the quantities of a scenario, with some of its designs, by what they rest on."""
    others = tuple(f"designs.{name}." for name in scenario.designs if name not in designs)
    kinds = Counter(
        kind_of_source(quantity.source)
        for key, quantity in quantities(scenario)
        if not key.startswith(others)
    )
    return {kind: kinds[kind] for kind in SOURCE_KINDS}


def kind_of_source(source: str) -> str:
    """Return what a source is: one of `SOURCE_KINDS`."""
    if source in OWN_SOURCES:
        return source
    return next((kind for kind in (REPORT, MEASURED) if source.startswith(kind)), LITERATURE)
