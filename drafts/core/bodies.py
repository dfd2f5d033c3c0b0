"""Organs and committees by the beginning of their symbols."""

NAMES = {
    "A": "General Assembly",
    "A/C.1": "First Committee (Disarmament and International Security)",
    "A/C.2": "Second Committee (Economic and Financial)",
    "A/C.3": "Third Committee (Social, Humanitarian and Cultural)",
    "A/C.4": "Fourth Committee (Special Political and Decolonization)",
    "A/C.5": "Fifth Committee (Administrative and Budgetary)",
    "A/C.6": "Sixth Committee (Legal)",
    "A/BUR": "General Committee",
    "A/HRC": "Human Rights Council",
    "E": "Economic and Social Council",
    "S": "Security Council",
    "T": "Trusteeship Council",
}


def name_of_body(body: str) -> str:
    """The organ's or committee's name with its symbol; what is not known here stands for itself."""
    return f"{NAMES[body]}, {body}" if body in NAMES else body
