"""`requisite run`: one run of one design, all that happens or its case log to a file."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.errors import RunError
from sim.message import Message
from sim.words import say
from sim.words.command_line import FILES_OF_RUN, SUMMARY

if TYPE_CHECKING:
    from sim.experiment import Run
    from sim.results import Provenance

Design = Annotated[str, typer.Option("--design", metavar="D")]
Events = Annotated[Path | None, typer.Option("--events", metavar="FILE", show_default=False)]
CaseLogFile = Annotated[Path | None, typer.Option("--log", metavar="FILE", show_default=False)]
ReformTo = Annotated[str | None, typer.Option("--reform-to", metavar="D2", show_default=False)]
ReformDay = Annotated[int | None, typer.Option("--reform-day", metavar="N", show_default=False)]
NEEDS_ONE = Message("name a file to write: --events FILE, --log FILE, or both")


def run(
    service: options.Service,
    *,
    design: Design,
    changes: options.Changes,
    events: Events = None,
    log: CaseLogFile = None,
    reform_to: ReformTo = None,
    reform_day: ReformDay = None,
    seed: options.Seed = 1,
    replication: options.Replication = 0,
    days: options.Days = None,
    engine: options.Engine = "fast",
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Run one design once, and write all that happens to a file, or what a case system writes."""
    from sim.cli.progress import ProgressBar, make_ready
    from sim.experiment import simulate, summarise
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    _check_files(events, log, overwrite=force)
    make_ready(engine)
    with ProgressBar():
        done = simulate(
            scenario,
            design,
            seed=seed,
            replication=replication,
            days=days,
            reform_to=reform_to,
            reform_day=reform_day,
            engine=engine,
        )
    with printing_all_the_same() as attempt:
        is_written = {
            "events_file": events is not None
            and attempt(lambda: _write_events(done, events, force)),
            "log_file": log is not None and attempt(lambda: _write_log(done, log, force)),
        }
        files = {"events_file": events, "log_file": log}
        written = {name: file if is_written[name] else None for name, file in files.items()}
        _print_summary(summarise(done), written, as_json)


def _write_events(run: "Run", file: Path, force: bool) -> None:
    from sim.results import write_events

    about = {"provenance": json.dumps(_build_provenance(run).to_dict())}
    write_events(run.log, run.calendar, file, overwrite=force, about=about)


def _write_log(run: "Run", file: Path, force: bool) -> None:
    from sim.own.simulated import build_caselog_of
    from sim.own.writing import write_caselog

    write_caselog(build_caselog_of(run), file, overwrite=force)


def _check_files(events: Path | None, log: Path | None, *, overwrite: bool) -> None:
    """Check, before anything is run, that there is a file to write, and that each may be written.

    Raises
    ------
    RunError
        If there is none, or one may not.
    """
    from sim.files import check_apart
    from sim.own.writing import check_caselog

    if events is None and log is None:
        raise RunError(NEEDS_ONE)
    options.check_files(events, overwrite=overwrite)
    if log is not None:
        check_caselog(log, overwrite=overwrite)
    check_apart(file for file in (events, log) if file is not None)


def _build_provenance(run: "Run") -> "Provenance":
    from sim.experiment import FOLLOW_UP_DAYS
    from sim.results import build_provenance

    designs = (run.design,) if run.reform_to is None else (run.design, run.reform_to)
    return build_provenance(
        run.scenario,
        designs,
        engine=run.engine,
        seed=run.seed,
        warm_up_day=None,
        follow_up_days=FOLLOW_UP_DAYS,
    )


def _print_summary(summary: dict[str, Any], written: dict[str, Path | None], as_json: bool) -> None:
    if as_json:
        files = {name: file and str(file) for name, file in written.items()}
        print_json({**summary, **files})
        return
    known = {name: value for name, value in summary.items() if value is not None}
    lines = [f"{say(SUMMARY[name])}: {value}" for name, value in known.items()]
    lines += [say(FILES_OF_RUN[name], file=file) for name, file in written.items() if file]
    print_lines(build_console(), lines)
