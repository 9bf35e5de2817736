"""A scenario like a service that was listened to: a shipped one, held against what was heard."""

import tomlkit

from sim.own.build.cited import keep_cited
from sim.own.build.evidence import TALLY, build_heard
from sim.own.build.lines import put_in_lines
from sim.own.estimate import Estimate
from sim.scenario import load_scenario

HEAD = (
    "A shipped service, the nearest to what was heard in a service of one's own: its numbers are",
    "not that service's. Of it only the share of failure demand is known, which is [[evidence]].",
)


def write_like(service: str, heard: Estimate, name: str, source: str) -> str:
    """Write a scenario file of a shipped service with what was heard as its evidence.

    Parameters
    ----------
    service
        The shipped service.
    heard
        The share of failure demand that a tally tells.
    name
        What it is called here.
    source
        What the tally is, in words that find it again.
    """
    scenario = load_scenario(service)
    raw = scenario.to_table()
    design = next(iter(raw["designs"]))
    document = tomlkit.document()
    for line in HEAD:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    raw["service"]["name"] = name
    raw["evidence"] = [build_heard(heard, design)]
    sources = {**raw.pop("sources", {}), TALLY: source}
    raw["sources"] = keep_cited(sources, raw)  # those of its own evidence are gone with it
    document.update(put_in_lines(raw))
    return tomlkit.dumps(document)
