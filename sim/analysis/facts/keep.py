"""Writing what is kept of the shipped scenarios: ``python -m sim.analysis.facts.keep [NAME ...]``.

One by one, so that whoever stops it may go on later: a scenario that is kept of its present file,
by a model that yields what the present one does, is left alone unless it is named.
"""

import sys

from sim.analysis.breakeven import find_breakeven
from sim.analysis.comparison import Comparison, compare
from sim.analysis.evidence import simulate_evidence
from sim.analysis.facts.facts import Facts, build_facts
from sim.analysis.facts.judged import EVIDENCE_REPLICATIONS, Judged, load_judged, write_judged
from sim.analysis.facts.kept import find_facts, load_facts, write_facts
from sim.analysis.facts.mended import MENDED, Mended, build_mended
from sim.analysis.facts.premises import find_premises
from sim.analysis.robustness import take_fingerprint
from sim.analysis.robustness.keep import keep_each
from sim.experiment import SHIPPED_DESIGNS, RunSettings
from sim.scenario import Scenario, has_visits, list_shipped, load_scenario

CASES = RunSettings(replications=20)
VISITS = RunSettings(replications=8)
"""Fewer, since these run for years; the number stands with what is kept."""
TURN_CASES, TURN_VISITS = RunSettings(replications=10), RunSettings(replications=4)


def keep(scenario: Scenario) -> None:
    """Simulate a shipped scenario and keep what was found, beside what is kept of the others."""
    name = scenario.service.name
    if is_compared(scenario):
        fingerprint = take_fingerprint(scenario, SHIPPED_DESIGNS)
        write_facts({**load_facts(), name: find(scenario, fingerprint)})
    if scenario.evidence:
        write_judged({**load_judged(), name: simulate(scenario)})


def is_compared(scenario: Scenario) -> bool:
    """Tell whether a scenario has the two designs that are compared; a redesign has its own."""
    return set(SHIPPED_DESIGNS) <= set(scenario.designs)


def find(scenario: Scenario, fingerprint: str) -> Facts:
    """Compare the two designs of a scenario, and find where they change places."""
    with_visits = has_visits(scenario)
    settings = VISITS if with_visits else CASES
    comparison = compare(scenario, settings=settings)
    turn = find_breakeven(scenario, settings=TURN_VISITS if with_visits else TURN_CASES)
    mended = find_mended(scenario, settings, comparison)
    premises = find_premises(scenario, settings, comparison)
    currency = scenario.service.currency
    return build_facts(fingerprint, currency, comparison, turn, mended=mended, premises=premises)


def find_mended(scenario: Scenario, settings: RunSettings, comparison: Comparison) -> Mended | None:
    """Find how far a scenario gets without a new division; `None` where no design shows that.

    Parameters
    ----------
    scenario
        The scenario.
    settings
        How `comparison` was run.
    comparison
        That of the two designs that are compared.
    """
    if MENDED not in scenario.designs:
        return None
    mended = compare(scenario, (SHIPPED_DESIGNS[0], MENDED), settings)
    return build_mended(take_fingerprint(scenario, (MENDED,)), mended, comparison)


def simulate(scenario: Scenario) -> Judged:
    """Simulate the figures that a service should match."""
    figures = simulate_evidence(scenario, replications=EVIDENCE_REPLICATIONS)
    return Judged(
        scenario_sha256=scenario.origin.sha256 if scenario.origin else "",
        fingerprint=take_fingerprint(scenario, tuple(scenario.designs)),
        seed=RunSettings().seed,
        replications=EVIDENCE_REPLICATIONS,
        figures=tuple(figures),
    )


def list_wanted(asked: list[str]) -> list[str]:
    """Return the scenarios to simulate: those asked for, or not kept as they are now."""
    return asked or [name for name in list_shipped() if not is_current(load_scenario(name))]


def is_current(scenario: Scenario) -> bool:
    """Tell whether what is kept is of the present file and of what the present model yields."""
    facts, judged = find_facts(scenario), load_judged().get(scenario.service.name)
    if is_compared(scenario):
        now = take_fingerprint(scenario, SHIPPED_DESIGNS)
        if facts is None or facts.fingerprint != now or not _is_mended_current(scenario, facts):
            return False
    if not scenario.evidence or scenario.origin is None:
        return True
    every = take_fingerprint(scenario, tuple(scenario.designs))
    current = (scenario.origin.sha256, every)
    return judged is not None and (judged.scenario_sha256, judged.fingerprint) == current


def _is_mended_current(scenario: Scenario, facts: Facts) -> bool:
    if MENDED not in scenario.designs:
        return facts.mended is None
    now = take_fingerprint(scenario, (MENDED,))
    return facts.mended is not None and facts.mended.fingerprint == now


if __name__ == "__main__":
    keep_each(list_wanted(sys.argv[1:]), keep)
