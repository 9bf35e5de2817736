"""What a scenario file may say, how it is loaded and checked, and how it is changed."""

from sim.scenario.completing import complete_shared
from sim.scenario.contents import has_visits, quantities, texts
from sim.scenario.demand import Demand
from sim.scenario.describe import Described, describe_keys
from sim.scenario.differences import Difference, differences
from sim.scenario.files import (
    find_file,
    list_counter_cases,
    list_redesigns,
    list_services,
    list_shipped,
    shipped_folder,
)
from sim.scenario.scenario import (
    Origin,
    Scenario,
    build_scenario,
    find_shipped,
    load_scenario,
    read_scenario,
)
from sim.scenario.schema import Evidence
from sim.scenario.text import Text
from sim.scenario.tracing import Taken
from sim.scenario.writing import write_toml

__all__ = [
    "Demand",
    "Described",
    "Difference",
    "Evidence",
    "Origin",
    "Scenario",
    "Taken",
    "Text",
    "build_scenario",
    "complete_shared",
    "describe_keys",
    "differences",
    "find_file",
    "find_shipped",
    "has_visits",
    "list_counter_cases",
    "list_redesigns",
    "list_services",
    "list_shipped",
    "load_scenario",
    "quantities",
    "read_scenario",
    "shipped_folder",
    "texts",
    "write_toml",
]
