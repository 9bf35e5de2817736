"""What the commands of `requisite own` do, and what their options and arguments are for."""

from collections.abc import Mapping

from sim.message import Message

ABOUT_OWN: Mapping[str, Message] = {
    "own": Message("Your own service: from an hour of listening, or from files that you have."),
    "own guess": Message(
        "Tell what a log of your own is taken for, what it cannot say, and what to do next."
    ),
    "own tally": Message(
        "Tell what contacts say that somebody has listened to: the failure share of the hour and "
        "of the service, causes, and what to do next."
    ),
    "own counts": Message(
        "Tell what counts by day and hour say: how much comes, how evenly, and what is missing."
    ),
    "own roster": Message("Tell what a roster says: how many work, when, and how long."),
    "own waits": Message(
        "Tell for whom the cases of a log wait: their days by what ends each wait."
    ),
    "own build": Message(
        "Build a scenario of your own service, of a log, or of a tally alone; every number says "
        "where it comes from."
    ),
    "own test": Message(
        "Hold a scenario of your own against its log, and a forecast of the log's second half "
        "against what came."
    ),
}
HELP_OWN: Mapping[str, Message] = {
    "own guess file": Message(
        "A log with a row for each step of a case: .csv, .xlsx or .xes, packed (.gz) or not."
    ),
    "own guess --out": Message("Write what was understood to a mapping file: .toml."),
    "own tally file": Message(
        "A tally (CSV or .xlsx): time, kind (value, failure or unsure), and if need be words, "
        "type, cause."
    ),
    "own counts file": Message(
        "Counts (CSV or .xlsx): date, hour, count; the hour may be left out."
    ),
    "own waits file": Message("The log of cases: .csv, .xlsx or .xes."),
    "own build --log": Message("The log of cases: .csv, .xlsx or .xes."),
    "--map": Message("What its columns mean; if not given, that is guessed: see own guess --out."),
    "own build --tally": Message(
        "A tally of contacts. With a log it is what the scenario is held against; alone, shipped "
        "services are sought that are like it."
    ),
    "own build --counts": Message("Counts by day and hour, in place of the log's arrivals."),
    "own build --roster": Message("A roster, in place of the persons whom the log names."),
    "own build --name": Message("What the service is called in commands."),
    "own build --like": Message(
        "With a tally alone: a shipped service; if not given, the one that comes nearest."
    ),
    "own build --worlds": Message("With a tally alone: how many plausible worlds are tried."),
    "own build --out": Message("The scenario file to be written: .toml."),
    "own test scenario": Message("The scenario file that own build has written."),
    "own test file": Message("The log of cases: .csv, .xlsx or .xes."),
    "own roster file": Message(
        "A roster (CSV or .xlsx): person, days, from, to, and if need be share."
    ),
}
