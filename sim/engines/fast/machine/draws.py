"""Keyed draws, compiled: bit for bit those of `sim.random.keyed`."""

from typing import Any

import numpy as np

from sim.engines.fast.machine.arrays import tables_of
from sim.engines.fast.machine.compiled import inlined
from sim.random import keyed
from sim.random.tables import SLICES

BY_STREAM = np.uint64(keyed.BY_STREAM)
BY_A = np.uint64(keyed.BY_A)
BY_B = np.uint64(keyed.BY_B)
BY_C = np.uint64(keyed.BY_C)
MIX_1, MIX_2 = np.uint64(keyed.MIX_1), np.uint64(keyed.MIX_2)
S_11, S_27, S_30, S_31 = np.uint64(11), np.uint64(27), np.uint64(30), np.uint64(31)


@inlined
def mix(z: Any) -> Any:
    """Return the SplitMix64 finaliser of a 64-bit number."""
    z = (z ^ (z >> S_30)) * MIX_1
    z = (z ^ (z >> S_27)) * MIX_2
    return z ^ (z >> S_31)


@inlined
def uniform(key: Any, stream: Any, a: Any = 0, b: Any = 0, c: Any = 0) -> float:
    """Draw a number in [0, 1) that belongs to a key, a stream and up to three parts of meaning."""
    z = key + np.uint64(stream.value) * BY_STREAM
    z += np.uint64(a) * BY_A + np.uint64(b) * BY_B + np.uint64(c) * BY_C
    return float(mix(z) >> S_11) * keyed.TO_UNIT


@inlined
def happens(chance: float, key: Any, stream: Any, a: Any = 0, b: Any = 0, c: Any = 0) -> bool:
    """Tell whether what has a chance happens; what is certain needs no draw."""
    if chance <= 0.0:
        return False
    if chance >= 1.0:
        return True
    return uniform(key, stream, a, b, c) < chance


@inlined
def look_up(
    world: Any, table: int, key: Any, stream: Any, a: Any = 0, b: Any = 0, c: Any = 0
) -> int:
    """Look a draw of this key up in a table of quantiles."""
    return int(tables_of(world)[table, int(uniform(key, stream, a, b, c) * SLICES)])


@inlined
def worker_key(luck: Any, place: int) -> Any:
    """Return `sim.random.keyed.key(luck, 0, place)`."""
    z = mix(luck + BY_STREAM)
    z = mix(z + BY_A)
    return mix(z + np.uint64(place + 1) * BY_A)
