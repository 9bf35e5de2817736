"""The command line: `requisite`. One file for each command; what they share stands beside them."""

from sim.cli.program import main

__all__ = ["main"]
