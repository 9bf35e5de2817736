"""Failure contacts a case: by their cause, and by the condition of the design they come from."""

from collections.abc import Callable
from typing import NamedTuple

from sim.eventlog import Cause, Waiting
from sim.ledger import Tally
from sim.measures.counting import count_cases
from sim.measures.declaration import Family, Measure, Unit
from sim.measures.reading import NOBODY_CAME, Reading, ratio
from sim.measures.view import View
from sim.message import Message


class ContactCount(NamedTuple):
    """A measure of some failure contacts."""

    name: str
    title: Message
    """As in `Measure`."""
    what: str
    """Which contacts they are, or why they are made."""
    counted: str
    """What is counted, as its formula says."""
    source: str
    """Where that comes from."""
    causes: tuple[Cause, ...] = ()
    """Contacts of these causes count."""
    waits: tuple[Waiting, ...] = ()
    """Calls to ask how it goes count while the case waits for these."""


def _of_cause(cause: Cause, title: Message, reason: str, source: str) -> ContactCount:
    name = f"failure_contacts_{cause.name.lower()}"
    counted, source = f"cause {cause.name}", f"{source}; cause as the engine logs it"
    return ContactCount(name, title, f"because {reason}", counted, source, (cause,))


BY_CAUSE = (
    _of_cause(
        Cause.TURNED_AWAY,
        Message("Turned away"),
        "a small need was turned away",
        "report §4.2, §4.3",
    ),
    _of_cause(
        Cause.CAPTURE,
        Message("Not captured"),
        "a particular had not got into the organisation",
        "report §4.7",
    ),
    _of_cause(
        Cause.CONVEY,
        Message("Lost between hands"),
        "a particular was lost at a change of hands",
        "report §4.1",
    ),
    _of_cause(
        Cause.ABSORB,
        Message("Answer did not fit"),
        "the answer that the rules allow did not fit",
        "report §7",
    ),
    _of_cause(Cause.CAP, Message("Content cut"), "content was cut", "report §4.2"),
    _of_cause(
        Cause.PREMATURE,
        Message("Closed too early"),
        "the case was closed before it was done",
        "report §4.5",
    ),
    _of_cause(
        Cause.CHASE, Message("Where is my case?"), "the citizen asks how it goes", "report §6.1"
    ),
    _of_cause(
        Cause.CITIZEN,
        Message("The citizen's own error"),
        "the citizen made an error",
        "no claim of the report; left out of the strict share",
    ),
    _of_cause(
        Cause.UNANSWERED,
        Message("Nobody answered"),
        "nobody had answered the call before, or the case",
        "no claim of the report",
    ),
    _of_cause(
        Cause.JUDGEMENT,
        Message("Appeals"),
        "too little was granted by a worker's own judgement",
        "Kahneman, Sibony & Sunstein 2021 (noise)",
    ),
    _of_cause(
        Cause.LATE,
        Message("Nobody came in time"),
        "nobody came to a visit in time",
        "report §9.5 (who comes, when and how)",
    ),
)
"""Each failure contact counts once: most upstream first."""

BY_CONDITION = (
    ContactCount(
        "failure_contacts_from_digital",
        Message("From {part}", part=Message("digital")),
        "from what the form or dialogue did not capture",
        "cause CAPTURE",
        "report §4.7, §7",
        causes=(Cause.CAPTURE,),
    ),
    ContactCount(
        "failure_contacts_from_functions",
        Message("From {part}", part=Message("functions")),
        "from changes of hands, and waiting for a function, in its queue or to be taken up",
        "cause CONVEY, and of CHASE while waiting for a function or for another hand",
        "report §4.1, §7",
        causes=(Cause.CONVEY,),
        waits=(Waiting.POOL, Waiting.PICK_UP),
    ),
    ContactCount(
        "failure_contacts_from_standards",
        Message("From {part}", part=Message("standards")),
        "from answers that do not fit, appeals, and waiting for an exception",
        "causes ABSORB and JUDGEMENT, and of CHASE while waiting for an exception",
        "report §7",
        causes=(Cause.ABSORB, Cause.JUDGEMENT),
        waits=(Waiting.EXCEPTION,),
    ),
    ContactCount(
        "failure_contacts_from_budget",
        Message("From {part}", part=Message("budget")),
        "from content cut and needs turned away",
        "causes CAP and TURNED_AWAY",
        "report §4.2, §4.3, §7",
        causes=(Cause.CAP, Cause.TURNED_AWAY),
    ),
    ContactCount(
        "failure_contacts_from_targets",
        Message("From {part}", part=Message("targets")),
        "from closing to the target, and work held to its deadline",
        "cause PREMATURE, and of CHASE while work is held",
        "report §4.5, §7",
        causes=(Cause.PREMATURE,),
        waits=(Waiting.HOLD,),
    ),
    ContactCount(
        "failure_contacts_from_inspection",
        Message("From {part}", part=Message("inspection")),
        "from waiting for a control",
        "cause CHASE while the case is inspected",
        "report §4.6, §7",
        waits=(Waiting.INSPECTION,),
    ),
    ContactCount(
        "failure_contacts_from_centralisation",
        Message("From {part}", part=Message("centralisation")),
        "from waiting for the front office, calls that nobody answered, and visits to which nobody "
        "came in time",
        "causes UNANSWERED and LATE, and of CHASE while waiting for the front office",
        "report §4.1, §7",
        causes=(Cause.UNANSWERED, Cause.LATE),
        waits=(Waiting.FRONT,),
    ),
    ContactCount(
        "failure_contacts_from_citizen",
        Message("From {part}", part=Message("citizens' own errors")),
        "from the citizen, and no condition",
        "cause CITIZEN",
        "no claim of the report",
        causes=(Cause.CITIZEN,),
    ),
)
"""Each failure contact counts at most once: a chase by what its case waits for."""

DOC = """Failure contacts {what}.

Formula: inbound contacts of {counted} / cases (or months of clients).
Unit: contacts per case.
Source: {source}."""


def _measure(row: ContactCount) -> Measure:
    doc = DOC.format(what=row.what, counted=row.counted, source=row.source)
    function = _contacts_of(row)
    return Measure(row.name, Unit.CONTACTS_PER_CASE, row.title, "lower", doc, function)


def _contacts_of(row: ContactCount) -> Callable[[View], Reading]:
    columns = [Tally.CONTACTS_IN + cause for cause in row.causes]
    columns += [Tally.CHASES_WAITING + what for what in row.waits]

    def contacts_per_case(view: View) -> Reading:
        return ratio(sum(view.totals[c] for c in columns), count_cases(view), NOBODY_CAME)

    return contacts_per_case


FAILURE_CAUSES = Family(Message("Failure demand by cause"), map(_measure, BY_CAUSE))
FAILURE_CONDITIONS = Family(Message("Failure demand by condition"), map(_measure, BY_CONDITION))
