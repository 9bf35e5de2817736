"""What is said of a forecast: figure by figure, beside the past repeated, and where it breaks."""

from collections.abc import Iterable, Iterator
from math import isfinite

from sim.message import Message
from sim.own.as_it_is import Beside
from sim.own.breaks import Break
from sim.own.estimate import TITLES, Estimate
from sim.own.forecast import Forecast, Held
from sim.words.language import say
from sim.words.numbers import NOTHING, write_list, write_number, write_percent, write_range

HEADS = (
    Message("quantity"),
    Message("forecast"),
    Message("all as before"),
    Message("as it came (95% interval)"),
    Message("off by"),
    Message("as before, off by"),
)
AS_IT_IS = Message("The service as it is: as the log has it, and as the scenario has it simulated.")
HEADS_AS_IT_IS = (
    Message("quantity"),
    Message("as the log has it (95% interval)"),
    Message("simulated"),
)
MISSES = Message(
    "Simulated, it is not what was seen in these: {names}. What other designs would do is told of "
    "a service that differs from yours there."
)
CHANGING = {
    "arrivals": Message("arrivals a week"),
    "faces": Message("faces of a case"),
    "hand_overs": Message("changes of hands of a case"),
    "wait_days": Message("days of waiting of a case"),
}
WHAT = Message(
    "The second half of the log ({second} cases), forecast of what was known when half of the "
    "cases had come ({first} cases), beside saying that all stays as it was."
)
BROKEN = Message(
    "The log becomes another one on the way: what came after that cannot be forecast of what was "
    "before."
)
SEEN_AFTERWARDS = Message("None of this could be seen yet when the forecast was made.")
BUILT_SINCE = Message(
    "When the forecast was made this could be seen, and it is built of the {cases} cases since: "
    "{change}."
)
FITTED = Message(
    "Fitted, so that half of the first cases and nine of ten take as long as they did: {names}. "
    "That is a condition of the service as it is; no other design is built of it."
)
NOT_FITTED = Message("Nothing was fitted.")
TOO_LITTLE = Message("The log tells too little to hold anything against it.")
BETTER = Message("Closer than repeating the past in {closer} of {of} figures.")
NAMES = {
    "pick_up_days": Message("how long a case lies until another hand takes it up"),
    "pick_up_cv": Message("how much that varies"),
    "hold_days": Message("how long a case lies before it is begun"),
    "ready": Message("which share of cases waits for an answer"),
    "ready_days": Message("how long for"),
}


def rows_as_it_is(held: Iterable[Beside]) -> list[list[str]]:
    """Return a row for each figure of a service as it is."""
    return [
        [say(TITLES[one.name]), _write_seen(one.observed), _write(one.simulated)] for one in held
    ]


def tell_misses(held: Iterable[Beside]) -> Iterator[str]:
    """Say of which figures the simulation is not what was seen."""
    missed = [say(TITLES[one.name]) for one in held if not one.is_within]
    if missed:
        yield say(Message(MISSES.template, names=write_list(missed)))


def tell_forecast(found: Forecast) -> Iterator[str]:
    """Tell what was forecast of what, and what stands in the way of it."""
    yield say(Message(WHAT.template, first=found.first.cases, second=found.second.cases))
    if found.breaks:
        yield say(BROKEN)
        yield from (f"- {tell_break(change)}" for change in found.breaks)
    yield from tell_known(found)


def tell_known(found: Forecast) -> Iterator[str]:
    """Tell what of a break could be seen when the forecast was made."""
    recent = found.recent
    if recent.since is not None:
        change = tell_break(recent.since)
        yield say(Message(BUILT_SINCE.template, cases=recent.log.cases, change=change))
    elif found.became_another and not found.breaks_known:
        yield say(SEEN_AFTERWARDS)


def tell_break(change: Break) -> str:
    """Tell when something changed, from what to what."""
    return say(
        Message(
            "{what}: {before} until {day}, then {after}",
            what=say(CHANGING[change.name]),
            before=write_number(change.before, 2),
            day=change.day.isoformat(),
            after=write_number(change.after, 2),
        )
    )


def tell_result(found: Forecast) -> Iterator[str]:
    """Tell how often the forecast is closer than the past, and what was fitted for it."""
    if not rows_of_forecast(found):
        yield say(TOO_LITTLE)
    judged = [one for one in found.held if isfinite(one.error) and isfinite(one.error_of_repeating)]
    closer = sum(one.error < one.error_of_repeating for one in judged)
    if judged:
        yield say(Message(BETTER.template, closer=closer, of=len(judged)))
    names = ", ".join(say(NAMES[name]) for name in found.fitted.names)
    yield say(Message(FITTED.template, names=names) if names else NOT_FITTED)


def rows_of_forecast(found: Forecast) -> list[list[str]]:
    """Return a row for each figure that the log tells."""
    return [_row(one) for one in found.held if isfinite(one.observed.value)]


def _row(one: Held) -> list[str]:
    return [
        say(TITLES[one.name]),
        _write(one.forecast),
        _write(one.repeated),
        _write_seen(one.observed),
        _write_error(one.error),
        _write_error(one.error_of_repeating),
    ]


def _write_seen(seen: Estimate) -> str:
    interval = write_range(seen.low, seen.high, "", 2, is_signed=False)
    return (
        f"{_write(seen.value)} ({interval})"
        if isfinite(seen.low + seen.high)
        else _write(seen.value)
    )


def _write(value: float) -> str:
    return write_number(value, 2) if isfinite(value) else NOTHING


def _write_error(error: float) -> str:
    return write_percent(error) if isfinite(error) else NOTHING
