"""Help and complaints of the command line in the language that is asked for.

Typer knows no languages, so a command asks `sim.words.help` for the text of each of its
options when it is shown.
"""

from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sim.cli.output import complain
from sim.message import Message
from sim.words import LANGUAGES, say
from sim.words import command_line as words
from sim.words import help as texts

LANGUAGE = "--language"
LANGUAGE_ROW = f"{LANGUAGE} [{'|'.join(LANGUAGES)}]"


def take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take the language out of what was typed, where it may stand anywhere; return both."""
    asked, rest, typed = None, [], iter(arguments)
    for argument in typed:
        name, equals, value = argument.partition("=")
        if name == LANGUAGE:
            asked = value if equals else next(typed, "")
        else:
            rest.append(argument)
    return asked, rest


class Spoken:
    """A command or a group of them whose help is in the language that is spoken."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        metavars = [parameter.metavar for parameter in self.params if parameter.metavar]
        for english in (words.OPTIONS_METAVAR, words.COMMAND_METAVAR, *metavars):
            pieces = pieces.replace(english, say(english))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say(words.USAGE)} ")

    def format_help_text(self: Any, ctx: Any, formatter: Any) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(texts.ABOUT[name_of(ctx)]))

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        """Write what its arguments and options are for."""
        parameters, name = self.get_params(ctx), name_of(ctx)
        rows = [_describe(name, p) for p in parameters if p.param_type_name == "argument"]
        if rows:
            with formatter.section(say(words.ARGUMENTS)):
                formatter.write_dl(rows)
        rows = [_describe(name, p) for p in parameters if p.param_type_name == "option"]
        rows.insert(-1, (LANGUAGE_ROW, texts.find_help(name, LANGUAGE)))
        with formatter.section(say(words.OPTIONS)):
            formatter.write_dl(rows)


def name_of(context: Any) -> str:
    """Return the name of a command among all: "sweep run" of one in a group, say."""
    path: str = context.command_path
    program, _, name = path.partition(" ")
    return name or program


class SpokenGroup(Spoken, TyperGroup):
    """Commands that are listed with what each does."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what the options are for, and which commands there are."""
        super().format_options(ctx, formatter)
        _, _, group = ctx.command_path.partition(" ")
        names = {name: f"{group} {name}".strip() for name in self.commands}
        with formatter.section(say(words.COMMANDS)):
            formatter.write_dl([(name, say(texts.ABOUT[full])) for name, full in names.items()])


class SpokenCommand(Spoken, TyperCommand):
    """A command whose help is in the language that is spoken."""


def _describe(command: str, parameter: Any) -> tuple[str, str]:
    """Return what an argument or option is called, and what it is for."""
    metavar = say(parameter.metavar or "")
    if parameter.param_type_name == "argument":
        return metavar, _tell(command, parameter, parameter.name)
    (name,) = parameter.opts
    return f"{name} {metavar}".strip(), _tell(command, parameter, name)


def _tell(command: str, parameter: Any, name: str) -> str:
    said, default = texts.find_help(command, name), parameter.default
    if parameter.required:
        return f"{said}  [{say(words.REQUIRED)}]"
    if not parameter.show_default or callable(default) or default is None or default is False:
        return said
    shown = ", ".join(default) if isinstance(default, tuple) else default
    return f"{said}  [{say(Message('default: {default}', default=shown))}]"


def complain_about(error: Any) -> None:
    """Tell what was typed amiss, and where to read how it is typed."""
    if error.ctx is not None:
        complain(error.ctx.get_usage())
        command = f"{error.ctx.command_path} --help"
        complain(say(Message("Try '{command}' for help.", command=command)) + "\n")
    complain(say(Message("Error: {problem}", problem=words.say_again(error.format_message()))))


UsageError: Any = typer.BadParameter.__mro__[1]
"""What Typer raises for all that is typed amiss; it gives the class itself no public name."""
