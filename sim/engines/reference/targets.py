"""The target's clock: where it starts, and when a case is due by it."""

from sim.engines.reference.state import Case, World


def start_clock(world: World, case: Case) -> None:
    """Start the target's clock of a case now."""
    case.clock_cal_s = world.now_cal_s
    case.due_cal_s = case.clock_cal_s + world.blueprint.decision.target_s


def complete(world: World, case: Case) -> None:
    """Start the clock anew, where it runs from complete information."""
    if world.blueprint.decision.clock_is_complete:
        start_clock(world, case)
