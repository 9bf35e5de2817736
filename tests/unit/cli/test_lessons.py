"""`requisite lessons` and `requisite lesson`."""

import json

import pytest
import tomlkit

from sim.lessons import list_lessons
from tests.lesson_builder import build_raw


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(tomlkit.dumps(build_raw()), encoding="utf-8")
    return path


@pytest.fixture
def asked(monkeypatch):
    """Let standard input be a terminal."""
    monkeypatch.setattr("sim.cli.lessons.is_asked", lambda: True)


def test_they_are_listed_with_their_questions(requisite):
    told = " ".join(requisite("lessons").stdout.split())
    for lesson in list_lessons():
        assert f"{lesson.name} {lesson.question.en}" in told
    assert told.startswith("What it costs")
    rows = json.loads(requisite("lessons", "--json").stdout)
    assert [row["name"] for row in rows] == [lesson.name for lesson in list_lessons()]
    assert set(rows[0]) == {"name", "about", "title", "question"}


def test_a_lesson_is_told_from_question_to_other_side(requisite, small):
    result = requisite("lesson", small, "--answer", "1")

    assert result.exit_code == 0
    places = [
        result.stdout.index(words)
        for words in (
            "Who meets fewer faces?",
            "1. In one queue.",
            "What the model shows\nIn teams.",
            "The model shows another answer.",
            "Teams: 1.",
            "Why\nA face that knows.",
            "The other side\nNo more than 1.",
            "What would change your mind?\nA count of faces.",
            "Source: Erlang 1917",
        )
    ]
    assert places == sorted(places)


def test_nobody_is_asked_who_cannot_answer(requisite, small):
    result = requisite("lesson", small)
    assert result.exit_code == 0
    assert "guess" not in result.stdout


@pytest.mark.parametrize("typed", ["two\n7\n2\n", "2.0\n"])
def test_it_asks_until_there_is_an_answer(requisite_typing, asked, small, typed):
    result = requisite_typing(typed, "lesson", small)
    assert "That is what the model shows." in result.stdout


@pytest.mark.parametrize("typed", ["\n", "", "seven"])
def test_enter_and_the_end_of_input_skip(requisite_typing, asked, small, typed):
    result = requisite_typing(typed, "lesson", small)
    assert result.exit_code == 0
    assert "That is what the model shows." not in result.stdout


def test_ctrl_c_at_the_question_stops(requisite, asked, small, monkeypatch):
    def interrupt(_prompt):
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    result = requisite("lesson", small)
    assert result.exit_code == 130
    assert result.stderr.endswith("Stopped.\n")


@pytest.mark.parametrize("answer", ["0", "4", "1.5", "nan", "inf", "-1"])
def test_an_answer_that_is_none_is_refused_before_anything_is_run(requisite, small, answer):
    result = requisite("lesson", small, f"--answer={answer}")
    assert result.exit_code == 2
    assert "--answer: found" in result.stderr
    assert result.stdout == ""


def test_json_has_the_claims(requisite, small):
    result = requisite("lesson", small, "--json", "--seed", "3")
    found = json.loads(result.stdout)
    assert found["seed"] == 3
    assert found["holds"]
    assert [claim["holds"] for claim in found["claims"]] == [True]


def test_the_guide_is_written_and_nothing_replaced_unasked(requisite, small, tmp_path):
    file = tmp_path / "guide.html"
    assert requisite("lesson", small, "--guide", file).exit_code == 0
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and "In teams." in page

    again = requisite("lesson", small, "--guide", file)
    assert again.exit_code == 2
    assert "there is such a file already" in again.stderr
    swedish = requisite("lesson", small, "--guide", file, "--force", "--language", "sv")
    assert swedish.exit_code == 0
    assert '<html lang="sv">' in file.read_text(encoding="utf-8")


def test_a_guide_that_cannot_be_written_is_refused_before_anything_is_run(
    requisite, small, tmp_path, monkeypatch
):
    monkeypatch.setattr("sim.lessons.run_lesson", None)
    for file in (tmp_path, tmp_path / "guide.pdf", tmp_path / "none" / "guide.html"):
        result = requisite("lesson", small, "--guide", file)
        assert result.exit_code == 2
        assert str(file) in result.stderr


def test_the_guide_as_markdown(requisite, small):
    result = requisite("lesson", small, "--guide", "-")
    assert result.stdout.startswith("# Facilitator's guide: A small lesson\n")
    assert "| --- |" in result.stdout


def test_a_bad_lesson_tells_all_its_problems(requisite, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text('name = "Bad"\nabout = "weather"\n')
    result = requisite("lesson", path)
    assert result.exit_code == 2
    assert "name: found" in result.stderr and "about: found" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_guide_on_the_screen_leaves_no_room_for_json(requisite):
    result = requisite("lesson", "costs", "--guide", "-", "--json")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "both go to standard output" in result.stderr
