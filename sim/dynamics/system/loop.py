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
    kind: Wholes,
    start: Wholes,
    reg: Reals,
    table_start: Wholes,
    table_x: Reals,
    table_y: Reals,
    flow: Wholes,
    sign: Reals,
    flow_start: Wholes,
    begins: float,
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
        reg[0] = begins + moment * step
        for nth in range(len(kind)):
            what, first, last = kind[nth], start[nth], start[nth + 1]
            if what == 0:
                for line in range(first, last):
                    reg[code[line, 0]] = reg[code[line, 1]] + reg[code[line, 2]]
            elif what == 1:
                for line in range(first, last):
                    reg[code[line, 0]] = reg[code[line, 1]] - reg[code[line, 2]]
            elif what == 2:
                for line in range(first, last):
                    reg[code[line, 0]] = reg[code[line, 1]] * reg[code[line, 2]]
            elif what == 3:
                for line in range(first, last):
                    reg[code[line, 0]] = reg[code[line, 1]] / reg[code[line, 2]]
            elif what == 4:
                for line in range(first, last):
                    reg[code[line, 0]] = min(reg[code[line, 1]], reg[code[line, 2]])
            elif what == 5:
                for line in range(first, last):
                    reg[code[line, 0]] = max(reg[code[line, 1]], reg[code[line, 2]])
            elif what == 6:
                for line in range(first, last):
                    a, b = reg[code[line, 1]], reg[code[line, 2]]
                    reg[code[line, 0]] = a - np.floor(a / b) * b
            elif what == 7:
                for line in range(first, last):
                    reg[code[line, 0]] = np.trunc(reg[code[line, 1]])
            elif what == 8:
                for line in range(first, last):
                    is_less = reg[code[line, 1]] < reg[code[line, 2]]
                    reg[code[line, 0]] = reg[code[line, 3]] if is_less else reg[code[line, 4]]
            elif what == 9:
                for line in range(first, last):
                    low, high = table_start[code[line, 2]], table_start[code[line, 2] + 1] - 1
                    reg[code[line, 0]] = _look_up(reg[code[line, 1]], table_x, table_y, low, high)
            else:
                for line in range(first, last):
                    reg[code[line, 0]] = reg[code[line, 1]]
        if moment % keep_every == 0:
            kept[moment // keep_every] = reg[: kept.shape[1]]
        for stock in range(stocks):
            net = 0.0
            for nth in range(flow_start[stock], flow_start[stock + 1]):
                net += sign[nth] * reg[flow[nth]]
            change[stock] = net
        for stock in range(stocks):
            reg[1 + stock] += change[stock] * step
