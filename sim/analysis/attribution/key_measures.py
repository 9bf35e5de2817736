"""The measures that are taken apart unless others are asked for."""

KEY_MEASURES = (
    "failure_demand_share",
    "contacts_per_case",
    "cost_per_citizen_helped",
    "unit_cost_per_activity",
    "end_to_end_days",
    "reported_days",
    "faces_per_case",
    "faces_per_month",
    "work_joy",
    "unmet_need_share",
    "first_time_right_share",
    "visit_fit_share",
)
"""Those on the cards of the page."""
