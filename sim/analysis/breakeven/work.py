"""How much of the work is done, and about how much there will be."""

from sim.experiment import Progress

LOOKS_TO_CLOSE_IN = 12
"""About how many looks a crossing and the two ends of its band take."""


class Work:
    """Counts runs; how many there will be is guessed, and known better as profiles get done.

    Parameters
    ----------
    on_progress
        Who wants to know.
    runs
        Runs of each look.
    looks
        Looks at the grid of each profile.
    profiles
        How many profiles there are.
    """

    def __init__(self, on_progress: Progress | None, runs: int, looks: int, profiles: int) -> None:
        self._on_progress, self._runs = on_progress, runs
        self._each, self._left = (looks + LOOKS_TO_CLOSE_IN) * runs, profiles
        self._done = self._done_in_profiles = 0

    def tell(self, runs_of_look: int) -> None:
        """Tell that so many runs of the look at hand are done."""
        if self._on_progress is not None:
            guessed = self._done_in_profiles + self._left * self._each
            self._on_progress(self._done + runs_of_look, max(guessed, self._done + self._runs))

    def end_look(self) -> None:
        """Count the look at hand as done."""
        self._done += self._runs

    def end_profile(self) -> None:
        """Count the profile at hand as done, however many looks it took."""
        self._left -= 1
        self._done_in_profiles = self._done
        if not self._left and self._on_progress is not None:
            self._on_progress(self._done, self._done)
