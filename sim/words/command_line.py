"""What the command line says of itself: its headings, what goes on, and what was typed amiss."""

import re
from string import Formatter
from typing import Any

from sim.message import Message
from sim.words.language import say

USAGE = Message("Usage:")
OPTIONS_METAVAR = Message("[OPTIONS]")
COMMAND_METAVAR = Message("COMMAND [ARGS]...")
ARGUMENTS, OPTIONS, COMMANDS = Message("Arguments"), Message("Options"), Message("Commands")
REQUIRED = Message("required")

TYPER = (
    Message("default: {default}"),
    Message("Missing argument {what}."),
    Message("Missing option {what}."),
    Message("Missing command."),
    Message("No such option: {option} (Possible options: {options})"),
    Message("No such option: {option}"),
    Message("No such command {name}. Did you mean {suggestions}?"),
    Message("No such command {name}."),
    Message("Got unexpected extra argument(s) ({arguments})"),
    Message("Got unexpected extra argument ({arguments})"),
    Message("Option {option} requires an argument."),
    Message("Option {option} requires {n} arguments."),
    Message("Option {option} does not take a value."),
    Message("Argument {argument} takes {n} values."),
    Message("Invalid value for {what}: {problem}"),
    Message("Value {value} is not a valid {kind}."),
    Message("{value} is not a valid integer."),
    Message("{value} is not in the range {range}."),
    Message("Input should be a valid integer, unable to parse string as an integer"),
    Message("Input should be greater than or equal to {least}"),
    Message("Input should be less than or equal to {most}"),
)
"""What Typer says, the longest first. It knows no languages, so its English is found again here."""

STOPPED = Message("Stopped.")
SIMULATING = Message("Simulating")
COMPILING = Message("Compiling")
COMPILING_ONCE = Message("Compiling the engine for this version: half a minute or more, once ...")
NOT_COMPILED = Message("That cannot be done here ({why}); the first command compiles the engine.")
TRYING = Message("Trying candidates")
TIME_LEFT = Message("left:")


def tell_how_long(minutes: int, runs: int) -> Message:
    """Tell how long something will take."""
    return Message.counted(
        "{runs} runs: about {n} minute.", "{runs} runs: about {n} minutes.", n=minutes, runs=runs
    )


WRITTEN = Message("written to {file}")
SUMMARY = {
    "service": Message("service"),
    "design": Message("design"),
    "reform_to": Message("reform to"),
    "reform_day": Message("reform day"),
    "seed": Message("seed"),
    "replication": Message("replication"),
    "days": Message("days"),
    "events": Message("events"),
    "citizens": Message("citizens"),
    "needs_met": Message("needs met"),
    "needs_unmet": Message("needs unmet"),
    "needs_open": Message("needs open"),
    "inbound_contacts": Message("inbound contacts"),
    "failure_contacts": Message("failure contacts"),
}
"""What one run is summed up in."""
FILES_OF_RUN = {
    "events_file": Message("events written to {file}"),
    "log_file": Message("case log written to {file}"),
}
"""What is said of its files."""


def say_again(text: str) -> str:
    """Say what Typer says in English in the language that is spoken; what is not known stays."""
    for message in TYPER:
        if match := re.fullmatch(_pattern(message), text, re.DOTALL):
            filled: dict[str, Any] = {k: say_again(v) for k, v in match.groupdict().items()}
            return say(Message(message, **filled))
    return text


def _pattern(template: str) -> str:
    """Return a pattern that finds what a template was filled with."""
    parts = Formatter().parse(template)
    return "".join(
        re.escape(text) + (f"(?P<{name}>.+)" if name else "") for text, name, *_ in parts
    )
