"""What got lost of a need, by its name.

The log says how many particulars were captured and lost, not which: to the model they are alike.
Names are given in their order, so that what is lost is something that was there. What has no name
in the scenario is counted.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sim.eventlog import Event, Reason, Waiting
from sim.journey.rows import JourneyRow

ASKS = (Reason.ASK_BY_LETTER, Reason.ASK_IN_DIALOGUE, Reason.REFUSE)


class Loss(NamedTuple):
    """Particulars that are not where the decision is made."""

    day: float
    """Calendar days since the first contact."""
    names: tuple[str, ...]
    more: int
    """How many others there are that have no name."""
    is_on_the_way: bool
    """Lost as the case changed hands; otherwise it never got into the organisation."""


def find_losses(rows: list[JourneyRow], day_of: dict[int, float]) -> Iterator[Loss]:
    """Find what got lost of a case, row by row; `day_of` has the day of each place in the rows."""
    absent: list[str] = []
    on_file: list[str] = []
    asked = 0
    for place, row in enumerate(rows):
        if row.kind == Event.CAPTURE and row.step > 0:
            names = [*row.names, *[""] * (row.step - len(row.names))]
            on_file, absent = names[: row.amount], names[row.amount :]
            if absent:
                yield _build(day_of[place], absent, is_on_the_way=False)
        elif row.kind == Event.CONTACT_OUT and row.step in ASKS:
            asked = row.amount
        elif row.kind == Event.CONTACT_IN and row.step == Waiting.CITIZEN:
            on_file, absent, asked = [*on_file, *absent[:asked]], absent[asked:], 0
        elif row.kind == Event.LOSE:
            lost = on_file[: row.amount]
            on_file, absent = on_file[row.amount :], [*lost, *absent]
            lost += [""] * (row.amount - len(lost))
            yield _build(day_of[place], lost, is_on_the_way=True)


def _build(day: float, names: list[str], *, is_on_the_way: bool) -> Loss:
    known = tuple(name for name in names if name)
    return Loss(day, known, len(names) - len(known), is_on_the_way)
