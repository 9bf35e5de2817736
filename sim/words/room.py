"""What is said in a room: on the large screen, in the facilitator's window, and on phones."""

from sim.message import Message

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
LOCKED_ON_PHONE = Message("Guesses are locked. Look at the screen.")
