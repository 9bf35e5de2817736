"""Everything that a person reads: sentences, labels, units and numbers, in three languages.

The command line, the page, the charts and the journeys lay out; what they say stands here, or is a
`sim.message.Message` of a lower storey. `say` puts it into the language of whoever is listening.
"""

from sim.words.language import (
    ENGLISH,
    LANGUAGES,
    choose_language,
    current_language,
    say,
    say_error,
    say_sentence,
    say_text,
    speaking,
    use_language,
)

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "choose_language",
    "current_language",
    "say",
    "say_error",
    "say_sentence",
    "say_text",
    "speaking",
    "use_language",
]
