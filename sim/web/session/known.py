"""What is known beforehand of the shipped scenarios, as their files are now."""

from contextlib import suppress
from typing import NamedTuple

from sim.analysis.facts import Facts, find_facts
from sim.analysis.robustness import Kept, find_kept
from sim.errors import RequisiteError
from sim.scenario import Scenario
from sim.web.session.files import list_all_filed, list_filed, load_filed
from sim.words import say_text


class Known(NamedTuple):
    """A shipped scenario, and what is known of it."""

    name: str
    scenario: Scenario
    is_counter: bool
    """Whether it is a case of counter-evidence."""
    facts: Facts | None
    """`None` if it was not compared as its file is now."""

    @property
    def title(self) -> str:
        """What it is called, in the language that is spoken."""
        return say_text(self.scenario.service.title)

    @property
    def kept(self) -> Kept | None:
        """What was found of it in plausible worlds; `None` if it was not tried in any."""
        return self.facts and find_kept(self.scenario, self.facts.designs)


def list_known() -> list[Known]:
    """List the shipped scenarios, services first; a file that cannot be read is left out."""
    services, found = list_filed(), []
    for name in list_all_filed():
        with suppress(RequisiteError, OSError):
            scenario = load_filed(name)
            found.append(Known(name, scenario, name not in services, find_facts(scenario)))
    return found
