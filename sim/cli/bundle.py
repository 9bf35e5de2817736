"""`requisite bundle`: a sweep as one file; `requisite reproduce`: the sweep again from it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, build_error_console, print_json, print_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sim.report.bundle import Bundle, Reproduction

DIFFERS = 1
"""The exit code where something is not what it was."""
Folder = Annotated[Path, typer.Argument(metavar="FOLDER")]
ToFile = Annotated[Path, typer.Option("--out", metavar="FILE.zip")]
Filed = Annotated[Path, typer.Argument(metavar="BUNDLE.zip")]
ToFolder = Annotated[Path | None, typer.Option("--out", metavar="FOLDER", show_default=False)]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, show_default=False)]


def bundle(folder: Folder, *, out: ToFile, force: options.Force = False) -> None:
    """Pack a sweep into one file."""
    from sim.files import check_ending, check_writable, writing
    from sim.report.bundle import pack_bundle
    from sim.report.bundle.contents import hash_of
    from sim.sweep import load

    check_writable(out, overwrite=force)
    check_ending(out, (".zip",))
    content = pack_bundle(load(folder))
    with writing(out, overwrite=force) as stream:
        stream.write(content)
    print_lines(build_console(), _tell_bundle(out, hash_of(content)))


def _tell_bundle(out: Path, sha256: str) -> "Iterator[str]":
    from sim.report.bundle import read_bundle
    from sim.report.bundle.contents import RUNS, STRESS
    from sim.report.stress import TO_ADD, count_missing
    from sim.words.bundle import tell_bundle

    files = read_bundle(out).files
    missing = count_missing(files[STRESS].decode())
    return tell_bundle(out, sha256, has_table=RUNS in files, missing=missing, mark=TO_ADD)


def reproduce(
    filed: Filed,
    *,
    out: ToFolder = None,
    workers: Workers = None,
    as_json: options.AsJson = False,
) -> None:
    """Make a sweep again from its bundle, and tell whether it is the same."""
    from sim.cli.progress import ProgressBar
    from sim.report.bundle import find_versions, read_bundle
    from sim.report.bundle import reproduce as make_again
    from sim.words.bundle import tell_versions

    found = read_bundle(filed)
    if versions := find_versions(found):
        print_lines(build_error_console(), [tell_versions(versions)])
    _make_ready(found)
    with ProgressBar() as waiting:
        again = make_again(
            found,
            out or Path(f"{filed.stem}-again"),
            executor="local",
            workers=workers,
            on_progress=waiting.tell,
        )
    _tell(again, as_json=as_json)
    if not again.is_same:
        raise typer.Exit(DIFFERS)


def _make_ready(found: "Bundle") -> None:
    from sim.cli.progress import make_ready
    from sim.report.bundle.contents import find_engine

    make_ready(find_engine(found))


def _tell(again: "Reproduction", *, as_json: bool) -> None:
    if as_json:
        print_json(describe_again(again))
    else:
        print_lines(build_console(), _tell_again(again))


def _tell_again(again: "Reproduction") -> "Iterator[str]":
    from sim.words import bundle as words

    if again.same_series is not None:
        yield words.tell_series(is_same=again.same_series)
    if again.is_same_of_runs:
        yield words.tell_same(again.rows_now, to_the_byte=again.same_bytes)
    elif again.same_values:
        yield words.tell_only_file()
    elif again.differences is None:
        yield words.tell_unlike(again.rows_then, again.rows_now)
    else:
        found = again.differences
        yield from words.tell_rows(found.missing, found.added, found.columns_apart)
        yield from words.tell_values(found.rows, found.of, found.columns)


def describe_again(again: "Reproduction") -> dict[str, Any]:
    """Return what came of it, as JSON has it."""
    found = again.differences
    columns = [] if found is None else [column._asdict() for column in found.columns]
    return {
        "same": again.is_same,
        **again._asdict(),
        "versions": [version._asdict() for version in again.versions],
        "differences": None if found is None else {**found._asdict(), "columns": columns},
    }
