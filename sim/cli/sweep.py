"""`requisite sweep`: plan, run, resume; how far it is; its tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, complain, print_json, print_lines
from sim.cli.spoken import SpokenCommand, SpokenGroup
from sim.errors import RunError
from sim.message import Message
from sim.words import say

if TYPE_CHECKING:
    from sim.sweep import Asked, Sweep, Tls
    from sim.sweep.plan import PlannedSweep

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.toml")]
Folder = Annotated[Path, typer.Argument(metavar="FOLDER")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FOLDER", show_default=False)]
Points = Annotated[Path | None, typer.Option("--points", metavar="FILE", show_default=False)]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, show_default=False)]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", show_default=False)
]
TlsCa = Annotated[Path | None, typer.Option("--tls-ca", metavar="FILE", show_default=False)]
TlsCert = Annotated[Path | None, typer.Option("--tls-cert", metavar="FILE", show_default=False)]
TlsKey = Annotated[Path | None, typer.Option("--tls-key", metavar="FILE", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run")]
RetryFailed = Annotated[bool, typer.Option("--retry-failed")]
More = Annotated[int | None, typer.Option("--replications", metavar="N", min=1, show_default=False)]


sweep = typer.Typer(cls=SpokenGroup, name="sweep", add_completion=False, rich_markup_mode=None)


@sweep.command("plan", cls=SpokenCommand)
def plan(
    file: PlanFile,
    points: Points = None,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Tell what a plan will take."""
    from sim.results import check_table
    from sim.results.tables import write_frame

    if points is not None:
        check_table(points, overwrite=force)
    planned = _read(file)
    _tell_cost(planned, as_json=as_json)
    if points is not None:
        about = {"plan": planned.plan.to_dict()}
        write_frame(planned.plan.points_frame(), points, overwrite=force, about=about)


@sweep.command("run", cls=SpokenCommand)
def run(
    file: PlanFile,
    *,
    out: Out = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    tls_ca: TlsCa = None,
    tls_cert: TlsCert = None,
    tls_key: TlsKey = None,
    dry_run: DryRun = False,
    as_json: options.AsJson = False,
) -> None:
    """Run a plan into a folder."""
    from sim.cli.progress import ProgressBar
    from sim.sweep import connecting
    from sim.sweep import run as run_plan

    tls = _read_tls(scheduler, tls_ca, tls_cert, tls_key)
    planned = _read(file)
    if dry_run:
        _tell_cost(planned, as_json=as_json)
        return
    if out is None:
        raise RunError(Message("--out: name the folder where the sweep is to be kept"))
    with keeping(out), ProgressBar() as waiting, connecting(scheduler, tls) as executor:
        found = run_plan(
            planned.plan,
            planned.settings,
            out=out,
            replications=planned.replications,
            until=planned.until,
            measures=planned.measures,
            series=planned.series,
            title=planned.title,
            executor=executor,
            workers=workers,
            on_progress=waiting.tell,
        )
    _tell_end(found, as_json=as_json)


@sweep.command("resume", cls=SpokenCommand)
def resume(
    folder: Folder,
    *,
    replications: More = None,
    retry_failed: RetryFailed = False,
    workers: Workers = None,
    scheduler: Scheduler = None,
    tls_ca: TlsCa = None,
    tls_cert: TlsCert = None,
    tls_key: TlsKey = None,
    as_json: options.AsJson = False,
) -> None:
    """Go on with what was begun."""
    from sim.cli.progress import ProgressBar
    from sim.sweep import connecting
    from sim.sweep import resume as go_on

    tls = _read_tls(scheduler, tls_ca, tls_cert, tls_key)
    with keeping(folder), ProgressBar() as waiting, connecting(scheduler, tls) as executor:
        found = go_on(
            folder,
            replications=replications,
            retry_failed=retry_failed,
            executor=executor,
            workers=workers,
            on_progress=waiting.tell,
        )
    _tell_end(found, as_json=as_json)


@sweep.command("status", cls=SpokenCommand)
def status(folder: Folder, as_json: options.AsJson = False) -> None:
    """Tell how far a sweep has come."""
    from sim.sweep import find_status
    from sim.words.sweep import tell_status

    found = find_status(folder)
    if as_json:
        print_json(found.to_dict())
    else:
        print_lines(build_console(), tell_status(found, folder))


@sweep.command("compact", cls=SpokenCommand)
def compact(folder: Folder) -> None:
    """Write the tables of what is finished so far."""
    from sim.sweep import compact as write_tables
    from sim.sweep.folder.folder import Folder as Tables
    from sim.words.sweep import tell_tables

    rows = write_tables(folder)
    print_lines(build_console(), tell_tables(rows, Tables(folder).tables))


@contextmanager
def keeping(folder: Path) -> Iterator[None]:
    """Say how to go on, if Ctrl-C ends what is done here."""
    from sim.words.sweep import tell_kept

    try:
        yield
    except KeyboardInterrupt:
        if (folder / "manifest.json").exists():
            complain(say(tell_kept(folder)))
        raise


def _read(file: Path) -> "PlannedSweep":
    """Read a plan, and make ready what runs it."""
    from sim.cli.progress import make_ready
    from sim.sweep.plan import load_plan

    planned = load_plan(file)
    make_ready(planned.settings.engine)
    return planned


def _read_tls(
    scheduler: str | None, ca: Path | None, certificate: Path | None, key: Path | None
) -> "Tls | None":
    """Return the files of TLS; nothing where none is given."""
    from sim.sweep import Tls

    if ca is None and certificate is None and key is None:
        return None
    if scheduler is None or ca is None or certificate is None or key is None:
        raise RunError(
            Message("--tls-ca, --tls-cert and --tls-key: give all three, and --scheduler")
        )
    return Tls(ca, certificate, key)


def _tell_cost(planned: "PlannedSweep", *, as_json: bool) -> None:
    from sim.sweep import ask_of_services, estimate_cost
    from sim.words.sweep import tell_cost

    asked: Asked = ask_of_services(
        planned.plan,
        planned.settings,
        planned.measures,
        series=planned.series,
        until=planned.until,
    )
    found = estimate_cost(asked, planned.replications)
    if as_json:
        print_json(found.to_dict())
    else:
        print_lines(build_console(), tell_cost(found, planned.title))


def _tell_end(found: "Sweep", *, as_json: bool) -> None:
    from sim.words.sweep import tell_end

    if as_json:
        print_json(describe_end(found))
    elif found.ran is not None:
        print_lines(build_console(), tell_end(found.ran, found.folder.path, found.folder.tables))


def describe_end(found: "Sweep") -> dict[str, Any]:
    """Return what a sweep came to, as JSON has it."""
    ran = found.ran
    return {
        "folder": str(found.folder.path),
        "plan_sha256": found.manifest.plan_sha256,
        **({} if ran is None else ran._asdict()),
    }
