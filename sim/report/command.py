"""The command that makes the same again on somebody's own computer."""

import shlex
from pathlib import PurePath

from sim.analysis.comparison import Comparison
from sim.results import FIXED, Provenance
from sim.scenario import find_shipped


def tell_command(comparison: Comparison) -> str:
    """Return the command that makes the same comparison."""
    by_rule = comparison.provenance.replications_rule != FIXED
    count = "auto" if by_rule else str(comparison.replications)
    return tell_command_of(comparison, "compare", "--replications", count)


def tell_command_of(comparison: Comparison, command: str, *options: str) -> str:
    """Return a command about what was compared: same scenario, designs, seed and days.

    Parameters
    ----------
    comparison
        What was compared.
    command
        Name of the command, such as ``attribute``.
    options
        Options of its own, each word by itself.
    """
    about, (first, second) = comparison.provenance, comparison.designs
    words = ["requisite", command, name_scenario(about) or comparison.service]
    words += ["--design", first, second]
    words += ["--seed", str(comparison.seed), "--days", str(comparison.days), *options]
    words += [word for change in about.asked for word in ("--set", change)]
    return shlex.join(words)


def name_scenario(about: Provenance) -> str | None:
    """Return what a command calls the scenario: a shipped one by its name, another by its file.

    `None` if it was made in memory. A file whose name would be taken for something else has its
    folder before it.
    """
    if about.scenario_file is None or about.scenario_sha256 is None:
        return None
    file = about.scenario_file
    is_plain = PurePath(file).suffix and not file.startswith("-")
    return find_shipped(about.scenario_sha256) or (file if is_plain else f"./{file}")
