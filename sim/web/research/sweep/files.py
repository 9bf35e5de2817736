"""The plan and the runs of a sweep as files, and the commands that make the same."""

from functools import partial
from hashlib import sha256

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.sensitivity import COST
from sim.report import name_scenario, write_runs
from sim.scenario import find_shipped
from sim.web.look.downloads import Offered, offer_named
from sim.web.research.files import PARQUET, TOML
from sim.web.running.jobs import Swept
from sim.words import say
from sim.words import sweep_page as words

CSV, SIGNS = "text/csv", 8


def show_files(plan: str, found: Swept | None, comparison: Comparison, measure: str) -> None:
    """Offer the plan, and the runs where they are made; show the commands.

    Parameters
    ----------
    plan
        The plan, in TOML.
    found
        What came of it; `None` if it is not made.
    comparison
        The service as it stands.
    measure
        What is analysed.
    """
    name = f"sweep-{comparison.service}-{sha256(plan.encode()).hexdigest()[:SIGNS]}"
    offered = [Offered(words.AS_PLAN, lambda: plan, "toml", TOML)]
    if found is not None:
        offered += [
            Offered(words.RUNS_AS_PARQUET, lambda: found.runs, "parquet", PARQUET),
            Offered(words.RUNS_AS_CSV, partial(write_runs, found.runs, found.points), "csv", CSV),
        ]
    st.markdown(say(words.COMMANDS))
    st.code(tell_commands(name, measure), language=None, wrap_lines=True)
    offer_named(name, offered)
    st.caption(" ".join(_list_notes(comparison, is_made=found is not None)))


def tell_commands(name: str, measure: str) -> str:
    """Return the commands that run a plan and draw its map."""
    of = "" if measure == COST else f" --outcome {measure}"
    return (
        f"requisite sweep run {name}.toml --out {name}\n"
        f"requisite analyse {name}{of} --html {name}.html"
    )


def _list_notes(comparison: Comparison, *, is_made: bool) -> list[str]:
    about = comparison.provenance
    notes = [say(words.FILES)] if is_made else []
    if about.scenario_sha256 and not find_shipped(about.scenario_sha256):
        notes.append(say(words.BESIDE, file=name_scenario(about)))
    return notes
