import pytest

from sim.analysis.staffing.least import find_least


@pytest.mark.parametrize("least", range(1, 41))
@pytest.mark.parametrize("start", [1, 7, 40])
def test_it_is_the_first_that_is_enough(least, start):
    assert find_least(lambda n: n >= least, start, 40) == least


def test_where_the_most_does_not_suffice_there_is_none():
    assert find_least(lambda n: n > 40, 10, 40) is None


def test_a_dent_just_below_what_was_found_is_seen():
    """With 12 in all the busiest pool has one more than with 13."""
    assert find_least(lambda n: n >= 14 or n in (11, 12), 20, 40) == 11


def test_no_number_is_looked_at_twice():
    looked = []

    def is_enough(number):
        looked.append(number)
        return number >= 9

    assert find_least(is_enough, 30, 60) == 9
    assert len(looked) == len(set(looked)) <= 8
