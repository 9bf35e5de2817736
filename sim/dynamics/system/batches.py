"""Instructions in an order in which those of one kind follow one another.

Each writes a register of its own and reads what others have written, so that any order will do in
which what is read has been written. With few changes of kind the loop decides seldom what to do.
"""

from collections import defaultdict

Instruction = tuple[int, ...]
"""Its kind, the register that it writes, and those that it reads."""


def batch(code: list[Instruction], reads: dict[int, int]) -> list[list[Instruction]]:
    """Return instructions in batches of one kind.

    Parameters
    ----------
    code
        Instructions in an order that would do.
    reads
        How many registers a kind of instruction reads.
    """
    written = {line[1]: place for place, line in enumerate(code)}
    needs = [{written[at] for at in line[2 : 2 + reads[line[0]]] if at in written} for line in code]
    followers: dict[int, list[int]] = defaultdict(list)
    for place, needed in enumerate(needs):
        for one in needed:
            followers[one].append(place)
    ready: dict[int, list[int]] = defaultdict(list)
    for place, needed in enumerate(needs):
        if not needed:
            ready[code[place][0]].append(place)
    batches = []
    while any(ready.values()):
        kind = max(ready, key=lambda one: len(ready[one]))
        batches.append(_take(kind, code, needs, followers, ready))
    return batches


def _take(
    kind: int,
    code: list[Instruction],
    needs: list[set[int]],
    followers: dict[int, list[int]],
    ready: dict[int, list[int]],
) -> list[Instruction]:
    """Take all of a kind that can be done, with those that can be done because of them."""
    taken, places = [], ready[kind]
    while places:
        place = places.pop(0)
        taken.append(code[place])
        for follower in followers[place]:
            needs[follower].discard(place)
            if not needs[follower]:
                ready[code[follower][0]].append(follower)
    return taken
