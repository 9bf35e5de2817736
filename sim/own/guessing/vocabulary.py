"""Words by which columns and activities are known: Swedish, Danish, English, Dutch, Italian."""

import re
from collections.abc import Iterable

HEADERS: dict[str, tuple[str, ...]] = {
    "case": (
        "case concept name|case id|caseid|case|case number|case nr|case no|case key|trace id",
        "ticket|ticket id|incident|incident id|application id|request id|order id|sr number",
        "ärende|ärendenummer|ärendenr|ärendeid|ärende id|ärende nr|diarienummer|diarienr|dnr",
        "sag|sagsnummer|sagsnr|sagsid|sags id|sag id|sags nr|journalnummer|journalnr",
        "zaak|zaaknummer|zaak id|dossier|dossiernummer|pratica|id pratica|numero pratica",
        "id|arende|arendenummer|arendenr|arende id|arendeid",
    ),
    "activity": (
        "concept name|activity|activity name|event name|event type|event|task|task name|step",
        "action|status|state|aktivitet|aktivitetsnamn|händelse|händelsetyp|åtgärd|moment|steg",
        "hændelse|hændelsestype|handling|opgave|trin|skridt|activiteit|gebeurtenis|stap",
        "attività|attivita|evento|fase|handelse|atgard|haendelse",
    ),
    "time": (
        "time timestamp|timestamp|time|datetime|date time|date and time|event time",
        "end|end time|end timestamp|endtime|complete timestamp|completion time|completed",
        "completed at|finish|finished|date|event date|end date",
        "tidpunkt|tidsstämpel|tid|datum|datum och tid|sluttid|slut|slutdatum|klar|utförd",
        "händelsetid|tidspunkt|tidsstempel|dato|dato og tid|sluttidspunkt|slutdato|udført",
        "tijdstip|tijd|eindtijd|datum tijd|data|data ora|ora|timestamp evento|handelsetid",
    ),
    "start": (
        "start|start time|start timestamp|starttime|started|started at|begin|begin time",
        "start date|starttid|startdatum|startad|påbörjad|början|från",
        "starttidspunkt|startdato|påbegyndt|startet|starttijd|begintijd|inizio|data inizio",
    ),
    "resource": (
        "org resource|resource|user|user id|userid|username|agent|employee|person|assignee",
        "owner|owner first name|performer|performed by|handled by|case worker|caseworker|worker",
        "handläggare|användare|utförare|utförd av|medarbetare|signatur|ansvarig|handlaggare",
        "sagsbehandler|bruger|medarbejder|udført af|initialer|behandler|ansvarlig",
        "medewerker|behandelaar|gebruiker|operatore|utente|addetto",
    ),
    "clock": (
        "time of day|clock|clock time|hour|time|end time|klockslag|klocka|klockan|kl|tid|sluttid",
        "klokkeslæt|klokken|tidspunkt|tidspunkt på dagen|sluttidspunkt|tijd|tijdstip|uur|ora",
        "event time|handelsetid|händelsetid|klokkeslaet",
    ),
    "lifecycle": ("lifecycle transition|lifecycle|transition|livscykel|livscyklus",),
}
"""What each column may be called, the likelier names first."""
LANGUAGES: dict[str, tuple[str, ...]] = {
    "sv": (
        "ärende|ärendenummer|handläggare|tidpunkt|åtgärd|händelse|användare|medarbetare|och",
        "avslut|avsluta|avslutat|beslut|komplettering|ansökan|inkommen|begär|registrera|utförd",
        "datum|påbörjad|ärendet|skicka|granska|svar",
    ),
    "da": (
        "sag|sagsnummer|sagsbehandler|tidspunkt|hændelse|bruger|medarbejder|og|dato|udført",
        "afslut|afsluttet|afgørelse|ansøgning|modtaget|oplysninger|oprettet|sagen|lukket|visitér",
    ),
    "nl": ("zaak|medewerker|tijdstip|behandelaar|afgehandeld|aanvraag|besluit|ontvangen|en",),
    "it": ("pratica|attività|operatore|inizio|chiuso|richiesta|domanda|ricevuta|utente",),
}
"""Words that tell which language a file is written in."""
LETTERS = {"sv": "äö", "da": "æø"}


def normalise(text: str) -> str:
    """Return a text in lower case, with single spaces for whatever stands between its words."""
    spaced = re.sub(r"(?<=[a-zåäöæø])(?=[A-ZÅÄÖÆØ])", " ", text)
    return " ".join(re.sub(r"[^0-9a-zà-öø-ÿåäöæø]+", " ", spaced.lower()).split())


def rank_header(role: str, header: str) -> int | None:
    """Return how likely a column of such a name has a role, the likeliest 0; `None` if it has not.

    Parameters
    ----------
    role
        A key of `HEADERS`.
    header
        The name of the column.
    """
    names = {normalise(header), header.lower().strip().replace("_", " ")}
    known = [name for line in HEADERS[role] for name in line.split("|")]
    return next((rank for rank, name in enumerate(known) if name in names), None)


def find_language(texts: Iterable[str]) -> str:
    """Return the code of the language of some texts; "" where they do not tell."""
    joined = [normalise(text) for text in texts]
    words = [word for text in joined for word in text.split()]
    scores = {
        code: sum(word in {one for line in lines for one in line.split("|")} for word in words)
        for code, lines in LANGUAGES.items()
    }
    for code, letters in LETTERS.items():
        scores[code] += sum(letter in text for text in joined for letter in letters)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > 1 else ""
