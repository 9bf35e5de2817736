"""The order in which things happened, as the charts of limits take them."""

import numpy as np

from sim.ledger.columns import Whole


def order_by_time(times_s: Whole) -> Whole:
    """List places in the order of their times; those of one time in the order of places.

    Parameters
    ----------
    times_s
        Of each place, its time.
    """
    places = len(times_s)
    # Numbers that hold time and place are sorted far faster than places are by their times.
    return np.sort(times_s * places + np.arange(places)) % places
