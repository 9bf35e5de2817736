"""Make the library: compile the engine for any machine of a kind, and link what comes of it.

Numba compiles for a generic processor, at the level at which it compiles otherwise. What nobody
outside calls is dropped; what is left calls nothing but what every C library has. So one library
serves every such machine, whatever its version of Python.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import llvmlite.binding as llvm
import numba
import numpy as np
from numba.core import event
from numba.core.event import Listener

from sim.engines.fast import batch
from sim.engines.fast.machine import library, records
from sim.engines.fast.machine.compiled import compiled, config
from sim.engines.fast.machine.sealed import find_stranger
from sim.engines.fast.target import Target
from sim.errors import RunError
from sim.files import check_writable, writing
from sim.message import Message

PROVIDED = {"memcpy", "memmove", "memset"}
"""What the library may leave to the process that loads it."""
STEPS, LAST_STEPS = 717, 140
"""Functions to compile, more or less; and how many take as long as the optimiser in the end."""
typeof: Any = numba.typeof
"""Numba's word for the type of a value, of which it does not say the type."""
LEVEL = 1
"""Of LLVM's code generation, as of `sim.engines.fast.machine.compiled`."""
Tell = Callable[[int, int], None]
"""Is told how many steps are done, of how many."""


class _Steps(Listener):
    """Counts the functions that are compiled; the last one waits for the optimiser."""

    def __init__(self, tell: Tell) -> None:
        self._tell, self._done = tell, 0

    def on_start(self, event: Any) -> None:
        """Do nothing."""

    def on_end(self, event: Any) -> None:
        """Tell of one more."""
        self._done = min(self._done + 1, STEPS)
        self._tell(self._done, STEPS + LAST_STEPS)


def build_library(target: Target, tell: Tell, folder: Path = library.FOLDER) -> Path:
    """Compile and link the engine, and put it where it is looked for, in place of older ones.

    Parameters
    ----------
    target
        What to compile for, and with what to link; Numba was imported in its environment.
    tell
        Is told how far it is.
    folder
        Where to put it.

    Raises
    ------
    RunError
        If it cannot be made on this machine, or cannot be written.
    """
    path = folder / library.name_library()
    _prepare(path)
    compiled_code = _compile(target.processor, tell)
    with TemporaryDirectory(dir=folder) as drafts:  # code is not loaded from every disk
        linked = _link(compiled_code, target.linker, Path(drafts))
        library.load_library(linked)(np.zeros(1, records.WORLD))
        content = linked.read_bytes()
    with writing(path, mode=0o644) as stream:
        stream.write(library.seal(path.name, content))
    _remove_others(path)
    return path


def _prepare(path: Path) -> None:
    """Make a place for the library; refuse a folder in which somebody else may put something."""
    folder = path.parent
    try:
        folder.mkdir(mode=0o755, exist_ok=True)
        problem = find_stranger(folder.lstat(), folder)
        if problem is not None:
            raise RunError(problem)
        path.unlink(missing_ok=True)  # with its mode
    except OSError as error:
        raise RunError(Message.verbatim(f"{folder}: {error.strerror}")) from error
    check_writable(path, overwrite=False)


def _remove_others(path: Path) -> None:
    """Remove libraries of other sources, for machines of this kind."""
    kind, _, _ = path.name.rpartition("-")
    for other in path.parent.glob(f"{kind}-*.so"):
        if other != path:
            other.unlink(missing_ok=True)


def _compile(processor: str, tell: Tell) -> bytes:
    """Return the engine as an object file."""
    if (processor, "") != (config.CPU_NAME, config.CPU_FEATURES):
        raise RuntimeError("Numba was imported to compile for another processor")
    # What Numba has wrapped holds the plain function, which its type does not say.
    entrance: Any = compiled(batch.simulate_batch.py_func)  # type: ignore[attr-defined]
    with event.install_listener("numba:compile", _Steps(tell)):
        entrance.compile((typeof(np.zeros(1, records.WORLD)),))
    (made,) = entrance.overloads.values()
    if made.library.has_dynamic_globals:
        raise RuntimeError("compiled code holds addresses of the process that compiled it")
    return _emit(str(made.library._final_module), made.fndesc.llvm_func_name, processor)


def _emit(assembly: str, entrance: str, processor: str) -> bytes:
    """Return an object file that offers one function, and can be loaded anywhere in memory."""
    module = llvm.parse_assembly(assembly)
    module.get_function(entrance).name = library.ENTRANCE
    for named in (*module.functions, *module.global_variables):
        if not named.is_declaration and named.name != library.ENTRANCE:
            named.linkage = "internal"
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=processor, features="", opt=LEVEL, reloc="pic", codemodel="small"
    )
    passes = llvm.create_new_module_pass_manager()
    passes.add_global_dead_code_eliminate_pass()
    passes.run(module, llvm.create_pass_builder(machine, llvm.create_pipeline_tuning_options()))
    wanting = {f.name for f in module.functions if f.is_declaration} - PROVIDED
    if unknown := {name for name in wanting if not name.startswith("llvm.")}:
        raise RuntimeError(f"compiled code calls {sorted(unknown)}")
    return bytes(machine.emit_object(module))


def _link(compiled_code: bytes, linker: str, folder: Path) -> Path:
    """Return the library that a linker makes of an object file."""
    draft, linked = folder / "engine.o", folder / "engine.so"
    draft.write_bytes(compiled_code)
    command = (linker, "-shared", "--strip-all", "-z", "noexecstack", "-o", linked, draft)
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode:
        raise RunError(Message("{linker} fails: {why}", linker=linker, why=told.stderr.strip()))
    return linked
