"""Reading a file once, and no more of it than a scenario needs."""

import hashlib
import os
import tomllib
from pathlib import Path

from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario.files import list_services
from sim.scenario.parse import Raw
from sim.scenario.rules_raw import MOST_VALUES, is_too_large

MOST_BYTES, MOST_IN_LINE, MOST_PARTS = 1_000_000, 10_000, 20
"""Bytes of a file, characters of a line of it, and parts of a dotted key: far more than any needs.
The time that TOML takes to be read grows with the square of the last two."""


class _UnusableError(ValueError):
    """A file that cannot be a scenario's; its argument says why."""


def read_toml(path: Path) -> tuple[Raw, str]:
    """Read a TOML file; return its table, and the SHA-256 hash of its content.

    Raises
    ------
    ScenarioError
        If there is no such file, or it cannot be read, or is no TOML, or larger than a scenario is.
    """
    return parse_toml(read_content(path), str(path))


def parse_toml(content: bytes, where: str) -> tuple[Raw, str]:
    """Read the content of a TOML file; return its table, and the SHA-256 hash of it.

    Parameters
    ----------
    content
        All of it.
    where
        What problems name.

    Raises
    ------
    ScenarioError
        If it is no TOML, or larger than a scenario is.
    """
    if len(content) > MOST_BYTES:
        most = Message("larger than {most} MB, expected a scenario file", most=MOST_BYTES // 10**6)
        raise ScenarioError(where, [most])
    return _parse(content, where), hashlib.sha256(content).hexdigest()


def read_content(path: Path) -> bytes:
    """Return what a file holds, which may be a pipe without an end: a byte more than it may.

    Raises
    ------
    ScenarioError
        If there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ScenarioError(str(path), [_describe_access(error, path)]) from error


def _parse(content: bytes, where: str) -> Raw:
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        check_lines(text)
        raw = tomllib.loads(text)
        if is_too_large(raw):
            raise _UnusableError(
                Message(
                    "found too many keys and values, or too deep within each other, expected at "
                    "most {most} in all",
                    most=MOST_VALUES,
                )
            )
        return raw
    except (ValueError, RecursionError) as error:
        raise ScenarioError(where, [_describe_content(error)]) from error


def check_lines(text: str) -> None:
    """Check that a text can be read as TOML in no time.

    Raises
    ------
    ValueError
        If a line of it or a dotted key is longer than any needs to be.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_IN_LINE:
            raise _UnusableError(
                Message(
                    "line {line}: found {n} characters, expected at most {most}",
                    line=number,
                    n=len(line),
                    most=MOST_IN_LINE,
                )
            )
        parts = _count_parts(line)
        if parts > MOST_PARTS:
            raise _UnusableError(
                Message(
                    "line {line}: found a key of {n} parts, expected at most {most}",
                    line=number,
                    n=parts,
                    most=MOST_PARTS,
                )
            )


def _count_parts(line: str) -> int:
    """Return how many parts the key in a line has, at the most: what is no key has one."""
    head, equals, _ = line.lstrip().partition("=")
    return head.count(".") + 1 if equals or head.startswith("[") else 1


def _describe_access(error: Exception, path: Path) -> Message:
    if isinstance(error, FileNotFoundError):
        return Message(
            "no such file, expected a TOML file or the name of a service: {known}",
            known=", ".join(list_services()),
        )
    if os.path.isdir(path):
        return Message("found a folder, expected a TOML file")
    why = error.strerror if isinstance(error, OSError) else str(error)
    return Message("cannot be read: {why}", why=why)


def _describe_content(error: Exception) -> Message:
    if isinstance(error, _UnusableError):
        reason: Message = error.args[0]
        return reason
    if isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        return Message("not UTF-8 (at line {line}), expected a text file in UTF-8", line=line)
    if isinstance(error, RecursionError):
        return Message("not TOML: tables or lists lie too deep within each other")
    return Message("not TOML: {problem}", problem=str(error))
