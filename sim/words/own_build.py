"""What is said when a scenario of one's own was built: what is known, what is not, what is next."""

from collections.abc import Iterable, Iterator

from sim.message import Message
from sim.own.ensemble import Ensemble
from sim.own.estimate import TITLES, Estimate
from sim.own.recent import Recent
from sim.results import count_sources
from sim.scenario import Scenario
from sim.words.basis import tell_sources
from sim.words.forecast import tell_break
from sim.words.language import say
from sim.words.numbers import write_percent

UNKNOWN = Message("What the data cannot say:")
ALIKE = Message(
    "In {like} of {tried} plausible worlds of {service}, as much is failure demand as was heard "
    "({low} to {high})."
)
NEAREST = Message("Nearest of the shipped services: {service}, with {share} failure demand.")
NOT_YOURS = Message(
    "Its numbers are not your service's: only the share of failure demand was heard there. A log "
    "of cases narrows this."
)
WRITTEN = Message("Written to {file}.")
RECENT = Message(
    "The service became another one ({change}). So this is built of the {n} cases since."
)
NOTHING = Message(
    "None of its numbers is measured in the log: it shows what was assumed, and nothing of your "
    "service."
)
HOLD = Message(
    "Before you believe it, hold it against its log: what is not as it was seen is named there. "
    "Contacts and failure demand rest on what is assumed, and are not measured."
)
NEXT = Message("Next:")
WITHOUT_OTHER = Message(
    "No wait is attributed to anything that a design could spare, so there is no other design to "
    "compare with."
)


def tell_recent(recent: Recent) -> Iterator[str]:
    """Tell of which cases it is built, where the log became another one on the way."""
    if recent.since is not None:
        yield say(Message(RECENT.template, change=tell_break(recent.since), n=recent.log.cases))


def tell_basis(scenario: Scenario) -> Iterator[str]:
    """Tell how many numbers rest on what, and if the log gave none of them."""
    sources = count_sources(scenario, tuple(scenario.designs))
    yield tell_sources(sources)
    if not sources["measured"]:
        yield f"**{say(NOTHING)}**"


def tell_unknown(estimates: Iterable[Estimate]) -> Iterator[str]:
    """Tell what the data cannot say, or say in part, and why."""
    unknown = [one for one in estimates if one.why_not is not None]
    if unknown:
        yield say(UNKNOWN)
    for one in unknown:
        yield f"- {say(TITLES[one.name])}: {say(one.why_not or UNKNOWN)}"


def list_next(file: str, scenario: Scenario) -> Iterator[str]:
    """List commands to go on with."""
    yield say(HOLD)
    yield f"  requisite own test {file} LOG"
    first, *others = scenario.designs
    if not others:
        yield say(WITHOUT_OTHER)
        return
    yield say(NEXT)
    for other in others:
        yield f"  requisite compare {file} --design {first} {other}"
    yield f"  requisite robust {file} --design {first} {others[0]}"


def tell_ensemble(found: Ensemble) -> Iterator[str]:
    """Tell which worlds of which service are like what was heard."""
    nearest = found.fits[0]
    yield say(
        Message(NEAREST.template, service=nearest.service, share=write_percent(nearest.share))
    )
    yield say(
        Message(
            ALIKE.template,
            like=found.like.worlds,
            tried=found.tried,
            service=found.service,
            low=write_percent(found.heard.low),
            high=write_percent(found.heard.high),
        )
    )
    yield say(NOT_YOURS)


def tell_written(file: str) -> str:
    """Tell where it was written."""
    return say(Message(WRITTEN.template, file=file))
