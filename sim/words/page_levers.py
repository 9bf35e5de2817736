"""What the page says where a scenario can be changed: labels, help, what is moved."""

from collections.abc import Mapping

from sim.message import Message
from sim.scenario import Described
from sim.words.designs import name_condition
from sim.words.language import say
from sim.words.numbers import write_list
from sim.words.quantities import say_source, write_plausible

TRY = Message("Try a change")
NOTHING_DIFFERS = Message("Nothing differs from the file.")
TAKE_BACK = Message("Take all changes back")
ANY_CHANGE = Message("Any other change")
AS_TYPED = Message("As on the command line")
AS_TYPED_HELP = Message(
    "Such as `staff.total=12`, `demand.arrivals_per_day*=1.2` or `absorbing.targets.days=7`."
)
MAKE_CHANGE = Message("Make this change")
CANNOT_RUN = Message("This cannot be run as it stands:")
WAYS_OUT = Message("Set a value that is possible, undo the latest change, or go back to the file.")
UNDO = Message("Undo the latest change")
GO_BACK = Message("Go back to the file")
VARIETY = Message("Variety of needs (× the file's)")
VARIETY_HELP = Message(
    "How many particulars a need has, of what the file says. At 0 all needs are standard, as in "
    "mass production."
)
DESIGN = Message("Design to change")
CONDITION = Message("Condition")
TAKE = Message("Take it from the other design")
TAKE_HELP = Message(
    "Changes this condition alone, which is how improving single elements is tried."
)
BACK = Message("Back to the file")
BEYOND = Message("Go beyond what is plausible")
BEYOND_HELP = Message("Numbers to type instead of sliders; only what is impossible is refused.")
NOT_THERE = Message("not there")
DIFFERING = Message("Values that differ from the file: {count}")
GAIN = Message("**Gain.** {gain}")
PRICE = Message("**Price.** {price}")
IN_THE_OTHER = Message("{design}: {value}")
MOVED = Message("**Moved**; in the file: {value}")


def say_moves(counts: Mapping[str, int]) -> str:
    """Say which conditions of a design are moved, and in how many values."""
    listed = write_list([f"{say(name_condition(name))} ({n})" for name, n in counts.items()])
    return say(Message("Moved in this design: **{conditions}**", conditions=listed))


def explain_quantity(item: Described, key: str) -> str:
    """Explain a quantity: what it means, where it comes from, what is plausible, its key."""
    lines = [say(item.about), say(Message("Where from: {source}.", source=say_source(item)))]
    if item.plausible:
        lines.append(say(Message("Plausible: {range}.", range=write_plausible(item))))
    return "\n\n".join([*lines, say(Message("On the command line: `{key}`", key=key))])
