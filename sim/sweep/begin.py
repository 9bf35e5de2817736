"""Running a plan into a folder, and going on there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sim.errors import RunError
from sim.experiment import RunSettings
from sim.message import Message
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.lock import locking
from sim.sweep.folder.manifest import FILE, Manifest, read_manifest
from sim.sweep.folder.plans import keep_plan, load_plan
from sim.sweep.plan import DEFAULT_MEASURES, REPLICATIONS, Plan, Until
from sim.sweep.running.asked import (
    Asked,
    ask_again,
    ask_of_function,
    ask_of_services,
    check_replications,
)
from sim.sweep.running.executors import open_workers
from sim.sweep.running.model import Model
from sim.sweep.running.run import Progress, Running
from sim.sweep.running.work import get_ready, load, send
from sim.sweep.sweep import Sweep, find

USUAL = RunSettings()


class Columns(NamedTuple):
    """What is told of runs."""

    measures: tuple[str, ...]
    series: tuple[str, ...]


def run(
    plan: Plan,
    settings: RunSettings = USUAL,
    *,
    out: str | Path,
    replications: int = REPLICATIONS,
    until: Until | None = None,
    measures: Sequence[str] = DEFAULT_MEASURES,
    series: Sequence[str] = (),
    model: Model | None = None,
    executor: object = None,
    workers: int | None = None,
    title: str = "",
    on_progress: Progress | None = None,
) -> Sweep:
    """Run a plan into a folder; go on there if the same sweep was begun.

    The table that comes of it is the same to the last byte, however it was run: here or elsewhere,
    at one go or resumed, with all replications at once or some added later.

    Parameters
    ----------
    plan
        What is varied, and at which points.
    settings
        How it is run; the number of replications is that below.
    out
        The folder: a new one, an empty one, or one in which this sweep was begun.
    replications
        Of each point; the citizens and the luck of one are the same at all points. A rule has its
        own.
    until
        A rule by which further rounds are made of the points that are not yet known well.
    measures
        What is measured; whether a design settles is told as well.
    series
        What is told of each week of each run: names of `sim.measures.SERIES`, or of what a model
        returns. Nothing if not given.
    model
        What is run in place of services: a function and its outcomes.
    executor
        `None` for this thread, "local" for a process each processor, an executor of
        `concurrent.futures`, or a client of Dask.
    workers
        How many processes, where they are local; one a processor if not given.
    title
        What it is called in files and reports.
    on_progress
        Called with the runs done, and how many there will be.

    Raises
    ------
    RunError
        If it cannot be run as asked, or another sweep stands in the folder.
    """
    replications = check_replications(replications)
    folder = Folder(out)
    with open_workers(executor, workers) as who:  # they begin while it is found what is asked
        who.prepare(partial(load, services=model is None))
        columns = Columns(tuple(measures), tuple(series))
        asked = _ask(plan, settings, columns, model, title=title, until=until)
        who.prepare(get_ready, send(asked.subject))
        with _taking(folder, asked) as manifest:
            running = Running(folder, asked, manifest, who, on_progress)
            running.plan_first(_count(manifest, replications if until is None else None, until))
            ran = running.run(until)
    return Sweep(folder, running.manifest, plan, ran)


def _ask(
    plan: Plan,
    settings: RunSettings,
    columns: Columns,
    model: Model | None,
    *,
    title: str,
    until: Until | None,
) -> Asked:
    if model is not None:
        return ask_of_function(
            plan, model, settings.seed, series=columns.series, title=title, until=until
        )
    return ask_of_services(
        plan, settings, columns.measures, series=columns.series, title=title, until=until
    )


@contextmanager
def _taking(folder: Folder, asked: Asked) -> Iterator[Manifest]:
    """Take a folder: a new one, which is made, or one with the same sweep in it."""
    if not (folder.path / FILE).exists():
        folder.make()
    with locking(folder):
        if (folder.path / FILE).exists():
            manifest = read_manifest(folder.path)
            check_same(folder, asked.manifest, manifest)
        else:
            folder.make_rooms()
            keep_plan(folder, asked.plan)
            manifest = asked.manifest  # it is written with the replications that are asked for
        yield manifest


def check_same(folder: Folder, asked: Manifest, found: Manifest) -> None:
    """Check that a folder holds the sweep that is asked for.

    Raises
    ------
    RunError
        If it does not, with all in which they differ.
    """
    differences = asked.find_differences(found)
    if differences:
        raise RunError(
            Message(
                "{folder}: another sweep was begun there; asked for / found there: {what}; "
                "name another folder",
                folder=folder.path,
                what="; ".join(differences),
            )
        )


def resume(
    out: str | Path,
    *,
    replications: int | None = None,
    retry_failed: bool = False,
    model: Model | None = None,
    executor: object = None,
    workers: int | None = None,
    on_progress: Progress | None = None,
) -> Sweep:
    """Go on with a sweep from its folder alone.

    Parameters
    ----------
    out
        The folder.
    replications
        How many each point is to have now: what is there is not run again.
    retry_failed
        Whether to make the chunks again in which a run failed or outgrew memory.
    model
        The function that was run, where it is no service.
    executor, workers, on_progress
        As in `run`.

    Raises
    ------
    RunError
        If it was begun with another version, or cannot go on as asked.
    """
    folder = Folder(out)
    with locking(find(folder)):
        manifest = read_manifest(folder.path)
        plan = load_plan(folder, manifest)
        asked = ask_again(plan, manifest, model)
        check_same(folder, asked.manifest, manifest)
        until = Until(**manifest.rule) if manifest.rule else None
        with open_workers(executor, workers) as who:
            who.prepare(get_ready, send(asked.subject))
            running = Running(folder, asked, manifest, who, on_progress)
            running.plan_first(_count(manifest, replications, until))
            ran = running.run(until, retry_failed=retry_failed)
    return Sweep(folder, running.manifest, plan, ran)


def _count(manifest: Manifest, replications: int | None, until: Until | None) -> int:
    """Return the replications that every point is to have."""
    if replications is None:
        return manifest.replications or (REPLICATIONS if until is None else until.first)
    if until is not None:
        raise RunError(
            Message("this sweep has a rule for its replications: leave their number out")
        )
    asked = check_replications(replications)
    if asked < manifest.replications:
        raise RunError(
            Message(
                "replications: found {found}, expected {n} or more, as there are so many already",
                found=replications,
                n=manifest.replications,
            )
        )
    return asked
