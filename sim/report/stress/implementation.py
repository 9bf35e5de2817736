"""STRESS-DES 5: software, random numbers, the order of events, the machine."""

from sim.random.streams import Stream
from sim.report.stress.markdown import code, escape, join_blocks, mark_missing, write_table
from sim.report.stress.study import Study
from sim.words.sweep import say_duration

EXECUTION = {
    "fast": "Event scheduling, in code compiled by Numba.",
    "reference": "Event scheduling on SimPy's queue of events.",
}
"""How events are processed, by engine. Both write the same history, event for event."""


def write_software(study: Study) -> str:
    """Write 5.1: versions."""
    rows = ((escape(name), code(found)) for name, found in study.made_with.items())
    return join_blocks(
        [
            f"The model is written in Python and run by Requisite, with its engine "
            f"{code(study.engine)}.",
            write_table(("made with", "version"), rows),
            "`sources` is a hash of the source files that a run reads."
            * ("sources" in study.made_with),
            mark_missing("operating system and its version"),
        ]
    )


def write_random_sampling(study: Study) -> str:
    """Write 5.2: streams and seeds."""
    return join_blocks(
        [
            "No stream of random numbers is run through. Each draw is SplitMix64's finaliser "
            "(Steele, Lea & Flood 2014) of its meaning: seed, replication, citizen or worker, "
            f"one of {len(Stream)} random streams (one for each decision of the model), and what "
            "it is about (particular, attempt, step, day).",
            "So two designs, and any two points, meet the same citizens with the same luck in each "
            "replication, and results do not depend on the order of events, on how runs are "
            "divided among processors, or on the machine.",
            f"Seed: {study.seed}. Replications are numbered from 0 to {study.replications - 1}.",
        ]
    )


def write_execution(study: Study) -> str:
    """Write 5.3: how events are processed, and in parallel."""
    return join_blocks(
        [
            EXECUTION.get(study.engine, f"The engine {code(study.engine)}."),
            "Events of the same second take place in a fixed order of their kinds "
            "(`sim/engines/order.py`), within one kind in the order in which they were scheduled. "
            "Which work is taken first is in 2.5.4.",
            "Each run is sequential; runs are made side by side in processes, and what they yield "
            "is the same to the last byte however they are divided.",
        ]
    )


def write_system(study: Study) -> str:
    """Write 5.4: what it took, and on what."""
    ended = study.ended
    took = ""
    if ended is not None and ended.cpu_s is not None:
        took = (
            f"All runs together took {say_duration(ended.cpu_s)} of processor time. "
            f"Number of processes: {ended.processes}."
        )
    return join_blocks([took, mark_missing("model of processor, and memory, of the machines used")])
