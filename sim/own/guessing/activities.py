"""What activities are to the citizen, by words of five languages; nothing where those say nothing.

Each is looked for at the beginning of a word of the activity's name. A guess that is wrong does
more harm than none: whoever reads it corrects it, and what is not guessed counts as work.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sim.message import Message
from sim.own.caselog import UNKNOWN, CaseLog
from sim.own.guessing.vocabulary import normalise

ASKS = (
    "begär|begäran om|kompletteringsbegäran|komplettering begärd|inhämta uppgifter från sökande",
    "anmod|rykker|indhent oplysninger fra borger|mangelbrev|partshøring",
    "request additional|request for information|request information|request missing|ask ",
    "await customer|awaiting customer|wait for customer|wait user|wait customer|wait for user",
    "ask customer|additional information required|request documents|request completion",
    "verzoek om aanvull|opvragen|aanvullende gegevens opvragen|richiesta integrazion",
)
CITIZEN = (
    "ansökan inkommen|ansökan mottagen|inkommen|inkommet|inkommit|komplettering inkommen",
    "komplettering mottagen|svar från sökande|sökande svarar|medborgare|kunden ringer|överklagande",
    "samtal från|ansökan om|ansøgning modtaget|borger|henvendelse fra|svar fra borger",
    "klage modtaget|oplysninger modtaget|modtaget fra borger|application received",
    "application submitted|customer call|customer repl|answer received|reply received",
    "citizen|applicant|appeal to",
    "insert date appeal|aanvraag ontvangen",
    "antwoord ontvangen|domanda ricevuta|integrazione ricevuta|submission received",
)
CLOSES = (
    "avslut|stäng|ärende klart|ärendet klart|arkivera|afslut|luk|lukket|lukning|sag afsluttet",
    "close|closed|closure|case closed|complete|completed|archive|case closing|end of case",
    "afsluiten|afgesloten|sluit|chius|chiud|archivia",
)
AUTOMATIC = (
    "automat|automatisk|auto |system |batch|robot|maskinell|maskinel|add penalty|scheduled job",
    "geautomatiseerd|automatic",
)
PAYS = ("payment|betalning|betaling modtaget|pagamento",)
"""What citizens do, unless the service pays: then its steps name somebody of its staff."""
WORDS = {"asks": ASKS, "citizen": CITIZEN, "closes": CLOSES, "automatic": AUTOMATIC}
OF_SERVICE = re.compile(
    r"^(?:send|notify|skicka|meddela|forward|vidarebefordra|oversend|underret)\b"
)
"""How a name begins of what the service does, whatever it is about."""
LONGEST = 200
"""Characters of a name that are looked at."""
MOST_NAMED = 0.5
"""Share of its steps that name a person, from which the service pays, and not the citizen."""
LEAST_LAST = 0.3
"""Share of the times that an activity is its case's last step, from which it may close it."""
LEAST_CLOSED = 0.2
"""Share of the cases that activities close, from which they do."""


class RoleGuess(NamedTuple):
    """An activity or a person with a role, and why.

    Attributes
    ----------
    role
        "asks", "citizen", "closes" or "automatic", as in a mapping.
    name
        Of the activity or person.
    why
        What speaks for it.
    """

    role: str
    name: str
    why: Message


def guess_roles(log: CaseLog) -> tuple[RoleGuess, ...]:
    """Guess what activities are to the citizen; each has one role at most."""
    last, named = share_last(log).tolist(), _share_named(log).tolist()
    found = []
    for name, ends, names in zip(log.activity_names, last, named, strict=True):
        role, word = _find_role(normalise(name[:LONGEST]), ends, names)
        if role == "closes":
            why = Message(
                'its name ("{word}"), and it is the last step in {percent} % of its times',
                word=word,
                percent=round(100 * ends),
            )
            found.append(RoleGuess(role, name, why))
        elif role:
            found.append(RoleGuess(role, name, Message('its name ("{word}")', word=word)))
    closes = [one.name for one in found if one.role == "closes"]
    if share_closed(log, closes) < LEAST_CLOSED:
        found = [one for one in found if one.role != "closes"]
    return tuple(found)


def share_closed(log: CaseLog, closes: Sequence[str]) -> float:
    """Return the share of cases with one of some activities; of the earlier half, which had time.

    Where few have one, most cases end in another way, and none of them would ever be finished.
    """
    is_closing = np.isin(log.activity_names, closes)[log.activity]
    earlier = (log.cases + 1) // 2
    return len(np.unique(log.case[is_closing & (log.case < earlier)])) / max(earlier, 1)


def share_last(log: CaseLog) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return of each activity the share of its steps that are the last of their case."""
    ends = np.r_[log.case[1:] != log.case[:-1], True]
    count = len(log.activity_names)
    times = np.bincount(log.activity, minlength=count)
    return np.bincount(log.activity[ends], minlength=count) / np.maximum(times, 1)


def _share_named(log: CaseLog) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Return of each activity the share of its steps that name a person."""
    count = len(log.activity_names)
    times = np.bincount(log.activity, minlength=count)
    return np.bincount(log.activity[log.person != UNKNOWN], minlength=count) / np.maximum(times, 1)


def _find_role(name: str, ends: float, names: float) -> tuple[str, str]:
    """Return the role that a name tells of, and by which word; "" of none."""
    for role, known in WORDS.items():
        lines = (*known, *PAYS) if role == "citizen" and names < MOST_NAMED else known
        word = next((word for line in lines for word in line.split("|") if _says(name, word)), "")
        if not word or (role == "citizen" and OF_SERVICE.search(name)):
            continue
        if role != "closes" or ends >= LEAST_LAST:
            return role, word.strip()
    return "", ""


def _says(name: str, word: str) -> bool:
    """Tell whether a word of a name begins so."""
    return f" {word}" in f" {name} "
