"""Writing what is kept of the shipped services: ``python -m sim.analysis.robustness.keep``.

Service by service, so that whoever stops it may go on later: one that is kept of its present file,
by a model that yields what the present one does, is left alone unless it is named.
"""

import sys
from collections.abc import Callable, Sequence
from time import monotonic

from sim.analysis.robustness.cheapest import find_cheapest_mix
from sim.analysis.robustness.find import WORLDS, find_robustness
from sim.analysis.robustness.fingerprint import take_fingerprint
from sim.analysis.robustness.kept import build_kept, find_kept, load_kept, write_kept
from sim.analysis.robustness.worlds import without_variety
from sim.experiment import SHIPPED_DESIGNS
from sim.scenario import Scenario, has_visits, list_services, load_scenario

WORLDS_OF_VISITS = 40
"""Worlds in which law 1 is tried where there are visits: with ten times the staff, for years, each
takes half a minute or more."""


def keep(scenario: Scenario) -> None:
    """Try a shipped service and keep what was found, beside what is kept of the others."""
    found = build_kept(
        take_fingerprint(scenario, SHIPPED_DESIGNS),
        find_robustness(scenario),
        find_robustness(without_variety(scenario), worlds=count_worlds_of_law_1(scenario)),
        find_cheapest_mix(scenario),
    )
    write_kept({**load_kept(), scenario.service.name: found})


def count_worlds_of_law_1(scenario: Scenario) -> int:
    """Return in how many worlds law 1 is tried."""
    return WORLDS_OF_VISITS if has_visits(scenario) else WORLDS


def list_wanted(asked: list[str]) -> list[str]:
    """Return the services that are to be tried: those asked for, or not kept as they are now."""
    return asked or [name for name in list_services() if not _is_current(load_scenario(name))]


def _is_current(scenario: Scenario) -> bool:
    kept = find_kept(scenario, SHIPPED_DESIGNS)
    return kept is not None and kept.fingerprint == take_fingerprint(scenario, kept.designs)


def keep_each(wanted: Sequence[str], keep_one: Callable[[Scenario], None]) -> None:
    """Keep what is found of each of some shipped scenarios, and say how long it took."""
    print(f"{len(wanted)} to simulate: {', '.join(wanted) or 'none'}", flush=True)
    for name in wanted:
        began = monotonic()
        keep_one(load_scenario(name))
        print(f"{name}: {monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    keep_each(list_wanted(sys.argv[1:]), keep)
