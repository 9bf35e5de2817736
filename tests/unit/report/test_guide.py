"""The guide of a lesson is a page that needs nothing else and runs nothing."""

import re

import pytest

from sim.lessons import run_lesson
from sim.lessons.run import judge_lesson
from sim.report import write_guide
from sim.words import LANGUAGES, speaking
from tests.builders import text
from tests.lesson_builder import FACES, build_lesson, build_raw


@pytest.fixture(scope="module")
def run():
    return run_lesson(build_lesson())


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_in_the_language_and_needs_nothing_else(run, code):
    with speaking(code):
        page = write_guide(run)
    assert f'<html lang="{code}">' in page
    assert "<script" not in page
    assert not re.search(r"(src|href|url)\s*[=(]", page)
    assert "default-src 'none'" in page
    assert "size: A4" in page
    assert page.count("<tr>") == 3
    assert "{" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


def test_what_stands_in_a_file_is_text(run):
    page = write_guide(run)
    assert "Days of &lt;b&gt;all&lt;/b&gt;." in page
    assert "<strong>In teams.</strong>" in page


def test_a_lesson_that_does_not_hold_says_so(run):
    raw = build_raw()
    raw["claims"] = [{"rising": [f"{FACES}.one", f"{FACES}.teams"]}]
    raw["reveal"]["says"] = text("Nothing.")
    failed = judge_lesson(build_lesson(raw), run.main, run.other)
    assert "does not show what the lesson says" in write_guide(failed)
    assert "does not show what the lesson says" not in write_guide(run)
