"""Compiled code as it is kept: Numba's part in it is to make code into bytes and back.

Numba's own cache reads whatever stands in its folder. A damaged file of its ends the process, and
what somebody else has put there is run. Ours is sealed, and one that is not sound is compiled anew.

Of several processes that need it at one time, one compiles; the others wait, and fetch it then.
"""

import fcntl
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from numba.core import compiler, serialize
from numba.core.caching import _Cache

from sim.engines.fast.machine.cache import CODE
from sim.engines.fast.machine.sealed import read_sealed, write_sealed
from sim.errors import RunError
from sim.message import Message

dumps: Any = serialize.dumps
CompileResult: Any = compiler.CompileResult
"""Numba's way to bytes and back, of which it does not say the types."""


class KeptCode(_Cache):
    """The code of one compiled function, in a file.

    Attributes
    ----------
    problem
        Why the code could not be kept, after that was tried.
    """

    def __init__(self, function: Callable[..., Any], folder: Path) -> None:
        self._file = folder / f"{function.__name__}{CODE}"
        self.problem: Message | None = None
        self._turn: int | None = None

    @property
    def cache_path(self) -> str:
        """The folder."""
        return str(self._file.parent)

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        """Return the code for a signature; `None` if there is none that is sound.

        Then whoever asked compiles, and has the turn to do so until the code is kept.
        """
        found = self._read(sig, target_context)
        if found is None and self._turn is None:
            self._turn = _await_turn(self._file.parent)
            found = self._read(sig, target_context)
        if found is not None:
            self._end_turn()
        return found

    def _read(self, sig: Any, target_context: Any) -> Any:
        content = read_sealed(self._file)
        if content is None:
            return None
        kept_for, code = pickle.loads(content)
        if kept_for != _key(sig, target_context.codegen()):
            return None
        target_context.refresh()
        return CompileResult._rebuild(target_context, *code)

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep the code for a signature; a disk that is full is no fault of the run."""
        try:
            if not data.library.has_dynamic_globals:  # addresses of this process
                write_sealed(self._file, dumps((_key(sig, data.codegen), data._reduce())))
        except RunError as error:
            self.problem = error.args[0]
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        if self._turn is not None:
            os.close(self._turn)
            self._turn = None

    def enable(self) -> None:
        """Do nothing: it is on where there is a folder."""

    def disable(self) -> None:
        """Do nothing."""

    def flush(self) -> None:
        """Do nothing: what is compiled anew takes the place of what is there."""


def _await_turn(folder: Path) -> int | None:
    """Wait until no other process compiles; return what holds the turn until it is closed.

    `None` where a folder cannot be locked: then several compile the same, which does no harm.
    """
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor
    return None


def find_problem(function: Any) -> Message | None:
    """Return why the code of a function could not be kept, if that was tried in vain."""
    problem: Message | None = getattr(getattr(function, "_cache", None), "problem", None)
    return problem


def _key(signature: Any, codegen: Any) -> tuple[Any, ...]:
    """Return what code is for: types of arguments and a processor."""
    return signature, codegen.magic_tuple()
