"""What a service is at present, and a change that a manager can try."""

from typing import NamedTuple

Values = tuple[float | None, ...]
"""Of each quantity that can be moved the number that it was brought to; `None` where nobody has
moved it, so that it is as the conditions have it."""


class Stance(NamedTuple):
    """What a service is at present.

    Attributes
    ----------
    mix
        Which mix of the two designs: bit i is 1 where condition i is as the second has it.
    staff
        Members of staff.
    values
        Of each quantity that can be moved, where it was brought to.
    """

    mix: int
    staff: int
    values: Values = ()


class Trial(NamedTuple):
    """A change that a manager can try.

    Attributes
    ----------
    lever
        A condition, the name of the staff, or the key of a quantity.
    flips
        Bits of the mix that it turns over.
    more
        Staff who come; who go, where it is below 0.
    up
        1 where a quantity goes a step up, -1 where it goes a step down.
    """

    lever: str
    flips: int = 0
    more: int = 0
    up: int = 0
