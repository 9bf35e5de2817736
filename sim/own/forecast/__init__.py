"""Does it foretell? The second half of a log, forecast of the first half alone."""

from sim.own.forecast.curves import SHARES, Curves, find_curves
from sim.own.forecast.fitting import Fitted, fit_rest
from sim.own.forecast.forecast import Forecast, find_forecast
from sim.own.forecast.held import Held

__all__ = [
    "SHARES",
    "Curves",
    "Fitted",
    "Forecast",
    "Held",
    "find_curves",
    "find_forecast",
    "fit_rest",
]
