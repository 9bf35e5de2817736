"""Plans: what a sweep varies, and the points at which it looks."""

from typing import TYPE_CHECKING

from sim.lazy import attach

if TYPE_CHECKING:
    from sim.sweep.plan.apply import build_point
    from sim.sweep.plan.asked import Range
    from sim.sweep.plan.factor import DUMMY, LEVER, UNCERTAINTY, Factor, Kind, Value
    from sim.sweep.plan.file import PlannedSweep, load_plan, read_plan
    from sim.sweep.plan.part import Part, join_factors
    from sim.sweep.plan.plan import Plan
    from sim.sweep.plan.ranged import Ranged, find_ranged
    from sim.sweep.plan.sampling import Method, Sampling, draw_shares
    from sim.sweep.plan.schema import DEFAULT_MEASURES
    from sim.sweep.plan.until import LEAST, REPLICATIONS, Until
    from sim.sweep.plan.worlds import PlausibleWorld, draw_worlds
    from sim.sweep.plan.writing import write_plan

__all__ = [
    "DEFAULT_MEASURES",
    "DUMMY",
    "LEAST",
    "LEVER",
    "REPLICATIONS",
    "UNCERTAINTY",
    "Factor",
    "Kind",
    "Method",
    "Part",
    "Plan",
    "PlannedSweep",
    "PlausibleWorld",
    "Range",
    "Ranged",
    "Sampling",
    "Until",
    "Value",
    "build_point",
    "draw_shares",
    "draw_worlds",
    "find_ranged",
    "join_factors",
    "load_plan",
    "read_plan",
    "write_plan",
]

__getattr__ = attach(
    __name__,
    {
        "build_point": "sim.sweep.plan.apply:build_point",
        "Range": "sim.sweep.plan.asked:Range",
        "DUMMY": "sim.sweep.plan.factor:DUMMY",
        "LEVER": "sim.sweep.plan.factor:LEVER",
        "UNCERTAINTY": "sim.sweep.plan.factor:UNCERTAINTY",
        "Factor": "sim.sweep.plan.factor:Factor",
        "Kind": "sim.sweep.plan.factor:Kind",
        "Value": "sim.sweep.plan.factor:Value",
        "PlannedSweep": "sim.sweep.plan.file:PlannedSweep",
        "load_plan": "sim.sweep.plan.file:load_plan",
        "read_plan": "sim.sweep.plan.file:read_plan",
        "Part": "sim.sweep.plan.part:Part",
        "join_factors": "sim.sweep.plan.part:join_factors",
        "Plan": "sim.sweep.plan.plan:Plan",
        "Ranged": "sim.sweep.plan.ranged:Ranged",
        "find_ranged": "sim.sweep.plan.ranged:find_ranged",
        "Method": "sim.sweep.plan.sampling:Method",
        "Sampling": "sim.sweep.plan.sampling:Sampling",
        "draw_shares": "sim.sweep.plan.sampling:draw_shares",
        "DEFAULT_MEASURES": "sim.sweep.plan.schema:DEFAULT_MEASURES",
        "LEAST": "sim.sweep.plan.until:LEAST",
        "REPLICATIONS": "sim.sweep.plan.until:REPLICATIONS",
        "Until": "sim.sweep.plan.until:Until",
        "PlausibleWorld": "sim.sweep.plan.worlds:PlausibleWorld",
        "draw_worlds": "sim.sweep.plan.worlds:draw_worlds",
        "write_plan": "sim.sweep.plan.writing:write_plan",
    },
)
