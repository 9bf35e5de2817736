"""Instructions are put in batches of one kind, each after what it reads has been written."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sim.dynamics.system.batches import batch

READS = {0: 2, 1: 1}
GIVEN = 3
"""Registers that nothing writes."""


@st.composite
def programs(draw):
    """Instructions that each read given registers, or what one before them has written."""
    code = []
    for target in range(GIVEN, GIVEN + draw(st.integers(1, 30))):
        places = draw(st.tuples(*[st.integers(0, target - 1)] * 2))
        code.append((draw(st.sampled_from([0, 1])), target, *places))
    return code


@given(programs())
def test_every_instruction_is_there_once_and_after_what_it_reads(code):
    batches = batch(code, READS)
    order = [line for lines in batches for line in lines]
    written = set(range(GIVEN))

    assert sorted(order) == sorted(code)
    for kind, target, *places in order:
        assert set(places[: READS[kind]]) <= written
        written.add(target)


@given(programs())
def test_a_batch_is_of_one_kind_and_the_next_of_another(code):
    kinds = [{line[0] for line in lines} for lines in batch(code, READS)]

    assert all(len(kind) == 1 for kind in kinds)
    assert all(one != other for one, other in pairwise(kinds))


def test_what_does_not_depend_on_each_other_is_done_together():
    code = [(0, 3, 0, 1), (1, 4, 3), (0, 5, 1, 2), (1, 6, 5)]

    assert batch(code, READS) == [[code[0], code[2]], [code[1], code[3]]]
