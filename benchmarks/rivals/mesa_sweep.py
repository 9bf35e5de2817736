"""A sweep in Mesa: its batch run of a model of one step."""

from collections.abc import Sequence

import mesa

from benchmarks.sweeps.work import RANGES, Function


class Fixed(mesa.Model):
    """A model that calls a function, once."""

    def __init__(self, function: Function, place: Sequence[float]) -> None:
        super().__init__()
        self.function, self.point = function, dict(zip(RANGES, place, strict=True))
        self.datacollector = mesa.DataCollector(model_reporters={"y": "y"})

    def step(self) -> None:
        """Do all there is to do."""
        self.y = self.function(self.point, 1, 0)["y"]
        self.datacollector.collect(self)
        self.running = False


def sweep(function: Function, points: Sequence[Sequence[float]], processes: int) -> int:
    """Run a function at some points; return the number of results."""
    found = mesa.batch_run(
        Fixed,
        {"function": function, "place": list(points)},
        number_processes=processes,
        display_progress=False,
    )
    return len(found)
