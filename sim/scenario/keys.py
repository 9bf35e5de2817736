"""What may stand at each key of a scenario, read off the schema."""

import difflib
from collections.abc import Iterable, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from sim.design import Frozen, Possible, Quantity
from sim.message import Message
from sim.plain_text import cut

Key = str | int
Kind = Any
"""A type annotation of the schema, such as `Quantity` or `dict[str, Demand]`."""
NOTHING = Message("nothing")
LONGEST_WORD = 60
"""Characters of a word that may be a slip of one that is known."""
WORDS: dict[Kind, Message] = {
    float: Message("a number"),
    int: Message("a whole number"),
    str: Message("text"),
}


def dotted(keys: Sequence[Key]) -> str:
    """Join keys as they are written in a change, such as ``designs.split.functions.pools.0``."""
    return ".".join(cut(str(key), LONGEST_WORD) for key in keys)


def origin(kind: Kind) -> Any:
    """Return `dict` of `dict[str, Demand]`, `Literal` of a choice of words, and so on."""
    return get_origin(kind)


def bare(kind: Kind) -> Kind:
    """Return an annotation without `Annotated` and without `| None`."""
    if origin(kind) is Annotated:
        return bare(get_args(kind)[0])
    if origin(kind) in (Union, UnionType):
        return bare(next(arg for arg in get_args(kind) if arg is not NoneType))
    return kind


def is_table(kind: Kind) -> bool:
    """Tell whether a kind is a class of the schema, so that its keys are fixed."""
    return isinstance(bare(kind), type) and issubclass(bare(kind), Frozen)


def fields(kind: Kind) -> dict[str, FieldInfo]:
    """Return the fields of a class of the schema by the key that a file uses."""
    return {field.alias or name: field for name, field in bare(kind).model_fields.items()}


def kind_below(kind: Kind, key: Key) -> Kind | None:
    """Return what may stand under one key of a kind; `None` if the key is unknown."""
    kind = bare(kind)
    if is_table(kind):
        field = fields(kind).get(str(key))
        return field.annotation if field else None
    if origin(kind) is dict:
        return get_args(kind)[1]
    if origin(kind) is tuple and isinstance(key, int):
        return get_args(kind)[0]
    return None


def kind_at(kind: Kind, keys: Sequence[Key]) -> Kind | None:
    """Return what may stand under a row of keys; `None` if one of them is unknown."""
    for key in keys:
        kind = kind_below(kind, key)
    return kind


def possible(field: FieldInfo) -> Possible | None:
    """Return the bounds of a quantity, which stand beside its type; `None` of anything else."""
    beside = [item for kind in get_args(field.annotation) for item in get_args(kind)]
    bounds = [item for item in (*field.metadata, *beside) if isinstance(item, Possible)]
    return bounds[0] if bounds else None


def expected(kind: Kind | None) -> Message:
    """Say in words what may stand at a place of a kind."""
    kind = bare(kind)
    if kind is Quantity:
        return Message('a quantity such as { is = 1, from = "assumed" }')
    if is_table(kind) or origin(kind) is dict:
        return Message("a table")
    if origin(kind) is tuple:
        if is_table(get_args(kind)[0]):
            return Message("a list of tables")
        return Message("two numbers [lowest, highest]")
    if origin(kind) is Literal:
        return Message("one of {words}", words=", ".join(f'"{word}"' for word in get_args(kind)))
    return WORDS.get(kind, NOTHING)


def found(value: object) -> str:
    """Say in words what was found in a file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return Message("a table")
    if isinstance(value, list | tuple):
        return Message("a list")
    if isinstance(value, int) and abs(value) >= 10**15:
        return Message("a number too large")
    if isinstance(value, float | int):
        return f"{value:.15g}"
    return f'"{cut(str(value), 40)}"'


def nearest(key: str, known: Iterable[str]) -> Message:
    """Point to the known word nearest to one that is not, or else list what is known."""
    words = list(known)
    close = difflib.get_close_matches(key, words, n=1) if len(key) <= LONGEST_WORD else []
    if close:
        return Message('did you mean "{word}"?', word=close[0])
    return Message("expected one of: {words}", words=", ".join(words) or NOTHING)


def within(low: float, high: float) -> Message:
    """Say that a number is expected to lie within its own range."""
    return Message("it within its range {range}", range=[low, high])


def unknown(key: str, name: str, known: Iterable[str]) -> Message:
    """Say that a name is not known, and which is the nearest."""
    return Message(
        "{key}: found {found}, {hint}", key=key, found=found(name), hint=nearest(name, known)
    )
