import pytest

from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.plain_text import HIDDEN, cut, show_hidden
from sim.words import say_error


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\x9b2J", r"\x9b2J"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("\ufeffstaff", r"\ufeffstaff"),
        ("\udcff.toml", r"\udcff.toml"),
        ("\U000e0041", r"\U000e0041"),
        ("Försäkring 5\u00a0000 → 20 %", "Försäkring 5\u00a0000 → 20 %"),
    ],
)
def test_hidden_characters_are_spelt_out_and_no_others(text, shown):
    assert show_hidden(text) == shown


@pytest.mark.parametrize("text", ["two\nlines", "a\ttab", "Kranken\u00adkasse", "👩\u200d⚕"])
def test_tabs_lines_and_what_holds_words_together_are_text(text):
    assert not HIDDEN.search(text)


def test_a_text_is_cut_to_a_length():
    assert cut("abcdef", 6) == "abcdef"
    assert cut("abcdefg", 6) == "abc..."


def test_what_is_filled_into_a_message_is_one_plain_line():
    inner = Message("found {word}", word="\x1b[2J")

    assert Message("{name}\n{inner}", name="a\n\x07", inner=inner) == "a\\n\\x07\nfound \\x1b[2J"


def test_errors_about_many_and_long_things_stay_short():
    told = say_error(ScenarioError("\x1b" * 2_000, ["x" * 5_000] * 20_000))

    assert len(told.splitlines()) == 52
    assert told.splitlines()[-1] == "  - and 19950 more"
    assert max(map(len, told.splitlines())) <= 1_004
    assert str(ScenarioError("a", ["b"] * 51)).endswith("\n  - and 1 more")


def test_what_was_typed_is_repeated_as_text():
    assert say_error(RunError(Message("no {thing}", thing="\x1b]0;owned\x07"))) == (
        r"no \x1b]0;owned\x07"
    )
