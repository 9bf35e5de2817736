"""The eight conditions and the two practices beside them, in a line each."""

from typing import NamedTuple


class Condition(NamedTuple):
    """A condition as people read it: its name, what it is honestly good for, and its price."""

    title: str
    gain: str
    price: str


ABOUT = {
    "purpose": Condition(
        "Purpose",
        "Closing activities only is quick.",
        "Particulars that were missed leave the building.",
    ),
    "functions": Condition(
        "Functions",
        "Specialists are faster.",
        "Every change of hands reads in, loses, and queues again.",
    ),
    "budget": Condition(
        "Budget",
        "The cost of an activity falls.",
        "Content that is cut is not gone: it returns, grown, or stays unmet and costs downstream.",
    ),
    "standards": Condition(
        "Standards",
        "Standard answers are quick.",
        "They are too much, too little or wrong for who is not standard.",
    ),
    "centralisation": Condition(
        "Centralisation",
        "Pooled queues wait less, and routes are shorter.",
        "No face knows the citizen.",
    ),
    "digital": Condition(
        "Digital intake",
        "Intake is cheap.",
        "What the form does not ask is missing.",
    ),
    "targets": Condition(
        "Targets",
        "The reported figure is met, and waits can truly fall where there is slack.",
        "The tail waits.",
    ),
    "inspection": Condition(
        "Inspection",
        "It catches the dishonest share.",
        "The honest wait and pay, and the dishonest learn the threshold.",
    ),
    "outsourcing": Condition(
        "Beside them: outsourcing",
        "The contractor is cheaper.",
        "Tenders and supervision cost, and a bankruptcy brings new faces.",
    ),
    "prevention": Condition(
        "Beside them: small needs turned away",
        "The small need costs nothing today.",
        "It may come back later, grown.",
    ),
}
"""The eight in their order, then the two practices."""
