"""What a log says of a service, simulated: as it is, foretold, and with other designs."""

from typing import TYPE_CHECKING, NamedTuple

from sim.own.caselog import CaseLog
from sim.web.running.jobs.job import Progress

if TYPE_CHECKING:
    from sim.own.as_it_is import Beside
    from sim.own.forecast import Curves, Forecast
    from sim.own.recent import Recent
    from sim.own.what_if import WhatIf

SIMULATED_S = 12.0
"""Processor time of a fit of 80 tries, measured on logs of a thousand to ten thousand cases."""
WHAT_IF_S = 20.0


class AsItIs(NamedTuple):
    """A service as it is, and its second half foretold."""

    beside: "tuple[Beside, ...]"
    forecast: "Forecast"
    curves: "Curves"


class Possible(NamedTuple):
    """What other designs would do to the service as it is now."""

    recent: "Recent"
    beside: "tuple[Beside, ...]"
    """The service as it is, which all of it begins with, beside its log."""
    what_ifs: "tuple[WhatIf, ...]"


class FindAsItIs(NamedTuple):
    """A log beside its simulation."""

    log: CaseLog

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return SIMULATED_S

    def make(self, on_progress: Progress) -> AsItIs:
        """Simulate it, fit what is free, and hold both against what came."""
        from sim.own.as_it_is import hold_as_it_is
        from sim.own.build import build_scenario, know
        from sim.own.forecast import find_curves, find_forecast
        from sim.own.recent import find_recent

        on_progress(0, None)
        now = find_recent(self.log).log
        beside = hold_as_it_is(build_scenario(know(now)), now)
        forecast = find_forecast(self.log, on_progress=on_progress)
        return AsItIs(beside, forecast, find_curves(forecast))


class FindWhatIfs(NamedTuple):
    """Other designs of the service that a log is of."""

    log: CaseLog

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return WHAT_IF_S

    def make(self, on_progress: Progress) -> Possible:
        """Try them in plausible worlds."""
        from sim.own.as_it_is import hold_as_it_is
        from sim.own.build import build_scenario, know
        from sim.own.recent import find_recent
        from sim.own.what_if import find_what_ifs

        recent = find_recent(self.log)
        scenario = build_scenario(know(recent.log))
        beside = hold_as_it_is(scenario, recent.log)
        return Possible(recent, beside, find_what_ifs(scenario, on_progress=on_progress))


class WriteOwnScenario(NamedTuple):
    """The scenario of a log, as a file to take away."""

    log: CaseLog

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return 2.0

    def make(self, on_progress: Progress) -> str:
        """Write it."""
        from sim.own.build import know, write_scenario
        from sim.own.recent import find_recent

        on_progress(0, None)
        return write_scenario(know(find_recent(self.log).log))
