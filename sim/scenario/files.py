"""Where scenario files are, and how one is read."""

import hashlib
import tomllib
from pathlib import Path

from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario.keys import nearest
from sim.scenario.parse import Raw

_IN_WHEEL = Path(__file__).parents[1] / "shipped_scenarios"
_IN_CHECKOUT = Path(__file__).parents[2] / "scenarios"


def list_services() -> list[str]:
    """Return the names of the services that are shipped, in the order of the alphabet."""
    return sorted(path.stem for path in shipped_folder().glob("*.toml"))


def shipped_folder() -> Path:
    """Return the folder of the shipped files: inside the package in a wheel, beside it before."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def find_file(service: str | Path) -> Path:
    """Return the file of a service: of a shipped one by its name, or of a path to a TOML file.

    Raises
    ------
    ScenarioError
        If it is neither.
    """
    known = list_services()
    if isinstance(service, str) and service in known:
        return shipped_folder() / f"{service}.toml"
    path = Path(service)
    if isinstance(service, str) and path.name == service and not (path.suffix or path.exists()):
        raise ScenarioError(service, [_refuse(service, known)])
    return path


def _refuse(service: str, known: list[str]) -> Message:
    hint = nearest(service, known)
    if not hint.startswith("did"):  # it lists them all
        return Message("no service of this name, {hint}", hint=hint)
    return Message(
        "no service of this name, {hint} Shipped: {known}", hint=hint, known=", ".join(known)
    )


def read_toml(path: Path) -> tuple[Raw, str]:
    """Read a TOML file; return its table, and the SHA-256 hash of its content.

    Raises
    ------
    ScenarioError
        If there is no such file, or it cannot be read, or is no TOML.
    """
    try:
        content = path.read_bytes()
        table = tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except (OSError, ValueError, RecursionError) as error:
        raise ScenarioError(str(path), [_describe(error, path)]) from error
    return table, hashlib.sha256(content).hexdigest()


def _describe(error: Exception, path: Path) -> Message:
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return Message("not UTF-8 (at line {line}), expected a text file in UTF-8", line=line)
    if isinstance(error, tomllib.TOMLDecodeError):
        return Message("not TOML: {problem}", problem=str(error))
    if isinstance(error, FileNotFoundError):
        return Message(
            "no such file, expected a TOML file or the name of a service: {known}",
            known=", ".join(list_services()),
        )
    if path.is_dir():
        return Message("found a folder, expected a TOML file")
    why = error.strerror if isinstance(error, OSError) else str(error)
    return Message("cannot be read: {why}", why=why)
