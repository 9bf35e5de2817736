"""What is kept of the shipped scenarios, in a file beside the code.

It is told of a scenario only where its file is the one that was simulated, to the last byte, and
nothing in it has been changed. A test says when the model yields something else than it did.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sim.analysis.breakeven import Crossing
from sim.analysis.comparison import Compared
from sim.analysis.facts.facts import Facts, Turn, build_compared
from sim.analysis.facts.mended import COST, Mended
from sim.analysis.facts.premises import Premise
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
    mended = facts.mended and {
        **as_json(facts.mended),
        "measures": _write_measures(facts.mended.measures),
    }
    parts = {
        "measures": _write_measures(facts.measures),
        "mended": mended,
        "premises": {name: _write_premise(one) for name, one in facts.premises.items()},
    }
    return {**as_json(facts._replace(premises={})), **parts}


def _write_premise(premise: Premise) -> Json:
    return {"settles": premise.settles, **_write_measures({COST: premise.cost})}


def _write_measures(measures: Mapping[str, Compared]) -> Json:
    return {
        name: {interval: as_json(getattr(compared, interval)) for interval in INTERVALS}
        for name, compared in measures.items()
    }


def _read(entry: Json) -> Facts:
    currency, turn = entry["currency"], entry["turn"]
    mended = entry.get("mended")  # entries older than this field have none
    parts = {
        "measures": _read_measures(entry["measures"], currency),
        "turn": turn and _read_turn(turn),
        "mended": mended and _read_mended(mended, currency),
        "premises": {
            name: _read_premise(one, currency) for name, one in entry.get("premises", {}).items()
        },
    }
    pairs = {name: tuple(entry[name]) for name in ("designs", "settle")}
    return Facts(**{**entry, **pairs, **parts})


def _read_measures(entry: Json, currency: str) -> dict[str, Compared]:
    return {
        name: build_compared(name, currency, *(_read_interval(found[one]) for one in INTERVALS))
        for name, found in entry.items()
    }


def _read_mended(entry: Json, currency: str) -> Mended:
    second = {name: _read_interval(found) for name, found in entry["second"].items()}
    measures = _read_measures(entry["measures"], currency)
    return Mended(**{**entry, "measures": measures, "second": second})


def _read_premise(entry: Json, currency: str) -> Premise:
    return Premise(entry["settles"], _read_measures({COST: entry[COST]}, currency)[COST])


def _read_interval(entry: Json | None) -> Interval | None:
    return None if entry is None else Interval(**entry)


def _read_turn(entry: Json) -> Turn:
    crossings = (Crossing(**{**one, "roots": tuple(one["roots"])}) for one in entry["crossings"])
    return Turn(**{**entry, "crossings": tuple(crossings)})
