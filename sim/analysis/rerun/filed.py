"""A comparison as JSON has it, read back from a file and checked."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from sim.errors import RunError
from sim.message import Message
from sim.results import Json

MOST_BYTES = 20_000_000
"""A comparison has about 200,000; whatever is larger by far is something else."""
NOT_A_RESULT = Message(
    "it is not what `requisite compare --json` writes; only a comparison can be made again"
)
WANTED: dict[str, type | tuple[type, ...]] = {
    "service": str,
    "seed": int,
    "replications": int,
    "days": int,
    "designs": list,
    "measures": dict,
    "provenance": dict,
}
WANTED_OF_PROVENANCE: dict[str, type | tuple[type, ...]] = {
    "version": str,
    "engine": str,
    "python": str,
    "packages": dict,
    "scenario_file": (str, type(None)),
    "scenario_sha256": (str, type(None)),
    "asked": list,
    "warm_up_day": int,
    "run_out_days": int,
    "replications_rule": str,
}


class FiledResult(NamedTuple):
    """A comparison that was written as JSON: what to run again, and what it yielded."""

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, ...]
    measures: Json
    """Each measure, as `Comparison.to_dict` has it."""
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
    if not _has(found, WANTED) or not _has(found["provenance"], WANTED_OF_PROVENANCE):
        raise _refuse(path, NOT_A_RESULT)
    if not all(isinstance(measure, dict) for measure in found["measures"].values()):
        raise _refuse(path, NOT_A_RESULT)
    texts = (*found["designs"], *found["provenance"]["asked"])
    if not all(isinstance(text, str) for text in texts):
        raise _refuse(path, NOT_A_RESULT)
    parts = {name: found[name] for name in FiledResult._fields}
    return FiledResult(**{**parts, "designs": tuple(found["designs"])})


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


def _has(part: Any, wanted: dict[str, type | tuple[type, ...]]) -> bool:
    """Tell whether a part of a result has all that is wanted, each of its kind."""
    return isinstance(part, dict) and all(
        name in part and isinstance(part[name], kind) for name, kind in wanted.items()
    )
