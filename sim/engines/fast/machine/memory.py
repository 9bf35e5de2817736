"""Arrays by their address: compiled code is handed one pointer, and finds every array behind it.

A tuple of sixty arrays, passed from function to function, takes minutes to compile and has its
references counted at every step. A record of addresses costs neither. The maker of the record
keeps the arrays alive: see `sim.engines.fast.machine.world`.
"""

import ctypes
from typing import Any, cast

import numpy as np
from llvmlite import ir
from numba import types
from numba.core.extending import intrinsic
from numba.np.numpy_support import carray

from sim.engines.fast.machine.compiled import config, inlined


def _point(_context: Any, address: Any) -> Any:
    """Turn an address into a pointer."""

    def generate(_target: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        pointer = _target.get_value_type(signature.return_type)
        return builder.inttoptr(arguments[0], pointer)

    return types.voidptr(address), generate


_pointer = cast(Any, intrinsic(_point))


def _load_fixed(_context: Any, record: Any, offset: Any) -> Any:
    """Load a whole number of a record that never changes while compiled code runs.

    Told so, the compiler loads an address once; it cannot know that no write changes it.
    """

    def generate(_target: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        begins = builder.bitcast(arguments[0], ir.IntType(8).as_pointer())
        place = builder.gep(begins, [arguments[1]])
        number = builder.load(builder.bitcast(place, ir.IntType(64).as_pointer()))
        number.set_metadata("invariant.load", builder.module.add_metadata([]))
        return number

    return types.int64(record, types.int64), generate


_fixed = cast(Any, intrinsic(_load_fixed))


@inlined
def _compiled_fixed(record: Any, _name: str, offset: int) -> Any:
    return _fixed(record, offset)


def _plain_fixed(record: Any, name: str, _offset: int) -> Any:
    return record[name]


@inlined
def _compiled_rows_at(address: int, _rows: int, dtype: Any) -> Any:
    # Without a length, an index is taken as it is: none is negative, and none is checked.
    return carray(_pointer(address), 0, dtype)


@inlined
def _compiled_matrix_at(address: int, _rows: int, columns: int, dtype: Any) -> Any:
    return carray(_pointer(address), (0, columns), dtype)


def _plain_rows_at(address: int, rows: int, dtype: Any) -> Any:
    size = int(rows) * np.dtype(dtype).itemsize
    return np.frombuffer((ctypes.c_char * size).from_address(int(address)), dtype)


def _plain_matrix_at(address: int, rows: int, columns: int, dtype: Any) -> Any:
    return _plain_rows_at(address, rows * columns, dtype).reshape(rows, columns)


fixed = _plain_fixed if config.DISABLE_JIT else _compiled_fixed
"""Return a field of a record that never changes while compiled code runs: its name, its place."""
rows_at = _plain_rows_at if config.DISABLE_JIT else _compiled_rows_at
"""Return the array of so many rows at an address."""
matrix_at = _plain_matrix_at if config.DISABLE_JIT else _compiled_matrix_at
"""Return the array of so many rows and columns at an address."""
