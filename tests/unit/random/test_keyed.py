"""Draws belong to their meaning: the same in whole numbers and in arrays, uniform, unrelated.

Statistical tests use fixed seeds; each would reject a right generator once in 100 000 seeds.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.random import Stream, citizen_keys, uniform, uniforms
from sim.random.keyed import BY_A, BY_B, MASK, key, mix

ERROR = 1e-5
DRAWS = 50_000

WORD = st.integers(0, MASK)
DAY = st.integers(-1, 10_000)
ORDINAL = st.integers(-1, 100_000)


def many_keys() -> np.ndarray:
    return np.array([key(7, 0, n) for n in range(DRAWS)], np.uint64)


@given(words=st.lists(WORD, min_size=1, max_size=20), stream=st.sampled_from(Stream))
def test_arrays_and_whole_numbers_agree_bit_for_bit(words: list[int], stream: Stream) -> None:
    drawn = uniforms(np.array(words, np.uint64), stream)
    assert drawn.tolist() == [uniform(word, stream) for word in words]


@given(base=WORD, day=DAY, ordinal=ORDINAL)
def test_keys_of_citizens_agree_bit_for_bit(base: int, day: int, ordinal: int) -> None:
    by_hand = mix((mix((base + (day + 1) * BY_A) & MASK) + (ordinal + 1) * BY_B) & MASK)
    (found,) = citizen_keys(base, np.array([day]), np.array([ordinal])).tolist()
    assert found == by_hand


@given(word=WORD, stream=st.sampled_from(Stream), a=ORDINAL, b=ORDINAL, c=ORDINAL)
def test_a_draw_lies_in_the_unit_interval(word: int, stream: int, a: int, b: int, c: int) -> None:
    assert 0.0 <= uniform(word, stream, a, b, c) < 1.0


def test_the_finaliser_is_splitmix64() -> None:
    # First outputs of SplitMix64 from seed 0, as published with the generator.
    golden = 0x9E37_79B9_7F4A_7C15
    assert mix(golden) == 0xE220_A839_7B1D_CDAF
    assert mix(2 * golden & MASK) == 0x6E78_9E6A_A1B9_65F4


def test_draws_have_the_moments_of_a_uniform_number() -> None:
    drawn = uniforms(many_keys(), Stream.CONTENT)
    limit = stats.norm.isf(ERROR / 4)
    assert abs(drawn.mean() - 1 / 2) < limit * np.sqrt(1 / 12 / DRAWS)
    assert abs(((drawn - 1 / 2) ** 2).mean() - 1 / 12) < limit * np.sqrt(1 / 180 / DRAWS)


def test_draws_fill_the_interval_evenly() -> None:
    counts = np.histogram(uniforms(many_keys(), Stream.TEAM), bins=100, range=(0, 1))[0]
    assert stats.chisquare(counts).pvalue > ERROR


def test_parts_of_a_meaning_are_drawn_evenly_too() -> None:
    drawn = [uniform(5, Stream.CAPTURE, a, b, c) for a in range(30) for b in range(30)
             for c in range(30)]  # fmt: skip
    assert stats.chisquare(np.histogram(drawn, bins=100, range=(0, 1))[0]).pvalue > ERROR


def test_draws_of_two_streams_are_unrelated() -> None:
    keys = many_keys()
    related = np.corrcoef(uniforms(keys, Stream.CONTENT), uniforms(keys, Stream.PARTICULARS))
    assert abs(related[0, 1]) < stats.norm.isf(ERROR / 2) / np.sqrt(DRAWS)


def test_neighbouring_citizens_are_unrelated() -> None:
    drawn = uniforms(many_keys(), Stream.CONTENT)
    related = np.corrcoef(drawn[1:], drawn[:-1])[0, 1]
    assert abs(related) < stats.norm.isf(ERROR / 2) / np.sqrt(DRAWS)


def test_no_two_streams_share_their_luck() -> None:
    assert len({uniform(11, stream) for stream in Stream}) == len(Stream)


def test_a_citizen_is_known_by_day_and_ordinal_alone() -> None:
    alone = citizen_keys(3, np.array([4]), np.array([1]))
    among_others = citizen_keys(3, np.array([2, 4, 4, 4]), np.array([0, 0, 1, 2]))
    assert alone[0] == among_others[2]
    assert len(set(among_others.tolist())) == 4


def test_replications_have_luck_of_their_own() -> None:
    keys = {key(seed, replication, 0) for seed in range(50) for replication in range(50)}
    assert len(keys) == 2_500
