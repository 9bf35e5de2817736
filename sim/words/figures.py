"""The figures that a table of a comparison shows, grouped by whom they are about."""

from sim.message import Message

GROUP_TITLES = {
    "citizen": Message("Citizen"),
    "demand": Message("Demand"),
    "faces": Message("Faces"),
    "cost": Message("Cost"),
    "staff": Message("Staff"),
    "settling": Message("Whether it settles"),
}
"""Whom the measures of the table are about."""
GROUPS: dict[str, tuple[str, ...]] = {
    "citizen": (
        "end_to_end_days",
        "end_to_end_days_p90",
        "end_to_end_days_upper_limit",
        "reported_days",
        "reported_days_upper_limit",
        "first_time_right_share",
        "visit_fit_share",
        "unmet_need_share",
    ),
    "demand": (
        "demand_per_month",
        "failure_demand_share",
        "failure_demand_share_broad",
        "contacts_per_case",
    ),
    "faces": (
        "faces_per_case",
        "faces_per_month",
        "faces_per_month_upper_limit",
        "faces_per_month_maximum",
    ),
    "cost": (
        "cost_per_citizen_helped",
        "failure_demand_cost_per_year",
        "unit_cost_per_activity",
        "cost_per_same_activity",
        "paid_cost_per_month",
    ),
    "staff": (
        "staff_minutes_per_citizen_helped",
        "staff_hours_per_year",
        "value_work_share",
        "utilisation",
        "utilisation_busiest",
        "absence_share",
        "work_joy",
    ),
    "settling": ("open_share", "backlog_trend", "work_trend"),
}
"""The measures that the table shows; the others are in the JSON."""
SHOWN = tuple(name for names in GROUPS.values() for name in names)
