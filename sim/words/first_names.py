"""Names to call the citizens by whom one follows: plain ones, as many in each language.

They are invented: no citizen of a run is anybody. The same place in the lists belongs to one
citizen, so that a name tells nothing of the case.
"""

from sim.words.language import current_language

FIRST_NAMES = {
    "sv": (
        "Anna", "Erik", "Maria", "Lars", "Karin", "Johan", "Fatima", "Anders", "Sara", "Mikael",
        "Eva", "Per", "Lena", "Ali", "Kerstin", "Nils", "Emma", "Gunnar", "Amina", "Daniel",
        "Birgitta", "Oskar", "Ingrid", "Hassan", "Elin", "Bengt", "Marie", "Jonas", "Leila",
        "Sven", "Hanna", "Mats", "Astrid", "Omar", "Julia", "Karl",
    ),
    "da": (
        "Anne", "Peter", "Mette", "Jens", "Kirsten", "Lars", "Fatima", "Michael", "Hanne",
        "Henrik", "Anna", "Søren", "Lone", "Ali", "Inge", "Niels", "Emma", "Hans", "Amina",
        "Thomas", "Bente", "Mads", "Karen", "Hassan", "Ida", "Jørgen", "Marie", "Martin",
        "Leila", "Erik", "Sofie", "Anders", "Ellen", "Omar", "Julie", "Poul",
    ),
    "en": (
        "Mary", "John", "Susan", "David", "Margaret", "Paul", "Fatima", "Peter", "Sarah", "Mark",
        "Emma", "George", "Helen", "Ali", "Jean", "Andrew", "Laura", "James", "Amina", "Daniel",
        "Ruth", "Robert", "Alice", "Hassan", "Grace", "Edward", "Anne", "Martin", "Leila",
        "Thomas", "Sophie", "Simon", "Ellen", "Omar", "Julia", "Henry",
    ),
}  # fmt: skip
"""Common first names by the code of the language."""


def call_by_name(share: float) -> str:
    """Return the name at a share of the list, from 0 to 1, in the language that is spoken."""
    names = FIRST_NAMES[current_language()]
    return names[int(share * len(names))]
