"""Pressure: people first go faster, then cut; what lasts erodes standards, and makes absent."""

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.twin.asking import TINY
from sim.dynamics.twin.parts import DAYS, Parts, add_up, number
from sim.dynamics.twin.places import ALL
from sim.units import DAY_S, MILLION


def add_pressure(parts: Parts, blueprint: Blueprint, f: int) -> None:
    """Add what pressure does: speed, then cuts; what lasts erodes standards, and makes absent."""
    pressure, week = blueprint.pressure, 7 / blueprint.calendar.open_days_per_week
    pace = max(blueprint.work.pace_ppm / MILLION, 0.01)
    waits = f"max(1 - busy_{f} / max(jobs_{f}, {TINY}), 0)"
    work = [f"waiting_{f}_{a} * content_days_{f}_{a}" for a in ALL]
    backlog = parts.let("backlog_days", pressure.backlog_s / DAY_S * pace, DAYS)
    parts.say(f"pressure_{f}", f"{waits} * ({add_up(work)}) / (staff_{f} * {backlog})")
    parts.stock(f"felt_{f}", "pressure that staff feel", unit="dmnl")
    parts.flow(
        f"feel_{f}",
        f"(pressure_{f} - felt_{f}) / {parts.let('feel_days', 1.0, DAYS)}",
        None,
        f"felt_{f}",
        unit="1/day",
    )
    points = np.arange(0, len(pressure.time_ppm), 20)
    times = pressure.time_ppm[points] / MILLION
    parts.table(f"time_{f}", f"felt_{f}", (points / 100).tolist(), times.tolist(), "dmnl")
    floor = number(pressure.speed_floor_ppm / MILLION)
    parts.say(f"speed_{f}", f"1 - with_speed * (1 - max(time_{f}, {floor}))")
    parts.say(f"cut_{f}", f"min(time_{f} / max(time_{f}, {floor}), 1)")
    parts.stock(f"standard_{f}", "the standard that staff hold", 1.0, "dmnl")
    down, up = (
        parts.let(name, 1 / (days * week) if days else 0.0, "1/day")
        for name, days in (
            ("erodes_a_day", pressure.erosion_days),
            ("recovers_a_day", pressure.recovery_days),
        )
    )
    gap = f"cut_{f} - standard_{f}"
    parts.flow(
        f"erode_{f}",
        f"with_erosion * ({gap}) * where({gap} < 0, {down}, {up})",
        None,
        f"standard_{f}",
        unit="1/day",
    )
    parts.say(f"lacking_{f}", f"with_cutting * (1 - min(cut_{f}, standard_{f}))")
    parts.stock(f"strain_{f}", "pressure that has lasted", 1.0, "dmnl")
    lasts = 1 / (pressure.absence_days * week) if pressure.absence_days else 0.0
    days = parts.let("strain_a_day", lasts, "1/day")
    formula = f"(max(felt_{f}, 1) - strain_{f}) * {days}"
    parts.flow(f"strain_more_{f}", formula, None, f"strain_{f}", unit="1/day")
