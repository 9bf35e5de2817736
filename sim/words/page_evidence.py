"""What the page of the evidence says."""

from sim.analysis.evidence import EvidenceRow
from sim.message import Message
from sim.words.designs import name_design
from sim.words.language import say
from sim.words.measures import find_title

CLAIMS = Message("What the report claims")
EVIDENCE_IDEA = Message(
    "Every figure that the report gives, beside what the simulation makes of it. The tolerance is "
    "the report's own ambiguity, or 15 %. What is *fitted* was chosen so that figures are met: a "
    "service with many fitted quantities and few figures has proved little."
)
SIMULATED_FIGURES = Message("Figures simulated")
WITHIN_TOLERANCE = Message("Within tolerance")
OUTSIDE = Message("Outside")
NOT_SIMULATED = Message("Not simulated")
CONTEXT = Message("Context")
OTHERS = Message("Not simulated, and context")
OTHERS_TABLE = Message("Claims that are not simulated")
VERDICT = Message("Verdict")
CLAIM = Message("Claim")
REPORTED_FIGURE = Message("Reported")
SIMULATED = Message("Simulated")
TOLERATED = Message("Tolerated")
SAYS = Message("What it says")
SECTION = Message("§")
WHY = Message("Why")
SECTIONS = {"Foreword": Message("Foreword"), "1-hour test": Message("1-hour test")}
"""Parts of the report that have names and no numbers."""
MARKS = {
    "within": Message("✓ within"),
    "outside": Message("✗ outside"),
    "not simulated": Message("not simulated"),
    "context": Message("context"),
}


def say_evidence_runs(replications: int) -> str:
    """Say what the simulated figures of the evidence are."""
    return say(
        Message(
            "Means of {n} replications with 95 % intervals, which speak of chance only.",
            n=replications,
        )
    )


def say_fitted(count: int) -> str:
    """Say how many quantities of a service are fitted to its evidence."""
    return say(Message("Quantities fitted: {count}", count=count))


def say_evidence_of(service: str) -> str:
    """Say whose evidence a table has."""
    return say(Message("Evidence of {service}", service=service))


def say_reason(row: EvidenceRow) -> str:
    """Say why a figure is not met."""
    told = {"claim": row.id, "design": name_design(row.design or ""), "reason": _reason(row)}
    return say(Message("{claim}, {design}: {reason}.", **told))


def _reason(row: EvidenceRow) -> str:
    return say(row.reason or "").rstrip(".")


def say_section(row: EvidenceRow) -> str:
    """Say in which part of the report a figure stands."""
    return say(SECTIONS.get(row.section, row.section))


def say_measured(row: EvidenceRow, demand_type: str) -> str:
    """Say what is measured: in which design, against which other, of which demand type."""
    parts = {
        "measure": find_title(row.measure or ""),
        "design": name_design(row.design or ""),
        "other": name_design(row.compared_with or ""),
        "type": demand_type,
    }
    if row.compared_with and demand_type:
        return say(Message("{measure}, {design} against {other} ({type})", **parts))
    if row.compared_with:
        return say(Message("{measure}, {design} against {other}", **parts))
    if demand_type:
        return say(Message("{measure}, {design} ({type})", **parts))
    return say(Message("{measure}, {design}", **parts))
