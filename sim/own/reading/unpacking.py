"""Unpacking no more than a file may hold: gzip, and the parts of a workbook."""

import io
import zipfile
import zlib

from sim.errors import ScenarioError
from sim.message import Message
from sim.own.reading.limits import check_unpacked, refuse

GZIP_WINDOW = zlib.MAX_WBITS | 16
BLOCK = 4_000_000
"""Bytes that are unpacked at a time."""
MOST_PARTS = 2_000
"""Of a workbook."""
NOT_WHOLE = Message("ends too soon or is damaged; get the file again")


def unpack_gzip(content: bytes, name: str) -> bytes:
    """Return what is packed in a file, which may be several files one after the other.

    Raises
    ------
    ScenarioError
        If it is damaged, or holds more than can be held.
    """
    found, rest, size = io.BytesIO(), content, 0
    try:
        while rest.strip(b"\0"):  # some tools fill the last block up with zeros
            unpacking = zlib.decompressobj(GZIP_WINDOW)
            while not unpacking.eof:
                part = unpacking.decompress(rest, BLOCK)
                rest = unpacking.unconsumed_tail
                if not part and not rest and not unpacking.eof:
                    raise refuse(name, NOT_WHOLE)
                size += found.write(part)
                check_unpacked(name, len(content), size)
            rest = unpacking.unused_data
    except zlib.error as error:
        raise refuse(name, NOT_WHOLE) from error
    return found.getvalue()


def unpack_workbook(content: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a workbook that hold its cells, each unpacked and measured.

    What an archive says of its own size may be untrue, so each part is unpacked here, and only
    what was unpacked is read further: no pictures, no programs.

    Raises
    ------
    ScenarioError
        If it is damaged, is no workbook, or holds more than can be held.
    """
    parts: dict[str, bytes] = {}
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise refuse(name, Message("found too many parts in it, expected a workbook"))
            for part in archive.infolist():
                if not part.filename.endswith((".xml", ".rels")) or part.filename in parts:
                    continue
                check_unpacked(name, len(content), size + part.file_size)
                with archive.open(part) as stream:
                    parts[part.filename] = stream.read(part.file_size + 1)
                size += len(parts[part.filename])
                check_unpacked(name, len(content), size)
    except ScenarioError:
        raise
    except RuntimeError as error:  # of what is locked with a password
        locked = Message("locked with a password, expected a workbook that opens without one")
        raise refuse(name, locked) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, KeyError) as error:
        raise refuse(name, NOT_WHOLE) from error
    return parts


def store(parts: dict[str, bytes]) -> io.BytesIO:
    """Return an archive of parts, in which nothing is packed."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    found.seek(0)
    return found
