"""What a file is taken for, and what it cannot say."""

from sim.own.guessing.activities import RoleGuess
from sim.own.guessing.caveats import Caveat, find_caveats, pick_told
from sim.own.guessing.guess import Guess, guess

__all__ = ["Caveat", "Guess", "RoleGuess", "find_caveats", "guess", "pick_told"]
