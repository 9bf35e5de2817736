"""`requisite run`: one run of one design, its event log to a file."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.message import Message
from sim.words import say
from sim.words.command_line import SUMMARY

if TYPE_CHECKING:
    from sim.experiment import Run
    from sim.results import Provenance

Design = Annotated[str, typer.Option("--design", metavar="D")]
Events = Annotated[Path, typer.Option("--events", metavar="FILE")]
ReformTo = Annotated[str | None, typer.Option("--reform-to", metavar="D2", show_default=False)]
ReformDay = Annotated[int | None, typer.Option("--reform-day", metavar="N", show_default=False)]


def run(
    service: options.Service,
    *,
    design: Design,
    events: Events,
    changes: options.Changes,
    reform_to: ReformTo = None,
    reform_day: ReformDay = None,
    seed: options.Seed = 1,
    replication: options.Replication = 0,
    days: options.Days = None,
    engine: options.Engine = "fast",
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Run one design once, and write all that happens to a file."""
    from sim.cli.progress import ProgressBar, make_ready
    from sim.experiment import simulate, summarise
    from sim.results import write_events
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(events, overwrite=force)
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
    about = {"provenance": json.dumps(_build_provenance(done).to_dict())}
    with printing_all_the_same() as attempt:
        is_written = attempt(
            lambda: write_events(done.log, done.calendar, events, overwrite=force, about=about)
        )
        _print_summary(summarise(done), events if is_written else None, as_json)


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


def _print_summary(summary: dict[str, Any], written: Path | None, as_json: bool) -> None:
    if as_json:
        print_json({**summary, "events_file": written and str(written)})
        return
    known = {name: value for name, value in summary.items() if value is not None}
    lines = [f"{say(SUMMARY[name])}: {value}" for name, value in known.items()]
    if written is not None:
        lines.append(say(Message("events written to {file}", file=written)))
    print_lines(build_console(), lines)
