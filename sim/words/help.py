"""What each command of the command line does, and what its options and arguments are for."""

from collections.abc import Mapping

from sim.message import Message
from sim.words.language import say
from sim.words.own_help import ABOUT_OWN, HELP_OWN

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
    "sweep": Message(
        "Run a service at many points: a plan, a folder, and a table that any tool reads."
    ),
    "sweep plan": Message("Tell what a plan will take: points, runs, time and disk."),
    "sweep run": Message(
        "Run a plan into a folder, on all processors or on a cluster; what is finished is kept."
    ),
    "sweep resume": Message("Go on with a sweep that was stopped, or give it more replications."),
    "sweep status": Message("Tell how far a sweep has come, and what failed."),
    "sweep compact": Message("Write the tables of what is finished so far."),
    "analyse": Message(
        "Tell what a sweep says: what an outcome depends on, where designs change places, when one "
        "wins."
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
    "describe": Message(
        "Write what was simulated and how, after the STRESS-DES guidelines: a methods section."
    ),
    "bundle": Message("Pack a sweep into one file to be cited, from which it can be made again."),
    "reproduce": Message(
        "Make a sweep again from its bundle alone; tell whether it is the same to the last byte."
    ),
    "run": Message(
        "Run one design once and write all that happens to a file, or what a case system writes."
    ),
    "citizen": Message(
        "Tell one citizen's journey through two designs: the same need, the same luck."
    ),
    "lessons": Message("List the lessons with their questions, by what they are about."),
    "lesson": Message("Ask one question of a lesson, take a guess, and show what the model says."),
    **ABOUT_OWN,
    "app": Message("Serve the page on this computer; Ctrl-C ends it."),
}
"""What each command does."""

HELP: Mapping[str, Message] = {
    **HELP_OWN,
    "result": Message("What `requisite compare --json` wrote."),
    "service": Message("A shipped service by its name, or a TOML file."),
    "evidence service": Message("One service; all that are shipped if not given."),
    "file": Message("A TOML file, or a service."),
    "lesson name": Message("A lesson by its name, or a TOML file."),
    "sweep plan file": Message("What is varied, and at which points: a TOML file."),
    "sweep run file": Message("What is varied, and at which points: a TOML file."),
    "folder": Message("The folder of a sweep."),
    "describe what": Message("The folder of a sweep, or what `requisite compare --json` wrote."),
    "reproduce filed": Message("What `requisite bundle` wrote."),
    "describe --out": Message("The file (Markdown); printed if not given."),
    "bundle --out": Message("The file: a name that ends in .zip."),
    "reproduce --out": Message(
        "The folder to run it in, a new one; BUNDLE-again in this folder if not given."
    ),
    "sweep run --out": Message("The folder: a new one, or one in which this sweep was begun."),
    "sweep plan --points": Message("Write the points to a file as well: .parquet or .csv."),
    "--workers": Message("How many processes; one a processor if not given."),
    "--scheduler": Message("Run on a cluster: the address of a Dask scheduler, tcp://HOST:8786."),
    "--tls-ca": Message("Speak TLS to it: certificates of whoever is trusted (PEM)."),
    "--tls-cert": Message("The certificate to show it (PEM)."),
    "--tls-key": Message("The key of that certificate (PEM)."),
    "--dry-run": Message("Tell what it will take, and run nothing."),
    "--retry-failed": Message("Make again what failed or outgrew memory."),
    "sweep resume --replications": Message(
        "How many each point is to have now; those there are stay."
    ),
    "--over": Message(
        "Find a surface over this factor; given twice over two, with a break-even map."
    ),
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
    "--outcome": Message(
        "What is analysed; may be given several times. If not given, the end-to-end cost."
    ),
    "analyse --design": Message("The design whose outcome is analysed."),
    "--difference": Message(
        "The two designs whose difference is, B less A; if not given, that of the sweep's two."
    ),
    "analyse --service": Message("The service; may be left out where the sweep has one."),
    "analyse --write": Message("Write the numbers to a file: .csv, .xlsx or .parquet."),
    "--html": Message("Draw them as well: a page (HTML) that needs nothing else."),
    "--scenario": Message(
        "The scenario file of the result; if not given, one of its name beside the result, or the "
        "service that is shipped."
    ),
    "--events": Message("The file for all that happens: .parquet or .csv."),
    "run --log": Message(
        "The file for what a case system would have written of it, as tools of process mining read "
        "it: .csv, .xes, .xes.gz or .parquet."
    ),
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
    Message("SERVICE"),
    Message("[SERVICE|FILE]"),
    Message("FILE|SERVICE"),
    Message("KEY"),
    Message("KEY=VALUE"),
    Message("KEY[=LOW:HIGH]"),
    Message("LESSON"),
    Message("FILE"),
    Message("NAME"),
    Message("RESULT.json"),
    Message("FOLDER"),
    Message("PLAN.toml"),
    Message("FOLDER|RESULT.json"),
    Message("BUNDLE.zip"),
    Message("FILE.zip"),
    Message("FILE.md"),
    Message("MAP.toml"),
    Message("FILE.toml"),
    Message("MY.toml"),
)


def find_help(command: str, name: str) -> str:
    """Return what an option or argument is for, said."""
    text = HELP.get(f"{command} {name}") or HELP.get(name)
    return say(text) if text else ""
