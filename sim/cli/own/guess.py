"""`requisite own guess`: what a file is taken for, what it cannot say, and what to do next."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, printing_all_the_same
from sim.cli.own.file import File, describe_caveats

if TYPE_CHECKING:
    from sim.own.guessing import Guess
    from sim.own.reading import Table

Out = Annotated[Path | None, typer.Option("--out", metavar="MAP.toml", show_default=False)]
MAP_ENDINGS = (".toml",)


def guess(
    file: File,
    *,
    out: Out = None,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Tell what a log is taken for."""
    from sim.cli.progress import ProgressBar
    from sim.files import check_ending, check_writable
    from sim.own.guessing import guess as guess_log
    from sim.own.mapping_file import write_mapping
    from sim.own.reading import load_table
    from sim.words.own_file import READING

    if out is not None:
        check_writable(out, overwrite=force)
        check_ending(out, MAP_ENDINGS)
    with ProgressBar(READING) as waiting:
        table = load_table(file, waiting.tell)
        found = guess_log(table)
    with printing_all_the_same() as attempt:
        is_kept = out is not None and attempt(
            lambda: write_mapping(found.mapping, out, overwrite=force)
        )
        kept = str(out) if is_kept else None
        if as_json:
            print_json(describe(found, table))
        else:
            _print(found, table, str(file), kept)


def _print(found: "Guess", table: "Table", file: str, kept: str | None) -> None:
    """Print what was understood, what the file cannot say, and what to do next."""
    from sim.cli.table import lay_out
    from sim.words import own_file as words
    from sim.words import say

    console = build_console()
    print_lines(console, (*words.tell_file(table), ""))
    print_lines(console, (say(words.UNDERSTOOD),), style="bold")
    columns = words.list_columns(found, table)
    heads = [say(head) for head in words.HEADS]
    console.print(lay_out(heads, columns, console.width, titles=4))
    print_lines(console, (words.tell_log(found), ""))
    heads = [say(head) for head in words.ACTIVITY_HEADS]
    console.print(lay_out(heads, words.list_activities(found), console.width))
    print_lines(console, (f"- {line}" for line in words.tell_roles(found)))
    print_lines(console, ("", say(words.CANNOT)), style="bold")
    print_lines(console, (f"- {line}" for line in words.tell_caveats(found)))
    print_lines(console, ("", say(words.NEXT)), style="bold")
    print_lines(console, (f"- {line}" for line in words.tell_next(file, kept)))


def describe(found: "Guess", table: "Table") -> dict[str, Any]:
    """Return what a file was taken for, as JSON has it: no case and no person of it."""
    log = found.log
    machines = int(log.is_machine.sum())
    return {
        "file": table.name,
        "format": table.format,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "decimal": table.decimal,
        "sheet": table.sheet,
        "rows": table.rows,
        "columns": list(table.columns),
        "notes": [str(note) for note in table.notes],
        "cases": log.cases,
        "steps": len(log.case),
        "persons": len(log.person_names) - machines,
        "machines": machines,
        "activities": list(log.activity_names),
        "mapping": {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in found.mapping._asdict().items()
        },
        "why": {key: str(why) for key, why in found.why.items()},
        "roles": [{"role": one.role, "name": one.name, "why": str(one.why)} for one in found.roles],
        "warnings": describe_caveats(found.warnings),
    }
