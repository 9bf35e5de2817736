"""A damaged file is loaded, or told what is wrong with it: nothing else comes of it."""

import tempfile
from pathlib import Path

from sim.analysis.evidence import check_evidence
from sim.errors import ScenarioError
from sim.plain_text import HIDDEN
from sim.scenario import Scenario, build_scenario, load_scenario
from sim.words import say_error
from tests.fuzz.limits import within

MOST_CHARACTERS = 60_000


def load(content: bytes) -> Scenario | None:
    """Return the scenario that a file holds; `None` if it is refused in words.

    Raises
    ------
    AssertionError
        If it is refused in other than readable words.
    """
    with tempfile.TemporaryDirectory() as folder, within():
        path = Path(folder, "mutant.toml")
        path.write_bytes(content)
        try:
            scenario = load_scenario(path)
            check_evidence(scenario)
        except ScenarioError as error:
            check_words(error)
            return None
    assert build_scenario(scenario.to_table(), "again") == scenario
    return scenario


def check_words(error: ScenarioError) -> None:
    """Check that a refusal can be read."""
    told = say_error(error).split("\n")
    assert len(told) > 1
    assert all(line.strip() for line in told)
    assert not HIDDEN.search("".join(told)), told
    assert sum(map(len, told)) <= MOST_CHARACTERS


def try_mutant(content: bytes) -> str:
    """Load a mutant; return what became of it in a word."""
    return "refused" if load(content) is None else "accepted"
