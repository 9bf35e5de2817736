"""What is said of other designs of one's own service, over the worlds that its data leave open."""

from collections.abc import Iterable, Iterator, Sequence

from sim.message import Message
from sim.own.as_it_is import Beside
from sim.own.build import AS_IT_IS
from sim.own.what_if import Range, WhatIf
from sim.words.designs import name_design
from sim.words.language import say, say_sentence
from sim.words.numbers import write_number

AXIS = Message("mean days of a case")
SOURCE = Message(
    "Dots: half of the worlds lie below. Lines: all but a tenth of them at each end. In each world "
    "all that the data leave open is drawn anew. In the log: the mean, and its 95% interval."
)
SUBTITLE = Message("Mean days of a case in plausible worlds, as it is and in other designs.")
FINDING = Message("{design}: {after} days instead of {before} (plausible: {low} to {high})")
NOT_TOLD = Message(
    "How many days other designs would spare cannot be told: as it is, the simulation takes "
    "{simulated} days and the log says {observed}"
)
IN_LOG = Message("in the log")
NOTHING = Message("No wait in this log is of a kind that another design could spare")
WHY_NOTHING = Message(
    "Other designs are built of waits alone that the log attributes: to another person, to the "
    "citizen's answer, to a date. What fits without being attributed never becomes a what-if."
)
KEPT = Message(
    "Spared is the waiting that ends so in the log; all else stays as it is. What a change costs, "
    "and what it does to the need itself, is not in a log."
)
ABOUT = {
    "one-person": Message("One person sees each case through, and takes it up again."),
    "asked-at-once": Message(
        "What is missing is asked for as the case comes: nine in ten particulars are captured then."
    ),
    "no-dates": Message("Nothing waits for a date or a batch."),
}
HEADS = (
    Message("design"),
    Message("days: middle"),
    Message("10th to 90th percentile of worlds; of the log, 95% interval"),
)


def find_days(beside: Iterable[Beside]) -> Beside | None:
    """Find the days of a case, seen and simulated; `None` where the log does not tell them."""
    return next((one for one in beside if one.name == "days_mean"), None)


def tell_finding(found: Sequence[WhatIf], beside: Iterable[Beside]) -> str:
    """Tell in one sentence what the design does that spares most, if days as it is are as seen."""
    if not found:
        return say(NOTHING)
    days = find_days(beside)
    if days is not None and not days.is_within:
        return say(
            Message(
                NOT_TOLD.template,
                simulated=write_days(days.simulated),
                observed=write_days(days.observed.value),
            )
        )
    best = min(found, key=lambda one: one.after.middle - one.before.middle)
    return say(
        Message(
            FINDING.template,
            design=say_sentence(name_design(best.design)),
            after=write_days(best.after.middle),
            before=write_days(best.before.middle),
            low=write_days(best.after.low),
            high=write_days(best.after.high),
        )
    )


def list_designs(found: Sequence[WhatIf]) -> Iterator[str]:
    """Tell what each design is."""
    for one in found:
        yield f"**{say_sentence(name_design(one.design))}.** {say(ABOUT[one.design])}"


def list_rows(
    found: Sequence[WhatIf], beside: Iterable[Beside]
) -> list[tuple[str | None, str, Range]]:
    """List what is shown: design, its name, its days; what was seen is first, and no design."""
    rows = [(AS_IT_IS, found[0].before), *((one.design, one.after) for one in found)]
    named = [(design, say_sentence(name_design(design)), row) for design, row in rows]
    days = find_days(beside)
    if days is None:
        return [*named]
    seen = days.observed
    return [(None, say_sentence(IN_LOG), Range(seen.low, seen.value, seen.high)), *named]


def rows_of_designs(found: Sequence[WhatIf], beside: Iterable[Beside]) -> list[list[str]]:
    """Return a row for what was seen, and for each design."""
    rows = list_rows(found, beside)
    return [[name, write_days(row.middle), tell_range(row)] for _, name, row in rows]


def tell_range(row: Range) -> str:
    """Tell between which days most worlds lie."""
    return say(Message("{low} to {high}", low=write_days(row.low), high=write_days(row.high)))


def write_days(days: float) -> str:
    """Write days, the fewer the more exactly."""
    return write_number(days, 0 if days >= 20 else 1 if days >= 2 else 2)
