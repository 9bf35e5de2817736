"""Whether a design is overwhelmed: more comes than it can work off, however long one waits.

What is measured of it then is about those who got through, and depends on how long one looks.
"""

from collections.abc import Mapping

MOST_OPEN = 0.01
"""Share of a cohort that may be open at the end of the follow-up period."""
MOST_BUSY = 0.98
"""Share of the time on shift beyond which a queue has no end that anybody would see."""
MOST_BUSY_OF_SLOW = 0.9
"""Share of the time on shift of the busiest pool up to which no queue is what cases wait for."""
OPEN, BUSY, HELPED = "open_share", "utilisation", "cost_per_citizen_helped"
BUSIEST = "utilisation_busiest"
SIGNS = (OPEN, BUSY, BUSIEST, HELPED)
"""The measures that tell."""


def is_overwhelmed(values: Mapping[str, float | None]) -> bool:
    """Tell whether a design is, from its measures; where there are only visits none is open."""
    opened, busy = values[OPEN], values[BUSY]
    return values[HELPED] is None or (opened or 0.0) > MOST_OPEN or (busy or 0.0) >= MOST_BUSY


def is_slow(values: Mapping[str, float | None]) -> bool:
    """Tell whether cases are open for other reasons than overload: they wait for letters or days.

    Whoever follows them longer sees them closed.
    """
    return (values[OPEN] or 0.0) > MOST_OPEN and (values[BUSIEST] or 0.0) < MOST_BUSY_OF_SLOW
