"""What is kept of the shipped scenarios, in a file beside the code.

It is told of a scenario only where its file is the one that was simulated, to the last byte, and
nothing in it has been changed. A test says when the model yields something else than it did.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sim.analysis.breakeven import Crossing
from sim.analysis.facts.facts import Facts, Turn, build_compared
from sim.results import Interval, Json, as_json, read_beside, write_beside
from sim.scenario import Scenario

FILE = Path(__file__).with_name("facts.json")
INTERVALS = ("first", "second", "difference")


def find_facts(scenario: Scenario) -> Facts | None:
    """Return what is kept of a scenario; `None` if it was not simulated as it is now."""
    facts = load_facts().get(scenario.service.name)
    return facts if facts and scenario.is_as_filed(facts.scenario_sha256) else None


@cache
def load_facts(file: Path = FILE) -> Mapping[str, Facts]:
    """Return what is kept, by the scenario's name; nothing where there is no file yet."""
    return read_beside(file, _read)


def write_facts(facts: Mapping[str, Facts], file: Path = FILE) -> None:
    """Write what is kept, in the order of the alphabet."""
    write_beside(file, facts, _write)
    load_facts.cache_clear()


def _write(facts: Facts) -> Json:
    measures = {
        name: {interval: as_json(getattr(compared, interval)) for interval in INTERVALS}
        for name, compared in facts.measures.items()
    }
    return {**as_json(facts), "measures": measures}


def _read(entry: Json) -> Facts:
    currency, turn = entry["currency"], entry["turn"]
    measures = {
        name: build_compared(name, currency, *(_read_interval(found[one]) for one in INTERVALS))
        for name, found in entry["measures"].items()
    }
    pairs = {name: tuple(entry[name]) for name in ("designs", "settle")}
    return Facts(**{**entry, **pairs, "measures": measures, "turn": turn and _read_turn(turn)})


def _read_interval(entry: Json | None) -> Interval | None:
    return None if entry is None else Interval(**entry)


def _read_turn(entry: Json) -> Turn:
    crossings = (Crossing(**{**one, "roots": tuple(one["roots"])}) for one in entry["crossings"])
    return Turn(**{**entry, "crossings": tuple(crossings)})
