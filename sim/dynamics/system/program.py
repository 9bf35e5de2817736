"""A model's equations as a program for the loop that runs them: registers and instructions.

Registers hold numbers, the time, stocks and quantities, in that order, then what lies between.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.system.batches import batch
from sim.dynamics.system.equations import TIME, Model, Table, formula_of
from sim.dynamics.system.formula import Name, Number, Operation, Term


class Code(IntEnum):
    """What an instruction does with the registers `a`, `b`, `c` and `d`."""

    ADD = 0
    SUBTRACT = 1
    MULTIPLY = 2
    DIVIDE = 3
    MIN = 4
    MAX = 5
    MOD = 6
    WHOLE = 7
    WHERE = 8
    LOOK_UP = 9
    """`b` is the number of a table."""
    COPY = 10


CODES = {
    "+": Code.ADD,
    "-": Code.SUBTRACT,
    "*": Code.MULTIPLY,
    "/": Code.DIVIDE,
    "min": Code.MIN,
    "max": Code.MAX,
    "mod": Code.MOD,
    "whole": Code.WHOLE,
    "where": Code.WHERE,
}


READS = dict.fromkeys(Code, 2) | {Code.WHOLE: 1, Code.WHERE: 4, Code.LOOK_UP: 1, Code.COPY: 1}


class Program(NamedTuple):
    """What the loop needs.

    Attributes
    ----------
    code
        Instructions, shape (instructions, 5): target, `a`, `b`, `c`, `d`.
    kind, start
        What the instructions of each batch do, a `Code`, and where they begin.
    registers
        Registers as they are at the start.
    table_start, table_x, table_y
        Where each table begins in the points of all, and these.
    flow, sign, flow_start
        Registers of the flows of each stock, whether they add or take, and where they begin.
    places
        Register of each stock and quantity.
    time, stocks
        Register of the time, and of the first stock.
    """

    code: NDArray[np.int64]
    kind: NDArray[np.int64]
    start: NDArray[np.int64]
    registers: NDArray[np.float64]
    table_start: NDArray[np.int64]
    table_x: NDArray[np.float64]
    table_y: NDArray[np.float64]
    flow: NDArray[np.int64]
    sign: NDArray[np.float64]
    flow_start: NDArray[np.int64]
    places: dict[str, int]
    time: int
    stocks: int


class _Writer:
    """Writes instructions, and hands out registers."""

    def __init__(self, model: Model) -> None:
        names = [TIME, *(s.name for s in model.stocks), *(q.name for q in model.quantities)]
        self.places = {name: place for place, name in enumerate(names)}
        self.values = [0.0, *(s.initial for s in model.stocks), *(0.0 for _ in model.quantities)]
        self.numbers: dict[float, int] = {}
        self.code: list[tuple[int, ...]] = []

    def place_of(self, term: Term, target: int | None = None) -> int:
        """Return the register that holds a term, after what works it out."""
        match term:
            case Name(name):
                return self._copied(self.places[name], target)
            case Number(value):
                return self._copied(self._number(value), target)
            case Operation(kind, terms):
                places = [self.place_of(inner) for inner in terms]
                target = self._new(0.0) if target is None else target
                self.write(CODES[kind], target, *places)
                return target
        raise AssertionError(term)

    def write(self, code: Code, target: int, *places: int) -> None:
        """Write one instruction."""
        self.code.append((code, target, *places, *[0] * (4 - len(places))))

    def _copied(self, place: int, target: int | None) -> int:
        if target is None:
            return place
        self.write(Code.COPY, target, place)
        return target

    def _number(self, value: float) -> int:
        if value not in self.numbers:
            self.numbers[value] = self._new(value)
        return self.numbers[value]

    def _new(self, value: float) -> int:
        self.values.append(value)
        return len(self.values) - 1


def write_program(model: Model) -> Program:
    """Write the program of a model."""
    writer, tables = _Writer(model), list[Table]()
    for quantity in model.quantities:
        target = writer.places[quantity.name]
        term = formula_of(quantity).term
        if isinstance(quantity, Table):
            place = writer.place_of(term)
            writer.write(Code.LOOK_UP, target, place, len(tables))
            tables.append(quantity)
        elif isinstance(term, Number):  # it never changes
            writer.values[target] = term.value
        else:
            writer.place_of(term, target)
    flows = [
        [(writer.places[n], 1.0) for n in s.inflows]
        + [(writer.places[n], -1.0) for n in s.outflows]
        for s in model.stocks
    ]
    both = [pair for of_stock in flows for pair in of_stock]
    batches = batch(writer.code, {int(kind): number for kind, number in READS.items()})
    code = [line[1:] for lines in batches for line in lines]
    return Program(
        code=np.array(code, np.int64).reshape(-1, 5),
        kind=np.array([lines[0][0] for lines in batches], np.int64),
        start=_starts([len(lines) for lines in batches]),
        registers=np.array(writer.values),
        table_start=_starts([len(table.x) for table in tables]),
        table_x=np.array([x for table in tables for x in table.x]),
        table_y=np.array([y for table in tables for y in table.y]),
        flow=np.array([place for place, _ in both], np.int64),
        sign=np.array([sign for _, sign in both]),
        flow_start=_starts([len(of_stock) for of_stock in flows]),
        places=writer.places,
        time=0,
        stocks=1,
    )


def _starts(lengths: list[int]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(np.int64)
