"""What a visitor may have, and what all of them may have together."""

import math
from typing import NamedTuple

MOST_MEMORY_BYTES = 2 * 1024**3
"""Memory of one run: beyond it the run ends, in words."""
MOST_EXPECTED_S = 90.0
"""Processor time that a visitor's run may be expected to take; a longer one is refused at once."""

MOST_SWEEP_RUNS = 1_000
"""Runs of a visitor's sweep; more is for the command line."""


class LaneLimits(NamedTuple):
    """What holds in a lane."""

    expected_s: float
    """Runs that are expected to take no more processor time begin here."""
    longest_s: float
    """Seconds after which a run begins anew in the next lane; in the last one it is ended."""
    most_waiting: int
    """Runs that may wait for their turn."""
    niceness: int
    """Priority: pages are drawn before short runs are made, and those before longer ones."""
    begun_after_s: float = 0.0
    """Seconds after which its process is begun, or sooner where a run comes: that of longer runs
    loads when the first page is drawn, and does not take the processor from it."""


LANES = (
    LaneLimits(expected_s=0.25, longest_s=2.0, most_waiting=200, niceness=0),
    LaneLimits(expected_s=2.0, longest_s=6.0, most_waiting=100, niceness=1, begun_after_s=3.0),
    LaneLimits(expected_s=12.0, longest_s=40.0, most_waiting=30, niceness=4, begun_after_s=6.0),
    LaneLimits(
        expected_s=math.inf, longest_s=300.0, most_waiting=10, niceness=8, begun_after_s=9.0
    ),
)
MOST_FILE_BYTES = 100_000
"""Of a file of a visitor's own: four times what the largest shipped one has."""
MOST_LOG_BYTES = 2_800_000
"""Of a log of a visitor's own, packed, so that it fits into one message of a browser as Base64 has
it (`server.maxWidgetStateSize`): some 300,000 steps."""
MOST_PLAIN_LOG_BYTES = 200_000_000
"""Of one before its browser packs it."""
MOST_FILES = 3
"""Files of their own that a visitor may have open."""
PREPARED_WITHIN_S = 300.0
"""Seconds within which a process is to be ready: compiling takes half a minute on an idle machine,
and these processes make way for all else."""
GRACE_S = 3.0
"""Seconds that a run goes on though nobody waits for it: a page that is moved on asks again."""
MOST_KEPT = 256
MOST_KEPT_BYTES = 64 * 1024**2
"""Results that are kept, and how large they may be together."""
