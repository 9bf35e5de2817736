"""A scenario file of a visitor's own service, of what its data say."""

import tomlkit

from sim.own.build.cited import keep_cited
from sim.own.build.demand import build_demand
from sim.own.build.designs import AS_IT_IS, build_designs, count_functions, is_divided
from sim.own.build.evidence import build_evidence
from sim.own.build.found import Known
from sim.own.build.lines import put_in_lines
from sim.own.build.quantities import Table, round_off
from sim.own.build.setting import build_calendar, build_costs, build_staff
from sim.own.estimate import Estimate
from sim.scenario import Scenario, read_scenario

DAYS = 730
NAME = "own"
CURRENCY = "EUR"
WHERE = "your service"
TITLE = {"en": "Your own service", "sv": "Din egen verksamhet", "da": "Dit eget serviceområde"}
ABOUT = {
    "en": "Built of what a log of cases says; what it does not say is assumed.",
    "sv": "Byggd av vad en logg över ärenden säger; vad den inte säger är antaget.",
    "da": "Bygget af, hvad en log over sager siger; hvad den ikke siger, er antaget.",
}
LABEL = {"en": "case", "sv": "ärende", "da": "sag"}
HEAD = (
    "A service of one's own, built of its data. `is` is the value, `range` what is plausible,",
    "`from` where it comes from: measured (see [sources]), `assumed` (nobody measured it), `off`.",
    "Waits are those that the log attributes to what ends them. What it does not tell is off: that",
    "particulars are lost, that answers do not fit. A tally of one hour tells of that.",
)


def build_table(known: Known, name: str, heard: Estimate | None = None) -> Table:
    """Build the table of a scenario file: see `write_scenario`."""
    promised = max(round_off(known.value("days_p90", 30)), 0.0)
    table = {
        "mechanisms": "shared",
        "service": {
            "name": name,
            "currency": CURRENCY,
            "days": DAYS,
            "promised_days": {"is": promised, "from": "assumed"},
            "title": TITLE,
            "about": ABOUT,
        },
        "calendar": build_calendar(known),
        "staff": build_staff(known, count_functions(known) + is_divided(known)),
        "costs": build_costs(),
        "demand": {"case": build_demand(known, LABEL)},
        "designs": build_designs(known),
        "evidence": build_evidence(known, AS_IT_IS, heard),
    }
    return {**table, "sources": keep_cited(known.sources, table)}


def write_scenario(known: Known, name: str = NAME, heard: Estimate | None = None) -> str:
    """Write a scenario file, as text in TOML.

    Parameters
    ----------
    known
        What is known of the service.
    name
        Its name: small letters, digits and hyphens.
    heard
        The share of failure demand that a tally tells of the service, if there is one; then the
        sources tell of it as well.
    """
    document = tomlkit.document()
    for line in HEAD:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    document.update(put_in_lines(build_table(known, name, heard)))
    return tomlkit.dumps(document)


def build_scenario(known: Known, name: str = NAME) -> Scenario:
    """Build the scenario of a service.

    Raises
    ------
    ScenarioError
        If what is known makes no scenario: with all that is wrong.
    """
    return read_scenario(write_scenario(known, name).encode(), WHERE)
