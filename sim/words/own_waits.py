"""What is said of a log's waits beside the picture of them: what it rests on, and what it is not.

The command `requisite own waits` says it.
"""

from collections.abc import Iterable, Iterator

from sim.message import Message
from sim.own.breaks import Break
from sim.own.caselog import DAY_US, CaseLog, Role
from sim.own.followed import Followed
from sim.own.waits import Between, Ender, Waits
from sim.plain_text import cut
from sim.words.language import say, say_sentence
from sim.words.numbers import decimals_of, write_number, write_percent
from sim.words.waits import ABOUT

TITLE = Message("For whom do cases wait?")
KNOW, LONGEST_HEADING = (
    Message("What to know of it"),
    Message("Between which steps they wait longest"),
)
HEADS = (
    Message("waits for"),
    Message("of all waiting"),
    Message("days of a case"),
    Message("95% interval"),
)
"""Of the bars, behind whose names they stand."""
LONGEST = 40
"""Characters of an activity that are shown."""
CHANGES = {
    "arrivals": Message("arrivals of a week"),
    "faces": Message("faces of a case"),
    "hand_overs": Message("changes of hands of a case"),
    "wait_days": Message("days that a case waits"),
}
"""What changes at a break."""
NO_ASKS = Message(
    "no activity is known to ask the citizen for something, or to be the citizen's: waits for "
    "their answers are told as waits for the same person, or another; a mapping can say which are "
    "(asks, citizen)"
)
SAME_WAITS = Message(
    "whoever goes on with a case after more than a quarter of a day may have waited for an answer "
    "that the log does not tell; it is told as waiting for the same person"
)
WORK_INCLUDED = Message(
    "a wait lasts until the next step is done where the log does not tell when it was begun, so "
    "that the work on it is in it"
)


def tell_longest(pairs: Iterable[Between]) -> Iterator[str]:
    """Tell between which activities cases wait longest, and for whom."""
    for one in pairs:
        yield say(
            Message(
                "{share} of all waiting: from “{before}” to “{after}”, {until}",
                share=write_percent(one.share),
                before=cut(one.before, LONGEST),
                after=cut(one.after, LONGEST),
                until=ABOUT[one.ender],
            )
        )


def tell_what_to_know(
    log: CaseLog, waits: Waits, followed: Followed, has_starts: bool
) -> Iterator[str]:
    """Tell what the picture rests on, and what it cannot say."""
    yield say_sentence(_tell_cases(log, followed))
    if why := next(iter(waits.days_per_case.values())).why_not:
        yield say_sentence(why)
    if not {Role.ASK, Role.CITIZEN} & set(map(Role, log.role.tolist())):
        yield say_sentence(NO_ASKS)
    if waits.days_per_case[Ender.SAME].value > 0:
        yield say_sentence(SAME_WAITS)
    if not has_starts:
        yield say_sentence(WORK_INCLUDED)


def _tell_cases(log: CaseLog, followed: Followed) -> Message:
    finished = int(followed.is_finished.sum())
    asked = {"finished": write_number(finished, 0), "cases": write_number(log.cases, 0)}
    if followed.has_closes:
        return Message(
            "{finished} of {cases} cases are finished: an activity that closes them has come",
            **asked,
        )
    days = (log.ends_us - followed.until_us) / DAY_US
    return Message(
        "{finished} of {cases} cases are taken to be finished: nothing happens to them in the "
        "last {days} days, longer than 95 of 100 gaps between steps; no activity is known to close "
        "cases",
        days=write_number(days, decimals_of([days])),
        **asked,
    )


def tell_breaks(breaks: Iterable[Break]) -> Iterator[str]:
    """Tell when the service became another one."""
    for one in breaks:
        decimals = decimals_of([one.before, one.after])
        yield say_sentence(
            Message(
                "a break: {what} {before} before, {after} from the week of {day} on; a mean over "
                "both is of neither",
                what=CHANGES[one.name],
                before=write_number(one.before, decimals),
                after=write_number(one.after, decimals),
                day=one.day.isoformat(),
            )
        )
