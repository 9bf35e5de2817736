"""Compile the engine into a library: ``python -m sim.cli.build_engine``, as ``make install`` does.

Where that is not possible it is told, and is no fault: the first command then compiles.
"""

import os

from sim.cli.output import complain
from sim.cli.progress import ProgressBar, stopping_at_once
from sim.errors import RequisiteError
from sim.words import command_line as words
from sim.words import say, say_error


def main() -> None:
    """Build the library, unless it is there already."""
    from sim.engines.fast.machine.library import find_library
    from sim.engines.fast.target import find_target

    if find_library().simulate_batch is not None:
        return
    complain(say(words.COMPILING_ONCE))
    try:
        target = find_target()
        _settle(target.environment)
        with stopping_at_once(), ProgressBar(words.COMPILING) as waiting:
            from sim.engines.fast.building import build_library

            build_library(target, waiting.tell)
    except RequisiteError as error:
        complain(say(words.NOT_COMPILED, why=say_error(error)))
    except OSError as error:  # such as a full disk
        complain(say(words.NOT_COMPILED, why=error.strerror or str(error)))


def _settle(environment: dict[str, str]) -> None:
    """Have Numba compile as it is told here, whatever it is told otherwise."""
    for name in [name for name in os.environ if name.startswith("NUMBA_")]:
        del os.environ[name]
    os.environ.update(environment)


if __name__ == "__main__":
    main()
