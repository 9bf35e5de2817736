from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sim.web.phones.guesses import Guesses


def test_a_phone_has_one_guess_that_it_may_change_until_the_round_is_locked():
    guesses = Guesses()
    number = guesses.begin()

    assert guesses.give(number, "a", 1) and guesses.give(number, "b", 3)
    assert guesses.give(number, "a", 2)
    assert guesses.list_values(number) == [2, 3]

    guesses.lock(number)
    assert not guesses.give(number, "a", 1)
    assert not guesses.give(number, "c", 1)
    assert guesses.list_values(number) == [2, 3]
    assert guesses.find(number, "a") == 2
    assert guesses.find(number, "c") is None


def test_a_new_round_locks_the_one_before_and_keeps_its_guesses():
    guesses = Guesses()
    first = guesses.begin()
    guesses.give(first, "a", 1)
    second = guesses.begin()

    assert not guesses.is_open(first) and guesses.is_open(second)
    assert not guesses.give(first, "b", 1)
    assert (guesses.list_values(first), guesses.list_values(second)) == ([1], [])
    assert not guesses.give(second + 1, "a", 1)


def test_nothing_is_left_of_what_was_cleared_and_no_number_comes_twice():
    guesses = Guesses()
    first = guesses.begin()
    guesses.give(first, "a", 1)

    guesses.clear()

    assert guesses.list_values(first) == []
    assert guesses.begin() != first


def test_no_file_is_opened():
    def list_files():
        return {str(link.resolve()) for link in Path("/proc/self/fd").iterdir()}

    before = list_files()
    guesses = Guesses()
    number = guesses.begin()
    for phone in range(2_000):
        guesses.give(number, str(phone), phone)

    assert list_files() - before == set()
    assert len(guesses.list_values(number)) == 2_000


def test_many_at_a_time_lose_nothing_and_none_comes_after_the_lock():
    guesses = Guesses()
    number = guesses.begin()

    def give(phone):
        if phone == 150:
            guesses.lock(number)
            return None
        return guesses.give(number, str(phone), phone)

    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(give, range(300)))

    assert len(guesses.list_values(number)) == sum(filter(None, given))
    assert given[:150].count(False) < 8  # those that were under way when it was locked
    assert not guesses.give(number, "late", 1)
