"""STRESS-DES 4: how runs begin, how long they are, and how chance is dealt with."""

from collections.abc import Iterator

from sim.experiment.intervals import CONFIDENCE
from sim.experiment.settling import LEAST_BACKLOG_TREND, LEAST_WORK_TREND, MOST_OPEN_SHARE
from sim.experiment.warmup import BATCH, EPISODES
from sim.report.stress.ended import Ended
from sim.report.stress.markdown import code, escape, join_blocks, mark_missing, write_table
from sim.report.stress.study import Study
from sim.words.numbers import write_decimal, write_percent


def write_initialisation(study: Study) -> str:
    """Write 4.1: the start, and the warm-up."""
    rows = (
        (code(s.name), str(s.warm_up_day), ", ".join(map(code, s.cold)) or "none")
        for s in study.services
    )
    return join_blocks(
        [
            "The system is non-terminating. A run begins with an empty service; where there are "
            "recurrent visits, the usual number of clients is there from the start. Until the "
            "warm-up day nothing is measured; it is the same at all points and in all designs.",
            write_table(("service", "warm-up day", "designs whose start had not worn off"), rows),
            "Unless it is set by hand, the day is found in pilot runs of all designs by MSER-"
            f"{BATCH} on the daily number of open cases (White 1997, *Simulation* 69(6), 323-334; "
            f"White, Cobb & Spratt 2000), and with visits not before {EPISODES} mean episodes; the "
            "latest of all designs counts.",
            mark_missing("whether the warm-up day was set by hand, and why"),
        ]
    )


def write_run_length(study: Study) -> str:
    """Write 4.2: days, and the unit of time."""
    rows = (
        (
            code(s.name),
            str(s.days),
            str(s.days - s.warm_up_day),
            str(s.follow_up_days),
            str(s.days + s.follow_up_days),
        )
        for s in study.services
    )
    heads = ("service", "days of arrivals", "of these measured", "follow-up days", "days in all")
    return join_blocks(
        [
            "In calendar days; within a run time is in whole seconds. After the days of arrivals a "
            "run goes on for the follow-up days, so that those who came can be answered.",
            write_table(heads, rows),
        ]
    )


def write_estimation(study: Study) -> str:
    """Write 4.3: replications, what became of the runs, and which designs settle."""
    return join_blocks(
        [
            _tell_replications(study),
            "Replications are independent of each other; within one, all points and designs share "
            "citizens and luck (common random numbers), so that differences are paired. Intervals "
            f"are of Student's t over replications, at {write_percent(CONFIDENCE)}; they speak of "
            "chance only.",
            *_tell_ended(study.ended),
        ]
    )


def _tell_replications(study: Study) -> str:
    if not study.rule:
        return f"Replications of each point and design: {study.replications}."
    rule = study.rule
    return (
        "Replications are added in rounds until half of the interval of "
        f"{code(rule['outcome'])} is within {write_percent(rule['within'], 1)} of its mean in each "
        f"design, at most {rule['most']}; the point with the most has {study.replications}."
    )


def _tell_ended(ended: Ended | None) -> Iterator[str]:
    if ended is None:
        return
    yield "How the runs ended:"
    yield write_table(("runs", "number"), ((s, str(n)) for s, n in ended.by_status.items()))
    if ended.errors:
        rows = ((escape(error), str(n)) for error, n in ended.errors.items())
        yield write_table(("most frequent reasons for runs without figures", "runs"), rows)
    yield (
        "A design settles at a point if at most "
        f"{write_percent(MOST_OPEN_SHARE)} of its cases are open at the end, neither its backlog "
        f"(by {write_decimal(LEAST_BACKLOG_TREND)} %) nor its work "
        f"({write_decimal(LEAST_WORK_TREND)} %) has a trend that is sure, and its start has worn "
        "off. Figures of one that does not settle depend on the length of the run."
    )
    yield write_table(
        ("service", "design", "points at which it settles", "does not", "not known"),
        (
            (code(s), code(d), str(yes), str(no), str(unknown))
            for s, d, yes, no, unknown in ended.settled
        ),
    )
