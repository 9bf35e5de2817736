"""What the command line says of itself: its help, its headings, and what was typed amiss."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from sim.message import Message
from sim.words.language import say

USAGE = Message("Usage:")
OPTIONS_METAVAR = Message("[OPTIONS]")
COMMAND_METAVAR = Message("COMMAND [ARGS]...")
ARGUMENTS, OPTIONS, COMMANDS = Message("Arguments"), Message("Options"), Message("Commands")
REQUIRED = Message("required")

ABOUT: Mapping[str, Message] = {
    "requisite": Message(
        "Simulate public services: what a design does to citizens, to staff and to cost."
    ),
    "services": Message("List the services that are shipped."),
    "check": Message("Check a scenario file; tell all its problems at once."),
    "compare": Message(
        "Compare two designs of a service: the same citizens, with the same luck, in both."
    ),
    "evidence": Message(
        "Judge every figure of the report: claimed, simulated, and whether they agree."
    ),
    "attribute": Message(
        "Tell which condition does it: run every mix of two designs, and take the difference apart."
    ),
    "breakeven": Message("Find where two designs change places as a quantity is varied."),
    "staff": Message("Find the staff that each design needs to keep the same promise."),
    "squeeze": Message(
        "Let staff go until each design tips; tell what a cut does, and whether it comes back."
    ),
    "steer": Message(
        "Put a manager in charge for some years: the same levers and luck, and only the figure "
        "steered by differs."
    ),
    "dynamics": Message(
        "Hold stocks and flows against the event model; tell where they tip, and what loops do."
    ),
    "export": Message(
        "Write stocks and flows as XMILE for the field's tools, and causal loops as a picture."
    ),
    "robust": Message(
        "Tell in how many plausible worlds each of two designs is better, and what decides."
    ),
    "calibrate": Message(
        "Fit the quantities marked `fitted` to the evidence; say what the evidence leaves open."
    ),
    "report": Message(
        "Write a report of a comparison: one page (HTML) to read, to print and to send."
    ),
    "rerun": Message(
        "Make a comparison again from its JSON; tell whether it is the same to the last digit."
    ),
    "run": Message("Run one design once and write all that happens to a file."),
    "citizen": Message(
        "Tell one citizen's journey through two designs: the same need, the same luck."
    ),
    "lessons": Message("List the lessons with their questions, by what they are about."),
    "lesson": Message("Ask one question of a lesson, take a guess, and show what the model says."),
    "app": Message("Serve the page on this computer; Ctrl-C ends it."),
}
"""What each command does."""

HELP: Mapping[str, Message] = {
    "result": Message("What `requisite compare --json` wrote."),
    "service": Message("A shipped service by its name, or a TOML file."),
    "evidence service": Message("One service; all that are shipped if not given."),
    "file": Message("A TOML file, or a service."),
    "lesson name": Message("A lesson by its name, or a TOML file."),
    "--answer": Message(
        "The guess: number of a choice, or the number itself (a share in percent); asked for on a "
        "terminal if not given."
    ),
    "--guide": Message(
        "Write the facilitator's guide, a page (HTML) to print; -: print it as Markdown."
    ),
    "--help": Message("Show this message and exit."),
    "--version": Message("Print the version and end."),
    "--language": Message("What is said is said in this; from the environment if not given."),
    "--design": Message("The two designs; a difference is B less A."),
    "run --design": Message("The design."),
    "--seed": Message("Which luck."),
    "--replication": Message("Which replication of it, from 0."),
    "--replications": Message("How many, at least 2."),
    "compare --replications": Message(
        "How many, at least 2; auto: until several measures are known to within 5%."
    ),
    "breakeven --replications": Message("How many at each value, at least 2."),
    "robust --replications": Message("How many in each world, at least 2."),
    "calibrate --replications": Message(
        "How often each is run, at least 2; 5 if not given, with --shared 3."
    ),
    "evidence --replications": Message("How many of each, at least 2."),
    "--days": Message(
        "Calendar days of arrivals, warm-up included; the service's own if not given."
    ),
    "--engine": Message("fast (compiled) or reference (SimPy): one history."),
    "--set": Message(
        "A change to the scenario, such as demand.variety=0 or absorbing.purpose.check=0.5; may be "
        "given several times, later ones win."
    ),
    "--json": Message("Print the result as JSON."),
    "--parquet": Message("Write the result to a file as well: .parquet or .csv."),
    "--chart": Message("Draw it as well: a page (HTML) that needs nothing else."),
    "--out": Message("The file; requisite-SERVICE.html in this folder if not given."),
    "--force": Message("Replace a file that is there."),
    "--measure": Message(
        "A measure to take apart; may be given several times. If not given, those that the page "
        "shows."
    ),
    "breakeven --measure": Message("In what the designs are compared."),
    "--x": Message(
        "The quantity that is varied, and from where to where: its plausible range if not given, "
        "and for variety 0 to 3 times the scenario's own."
    ),
    "--y": Message("A second quantity: then the break-even point is found for some values of it."),
    "--lines": Message("How many values of --y, evenly."),
    "--points": Message("How many values to look at first, evenly."),
    "staff --replications": Message("How many with each number of staff, at least 2."),
    "--within": Message(
        "Days within which a share of cases is to be met; if not given, as many as suffice for "
        "both designs with the staff of today (for one, where the other never comes so far)."
    ),
    "--share": Message("That share of cases."),
    "--unmet": Message(
        "Share of needs on visits that may stay unmet; if not given, what stays unmet today in the "
        "design in which more does."
    ),
    "--utilisation": Message("Most of its time that any group of staff may be busy."),
    "--by": Message(
        "The figure steered by: unit-cost, target, budget, failure-demand, end-to-end-time, "
        "end-to-end-cost, promise, any measure, or several as measure=weight with commas between; "
        "or a rule: squeeze, budget-cut, buy-capacity, expectations, control. May be given several "
        "times. If not given: unit-cost, failure-demand and end-to-end-cost."
    ),
    "--from": Message("A design that managers begin with; may be given several times."),
    "--lever": Message(
        "A quantity of a condition that managers may move as well, without a design, such as "
        "digital.form_share, and from where to where (KEY=LOW:HIGH): its plausible range if not "
        "given. May be given several times."
    ),
    "--xmile": Message("Write stocks and flows to a file, as XMILE."),
    "--causal-loops": Message(
        "Write causal loops to a file: a picture if it ends with .svg, text for Graphviz if with "
        ".dot."
    ),
    "--stocks-and-flows": Message(
        "Write stocks and flows to a file as a diagram: text for Graphviz."
    ),
    "--quarters": Message(
        "How many quarters each manager has, 2 to 60; in the first nothing is tried."
    ),
    "steer --days": Message(
        "Calendar days of the run that tells when the start has worn off; the service's own if not "
        "given."
    ),
    "--worlds": Message("How many plausible worlds, 10 to 10000."),
    "--without-variety": Message(
        "With standard needs only, and staff enough for nobody to wait: how far law 1 holds."
    ),
    "--shared": Message(
        "Fit the constants that services share, to the evidence of all of them at once, with what "
        "each has of its own."
    ),
    "--leave-one-out": Message(
        "Predict each service with shared constants that were chosen on the others alone."
    ),
    "evidence --evaluations": Message(
        "How many candidates to try, about; 600 if not given. With --leave-one-out only."
    ),
    "--evaluations": Message(
        "How many candidates to try, or some more; 300 if not given, with --shared 400."
    ),
    "--write": Message(
        "A new scenario file with the values that fit best, with --shared a new folder for the "
        "shared file and the services; never one that is there."
    ),
    "--scenario": Message(
        "The scenario file of the result; if not given, one of its name beside the result, or the "
        "service that is shipped."
    ),
    "--events": Message("The file for the event log: .parquet or .csv."),
    "--reform-to": Message("The design it changes to."),
    "--reform-day": Message("Calendar day of that change."),
    "--id": Message("Number of the citizen, from 0, by order of arrival."),
    "--port": Message("The port."),
    "--no-browser": Message("Do not open a browser."),
    "--in-room": Message(
        "Let phones of the same network join a room, with a code: they reach one small page."
    ),
    "--host": Message(
        "The address of this computer at which they do; its private one if not given."
    ),
}
"""What each option and argument is for, of all commands that have it or of one."""

METAVARS = (
    Message("SERVICE|FILE"),
    Message("[SERVICE|FILE]"),
    Message("FILE|SERVICE"),
    Message("KEY=VALUE"),
    Message("KEY[=LOW:HIGH]"),
    Message("LESSON"),
    Message("FILE"),
    Message("NAME"),
    Message("RESULT.json"),
)

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


def find_help(command: str, name: str) -> str:
    """Return what an option or argument is for, said."""
    text = HELP.get(f"{command} {name}") or HELP.get(name)
    return say(text) if text else ""


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
