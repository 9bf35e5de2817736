"""A formula as XMILE writes it, in words that every reader of XMILE takes alike.

Readers disagree where numbers are negative: of `INT` the standard says that it goes down, and some
go towards nothing; of `MOD` it says that it has the sign of the divisor, and some take that of the
dividend. Where a number may be negative, what is written here comes to the same in either reading.
"""

from sim.dynamics.system.equations import TIME
from sim.dynamics.system.formula import Name, Number, Operation, Term

SUM, PRODUCT, ATOM = 1, 2, 3
"""How closely a text holds together; what holds less than is asked for stands in brackets."""
CLOSENESS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT}


def write_formula(term: Term) -> str:
    """Write a term as an XMILE expression."""
    return _write(term, 0)


def write_number(value: float) -> str:
    """Write a number so that it is read back as it was."""
    return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def write_name(name: str) -> str:
    """Write a name; in quotation marks where a reader would take its beginning for `NOT`."""
    return f'"{name}"' if name.lower().startswith("not") else name


def _write(term: Term, closeness: int) -> str:
    text, own = _write_openly(term)
    return f"({text})" if own < closeness else text


def _write_openly(term: Term) -> tuple[str, int]:  # noqa: PLR0911 - one for each kind
    match term:
        case Number(value):
            return write_number(value), ATOM
        case Name(name):
            return "TIME" if name == TIME else write_name(name), ATOM
        case Operation("+" | "-" | "*" | "/" as kind, (a, b)):
            own = CLOSENESS[kind]
            return f"{_write(a, own)} {kind} {_write(b, own + 1)}", own
        case Operation("min" | "max" as kind, (a, b)):
            return f"{kind.upper()}({_write(a, 0)}, {_write(b, 0)})", ATOM
        case Operation("where", (a, b, then, otherwise)):
            condition = f"{_write(a, SUM)} < {_write(b, SUM)}"
            return f"IF {condition} THEN {_write(then, SUM)} ELSE {_write(otherwise, SUM)}", 0
        case Operation("whole", (a,)):
            return _write_whole(a)
        case Operation("mod", (a, b)):
            return _write_mod(a, b)
    raise AssertionError(term)


def _write_whole(a: Term) -> tuple[str, int]:
    text = _write(a, 0)
    if _is_never_negative(a):
        return f"INT({text})", ATOM
    minus = f"0 - {_write(a, PRODUCT)}"
    return f"IF {_write(a, SUM)} < 0 THEN 0 - INT({minus}) ELSE INT({text})", 0


def _write_mod(a: Term, b: Term) -> tuple[str, int]:
    """Write a remainder: by `MOD` where all agree on it to the last digit, else by what it is.

    The word is in small letters, which XMILE takes as well: PySD knows no others.
    """
    if a == Name(TIME) and isinstance(b, Number) and b.value.is_integer():
        return f"TIME mod {write_number(b.value)}", SUM
    ratio = _write(Operation("/", (a, b)), SUM)
    lower = f"IF {ratio} < INT({ratio}) THEN 1 ELSE 0"
    floor = f"INT({ratio})" if _is_never_negative(a, b) else f"(INT({ratio}) - ({lower}))"
    return f"{_write(a, SUM)} - {floor} * {_write(b, ATOM)}", SUM


def _is_never_negative(*terms: Term) -> bool:
    """Tell whether terms are made of numbers and the time alone, and so that none is negative."""
    for term in terms:
        match term:
            case Number(value) if value >= 0:
                continue
            case Name(name) if name == TIME:
                continue
            case Operation("+" | "*" | "/" | "min" | "max" | "mod" | "whole", inner):
                if _is_never_negative(*inner):
                    continue
        return False
    return True
