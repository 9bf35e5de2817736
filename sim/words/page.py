"""What the page says beside its findings: headings, labels, help, captions; its measures."""

from collections.abc import Iterator

from sim.analysis.comparison import Comparison
from sim.analysis.evidence import OUTSIDE, WITHIN
from sim.measures import FAILURE_CONDITIONS, FAMILIES, MEASURES
from sim.message import Message
from sim.results import Interval
from sim.words.differences import write_difference
from sim.words.evidence import VERDICTS
from sim.words.language import say
from sim.words.numbers import NOTHING, write_interval

ABOUT = Message(
    "Requisite simulates how a public service is designed: the same citizens, with the same needs "
    "and the same luck, meet two designs of one service."
)
EXPLORE = Message("Explore")
AS_TABLE = Message("As a table")
CITIZEN = Message("One citizen")
CAPABILITY = Message("Capability")
EVERY_LEVER = Message("Every lever: all conditions of both designs, and any other change")
ALL_IT_SAYS = Message("Everything that this comparison says")
TRY_WORLDS = Message("How it is tried in other plausible worlds: Research")
REPORT = Message("Take the report")
EVIDENCE = Message("Evidence")

FAULT = Message(
    "Something went wrong here, and it is not your fault. Load the page again; if it happens "
    "again, tell whoever runs this page."
)

# The comparison

TWO_DESIGNS = Message("Two designs, the same citizens")
SERVICE = Message("Service")
EVERY_MEASURE = Message("Every measure")
WHAT_IS_ASSUMED = Message("What is assumed")
EVERY_QUANTITY = Message("Every quantity, with its source")

# How it is run

SETTINGS = Message("Settings of the run")
DAYS = Message("Calendar days")
DAYS_HELP = Message(
    "Days on which citizens arrive, the warm-up included. Double the days, double the wait."
)
REPLICATIONS = Message("Replications")
REPLICATIONS_HELP = Message(
    "Each has citizens of its own, who meet both designs. More make the intervals narrower."
)
SEED = Message("Seed")
SEED_HELP = Message("Another seed brings other citizens and other luck.")
HOW_IT_WAS_RUN = Message(
    "{replications} replications of {days} calendar days, seed {seed}; the first {warm_up} days "
    "are warm-up. Figures are means with 95% intervals. The intervals, and the words *beyond "
    "chance* in the text, speak of chance only: they take what is assumed as given."
)
MEETING = Message("The citizens are meeting the two designs …")

# Cards, charts and tables


CITIZENS = Message("Citizens")
ALL_CITIZENS = Message("All citizens")
MEASURE = Message("Measure")
ABOUT_WHAT = Message("About")
UNIT = Message("Unit")
BETTER = Message("Better")
WHICH_IS_BETTER = {"lower": Message("lower"), "higher": Message("higher")}
NOT_APPLYING = Message("Where it does not apply")
ALL_MEASURES = Message("Every measure in both designs, with 95% intervals")
AS_JSON = Message("Download as JSON")
AS_CSV = Message("Download as CSV")
AS_EXCEL = Message("Download as Excel")

KEY = Message("Key")
VALUE = Message("Value")
PLAUSIBLE = Message("Plausible")
RESTS_ON = Message("Rests on")
MEANING = Message("Meaning")
IN_THE_FILE = Message("In the file")
HERE = Message("Here")
NAME = Message("Name")
DIFFERENCES = Message("What differs from the file")
SOURCES = Message(
    "Assumed: nobody measured it. Fitted: chosen so that results match the evidence. "
    "Switched off: plays no part in this service."
)

# The evidence

CLAIMS = Message("What the report claims")
EVIDENCE_IDEA = Message(
    "Every figure of the report that can be judged, and some from other sources (named below), "
    "beside what the simulation makes of it. The tolerance is the source's own ambiguity, or about "
    "15%. What is *fitted* was chosen so that figures are met: a service with many fitted "
    "quantities and few figures has proved little."
)
QUANTITIES_FITTED = Message("Quantities fitted: {count}")
EVIDENCE_OF = Message("Evidence of {service}")
OTHERS_TABLE = Message("Claims that are not simulated")
SAYS = Message("What it says")
SECTION = Message("§")
WHY = Message("Why")
MARKS = {**VERDICTS, WITHIN: Message("✓ within"), OUTSIDE: Message("✗ outside")}


def list_families() -> Iterator[tuple[str, list[str]]]:
    """List what measures are about, to be said, and the names of those that are about it."""
    for family in FAMILIES:
        yield family.title, [measure.name for measure in family.measures]


def find_parts(whole: str) -> dict[str, str]:
    """Return the measures that add up to another, with their short titles."""
    return {m.name: m.short_title for m in MEASURES.values() if m.part_of == whole}


def find_failure_conditions() -> dict[str, str]:
    """Return failure demand by condition of the design, with short titles."""
    return {m.name: m.short_title for m in FAILURE_CONDITIONS.measures}


def say_how_it_was_run(comparison: Comparison) -> str:
    """Say how a comparison was run, and what its intervals speak of."""
    return say(
        HOW_IT_WAS_RUN,
        replications=comparison.replications,
        days=comparison.days,
        seed=comparison.seed,
        warm_up=comparison.provenance.warm_up_day,
    )


def say_waiting(before: int) -> str:
    """Say that a run waits for its turn, and how many are before it."""
    if before == 0:
        return say(Message("Waiting: this run is next"))
    return say(
        Message.counted(
            "Waiting: 1 other run comes first", "Waiting: {n} other runs come first", n=before
        )
    )


def say_progress(done: int, total: int, seconds: float) -> str:
    """Say how many runs are done and how long the others will take, after so many seconds."""
    if done == 0:
        return say(Message("{done} of {total} runs done", done=done, total=total))
    left = seconds / done * (total - done)
    if left < 90:
        return say(
            Message.counted(
                "{done} of {total} runs done, about {n} second left",
                "{done} of {total} runs done, about {n} seconds left",
                n=round(left),
                done=done,
                total=total,
            )
        )
    return say(
        Message.counted(
            "{done} of {total} runs done, about {n} minute left",
            "{done} of {total} runs done, about {n} minutes left",
            n=round(left / 60),
            done=done,
            total=total,
        )
    )


def write_cell(interval: Interval | None, unit: str, decimals: int) -> str:
    """Write a mean with its interval in a table."""
    return NOTHING if interval is None else write_interval(interval, unit, decimals, between="  ")


def write_difference_cell(difference: Interval | None, unit: str, decimals: int) -> str:
    """Write a difference with its interval in a table."""
    if difference is None:
        return NOTHING
    return write_difference(difference, unit, decimals, between="  ")
