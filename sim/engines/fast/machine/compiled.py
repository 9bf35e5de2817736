"""How the engine's functions are compiled."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
from numba import njit

from sim.engines.fast.machine.cache import Place, find_place
from sim.engines.fast.machine.kept_code import KeptCode

config: Any = numba.config
"""Numba's settings, of which it does not say what they are."""
AnyFunction = TypeVar("AnyFunction", bound=Callable[..., Any])

# No fast-math: the reals that there are must come out as they do in Python.
OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
BARE: dict[str, Any] = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True}
# One pass of the optimiser does: more take a third longer to compile and gain nothing measurable.
config.OPT = type(config.OPT)(1)

PLACE = Place(None) if config.DISABLE_JIT else find_place()


def entrance(function: AnyFunction) -> AnyFunction:
    """Compile a function that Python calls, with all that it calls, and keep what comes of it."""
    dispatcher = njit(**OPTIONS)(function)
    if PLACE.folder is not None:
        dispatcher._cache = KeptCode(function, PLACE.folder)
    return cast(AnyFunction, dispatcher)


def compiled(function: AnyFunction) -> AnyFunction:
    """Compile a function that stays a call: one that is big, and seldom called."""
    return cast(AnyFunction, njit(**BARE, **OPTIONS)(function))


def inlined(function: AnyFunction) -> AnyFunction:
    """Compile a function into its callers, and for no one else: it costs less to compile so."""
    return cast(AnyFunction, njit(forceinline=True, **BARE, **OPTIONS)(function))
