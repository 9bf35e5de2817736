"""What was found of the shipped services, kept in a file beside the code.

A comparison has no time to try 200 worlds, and is to say in how many its verdict holds. So that is
found beforehand, and told of a scenario only where its file is the one that was tried, to the last
byte, and nothing in it has been changed.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sim.analysis.robustness.cheapest import CheapestMix, CostOf
from sim.analysis.robustness.deciding import Deciding, Half
from sim.analysis.robustness.find import KEY_MEASURES
from sim.analysis.robustness.robustness import Overwhelmed, Robustness
from sim.analysis.robustness.verdict import PartOfWorlds, Spread, Verdict
from sim.measures import MEASURES
from sim.results import Interval, Json, as_json, read_beside, write_beside
from sim.scenario import Scenario

FILE = Path(__file__).with_name("kept.json")
LAW_1 = KEY_MEASURES[0]
"""The measure that law 1 is about."""


class Kept(NamedTuple):
    """What is kept of a service."""

    scenario_sha256: str
    """Hash of the file that was tried."""
    fingerprint: str
    """What the model that tried it yields, see `sim.analysis.robustness.fingerprint`."""
    version: str
    """That which tried it."""
    seed: int
    designs: tuple[str, str]
    worlds: int
    """How many."""
    overwhelmed: Overwhelmed
    """In how many a design is overwhelmed."""
    measures: dict[str, Verdict]
    """The verdict on each measure that applies."""
    deciding: tuple[Deciding, ...]
    """The quantities that go most with the change in cost."""
    law_1: Verdict | None
    """That on cost without variety, with ample staff; `None` where nothing can be told."""
    cheapest: CheapestMix | None
    """The cheapest of all mixes; `None` where a design is overwhelmed as it is."""


def build_kept(
    fingerprint: str,
    worlds: Robustness,
    without_variety: Robustness,
    cheapest: CheapestMix | None,
) -> Kept:
    """Gather what is to be kept of a service that was loaded from its file."""
    about = worlds.provenance
    return Kept(
        scenario_sha256=about.scenario_sha256 or "",
        fingerprint=fingerprint,
        version=about.version,
        seed=worlds.seed,
        designs=worlds.designs,
        worlds=worlds.worlds,
        overwhelmed=worlds.overwhelmed,
        measures=worlds.measures,
        deciding=worlds.deciding,
        law_1=without_variety.measures.get(LAW_1),
        cheapest=cheapest,
    )


def find_kept(scenario: Scenario, designs: tuple[str, str]) -> Kept | None:
    """Return what is kept of a scenario and two of its designs; `None` if they were not tried."""
    kept = load_kept().get(scenario.service.name)
    if kept is None or kept.designs != designs:
        return None
    return kept if scenario.is_as_filed(kept.scenario_sha256) else None


@cache
def load_kept(file: Path = FILE) -> Mapping[str, Kept]:
    """Return what is kept, by service; nothing where there is no file yet."""
    return read_beside(file, _read)


def write_kept(kept: Mapping[str, Kept], file: Path = FILE) -> None:
    """Write what is kept, in the order of the alphabet."""
    write_beside(file, kept, as_json)
    load_kept.cache_clear()


def _read(entry: Json) -> Kept:
    measures = {name: _read_verdict(name, verdict) for name, verdict in entry["measures"].items()}
    law_1 = entry["law_1"]
    return Kept(
        **{
            **entry,
            "designs": tuple(entry["designs"]),
            "overwhelmed": Overwhelmed(**entry["overwhelmed"]),
            "deciding": tuple(map(_read_deciding, entry["deciding"])),
            "measures": measures,
            "law_1": law_1 and _read_verdict(LAW_1, law_1),
            "cheapest": entry["cheapest"] and _read_cheapest(entry["cheapest"]),
        }
    )


def _read_verdict(name: str, entry: Json) -> Verdict:
    share, change = entry["second_share"], entry["change"]
    parts = {
        **entry,
        "second_share": share and PartOfWorlds(**share),
        "change": change and Spread(**change),
    }
    return Verdict(**parts, title=MEASURES[name].title)


def _read_deciding(entry: Json) -> Deciding:
    halves = {name: Half(**entry[name]) for name in ("in_lower_half", "in_upper_half")}
    return Deciding(**{**entry, **halves})


def _read_cheapest(entry: Json) -> CheapestMix:
    costs = {name: _read_costs(entry[name]) for name in ("cost", "first", "second")}
    differences = {name: Interval(**entry[name]) for name in ("to_first", "to_second")}
    conditions: dict[str, Any] = {name: tuple(entry[name]) for name in ("moved", "others")}
    return CheapestMix(**{**entry, **costs, **differences, **conditions})


def _read_costs(entry: Json) -> CostOf:
    return CostOf(**{name: Interval(**interval) for name, interval in entry.items()})
