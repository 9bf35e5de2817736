"""Reading a bundle that somebody else may have made: nothing in it is taken on trust.

Nothing is unpacked by the names in it: only files of known names are read, none larger than it says
and all together no more than `MOST_BYTES`, and every one must have the hash that the index tells.
"""

import json
import stat
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from sim.errors import RunError
from sim.message import Message
from sim.report.bundle.contents import (
    FORM,
    INDEX,
    MOST_BYTES,
    NEEDED,
    OF_SERIES,
    TABLE,
    Bundle,
    Table,
    hash_of,
    is_known,
)

ENCRYPTED = 0x1
UNREADABLE = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError)
UNPACKING = (zlib.error, struct.error, IndexError, OverflowError)


def read_bundle(path: str | Path) -> Bundle:
    """Read a bundle, and check that all in it is as it was when it was packed.

    Raises
    ------
    RunError
        If it is none, is damaged, or holds what no bundle holds.
    """
    files = _read_files(Path(path))
    missing = sorted(NEEDED - files.keys())
    if missing:
        raise _refuse(path, Message("it has no {names}", names=", ".join(missing)))
    index = _read_index(path, files[INDEX])
    _check_hashes(path, files, index["files"])
    series = index.get(OF_SERIES)
    return Bundle(Table(**index[TABLE]), index["made_with"], files, series and Table(**series))


def _read_files(path: Path) -> dict[str, bytes]:
    try:
        if path.stat().st_size > 2 * MOST_BYTES:
            raise _refuse(path, _tell_size())
        with ZipFile(path) as archive:
            members = archive.infolist()
            _check_members(path, members)
            return {member.filename: _read(path, archive, member) for member in members}
    except OSError as error:
        raise _refuse(path, Message.verbatim(error.strerror or str(error))) from error
    except (*UNREADABLE, *UNPACKING) as error:
        raise _refuse(path, Message("it is no whole ZIP file")) from error


def _check_members(path: Path, members: Sequence[ZipInfo]) -> None:
    """Check names, kinds and sizes, before anything is read."""
    names = [member.filename for member in members]
    strange = [member.filename for member in members if not _is_plain(member)]
    if strange or len(names) != len(set(names)):
        told = ", ".join(strange[:3] or ["?"])
        raise _refuse(path, Message("it holds what no bundle holds: {names}", names=told))
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise _refuse(path, _tell_size())


def _is_plain(member: ZipInfo) -> bool:
    """Tell whether a member is a file of a known name: no link, no folder, no other place."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    is_file = kind in (0, stat.S_IFREG) and not member.flag_bits & ENCRYPTED
    return is_file and is_known(member.orig_filename)


def _read(path: Path, archive: ZipFile, member: ZipInfo) -> bytes:
    with archive.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) != member.file_size:
        raise _refuse(path, Message("{name} is not as long as it says", name=member.filename))
    return content


def _read_index(path: str | Path, content: bytes) -> dict[str, Any]:
    try:
        index = json.loads(content)
        is_right = index["form"] == FORM and _is_of_texts(index["files"])
        is_right = is_right and _is_of_texts(index["made_with"])
        tables = [index[TABLE], *([index[OF_SERIES]] if index.get(OF_SERIES) else [])]
        if is_right and all(isinstance(Table(**table).rows, int) for table in tables):
            return dict(index)
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    wanted = Message("{name} cannot be read by this version; take a newer one", name=INDEX)
    raise _refuse(path, wanted)


def _is_of_texts(table: Any) -> bool:
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())


def _check_hashes(path: str | Path, files: Mapping[str, bytes], hashes: Mapping[str, str]) -> None:
    """Check that each file is as it was, and that none was added or taken away."""
    found = {name: hash_of(content) for name, content in files.items() if name != INDEX}
    names = sorted(found.keys() | hashes.keys())
    changed = [name for name in names if found.get(name) != hashes.get(name)]
    if changed:
        raise _refuse(
            path, Message("not as when it was bundled: {names}", names=", ".join(changed[:10]))
        )


def _tell_size() -> Message:
    return Message("it is larger than a bundle may be ({n} MB)", n=MOST_BYTES // 1_000_000)


def _refuse(path: str | Path, why: Message) -> RunError:
    return RunError(
        Message(
            "{file}: is no bundle that can be reproduced: {why}; get it anew from where it was "
            "published",
            file=str(path),
            why=why,
        )
    )
