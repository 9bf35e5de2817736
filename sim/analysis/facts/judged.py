"""What was simulated of the report's figures, kept in a file beside the code.

Verdicts are not kept: they are judged from the intervals and the scenario's file, as in
`judge_evidence`, so that tolerances, claims and notes are always those of the files.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sim.analysis.evidence import EvidenceRow, Simulated, build_rows
from sim.message import Message
from sim.results import Interval, Json, as_json, read_beside, write_beside
from sim.scenario import Scenario

FILE = Path(__file__).with_name("judged.json")
EVIDENCE_REPLICATIONS = 20
"""As in ``requisite evidence``."""


class Judged(NamedTuple):
    """What is kept of a service."""

    scenario_sha256: str
    """Hash of its file."""
    fingerprint: str
    """What the model that simulated it yields of every design in the file."""
    seed: int
    replications: int
    figures: tuple[Simulated, ...]
    """What was simulated of each row of its evidence, in their order."""


def find_judged(scenario: Scenario) -> list[EvidenceRow] | None:
    """Return the judged figures of a service; `None` if they are not kept as it is now."""
    kept = load_judged().get(scenario.service.name)
    if kept is None or not scenario.is_as_filed(kept.scenario_sha256):
        return None
    return list(build_rows(scenario, kept.figures))


@cache
def load_judged(file: Path = FILE) -> Mapping[str, Judged]:
    """Return what is kept, by service; nothing where there is no file yet."""
    return read_beside(file, _read)


def write_judged(judged: Mapping[str, Judged], file: Path = FILE) -> None:
    """Write what is kept, in the order of the alphabet."""
    write_beside(file, judged, _write)
    load_judged.cache_clear()


def _write(judged: Judged) -> Json:
    return {**as_json(judged), "figures": list(map(_write_figure, judged.figures))}


def _write_figure(figure: Simulated) -> Json:
    return {"interval": as_json(figure.interval), "reason": _write_reason(figure.reason)}


def _write_reason(reason: Any) -> Any:
    """Return a message in parts, so that it can be said in another language later."""
    if not isinstance(reason, Message):
        return reason
    filled = {name: _write_reason(value) for name, value in reason.parameters.items()}
    return {"template": reason.template, "plural": reason.plural, "filled": filled}


def _read(entry: Json) -> Judged:
    figures: Sequence[Json] = entry["figures"]
    return Judged(**{**entry, "figures": tuple(map(_read_figure, figures))})


def _read_figure(entry: Json) -> Simulated:
    interval = entry["interval"]
    return Simulated(interval and Interval(**interval), _read_reason(entry["reason"]))


def _read_reason(reason: Any) -> Any:
    if not isinstance(reason, dict):
        return reason
    filled = {name: _read_reason(value) for name, value in reason["filled"].items()}
    one, many = reason["template"], reason["plural"]
    return Message(one, **filled) if many is None else Message.counted(one, many, **filled)
