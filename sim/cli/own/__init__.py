"""`requisite own`: a service of one's own, a file for each command of it."""

import typer

from sim.cli.own.build import build
from sim.cli.own.counts import counts
from sim.cli.own.guess import guess
from sim.cli.own.roster import roster
from sim.cli.own.tally import tally
from sim.cli.own.test import test
from sim.cli.own.waits import waits
from sim.cli.spoken import SpokenCommand, SpokenGroup

own = typer.Typer(cls=SpokenGroup, name="own", add_completion=False, rich_markup_mode=None)
for command in (guess, tally, counts, roster, waits, build, test):
    own.command(command.__name__, cls=SpokenCommand)(command)
