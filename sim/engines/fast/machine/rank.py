"""How a moment's rank is laid out: 64 bits, of which those of the second come first."""

MOMENT_BITS, NUMBER_BITS = 4, 28
"""Of the 64 bits of a rank: those of the kind, and of the number. All others: the second."""
MOST_SCHEDULED = 2**NUMBER_BITS
"""Moments of one run: so many have a number each."""
