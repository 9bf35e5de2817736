"""Tables whose rows tell the time, as numbers, and how those of several runs are merged."""

MEETINGS, CONTACTS, VISITS, SHIFTS, OPENINGS = range(1, 6)
"""What is to be merged; 0: nothing."""
DIGIT_BITS = 6
DIGITS = 2**DIGIT_BITS
"""A time within a block has two digits of so many bits: the rows of a block fit in the cache."""
NEXT, LAST = range(2)
"""Of a run: its next row, and the one at which its rows end."""
