"""The eight conditions and the two practices beside them: what each is good for, and its price."""

from typing import NamedTuple

from sim.message import Message


class Condition(NamedTuple):
    """What a condition is honestly good for, and its price."""

    gain: Message
    price: Message


ABOUT = {
    "purpose": Condition(
        Message("Closing activities only is quick."),
        Message("Particulars that were missed leave the building."),
    ),
    "functions": Condition(
        Message("Specialists are faster."),
        Message("Every change of hands reads in, loses, and queues again."),
    ),
    "budget": Condition(
        Message("The cost of an activity falls."),
        Message(
            "Content that is cut is not gone: it returns, grown, or stays unmet and costs "
            "downstream."
        ),
    ),
    "standards": Condition(
        Message("Standard answers are quick."),
        Message("They are too much, too little or wrong for who is not standard."),
    ),
    "centralisation": Condition(
        Message("Pooled queues wait less, and routes are shorter."),
        Message("No face knows the citizen."),
    ),
    "digital": Condition(
        Message("Intake is cheap."),
        Message("What the form does not ask is missing."),
    ),
    "targets": Condition(
        Message("The reported figure is met, and waits can truly fall where there is slack."),
        Message("The tail waits."),
    ),
    "inspection": Condition(
        Message("It catches the dishonest share."),
        Message("The honest wait and pay, and the dishonest learn the threshold."),
    ),
    "outsourcing": Condition(
        Message("The contractor is cheaper."),
        Message("Tenders and supervision cost, and a bankruptcy brings new faces."),
    ),
    "prevention": Condition(
        Message("The small need costs nothing today."),
        Message("It may come back later, grown."),
    ),
}
"""The eight in their order, then the two practices."""
