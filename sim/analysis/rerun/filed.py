"""A comparison as JSON has it, read back from a file and checked."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from sim.analysis.rerun.form import find_fault
from sim.errors import RunError
from sim.message import Message
from sim.results import Json
from sim.scenario.rules_raw import check_texts

MOST_BYTES = 20_000_000
"""A comparison has about 200,000; whatever is larger by far is something else."""
NOT_A_RESULT = Message(
    "it is not what `requisite compare --json` writes; only a comparison can be made again"
)


class FiledResult(NamedTuple):
    """A comparison that was written as JSON: what to run again, and what it yielded."""

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, ...]
    measures: Json
    busiest: Json
    settling: Json
    """Each measure, and what is told of each design, as `Comparison.to_dict` has it."""
    provenance: Json

    @property
    def changes(self) -> tuple[str, ...]:
        """The changes that were asked for."""
        return tuple(self.provenance["asked"])


def load_result(path: Path) -> FiledResult:
    """Read a comparison from a JSON file.

    Raises
    ------
    RunError
        If there is none, it cannot be read, or it is something else.
    """
    found = _read_json(path)
    _check_form(path, found)
    parts = {name: found[name] for name in FiledResult._fields}
    return FiledResult(**{**parts, "designs": tuple(found["designs"])})


def _check_form(path: Path, found: Any) -> None:
    fault = find_fault(found)
    if fault is not None:
        is_other = not isinstance(found, dict) or not found.keys() >= set(FiledResult._fields)
        raise _refuse(path, NOT_A_RESULT if is_other or not fault else _tell_damage(fault))
    for problem in check_texts(found):
        raise _refuse(path, problem)


def _tell_damage(place: str) -> Message:
    return Message("{key} is not as `requisite compare --json` writes it", key=place)


def _read_json(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise _refuse(path, NOT_A_RESULT)
        return json.loads(content)
    except OSError as error:
        raise _refuse(path, Message.verbatim(error.strerror or str(error))) from error
    except (ValueError, RecursionError) as error:
        raise _refuse(path, NOT_A_RESULT) from error


def _refuse(path: Path, why: Message) -> RunError:
    return RunError(Message("{file} cannot be made again: {why}", file=str(path), why=why))
