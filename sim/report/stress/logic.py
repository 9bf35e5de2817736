"""STRESS-DES 2.2 to 2.4: the model in words, its scenarios, its algorithms.

What is the same of every service stands here in short; `docs/model.md` has it in full.
"""

from collections.abc import Iterator

from sim.design import CONDITIONS
from sim.random.tables import SLICES
from sim.report.stress.markdown import code, escape, join_blocks, write_bullets, write_table
from sim.report.stress.quantities import list_differing
from sim.report.stress.study import Service, Study
from sim.words import say
from sim.words.designs import name_condition

MODEL = "`docs/model.md` of the software has every rule."
LOGIC = (
    "**Arrive.** A citizen comes with a need: content (minutes of work) and a number of "
    "particulars. By form or in dialogue, each particular is captured with a chance. A front "
    "office, where there is one, may settle a need without particulars.",
    "**Pass the functions in order.** The case waits for a worker of each function. One who is new "
    "to it reads in, and each particular survives the change of hands with a chance.",
    "**Notice and ask.** A missing particular is noticed with a chance and asked for, by telephone "
    "or letter; the case goes on when the answer is there.",
    "**Work, inspect, decide.** Each function works off its share of the content. A share of cases "
    "is inspected. Each particular on file is met by the answer with a chance; an exception route "
    "and the worker's own discretion may make it fit.",
    "**Check and deliver.** The answer may be checked with the citizen. The need is then met or "
    "not; a citizen who is not helped comes back, appeals or gives up. Unmet content grows, and "
    "what was answered wrongly is done again in part.",
    "**Meanwhile** a citizen who waits asks how it goes, may hang up, and may give up waiting.",
    "**Visits.** A client has visits through an episode of days, each by a free worker; what a "
    "visit misses becomes a call, an extra visit, or grows.",
    "**Pressure.** Work waiting per capacity may shorten jobs, erode the standard held, and raise "
    "absence, where the loops of the scenario are on.",
)
SHARED_ALGORITHMS = (
    "**Arrivals.** On each open day and for each demand type a number is drawn with the mean and "
    "the dispersion of the scenario, weighted by weekday and month; then a time of the day.",
    "**Content.** Lognormal or gamma between citizens, as the scenario has it; particulars are "
    f"Poisson. Delays, judgement and daily variation are quantile tables of {SLICES} slices whose "
    "means are kept.",
    "**Roster.** Each worker has days on and a shift; a shift is absent with a chance, and a share "
    "of absent shifts is covered by temps.",
    "**Division of content.** Over functions by the largest remainder, in whole seconds.",
    "**Draws.** Every draw is a function of what it decides (5.2).",
)


def write_base_logic(_study: Study) -> str:
    """Write 2.2: the life of a case."""
    return join_blocks([write_bullets(LOGIC), MODEL])


def write_scenario_logic(study: Study) -> str:
    """Write 2.3: in which conditions the designs differ, and what was changed in the scenario."""
    return join_blocks(
        [
            "Designs differ in eight conditions, each a set of quantities; their numbers and "
            "sources are in 3.3. All else is the same: citizens, costs, luck, and "
            "the staff, where a design has no number of its own.",
            *(_tell_service(service, study) for service in study.services),
        ]
    )


def _tell_service(service: Service, study: Study) -> str:
    heads = ("condition", "quantities in which the designs differ")
    rows = (
        (
            escape(say(name_condition(name))),
            ", ".join(map(code, _list_differing(service, name, study))),
        )
        for name in (*CONDITIONS, "outsourcing", "prevention", "staff")
    )
    changes = ", ".join(map(code, service.changes)) or "none"
    return join_blocks(
        [
            f"**{code(service.name)}**",
            write_table(heads, rows),
            f"Changes made to the scenario file before any point: {changes}.",
        ]
    )


def _list_differing(service: Service, condition: str, study: Study) -> Iterator[str]:
    return list_differing(service, condition, study.designs)


def write_algorithms(_study: Study) -> str:
    """Write 2.4: what mimics something complex."""
    return join_blocks([write_bullets(SHARED_ALGORITHMS), MODEL])
