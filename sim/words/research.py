"""What the page for researchers says."""

from collections.abc import Mapping, Sequence

from sim.analysis.attribution import Attributed
from sim.analysis.breakeven import Breakeven
from sim.message import Message
from sim.words.breakeven import VERDICTS as WINS
from sim.words.breakeven import name_axis
from sim.words.designs import mention_design, name_condition
from sim.words.language import say, say_sentence
from sim.words.numbers import write_decimal, write_unit

RESEARCH = Message("Research")
TITLE = Message("For researchers")
IDEA = Message(
    "The comparison as it stands in this session: as a command, as files, and how far it holds."
)

AGAIN = Message("The same on the command line")
AGAIN_NOTE = Message(
    "With version {version} and the same scenario file this command gives the same numbers."
)
TO_TAKE_AWAY = Message("The result as files")
FILES_NOTE = Message(
    "JSON is what `requisite compare --json` writes: `requisite rerun RESULT.json` makes the "
    "result again, and tells whether it is the same to the last digit. CSV says in its first rows "
    "how it was run; each of them begins with #. Where decimals have a comma, its columns are "
    "parted by a semicolon. Excel has the same table with sixteen digits, and how it was run on a "
    "sheet of its own. Parquet has it with its provenance in the metadata. The scenario has all "
    "changes made; every command takes such a file in place of a service's name."
)
AS_PARQUET = Message("Download as Parquet")
AS_TOML = Message("Download the scenario as TOML")

WORLDS = Message("In other plausible worlds")
CHANGED = Message(
    "The scenario has been changed here, and as it stands it was not tried in other plausible "
    "worlds. This command tries it:"
)
NOT_TRIED = Message("This scenario was not tried in other plausible worlds. This command tries it:")
VERDICTS = Message("In how many worlds which design is better, and by how much")
DECIDING = Message("Which quantities decide on the cost")

TURNS = Message("Where the order turns")
TURNS_NOTE = Message(
    "One quantity is varied over its plausible range, all others stay; variety, where there is "
    "any, from none to three times as much. At each value both designs meet the same citizens, "
    "with the same luck."
)
VARIED = Message("Quantity that is varied")
EVERY_NEED = Message("Variety of all needs")
FIND = Message("Find where it turns")

AS_FILED = Message("Nothing differs from the file")
WHICH_CONDITION = Message("Which condition does it")
CONDITION_NOTE = Message(
    "Every mix of the two designs is run: each condition as in the one, or as in the other. Here "
    "with {replications} replications, which is few; the command takes more."
)
TAKE_APART = Message("Take the difference apart")
TAKEN_APART = Message("Measure that is taken apart")
NOTHING_APART = Message("No measure can be taken apart here.")
TOO_LONG = Message("This takes longer than a visitor of this page may have. The command does it:")
WITH_MORE = Message("With more replications, on the command line:")

RUNS = Message("What was run in this session")
RUNS_NOTE = Message(
    "The latest {most} runs that Explore or this page has shown, the latest first. The way back "
    "sets service, changes, days, replications and seed as they were. The list is gone with this "
    "window."
)
BACK_TO_RUN = Message("Back to the run of {time}")
SHOWN_NOW = Message("Shown now.")
MOST_CHANGES = 4
"""Changes of a run that are told of it."""


def tell_run(changes: Mapping[str, str], days: int, replications: int, seed: int) -> str:
    """Tell what differs from the file in a run, and how it was run."""
    told = [f"{key}={value}" for key, value in list(changes.items())[:MOST_CHANGES]]
    more = len(changes) - len(told)
    told += [say(Message("and {n} more", n=more))] if more else []
    what = ", ".join(told) if told else say(AS_FILED)
    return say(
        Message(
            "{what} ({replications} replications of {days} days, seed {seed})",
            what=what,
            replications=replications,
            days=days,
            seed=seed,
        )
    )


def tell_turn(found: Breakeven) -> str:
    """Tell where the order turns: a title that is the finding, with few digits."""
    about, crossings = found.about, found.profile.crossings
    if len(crossings) > 1:
        return say(Message("In the mean the order turns {n} times", n=len(crossings)))
    if crossings:
        where = write_decimal(crossings[0].x, 2)
        return say(
            Message(
                "In the mean the order turns at {name} {where}",
                name=name_axis(found.x),
                where=where,
            )
        )
    if found.profile.throughout is None:
        return say(Message("The order does not turn: neither design does better in the mean"))
    verdict = Message(WINS[about.wins].alone, design=mention_design(found.profile.throughout))
    return say(Message("The order does not turn: in the mean {verdict}", verdict=verdict))


def tell_difference(found: Breakeven) -> str:
    """Tell what is drawn: of which measure, in which unit, along which quantity."""
    first, second = map(mention_design, found.about.designs)
    return say_sentence(
        Message(
            "{measure} ({unit}): {second} less {first}, along {name}; with 95% intervals",
            measure=found.about.title,
            unit=write_unit(found.about.unit),
            first=first,
            second=second,
            name=name_axis(found.x),
        )
    )


def tell_share(measure: Attributed) -> str:
    """Tell which condition does most of a change: a title that is a finding, if there is one."""
    sign = measure.difference.sure_sign
    with_it = [one for one in measure.shares if sign and one.share.sure_sign == sign]
    if not with_it:
        return say(Message("Of no condition can it be told that it does it: that may be chance"))
    most = max(with_it, key=lambda one: abs(one.share.mean))
    return say(
        Message(
            "In the mean the largest share of the change is that of {condition}",
            condition=name_condition(most.condition),
        )
    )


def tell_shares(measure: Attributed, designs: Sequence[str]) -> str:
    """Tell what the bars of an attribution are."""
    first, second = map(mention_design, designs)
    return say_sentence(
        Message(
            "{measure} ({unit}): each condition's share of the change from {first} to {second} "
            "(Shapley value), with 95% intervals",
            measure=measure.title,
            unit=write_unit(measure.unit),
            first=first,
            second=second,
        )
    )
