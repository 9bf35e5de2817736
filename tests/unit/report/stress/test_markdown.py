"""Pieces of Markdown: whatever somebody wrote stays on its line and in its cell."""

import pytest

from sim.report.stress.markdown import code, escape, write_table


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, 0.5 to 4", "plain, 0.5 to 4"),
        ("a|b", "a\\|b"),
        ("a\n\nb", "a b"),
        ("<b>", "\\<b\\>"),
        ("*x* _y_", "\\*x\\* \\_y\\_"),
        ("# head", "\\# head"),
        ("1. first", "1\\. first"),
        ("1.5", "1.5"),
        ("- item", "\\- item"),
        ("-5", "-5"),
        ("---", "\\---"),
        ("a\x1bb", "a\\\\x1bb"),
    ],
)
def test_it_is_shown_as_it_stands(text, escaped):
    assert escape(text) == escaped


def test_code_cannot_be_left():
    assert code("a`b|c\nd") == "`a'b\\|c d`"


def test_a_table_has_a_line_a_row():
    assert write_table(("a", "b"), [("1", "x\ny"), ("2", "")]) == (
        "| a | b |\n| --- | --- |\n| 1 | x y |\n| 2 | – |"
    )
    assert write_table(("a",), []) == "None."
