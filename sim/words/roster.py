"""What a roster says, in words."""

from collections.abc import Iterator

from sim.message import Message
from sim.own.roster import Rostered
from sim.words.citizen import list_weekdays as name_weekdays
from sim.words.language import say
from sim.words.numbers import write_list, write_number
from sim.words.own_estimates import write_clock


def tell_shifts(rostered: Rostered) -> Iterator[str]:
    """Tell which shifts there are, a line for each."""
    for begins, ends, persons in rostered.shifts:
        yield say(
            Message.counted(
                "{begins} to {ends}: at most 1 person.",
                "{begins} to {ends}: at most {n} persons.",
                n=persons,
                begins=write_clock(begins),
                ends=write_clock(ends),
            )
        )


def tell_weekdays(rostered: Rostered) -> Iterator[str]:
    """Tell how many whole persons work on each weekday."""
    names = name_weekdays(rostered.by_weekday)
    counts = [write_number(count, 1) for count in rostered.by_weekday.values()]
    listed = [f"{name} {count}" for name, count in zip(names, counts, strict=True)]
    yield say(
        Message("Whole persons, by their hours, by weekday: {list}.", list=write_list(listed))
    )


def tell_basis() -> Iterator[str]:
    """Tell what a roster is not."""
    yield say(
        Message(
            "A roster is what is planned: absence, breaks, meetings and overtime are not in it. "
            "Names stay in the file."
        )
    )
