"""The guide of a lesson for whoever leads the room: what to ask, show and answer, in order."""

from collections.abc import Container, Iterator

from sim.lessons import Lesson, LessonRun
from sim.measures import MEASURES
from sim.message import Message
from sim.words import lessons as words
from sim.words.document import Block, Bullets, Heading, Paragraph, Table
from sim.words.language import say, say_text

HEADING = Message("Facilitator's guide: {title}")
ASK = Message("1. Ask, and show nothing yet")
BEFORE = Message("Let them think: {thought}")
SHOW = Message("2. Show it beside the guesses")
TELL_ANSWER = Message("The answer: **{answer}**")
GRAPHS = Message("Explain each graph")
TELL_WHY = Message("3. Say why")
TELL_OTHER = Message("4. Show the other side")
ASK_BACK = Message("5. Ask: what would change your mind?")
TRUST = Message("Why to trust it, and how far")
OBJECTIONS = Message("What somebody will say")
AT_HOME = Message(
    "The same on a computer: `requisite lesson {name}`; another luck: `--seed {seed}`."
)


def build_guide(run: LessonRun) -> list[Block]:
    """Build the guide from a run of the lesson, in the language that is spoken."""
    return list(_build(run))


def title_of_guide(run: LessonRun) -> str:
    """Say what the guide is called."""
    return say_heading(run.lesson)


def say_heading(lesson: Lesson) -> str:
    """Say what the guide of a lesson is called."""
    return say(HEADING, title=say_text(lesson.title))


def list_graphs(run: LessonRun, measures: Container[str]) -> list[str]:
    """List how the graphs of some measures are explained."""
    return [
        f"**{say(MEASURES[graph.measure].title)}**: {words.fill(graph.says, run.main)}"
        for graph in run.lesson.notes.graphs
        if graph.measure in measures
    ]


def list_objections(run: LessonRun) -> list[str]:
    """List what somebody will say, each with a fair answer."""
    return [
        f"**{words.fill(one.says, run.main)}** {words.fill(one.answer, run.main)}"
        for one in run.lesson.notes.objections
    ]


def _build(run: LessonRun) -> Iterator[Block]:
    lesson = run.lesson
    yield Heading(1, title_of_guide(run))
    if not run.holds:
        yield Paragraph(say(words.NOT_SHOWN))
    yield from _ask(run)
    yield from _show(run)
    yield Heading(2, say(TELL_WHY))
    yield Paragraph(words.fill(lesson.why.says, run.main))
    yield Paragraph(say(words.CITIZENS[lesson.why.citizen]))
    yield Heading(2, say(TELL_OTHER))
    yield Paragraph(words.tell_shown(lesson.other_side.says, run.other))
    yield Heading(2, say(ASK_BACK))
    yield Paragraph(words.fill(lesson.change_mind, run.main))
    yield from _answer(run)


def _ask(run: LessonRun) -> Iterator[Block]:
    lesson = run.lesson
    yield Heading(2, say(ASK))
    yield Paragraph(f"**{words.ask(lesson.question, lesson.setup)}**")
    yield Paragraph(words.ask(lesson.predict.ask, lesson.setup))
    if choices := words.list_choices(lesson):
        yield Bullets(choices)
    yield Paragraph(say(BEFORE, thought=words.fill(lesson.notes.before, run.main)))


def _show(run: LessonRun) -> Iterator[Block]:
    lesson = run.lesson
    yield Heading(2, say(SHOW))
    yield Paragraph(say(TELL_ANSWER, answer=words.tell_answer(run)))
    yield Paragraph(words.tell_shown(lesson.reveal.says, run.main))
    yield Table(*words.build_table(lesson, run.main))
    yield Paragraph(say(words.CHANCE, replications=run.main.replications))
    yield Heading(3, say(GRAPHS))
    yield Bullets(list_graphs(run, lesson.reveal.measures))


def _answer(run: LessonRun) -> Iterator[Block]:
    lesson = run.lesson
    yield Heading(2, say(TRUST))
    yield Paragraph(words.fill(lesson.notes.trust, run.main))
    yield Heading(2, say(OBJECTIONS))
    yield Bullets(list_objections(run))
    yield Paragraph(say(words.SOURCE, source=words.fill(lesson.sources, run.main)))
    yield Paragraph(say(AT_HOME, name=lesson.name, seed=run.main.seed + 1))
