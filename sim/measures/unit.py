"""The units of measures: a closed vocabulary, so that each can be formatted and translated."""

from enum import Enum

from sim.message import Message


class Unit(Enum):
    """A unit; its value is its text in results, which other programs rely on.

    ``{currency}`` stands for the scenario's. A unit of a text in results is `Unit(text.template)`.
    """

    SHARE = Message("share")
    INDEX = Message("index")
    VARIATION = Message("coefficient of variation")
    DAYS = Message("days")
    FACES = Message("faces")
    STAFF = Message("staff")
    CASES = Message("cases")
    CONTACTS_PER_MONTH = Message("contacts per month")
    CONTACTS_PER_CASE = Message("contacts per case")
    DELIVERIES_PER_NEED_MET = Message("deliveries per need met")
    PARTICULARS_PER_CASE = Message("particulars per case")
    MINUTES_PER_ACTIVITY = Message("minutes per activity")
    MINUTES_PER_CITIZEN_HELPED = Message("minutes per citizen helped")
    COST_PER_ACTIVITY = Message("{currency} per activity")
    COST_PER_SAME_ACTIVITY = Message("{currency} per same activity")
    COST_PER_CITIZEN_HELPED = Message("{currency} per citizen helped")
    COST_PER_MONTH = Message("{currency} per month")
    COST_PER_YEAR = Message("{currency} per year")

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in the scenario's currency."""
        return "{currency}" in self.value.template

    def in_currency(self, currency: str) -> Message:
        """Return its text, with the currency filled in where it is an amount of money."""
        template = self.value.template
        return Message(template, currency=currency) if self.is_money else self.value
