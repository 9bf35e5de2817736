"""The compiled loop that steps a model on: Euler's method, one instruction after the other."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Wholes = NDArray[np.int64]
Reals = NDArray[np.float64]
Taken = ParamSpec("Taken")
Given = TypeVar("Given")


def _compiled(function: Callable[Taken, Given]) -> Callable[Taken, Given]:
    """Compile a function, and keep what comes of it where there is a place to write to."""
    try:
        return cast(
            Callable[Taken, Given], njit(nogil=True, error_model="numpy", cache=True)(function)
        )
    except RuntimeError:
        return cast(Callable[Taken, Given], njit(nogil=True, error_model="numpy")(function))


@_compiled
def _look_up(at: float, table_x: Reals, table_y: Reals, first: int, last: int) -> float:
    """Read a value off a table: straight lines between its points, level beyond them."""
    if at <= table_x[first]:
        return float(table_y[first])
    if at >= table_x[last]:
        return float(table_y[last])
    low, high = first, last
    while high - low > 1:
        middle = (low + high) // 2
        if table_x[middle] <= at:
            low = middle
        else:
            high = middle
    share = (at - table_x[low]) / (table_x[high] - table_x[low])
    return float(table_y[low] + share * (table_y[high] - table_y[low]))


@_compiled
def step_on(  # noqa: C901, PLR0912, PLR0917 - one branch for each kind of instruction
    code: Wholes,
    reg: Reals,
    table_start: Wholes,
    table_x: Reals,
    table_y: Reals,
    flow: Wholes,
    sign: Reals,
    flow_start: Wholes,
    start: float,
    step: float,
    steps: int,
    keep_every: int,
    kept: Reals,
) -> None:
    """Step a program on, and keep what the registers of names hold every so many steps.

    The arrays are those of `sim.dynamics.system.program`; the kinds of instruction are those of
    `sim.dynamics.system.program.Code`.
    """
    stocks = len(flow_start) - 1
    change = np.zeros(stocks)
    for moment in range(steps + 1):
        reg[0] = start + moment * step
        for line in range(len(code)):
            kind, target, a, b = code[line, 0], code[line, 1], code[line, 2], code[line, 3]
            if kind == 2:
                reg[target] = reg[a] * reg[b]
            elif kind == 0:
                reg[target] = reg[a] + reg[b]
            elif kind == 1:
                reg[target] = reg[a] - reg[b]
            elif kind == 3:
                reg[target] = reg[a] / reg[b]
            elif kind == 4:
                reg[target] = min(reg[a], reg[b])
            elif kind == 5:
                reg[target] = max(reg[a], reg[b])
            elif kind == 6:
                reg[target] = reg[a] - np.floor(reg[a] / reg[b]) * reg[b]
            elif kind == 7:
                reg[target] = np.trunc(reg[a])
            elif kind == 8:
                is_less = reg[a] < reg[b]
                reg[target] = reg[code[line, 4]] if is_less else reg[code[line, 5]]
            elif kind == 10:
                reg[target] = reg[a]
            else:
                first, last = table_start[b], table_start[b + 1] - 1
                reg[target] = _look_up(reg[a], table_x, table_y, first, last)
        if moment % keep_every == 0:
            kept[moment // keep_every] = reg[: kept.shape[1]]
        for stock in range(stocks):
            net = 0.0
            for nth in range(flow_start[stock], flow_start[stock + 1]):
                net += sign[nth] * reg[flow[nth]]
            change[stock] = net
        for stock in range(stocks):
            reg[1 + stock] += change[stock] * step
