"""Numbers of random services: the ends of what is possible, and a few in between.

The first of each row is the plainest; one that stands there twice is picked twice as often.
"""

CHANCE = (0.0, 1.0, 0.5, 0.2, 0.8, 1 / 3)
"""A chance that often decides nothing by itself, and as often everything."""
USUALLY = (1.0, 0.9, 0.6, 0.3, 0.0)
"""A chance without which little else happens."""
SELDOM = (0.0, 0.0, 0.0, 0.1, 0.1, 0.3, 0.5, 1.0)
"""A chance that leaves little for others."""

SECOND, SECONDS = 1 / 86_400, 10 / 86_400
"""In days: delays so short that many moments fall on one second."""
DELAY = (0.0, SECOND, SECONDS, 0.05, 0.5, 1.0, 2.5)
"""Days until something follows."""
LONGER_DELAY = (0.2, 0.5, 1.0, 3.0)
"""Days until something follows that would else go round and round within a second."""

MINUTES = (0.0, 1.0, 1 / 60, 0.5, 5.0, 20.0)
"""Minutes of a part of a job."""
CONTENT = (10.0, 25.0, 60.0, 2.0, 1 / 60, 200.0, 1_440.0)
"""Mean minutes of content: of a moment, or of more than a day."""
