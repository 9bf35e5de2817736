"""What the page *One hour* says, on the desk and on phones."""

from sim.message import Message

ONE_HOUR = Message("One hour")
IDEA = Message(
    "Sit where citizens get in touch: a switchboard, a contact centre, a counter. Listen to what "
    "the citizen says, not to what is done with it, and ask of each contact: do they get in touch "
    "because something was not done, or not done right, from their perspective?"
)
KINDS = {
    "value": Message("Value demand"),
    "failure": Message("Failure demand"),
    "unsure": Message("Unsure"),
}
PAD = {
    "counted": Message(
        "Contacts: {n}. Failure demand: {failure}. Value demand: {value}. Unsure: {unsure}."
    ),
    "last": Message("{kind}, {time}"),
    "cause": Message("Why do they call? What causes it, if you can tell"),
    "words": Message("The citizen's words (they stay on this device)"),
    "undo": Message("Take this contact back"),
    "list": Message("All contacts"),
    "save": Message("Save as a file (CSV)"),
    "open": Message("Add a saved tally"),
    "clear": Message("Begin anew"),
    "sure": Message("Really delete all? Press again"),
    "wrong": Message("This is no tally as this page saves it: see row {row}. Nothing was added."),
    "unsent": Message(
        "Not sent yet: {n}. They are kept here, and sent when there is a connection."
    ),
    "sent": Message("All contacts are with the desk."),
    "refused": Message("The desk does not take contacts from here; they are kept on this device."),
}
"""What the pad says; its script fills in what stands in braces."""
SO_FAR = Message("What they say so far")
CAUSES = Message("Causes")
SEVERAL = Message("Several listeners")
LISTEN_ALONG = Message("Let phones listen along")
NO_PHONES = Message(
    "Several can listen at the same time, each with a phone, into one tally. For that, end this "
    "server and start it with `requisite app --in-room`."
)
WHAT_PHONES_DO = Message(
    "Whoever photographs the code has the same buttons on their phone. Kind, cause and time of "
    "each contact come here; the citizen's words stay on the phone. What comes is kept in memory "
    "alone."
)
STOP = Message("End it: delete what phones have sent")
NOT_YET = Message("The desk is not listening yet: open it there, then load this page again.")
STAYS = Message(
    "Contacts and words are kept in this browser until you delete them; the words are nowhere "
    "else. Write no names."
)


def say_from_phones(contacts: int, listeners: int) -> Message:
    """Say how many contacts have come from how many phones."""
    return Message.counted(
        "1 contact from {phones}.",
        "{n} contacts from {phones}.",
        n=contacts,
        phones=Message.counted("1 phone", "{n} phones", n=listeners),
    )
