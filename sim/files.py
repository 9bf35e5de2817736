"""The one way to write a file: whole or not at all, and over none unasked.

What is written goes to a temporary file beside the real one, reaches the disk, and is then moved
into its place. So at every moment there is what was there before, or all that is new. Links stay
links: it is the file behind them that is written.
"""

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sim.errors import RunError, mismatch
from sim.message import Message

UNFINISHED = ".requisite-"
"""How the name of a temporary file begins."""
OTHER_KINDS = (
    (stat.S_ISDIR, Message("a folder")),
    (stat.S_ISCHR, Message("a device")),
    (stat.S_ISBLK, Message("a device")),
    (stat.S_ISFIFO, Message("a pipe")),
    (stat.S_ISSOCK, Message("a socket")),
)
"""What may stand under a name and is no file to be written."""
PRIVATE = 0o600
"""The mode of what may come to replace a file that only its owner reads."""
NO_WORKING_FOLDER = Message("the folder in which you stand is no longer there")
NOT_THERE = (FileNotFoundError, NotADirectoryError)
NO_HARD_LINKS = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems say that know no hard links, as those of memory cards and of some networks."""


def check_writable(path: str | Path, *, overwrite: bool) -> Path:
    """Check that a file may be written, before the work that it is to hold is done.

    Parameters
    ----------
    path
        The file, or a link to it.
    overwrite
        Whether a file that is there is to be replaced.

    Returns
    -------
    The file itself, behind all links.

    Raises
    ------
    RunError
        If something else stands there, or a file that is not to be replaced or may not be, or if
        there is no folder for it that may be written to.
    """
    file = _follow(path)
    found = _look_at(path)
    if found is not None:
        _check_found(path, found, overwrite)
    _check_folder(path, file.parent)
    return file


def check_apart(paths: Iterable[str | Path]) -> None:
    """Check that no file is asked for twice, be it under two names.

    Raises
    ------
    RunError
        If one is.
    """
    seen: set[object] = set()
    for path in paths:
        found = _look_at(path)
        names = {_follow(path)} if found is None else {_follow(path), (found.st_dev, found.st_ino)}
        if names & seen:
            raise RunError(Message("{file}: asked for twice; name two files", file=path))
        seen |= names


def check_ending(path: str | Path, endings: Iterable[str]) -> None:
    """Check that a name ends as one of a format that can be written: ``.csv``.

    Raises
    ------
    RunError
        If it does not.
    """
    known, ending = tuple(endings), Path(path).suffix
    if ending.lower() not in known:
        wanted = Message("a name that ends in {endings}", endings=_list(known))
        raise RunError(mismatch(str(path), ending or Message("no ending"), wanted))


@contextmanager
def writing(path: str | Path, *, overwrite: bool = False, mode: int = 0o666) -> Iterator[BinaryIO]:
    """Open a file to be written; it is put in its place when all has been written without fault.

    Parameters
    ----------
    path
        The file, or a link to it.
    overwrite
        Whether to replace a file that is there; its mode is kept.
    mode
        Who may do what with a new file, less what the process's umask takes away.

    Raises
    ------
    RunError
        If the file may not be written, or cannot be.
    """
    file = check_writable(path, overwrite=overwrite)
    unfinished = _name_unfinished(file.parent)
    begun_with = PRIVATE if file.exists() else mode
    try:
        with open(unfinished, "xb", opener=partial(os.open, mode=begun_with)) as stream:
            yield stream
            stream.flush()
            if file.exists():
                _take_over_mode(stream.fileno(), file.stat())
            os.fsync(stream.fileno())
        _put_in_place(unfinished, file, overwrite)
    except FileExistsError:
        raise _refuse_to_replace(path) from None
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    _sync(file.parent)


def write_text(path: str | Path, text: str, *, overwrite: bool = False) -> None:
    """Write a text file, in UTF-8: see `writing`."""
    with writing(path, overwrite=overwrite) as stream:
        stream.write(text.encode())


def _list(endings: tuple[str, ...]) -> Message:
    *first, last = endings
    if not first:
        return Message.verbatim(last)
    return Message("{first} or {last}", first=", ".join(first), last=last)


def _follow(path: str | Path) -> Path:
    try:
        return Path(os.path.realpath(path))
    except FileNotFoundError:
        raise RunError(Message("{file}: {why}", file=path, why=NO_WORKING_FOLDER)) from None


def _look_at(path: str | Path) -> os.stat_result | None:
    """Return what stands under a name; `None` if nothing does."""
    try:
        return os.stat(path)
    except NOT_THERE:
        return None
    except OSError as error:  # a name that is too long, links in a circle, no permission
        raise _cannot(path, error) from error


def _check_found(path: str | Path, found: os.stat_result, overwrite: bool) -> None:
    if not stat.S_ISREG(found.st_mode):
        kinds = (kind for is_kind, kind in OTHER_KINDS if is_kind(found.st_mode))
        wanted = Message("the name of a file to write")
        raise RunError(mismatch(str(path), next(kinds, Message("a device")), wanted))
    if not overwrite:
        raise _refuse_to_replace(path)
    try:
        # To open it asks for permission; a move would replace a read-only file as well.
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
    except OSError as error:
        raise _cannot(path, error) from error


def _check_folder(path: str | Path, folder: Path) -> None:
    if not os.path.isdir(folder):
        raise RunError(
            Message("{file}: there is no folder {folder}; make it first", file=path, folder=folder)
        )
    unfinished = _name_unfinished(folder)
    try:
        open(unfinished, "xb").close()
        unfinished.unlink()
    except OSError as error:  # also of a disk that can only be read
        why = error.strerror or str(error)
        raise RunError(
            Message(
                "{file}: nothing can be written to the folder {folder}: {why}",
                file=path,
                folder=folder,
                why=why,
            )
        ) from error


def _name_unfinished(folder: Path) -> Path:
    return folder / f"{UNFINISHED}{secrets.token_hex(8)}"


def _refuse_to_replace(path: str | Path) -> RunError:
    return RunError(
        Message("{file}: there is such a file already; name another, or say --force", file=path)
    )


def _cannot(path: str | Path, error: OSError) -> RunError:
    why = error.strerror or str(error)
    return RunError(Message("{file}: cannot be written: {why}", file=path, why=why))


def _take_over_mode(descriptor: int, replaced: os.stat_result) -> None:
    """Give an open file owner and mode of the one that it is to replace."""
    with suppress(PermissionError):  # who is not root gives nothing away
        os.fchown(descriptor, replaced.st_uid, replaced.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(replaced.st_mode) & 0o777)


def _put_in_place(unfinished: Path, file: Path, overwrite: bool) -> None:
    """Move a file to its name; unlike a move, a link fails if another has appeared there."""
    if overwrite:
        unfinished.replace(file)
        return
    try:
        os.link(unfinished, file)
    except OSError as error:
        if error.errno not in NO_HARD_LINKS:
            raise
        if os.path.lexists(file):
            raise FileExistsError from None
        unfinished.replace(file)


def _sync(folder: Path) -> None:
    """Let a new name reach the disk; not every file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
