"""What is said in a room: on the large screen, in the facilitator's window, and on phones."""

from sim.message import Message
from sim.words.language import say

IN_THE_ROOM = Message("In the room")

# On a phone

JOIN = Message("Join the room")
CODE = Message("The code on the screen")
COME_IN = Message("Come in")
ANONYMOUS = Message("Guesses are anonymous, and are deleted when the room closes.")
WRONG_CODE = Message("That is not the code. Look at the screen.")
WRONG_TOO_OFTEN = Message("Too many wrong codes from here. Wait a minute, and try again.")
FULL = Message("No more phones can come in. Raise your hand instead.")
YOU_ARE_IN = Message("You are in")
WAIT = Message("The question comes here as soon as it is asked.")
YOUR_GUESS = Message("Your guess")
SEND = Message("Send my guess")
CHANGE = Message("Change my guess")
TAKEN = Message("Your guess is in. You can change it until it is locked.")
NO_GUESS = Message("That is not one of the answers. Try again.")
CLOSED_ON_PHONE = Message("The room is closed")
DELETED_ON_PHONE = Message(
    "All guesses are deleted. If there is another question, the screen shows a new code."
)
LOCKED_ON_PHONE = Message("Guesses are locked. Look at the screen.")

# On the large screen

IDEA = Message(
    "A question, everybody's guess, and then what the model shows beside the guesses: ten to "
    "fifteen minutes each. PageDown and PageUp, or the arrows, go on and back; F fills the screen."
)
PHONES = Message("Phones")
BY_HAND_ONLY = Message(
    "Guesses are counted by hand. To let people guess by phone, end this server and start it with "
    "`requisite app --in-room`."
)
WHO_IS_LET_IN = Message(
    "Whoever is in the same network can open `{place}/join`, and nothing else of this computer; "
    "the code that lets a phone in is shown with each question."
)
CLOSE_ROOM = Message("Close the room: delete all guesses")
CLOSED = Message(
    "The room is closed. All guesses are deleted, those by hand as well, and no phone is in any "
    "longer; the next question has a new code."
)
STEPS = {
    "predict": Message("Predict"),
    "locked": Message("Guesses are locked"),
    "reveal": Message("What the model shows"),
    "beside": Message("What goes with it"),
    "why": Message("Why"),
    "other-side": Message("The other side"),
    "change-mind": Message("What would change your mind?"),
}
"""What each screen is called, by its name in the address."""
BACK = Message("Back")
ON = {"locked": Message("Lock the guesses"), "reveal": Message("Show it")}
"""What leads to some of them."""
ON_TO = Message("On: {step}")
END = Message("The end")
WHERE = Message("{place} of {all}: {step}")
NOTES = Message("Notes in a window of their own")
LEAVE = Message("Leave")
HANDS = Message("Hands for answer {choice}")
CALLED_OUT = Message("Guesses that are called out, with spaces between")
QR = Message("A code to photograph, which opens the page for phones")
ASK_AGAIN = Message("Ask again, from the start")
MODEL_SHOWS = Message("The model shows {answer}")
FOLLOW = Message("Follow {name} step by step, in a window of its own")
FOLLOWED = {
    "typical": Message("{name}, a typical citizen"),
    "worst in ten": Message("{name}, one of the tenth who are worst off"),
    "average difference": Message("{name}, whose difference is the average one in this run"),
}
"""Who is followed, and why it is this one."""
CHANCE = Message(
    "{replications} replications with the same citizens and luck on each side. Most quantities "
    "are assumed, so what is sure here is sure in the model."
)
FIGURES = Message("Figures")
GUIDE = Message("Guide to print")
ANOTHER = Message("Another lesson")

# In the facilitator's window

NOTE_LOCK = Message("Go on when everybody has guessed: that locks the guesses.")
NOTE_LOCKED = Message(
    "Let somebody of each answer say why they chose it. Nothing is shown before the next screen."
)
NOTE_OTHER = Message(
    "Give it as much time as the first. Whoever leaves it out teaches a creed, and the room "
    "notices."
)


def say_phones(count: int) -> str:
    """Say how many phones are in the room."""
    return say(Message.counted("1 phone is in.", "{n} phones are in.", n=count))


def say_guessed(guesses: int, phones: int) -> str:
    """Say how many phones have guessed."""
    if not phones:
        return say(Message("No phone is in yet."))
    return say(
        Message.counted(
            "**{guesses}** of 1 phone has guessed",
            "**{guesses}** of {n} phones have guessed",
            n=phones,
            guesses=guesses,
        )
    )


def say_guesses(count: int) -> str:
    """Say how many guesses there are."""
    if not count:
        return say(Message("No guesses"))
    return say(Message.counted("1 guess", "{n} guesses", n=count))
