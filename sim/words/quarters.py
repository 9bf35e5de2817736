"""What is said of managers quarter by quarter: what is asked on their page, and one history."""

from sim.message import Message
from sim.steering import Arm, Steering, Step, first_of
from sim.words.designs import ABOUT, mention_design, name_condition
from sim.words.language import say, say_sentence
from sim.words.numbers import NOTHING, decimals_typed, write_headline, write_number
from sim.words.steering import COST, name_figure

TITLE = Message("Who decides by which figure")
IDEA = Message(
    "Two managers, each in charge of the same service for some years: the same citizens and luck, "
    "the same changes to try, in the same order. Only the figure that each looks at differs. What "
    "do you think will become of the cost?"
)
STEERING = Message("Steering")
FIRST_MANAGER, SECOND_MANAGER = Message("One steers by"), Message("The other steers by")
BEGINS = Message("The service begins as")
NEEDS = Message("Needs")
VARY, ARE_ALIKE = Message("vary"), Message("are all alike")
STEP = Message("Quarter by quarter, one history of several")
STEP_HELP = Message(
    "Move it: what each manager tries, sees and keeps. At the end of a quarter it is kept or taken "
    "back by the figure alone."
)
PLAY, PAUSE = Message("Play"), Message("Pause")
ONE_ON, AGAIN = Message("One quarter on"), Message("From the beginning")
TRIED_NOTHING = Message("As it was: nothing is tried yet.")
MOVED = Message("the quantity {key} at {value}")
MOVED_STAFF = Message("another number of staff: {staff}")
KEPT, TAKEN_BACK = Message("kept"), Message("taken back")
TABLE = (
    Message("Quarter"),
    Message("Tried"),
    Message("and"),
    Message("The figure steered by"),
    Message("End-to-end cost"),
    Message("Staff"),
)
SUBTITLE = Message(
    "Above: what each manager sees, as a part of what it was. Below: what the service costs end to "
    "end. Means of {replications} histories; what is tried and taken back is in them, and who "
    "still waits is in no quarter's cost."
)
COURSES = Message("From {design} on, quarter by quarter")
SEEN = Message("The figure steered by, of what it was in the first quarter")
LIVED = Message("End-to-end cost of a citizen helped")
QUARTERS = Message("quarter")


def tell_step(step: Step) -> str:
    """Tell what was tried in a quarter, and what became of it."""
    if step.tried is None:
        return say(TRIED_NOTHING)
    told = Message("tried: {what} – **{end}**", what=name_trial(step), end=_name_end(step))
    return say_sentence(told)


def name_trial(step: Step) -> str:
    """Return what was tried, to be said."""
    if step.tried is None:
        return Message.verbatim(NOTHING)
    if step.tried in step.quantities:
        value = step.quantities[step.tried]
        return Message(MOVED, key=step.tried, value=write_number(value, decimals_typed(value)))
    if step.tried not in ABOUT:
        return Message(MOVED_STAFF, staff=step.staff)
    return name_condition(step.tried)


def _name_end(step: Step) -> Message:
    return KEPT if step.is_kept else TAKEN_BACK


def tell_figures(arm: Arm, step: Step) -> str:
    """Tell what a manager sees in a quarter, and what the service costs in it."""
    own = first_of(arm.by)
    seen = _write_seen(step.figure, arm.outcome[own].unit if own in arm.outcome else "")
    cost = _write_seen(step.cost, arm.outcome[COST].unit)
    if own == COST:
        return say_sentence(Message("{figure}: {seen}", figure=name_figure(own), seen=seen))
    return say_sentence(
        Message(
            "{figure}: {seen}; end-to-end cost: {cost}",
            figure=name_figure(own),
            seen=seen,
            cost=cost,
        )
    )


def _write_seen(value: float | None, unit: str) -> str:
    return NOTHING if value is None else write_headline(value, unit, 3)


def rows_of_story(arm: Arm) -> list[list[str]]:
    """Return a row for each quarter of the history that is told."""
    own = first_of(arm.by)
    unit = arm.outcome[own].unit if own in arm.outcome else ""
    return [
        [
            str(nth),
            say_sentence(name_trial(step)),
            NOTHING if step.tried is None else say(_name_end(step)),
            _write_seen(step.figure, unit),
            _write_seen(step.cost, arm.outcome[COST].unit),
            str(step.staff),
        ]
        for nth, step in enumerate(arm.story, start=1)
    ]


def tell_courses(start: str) -> str:
    """Tell whose courses a chart shows."""
    return say(COURSES, design=mention_design(start))


def tell_source(result: Steering) -> str:
    """Tell where a chart is from."""
    return say(
        Message(
            "Requisite, {service}: {replications} replications of {quarters} quarters, seed {seed}",
            service=result.service,
            replications=result.replications,
            quarters=result.quarters,
            seed=result.seed,
        )
    )
