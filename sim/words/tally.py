"""What a tally says, in words: for the command line, the page *One hour*, and phones."""

from collections.abc import Iterator

from sim.message import Message
from sim.own.estimate import Estimate
from sim.own.tally import Said
from sim.words.designs import name_condition
from sim.words.language import say, say_sentence
from sim.words.numbers import SHARE, write_decimal, write_list, write_number, write_range
from sim.words.numbers import write_percent as percent
from sim.words.own_estimates import INTERVAL, write_points

FAILURE_OF_HOUR = Message("**This hour: {share} failure demand** (95% interval {interval}).")
FAILURE_OF_LAST = Message(
    "**The last hour of listening: {share} failure demand** (95% interval {interval})."
)
FAILURE_OF_SERVICE = Message("**The service: {share} failure demand** (95% interval {interval}).")
NOTHING_TOLD = Message("No contact so far of which it could be told what it is.")
CAUSE = Message("cause")
SHARE_OF_FAILURE = Message("share of failure demand")
CANNOT = Message("What listening cannot tell")
CANNOT_TELL = (
    Message(
        "How varied the needs are, and how much of that the service takes in: the two cannot be "
        "told apart."
    ),
    Message("How long a need takes from first contact until it is met."),
    Message("What it costs."),
    Message("Other hours of the day, other weekdays and other seasons than you have listened to."),
    Message("Needs that were not met and about which nobody calls."),
    Message("Callers who hung up before anybody answered."),
    Message("Whether two contacts are of the same citizen."),
)
"""What contacts alone cannot identify, however many there are."""


def tell_tally(said: Said) -> Iterator[str]:
    """Tell how many contacts there are, and the failure share of the hour and of the service."""
    yield say_counted(said)
    if said.service.observed:
        yield from tell_shares(said)
        yield tell_alike(said)
    else:
        yield say(NOTHING_TOLD)
    if said.unsure:
        yield _tell_bounds(said)


def say_counted(said: Said) -> str:
    """Say how many contacts of each kind were counted."""
    counted = Message.counted(
        "{n} contact in {hours}: {failure} failure demand, {value} value demand, {unsure} unsure.",
        "{n} contacts in {hours}: {failure} failure demand, {value} value demand, {unsure} unsure.",
        n=said.contacts,
        hours=Message.counted("1 hour of listening", "{n} hours of listening", n=len(said.hours)),
        failure=said.failure,
        value=said.value,
        unsure=said.unsure,
    )
    return say(counted)


def tell_shares(said: Said) -> Iterator[str]:
    """Tell the failure share of the last hour, and of the service, each with its interval."""
    hour = FAILURE_OF_HOUR if len(said.hours) == 1 else FAILURE_OF_LAST
    for sentence, share in ((hour, said.hours[-1]), (FAILURE_OF_SERVICE, said.service)):
        if share.observed:
            told = percent(share.value)
            yield say(Message(sentence.template, share=told, interval=write_share_range(share)))


def write_share_range(share: Estimate) -> str:
    """Write from where to where the interval of a share goes."""
    return write_range(share.low, share.high, SHARE, 0, is_signed=False)


def tell_alike(said: Said) -> str:
    """Tell how alike contacts of one hour are, and what they are worth."""
    told = Message(
        "For the service, {n} contacts tell as much as {worth} would, each of another hour: "
        "contacts of one hour are alike (correlation {correlation}, {how}).",
        n=said.service.observed,
        worth=write_number(said.worth, 0),
        correlation=write_decimal(round(said.alike.correlation, 2)),
        how=Message("assumed until several hours are tallied")
        if said.alike.is_assumed
        else Message("from the hours tallied, drawn to the 0.05 that is assumed otherwise"),
    )
    return say(told)


def _tell_bounds(said: Said) -> str:
    low, high = (percent(one.value) for one in said.bounds)
    told = Message.counted(
        "Left out is 1 unsure contact: with it the share is from {low}, were it value demand, to "
        "{high}, were it failure demand.",
        "Left out are {n} unsure contacts: with them the share is from {low}, were all value "
        "demand, to {high}, were all failure demand.",
        n=said.unsure,
        low=low,
        high=high,
    )
    return say(told)


def heads_of_causes() -> list[str]:
    """Return the heads of the table of causes."""
    return [say(CAUSE), say(SHARE_OF_FAILURE), say(INTERVAL)]


def list_causes(said: Said) -> list[list[str]]:
    """List the causes that were said, the commonest first; none where none was."""
    found = [(cause, share) for cause, share in said.causes.items() if share.value > 0]
    found.sort(key=lambda one: -one[1].value)
    return [
        [say(name_condition(cause)), percent(share.value), write_share_range(share)]
        for cause, share in found
    ]


def tell_without_cause(said: Said) -> Iterator[str]:
    """Tell which causes were never said, and how many failure contacts have none."""
    never = [cause for cause, share in said.causes.items() if share.value == 0]
    if never:
        most = max(said.causes[cause].high for cause in never)
        yield say_sentence(
            Message(
                "{causes}: not once, so at most {most} each.",
                causes=write_list([say(name_condition(cause)) for cause in never]),
                most=percent(most),
            )
        )
    if said.without_cause:
        yield say(
            Message.counted(
                "1 failure contact has no cause, and is left out of the causes.",
                "{n} failure contacts have no cause, and are left out of the causes.",
                n=said.without_cause,
            )
        )


def tell_next(said: Said) -> Iterator[str]:
    """Tell what to do next, in the visitor's own numbers."""
    plan = said.plan
    if not said.service.observed:
        told = Message(
            "Next: listen to six contacts at each of five times, rather than to thirty in one "
            "hour: the interval is then about {times} percentage points wide, otherwise {hour}.",
            times=write_points(plan.width_first_times),
            hour=write_points(plan.width_first_hour),
        )
    else:
        told = Message(
            "Next: listen to six contacts at each of five other times. The interval of the "
            "service, {now} percentage points wide now, is then about {times}; after thirty more "
            "in the same hour it would be {same}.",
            now=write_points(plan.width_now),
            times=write_points(plan.width_at_times),
            same=write_points(plan.width_same_hour),
        )
    yield say(told)


def list_cannot() -> list[str]:
    """List what listening cannot tell."""
    return [say(one) for one in CANNOT_TELL]
