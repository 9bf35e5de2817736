"""What the start page says beside what it shows: its question, its headings, its groups."""

from sim.message import Message

START = Message("Start")
QUESTION = Message("What does it cost when the standard does not fit?")
SIMULATED = Message(
    "Simulated, not measured: the same citizens, with the same needs and the same luck, meet two "
    "designs of one service. Cost is at the price of the time that it takes: hours freed are money "
    "only when fewer are paid for."
)
WHERE = Message("Where does the standard win?")
WHAT_IT_COSTS = Message("What does failure demand cost?")
HOW_SURE = Message("How sure is that?")
EVERY_CASE = Message("Every case, by what costs less in it")
ABOUT_CASES = Message(
    "Services, and counter-examples in which the other side was expected to win: all with the same "
    "model. Press one to explore it."
)
GROUP = Message("{design} costs less")
CLOSE = Message("Too close to say, or a design does not settle")
UNKNOWN = Message("Not compared beforehand")
COUNTER = Message("counter-example")
WHOLE_COST = Message("Cost of a citizen helped")
NONE_KEPT = Message("Nothing was compared beforehand of the files as they are now.")
