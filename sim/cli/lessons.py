"""`requisite lessons` and `requisite lesson`: a question, a guess, and what the model shows."""

import sys
from itertools import groupby
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, check_page, complain, print_json, print_lines
from sim.errors import RunError, mismatch
from sim.message import Message
from sim.words import say, say_text

if TYPE_CHECKING:
    from sim.lessons import Lesson, LessonRun

Name = Annotated[str, typer.Argument(metavar="LESSON")]
Answer = Annotated[float | None, typer.Option("--answer", metavar="N", show_default=False)]
Guide = Annotated[Path | None, typer.Option("--guide", metavar="FILE", show_default=False)]

ON_SCREEN = Path("-")
"""The file that stands for standard output."""
ASKED = Message("Your guess (Enter: none)")
NOT_A_GUESS = Message("That is not one of the answers; a number, please.")


def lessons(as_json: options.AsJson = False) -> None:
    """List the lessons with their questions, by what they are about."""
    from sim.lessons import list_lessons
    from sim.words.lessons import SUBJECTS, ask

    shipped = list_lessons()
    if as_json:
        print_json([_describe(lesson) for lesson in shipped])
        return
    console = build_console()
    for about, group in groupby(shipped, key=lambda lesson: lesson.about):
        print_lines(console, (say(SUBJECTS[about]),), style="bold")
        for lesson in group:
            question = ask(lesson.question, lesson.setup)
            print_lines(console, (f"  **{lesson.name}**  {question}",))


def _describe(lesson: "Lesson") -> dict[str, object]:
    keys = {"name", "about", "title", "question"}
    return lesson.model_dump(include=keys, mode="json")


def lesson(
    name: Name,
    *,
    answer: Answer = None,
    guide: Guide = None,
    seed: options.Seed = 1,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Ask a question, take a guess, and show what the model says."""
    from sim.lessons import load_lesson

    loaded = load_lesson(name)
    _check_answer(loaded, answer)
    if guide == ON_SCREEN and as_json:
        raise RunError(Message("--guide - and --json: both go to standard output; name a file"))
    if guide is not None and guide != ON_SCREEN:
        check_page(guide, overwrite=force)
    is_quiet = as_json or guide is not None
    if not is_quiet:
        _print_question(loaded)
        answer = _ask(loaded) if answer is None else answer
    run = _run(loaded, seed)
    if guide is not None:
        _write_guide(run, guide, overwrite=force)
    if as_json:
        print_json(run.to_dict())
    elif guide is None:
        _print_run(run, answer)


def _check_answer(lesson: "Lesson", answer: float | None) -> None:
    choices = len(lesson.predict.choices)
    if answer is None:
        return
    if choices and answer not in range(1, choices + 1):
        expected = Message("{least} to {most}", least=1, most=choices)
        raise RunError(mismatch("--answer", f"{answer:g}", expected))
    if not isfinite(answer):
        raise RunError(mismatch("--answer", f"{answer:g}", Message("a number")))


def _print_question(lesson: "Lesson") -> None:
    from sim.words import lessons as words

    console = build_console()
    print_lines(console, (f"**{say_text(lesson.title)}**", ""))
    print_lines(console, (words.ask(lesson.question, lesson.setup), ""))
    print_lines(console, (words.ask(lesson.predict.ask, lesson.setup),))
    choices = words.list_choices(lesson)
    print_lines(console, (f"  {number}. {says}" for number, says in enumerate(choices, start=1)))


def _ask(lesson: "Lesson") -> float | None:
    """Ask for a guess until there is one that can be; nobody has to make one."""
    if not is_asked():
        return None
    while True:
        try:
            typed = input(f"{say(ASKED)}: ").strip()
        except EOFError:
            return None
        if not typed:
            return None
        try:
            answer = float(typed.replace(",", "."))
            _check_answer(lesson, answer)
        except (ValueError, RunError):
            complain(say(NOT_A_GUESS))
        else:
            return answer


def is_asked() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty()


def _run(lesson: "Lesson", seed: int) -> "LessonRun":
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.lessons import run_lesson

    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting:
        return run_lesson(lesson, seed=seed, on_progress=waiting.tell)


def _print_run(run: "LessonRun", answer: float | None) -> None:
    from sim.cli.table import lay_out
    from sim.words import lessons as words

    console, lesson = build_console(), run.lesson
    if not run.holds:
        print_lines(console, ("", say(words.NOT_SHOWN)), style="red")
    _print_part(words.ANSWER, f"**{words.tell_answer(run)}**")
    if answer is not None:
        print_lines(console, (words.tell_guess(run, answer),))
    print_lines(console, ("", words.tell_shown(lesson.reveal.says, run.main), ""))
    heads, rows = words.build_table(lesson, run.main)
    console.print(lay_out(heads, rows, console.width, folds=True))
    why = f"{words.fill(lesson.why.says, run.main)} {say(words.CITIZENS[lesson.why.citizen])}"
    _print_part(words.WHY, why)
    _print_part(words.OTHER_SIDE, words.tell_shown(lesson.other_side.says, run.other))
    _print_part(words.CHANGE_MIND, words.fill(lesson.change_mind, run.main))
    source = say(words.SOURCE, source=words.fill(lesson.sources, run.main))
    chance = say(words.CHANCE, replications=run.main.replications)
    print_lines(console, ("", source, chance), style="dim")


def _print_part(heading: Message, text: str) -> None:
    print_lines(build_console(), ("", f"**{say(heading)}**", text))


def _write_guide(run: "LessonRun", file: Path, *, overwrite: bool) -> None:
    """Write the guide; where it cannot be written after all, print it."""
    from sim.cli.output import printing_all_the_same
    from sim.files import write_text
    from sim.report import write_guide
    from sim.words.command_line import WRITTEN
    from sim.words.document import write_markdown
    from sim.words.lesson_guide import build_guide

    with printing_all_the_same() as attempt:
        page = write_guide(run)
        if file != ON_SCREEN and attempt(lambda: write_text(file, page, overwrite=overwrite)):
            complain(say(WRITTEN, file=file))
        else:
            typer.echo(write_markdown(build_guide(run)), nl=False)
