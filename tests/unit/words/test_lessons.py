"""What a lesson says: texts filled in, guesses compared."""

from dataclasses import replace

import pytest

from sim.lessons import Term, run_lesson
from sim.words import LANGUAGES, speaking
from sim.words import lessons as words
from sim.words.document import Bullets, Heading, Paragraph, Table, write_markdown
from sim.words.lesson_guide import build_guide
from sim.words.numbers import write_headline
from tests.builders import text
from tests.lesson_builder import FACES, build_lesson, build_raw


@pytest.fixture(scope="module")
def run():
    return run_lesson(build_lesson())


@pytest.fixture(scope="module")
def number_run():
    raw = build_raw()
    raw["predict"].pop("choices")
    raw["predict"]["number"] = {"term": "failure_demand_share.one", "unit": text("of all")}
    return run_lesson(build_lesson(raw))


@pytest.mark.parametrize(
    ("number", "unit", "told"),
    [
        (0.3966, "share", "40%"),
        (0.05, "share", "5%"),
        (0.0123, "share", "1.2%"),
        (0.0024, "share", "0.24%"),
        (0.997, "share", "99%"),
        (1.0, "share", "100%"),
        (0.0, "share", "0%"),
        (1117.0, "DKK per citizen helped", "DKK\N{NO-BREAK SPACE}1,100"),
        (212.7, "days", "210"),
        (9.97, "days", "10"),
        (5.38, "days", "5.4"),
        (3.0, "days", "3"),
        (0.407, "days", "0.41"),
        (0.0, "days", "0"),
    ],
)
def test_two_digits_at_most_stand_in_a_text(number, unit, told):
    assert write_headline(number, unit) == told


def test_a_text_is_filled_from_the_run(run):
    told = words.fill(run.lesson.reveal.says, run.main)
    shown = (run.main.find_interval(Term(FACES, arm)) for arm in ("one", "teams"))
    one, teams = (f"{interval.mean:.1f}" for interval in shown)
    assert told.startswith(f"Teams: {teams}; one: {one}; ")
    assert told.endswith("% less.")
    with speaking("sv"):
        assert "," in words.fill(run.lesson.reveal.says, run.main)


def test_an_abbreviation_ends_a_sentence_once(run):
    raw = build_raw()
    raw["reveal"]["says"] = text("{paid_cost_per_month.one}. Yes.")
    found = run_lesson(build_lesson(raw))
    dkk = replace(found.main, currency="DKK")
    with speaking("da"):
        assert words.fill(found.lesson.reveal.says, dkk).endswith("kr. Yes.")
    assert ". Yes." in words.fill(found.lesson.reveal.says, dkk)


def test_before_the_run_there_is_what_was_put_in(run):
    lesson = run.lesson
    assert words.ask(lesson.predict.ask, lesson.setup) == "With 6 members of staff?"


def test_a_choice_is_right_or_not(run):
    assert words.tell_answer(run) == "In teams."
    assert words.tell_guess(run, 2) == "That is what the model shows."
    assert words.tell_guess(run, 1) == "The model shows another answer."


def test_a_number_is_near_or_not(number_run):
    percent = number_run.number.mean * 100
    assert words.tell_answer(number_run).endswith("% of all")
    assert "within 10%" in words.tell_guess(number_run, percent)
    assert "lower" in words.tell_guess(number_run, percent / 2)
    assert "higher" in words.tell_guess(number_run, percent * 2)


def test_rare_shares_have_decimals_in_the_table():
    raw = build_raw()
    raw["reveal"]["measures"] = ["unmet_need_share"]
    raw["notes"]["graphs"] = [{"measure": "unmet_need_share", "says": text("Unmet.")}]
    run = run_lesson(build_lesson(raw))
    _, ((_, *cells),) = words.build_table(run.lesson, run.main)
    assert all("." in cell and len(cell.split("%")[0].split(".")[1]) == 2 for cell in cells)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_guide_has_all_parts_in_order(run, code):
    with speaking(code):
        blocks = build_guide(run)
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(2) == 7
    (table,) = [block for block in blocks if isinstance(block, Table)]
    assert len(table.rows) == 2 and len(table.heads) == 3
    assert any(isinstance(block, Bullets) and len(block.items) == 3 for block in blocks)


def test_many_arms_stand_below_each_other():
    raw = build_raw()
    more = [{"name": f"more-{n}", "design": "absorbing", "label": text(f"Arm {n}")} for n in "ab"]
    raw["setup"]["arms"] += more
    run = run_lesson(build_lesson(raw))
    heads, rows = words.build_table(run.lesson, run.main)
    assert heads[1].startswith("Faces") and len(heads) == 3
    assert [row[0] for row in rows[2:]] == ["Arm a", "Arm b"]
    assert rows[1][1:] == rows[2][1:]  # the same design, in the same world


def test_markdown():
    table = Table(["", "f"], [["g", "h"]])
    assert write_markdown([Heading(2, "A"), Paragraph("b **c**"), Bullets(["d", "e"]), table]) == (
        "## A\n\nb **c**\n\n- d\n- e\n\n|  | f |\n| --- | ---: |\n| g | h |\n"
    )
