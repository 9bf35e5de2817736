from sim.web.running import Results, Unkept
from sim.web.running.process import Outcome


def test_what_nobody_has_asked_for_longest_goes_first():
    results = Results(most=2)
    results.keep(1, Outcome("one", 1))
    results.keep(2, Outcome("two", 1))
    assert results.find(1) == "one"

    results.keep(3, Outcome("three", 1))

    assert [results.find(key) for key in (1, 2, 3)] == ["one", None, "three"]


def test_results_take_no_more_memory_than_they_may():
    results = Results(most_bytes=10)
    for key in range(100):
        results.keep(key, Outcome(key, 4))
    assert len(results) == 2

    results.keep("as large as all", Outcome("it", 10))
    assert len(results) == 1

    results.keep("again", Outcome("a", 6))
    results.keep("again", Outcome("b", 6))
    assert results.find("again") == "b"


def test_what_is_larger_than_all_may_be_is_not_kept_and_takes_no_others_place():
    results = Results(most_bytes=10)
    results.keep(1, Outcome("one", 4))

    results.keep("larger than all", Outcome("it", 11))

    assert results.find("larger than all") is None
    assert results.find(1) == "one"


def test_what_is_about_a_file_can_be_forgotten():
    results = Results()
    for key in (("run", "mine"), ("line", "mine", 3), ("run", "theirs"), "mine"):
        results.keep(key, Outcome(key, 4))

    results.forget("mine")

    assert results.find(("run", "theirs")) and results.find("mine")
    assert len(results) == 2
    results.keep("all that there may be", Outcome("it", 64 * 1024**2 - 8))
    assert len(results) == 3


def test_what_is_made_for_one_alone_is_not_kept():
    results = Results()

    results.keep(Unkept(), Outcome("it", 1))

    assert len(results) == 0
