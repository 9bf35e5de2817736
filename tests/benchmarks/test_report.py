"""The table of targets says of made-up figures what is to be said of them."""

import pytest

from benchmarks.report import Section, Target, build_text


def line_of(target: Target) -> str:
    """Return the line of a target in the text of a section that holds it alone."""
    text = build_text(Section("Title", "Note.", ("a", "b"), [("1", "2")], [target]))
    (line,) = [line for line in text.splitlines() if line.startswith(f"| {target.what} |")]
    return line


@pytest.mark.parametrize(
    ("target", "is_reached"),
    [
        (Target("at its limit", 1.5, most=1.5), True),
        (Target("just above", 1.5000001, most=1.5), False),
        (Target("below", 0.2, most=1.5), True),
        (Target("at its limit", 100.0, least=100.0), True),
        (Target("just below", 99.9999, least=100.0), False),
        (Target("above", 250.0, least=100.0), True),
    ],
)
def test_a_limit_itself_is_still_reached(target: Target, is_reached: bool) -> None:
    assert target.is_reached == is_reached
    assert ("**not reached**" in line_of(target)) != is_reached


def test_a_line_says_what_was_found_and_what_was_to_be() -> None:
    line = line_of(Target("memory", 647.0, most=1024.0, unit="bytes"))
    assert line == "| memory | 647 bytes | at most 1024 bytes | reached |"


def test_a_section_has_its_note_and_its_table() -> None:
    lines = build_text(Section("Title", "Note.", ("a", "b"), [("1", "2")], [])).splitlines()
    assert lines == ["## Title", "", "Note.", "", "| a | b |", "| --- | --- |", "| 1 | 2 |"]


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (Target("just too slow", 1.5000001, most=1.5), "1.51 ×"),
        (Target("just too few", 99.96, least=100.0), "99.9 ×"),
        (Target("as it is", 1.1, most=1.5), "1.10 ×"),
        (Target("much", 1024.2, most=1024.0), "1025 ×"),
        (Target("nothing", 0.0, most=1.0), "0.000 ×"),
    ],
)
def test_no_figure_is_rounded_towards_its_target(target: Target, shown: str) -> None:
    assert line_of(target).startswith(f"| {target.what} | {shown} |")
