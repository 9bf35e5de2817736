"""STRESS-DES: what was simulated and how, as a methods section that others can check.

The items and their numbers are those of Monks, Currie, Onggo, Robinson, Kunc & Taylor 2019,
"Strengthening the reporting of empirical simulation studies: Introducing the STRESS guidelines",
*Journal of Simulation* 13(1), 55-67. What can be read is read from scenario, plan, settings and
provenance; what only the authors know is marked.
"""

from sim.report.stress.markdown import TO_ADD
from sim.report.stress.stress import ITEMS, count_missing, write_stress, write_stress_of_result

__all__ = ["ITEMS", "TO_ADD", "count_missing", "write_stress", "write_stress_of_result"]
