"""Draws as a hash of their meaning.

A draw is a function of its draw key: (seed, replication, citizen or worker, random stream,
particular, attempt, step).
Two designs therefore meet the same citizens with the same luck (common random numbers, as Vivarium
puts it: by who and which decision). The hash is SplitMix64's finaliser (Steele, Lea & Flood 2014)
over a sum of odd multiples; whole numbers only, so that a compiled engine agrees bit for bit.
"""

import numpy as np
from numpy.typing import NDArray

MASK = 0xFFFF_FFFF_FFFF_FFFF
MIX_1 = 0xBF58_476D_1CE4_E5B9
MIX_2 = 0x94D0_49BB_1331_11EB
# Odd multipliers, one for each part of a key: fractional parts of square roots of primes.
BY_STREAM = 0x9E37_79B9_7F4A_7C15
BY_A = 0x6A09_E667_F3BC_C909
BY_B = 0xBB67_AE85_84CA_A73B
BY_C = 0x3C6E_F372_FE94_F82B
TO_UNIT = 2.0**-53


def mix(z: int) -> int:
    """Return the SplitMix64 finaliser of a 64-bit number."""
    z = ((z ^ (z >> 30)) * MIX_1) & MASK
    z = ((z ^ (z >> 27)) * MIX_2) & MASK
    return z ^ (z >> 31)


def key(seed: int, replication: int, *parts: int) -> int:
    """Return the 64-bit draw key of a citizen, a worker, or a demand type."""
    z = mix((seed + BY_STREAM) & MASK)
    for part in (replication, *parts):
        z = mix((z + (part + 1) * BY_A) & MASK)
    return z


def uniform(key: int, stream: int, a: int = 0, b: int = 0, c: int = 0) -> float:
    """Draw a number in [0, 1) that belongs to a key, a stream and up to three parts of meaning."""
    z = (key + stream * BY_STREAM + a * BY_A + b * BY_B + c * BY_C) & MASK
    z = ((z ^ (z >> 30)) * MIX_1) & MASK
    z = ((z ^ (z >> 27)) * MIX_2) & MASK
    return ((z ^ (z >> 31)) >> 11) * TO_UNIT


def uniforms(keys: NDArray[np.uint64], stream: int) -> NDArray[np.float64]:
    """`uniform` of a whole array of keys."""
    z = keys + np.uint64((stream * BY_STREAM) & MASK)
    _mix_in_place(z)
    z >>= np.uint64(11)
    return np.asarray(z * TO_UNIT, np.float64)


def citizen_keys(
    base: int, day: NDArray[np.int64], ordinal: NDArray[np.int64]
) -> NDArray[np.uint64]:
    """Keys of citizens known by the day of their arrival and their number on it.

    More demand on one day therefore leaves everybody else's luck as it was.
    """
    z = np.uint64(base) + (day.astype(np.uint64) + np.uint64(1)) * np.uint64(BY_A)
    _mix_in_place(z)
    z += (ordinal.astype(np.uint64) + np.uint64(1)) * np.uint64(BY_B)
    _mix_in_place(z)
    return z


def _mix_in_place(z: NDArray[np.uint64]) -> None:
    """`mix` of a whole array, which it changes: that takes half the time of making new ones."""
    z ^= z >> np.uint64(30)
    z *= np.uint64(MIX_1)
    z ^= z >> np.uint64(27)
    z *= np.uint64(MIX_2)
    z ^= z >> np.uint64(31)
