"""What is told where a scenario gives its texts in some languages only."""

from collections.abc import Iterator

from sim.message import Message
from sim.scenario import Scenario, Text, texts
from sim.words.language import LANGUAGES, current_language, say

MISSING = Message("Not all texts are given in {languages}: another language stands in for them.")


def find_missing(scenario: Scenario) -> list[str]:
    """Return the codes of the languages in which a scenario does not give all of its texts."""
    given = [text.spoken for text in texts(scenario).values()]
    return [code for code in Text.model_fields if any(code not in spoken for spoken in given)]


def tell_missing(scenario: Scenario) -> Iterator[str]:
    """Tell in which languages texts are missing, if in any."""
    missing = [LANGUAGES[code] for code in find_missing(scenario)]
    if missing:
        yield say(MISSING, languages=", ".join(missing))


def tell_stand_in(scenario: Scenario) -> Iterator[str]:
    """Tell whoever reads a result, if texts are missing in the language that is spoken."""
    if current_language() in find_missing(scenario):
        yield say(MISSING, languages=LANGUAGES[current_language()])
