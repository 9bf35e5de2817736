"""`requisite own build`: a scenario of one's own service, of what its data say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.cli.own.file import Map, describe_caveats, load_with_progress
from sim.errors import RunError
from sim.message import Message
from sim.words import say

if TYPE_CHECKING:
    from sim.own.build import Known
    from sim.own.caselog import CaseLog
    from sim.own.ensemble import Ensemble
    from sim.own.guessing import Caveat
    from sim.own.recent import Recent
    from sim.own.tally import Said
    from sim.scenario import Scenario

Log = Annotated[Path | None, typer.Option("--log", metavar="FILE", show_default=False)]
TallyFile = Annotated[Path | None, typer.Option("--tally", metavar="FILE", show_default=False)]
Counts = Annotated[Path | None, typer.Option("--counts", metavar="FILE", show_default=False)]
Roster = Annotated[Path | None, typer.Option("--roster", metavar="FILE", show_default=False)]
Name = Annotated[str, typer.Option("--name", metavar="NAME")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE.toml")]
Like = Annotated[str | None, typer.Option("--like", metavar="SERVICE", show_default=False)]
Worlds = Annotated[int, typer.Option("--worlds", metavar="N")]
TOML = (".toml",)
WORLDS = 200


class _Found(NamedTuple):
    """What was found of a log, and of a tally beside it."""

    known: "Known"
    recent: "Recent"
    said: "Said | None"
    caveats: "tuple[Caveat, ...]"


def build(
    *,
    out: Out,
    log: Log = None,
    map_file: Map = None,
    tally: TallyFile = None,
    counts: Counts = None,
    roster: Roster = None,
    name: Name = "own",
    like: Like = None,
    worlds: Worlds = WORLDS,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Build a scenario of what the data say."""
    from sim.files import check_ending, check_writable
    from sim.own.recent import find_recent
    from sim.own.tally import load_tally, measure_tally
    from sim.scenario import list_services

    check_writable(out, overwrite=force)
    check_ending(out, TOML)
    if log is not None:
        _refuse_of_tally_alone(like, worlds)
    said = None if tally is None else measure_tally(load_tally(tally))
    if log is not None:
        loaded = load_with_progress(log, map_file)
        recent = find_recent(loaded.log)
        known = _know(recent.log, counts, roster, said)
        found = _Found(known, recent, said, loaded.caveats)
        _write_of_log(found, out=out, name=name, as_json=as_json, force=force)
    elif said is not None and counts is None and roster is None and map_file is None:
        _build_like(like or list_services()[0], said, name, out)  # before any world is tried
        ensemble = _find_ensemble(said, like, worlds)
        _write_of_tally(ensemble, said, out=out, name=name, as_json=as_json, force=force)
    else:
        raise RunError(
            Message(
                "nothing to build of: give a log (--log), to which counts, a roster and a mapping "
                "may be added, or a tally alone (--tally)"
            )
        )


def _refuse_of_tally_alone(like: str | None, worlds: int) -> None:
    if like is not None or worlds != WORLDS:
        raise RunError(
            Message(
                "--like and --worlds are for a tally alone: leave them out beside a log (--log)"
            )
        )


def _know(
    cases: "CaseLog", counts: Path | None, roster: Path | None, said: "Said | None"
) -> "Known":
    from sim.own.build import TALLY, know
    from sim.own.counts import load_counts, measure_counts
    from sim.own.roster import load_roster, measure_roster

    known = know(
        cases,
        counted=None if counts is None else measure_counts(load_counts(counts)),
        rostered=None if roster is None else measure_roster(load_roster(roster)),
    )
    return known if said is None else known.citing(TALLY, _describe(said))


def _write_of_log(found: _Found, *, out: Path, name: str, as_json: bool, force: bool) -> None:
    from sim.files import write_text
    from sim.own.build import write_scenario
    from sim.scenario import read_scenario

    said = found.said
    text = write_scenario(found.known, name, None if said is None else said.service)
    scenario = read_scenario(text.encode(), str(out))
    write_text(out, text, overwrite=force)
    if as_json:
        print_json(_describe_of_log(found, scenario, str(out)))
    else:
        _print_of_log(found, scenario, str(out))


def _describe_of_log(found: _Found, scenario: "Scenario", file: str) -> dict[str, Any]:
    return {
        "file": file,
        "estimates": {name: one.to_dict() for name, one in found.known.estimates.items()},
        "designs": list(scenario.designs),
        "warnings": describe_caveats(found.caveats),
    }


def _print_of_log(found: _Found, scenario: "Scenario", file: str) -> None:
    from sim.words import own_build as words
    from sim.words.own_file import CANNOT, tell_grave

    unknown = tuple(words.tell_unknown(found.known.estimates.values()))
    grave = [f"- {line}" for line in tell_grave(found.caveats)]
    lines = (
        words.tell_written(file),
        *words.tell_recent(found.recent),
        *words.tell_basis(scenario),
        "",
        *((*unknown, "") if unknown else ()),
        *((f"**{say(CANNOT)}**", *grave, "") if grave else ()),
        *words.list_next(file, scenario),
    )
    print_lines(build_console(), lines)


def _find_ensemble(said: "Said", like: str | None, worlds: int) -> "Ensemble":
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.experiment import open_executor_for
    from sim.own.ensemble import find_ensemble

    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting, open_executor_for(DEFAULT_ENGINE, 4 * worlds) as workers:
        return find_ensemble(
            said.service, service=like, worlds=worlds, executor=workers, on_progress=waiting.tell
        )


def _build_like(service: str, said: "Said", name: str, out: Path) -> str:
    """Return the text of a scenario like a shipped one, which can be read."""
    from sim.own.build import write_like
    from sim.scenario import read_scenario

    text = write_like(service, said.service, name, _describe(said))
    read_scenario(text.encode(), str(out))
    return text


def _write_of_tally(
    found: "Ensemble", said: "Said", *, out: Path, name: str, as_json: bool, force: bool
) -> None:
    from sim.files import write_text

    write_text(out, _build_like(found.service, said, name, out), overwrite=force)
    if as_json:
        print_json({"file": str(out), "like": found.like.to_dict(), "tried": found.tried})
    else:
        _print_of_tally(found, str(out))


def _print_of_tally(found: "Ensemble", file: str) -> None:
    from sim.cli.table import lay_out
    from sim.words import own_build as words
    from sim.words import robustness

    console = build_console()
    print_lines(console, (words.tell_written(file), *words.tell_ensemble(found), ""))
    print_lines(console, (*robustness.tell_worlds(found.like), ""))
    heads = robustness.heads_of_worlds(found.like.designs)
    console.print(lay_out(heads, robustness.rows_of_worlds(found.like), console.width, folds=True))


def _describe(said: "Said") -> str:
    """Say what a tally is, in words that find it again."""
    hours = len(said.hours)
    heard = f"{said.contacts} contacts in {hours} hour{'s' if hours != 1 else ''} of listening"
    return f"Own tally: {heard}"
