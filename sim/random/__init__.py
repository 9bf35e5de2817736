"""Common random numbers: a draw belongs to who and which decision, never to the order of events."""

from sim.random.keyed import citizen_keys, uniform, uniforms
from sim.random.profile import profile_s, profile_table
from sim.random.streams import Stream
from sim.random.tables import (
    even_table,
    exponential_table,
    factor_table,
    judgement_table,
    negative_binomial_table,
    poisson_table,
)

__all__ = [
    "Stream",
    "citizen_keys",
    "even_table",
    "exponential_table",
    "factor_table",
    "judgement_table",
    "negative_binomial_table",
    "poisson_table",
    "profile_s",
    "profile_table",
    "uniform",
    "uniforms",
]
