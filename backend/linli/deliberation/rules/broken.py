"""What every rule raises when its input cannot be right."""


class RuleBrokenError(ValueError):
    """A refusal by a rule: a stable code, and the figures that a person needs to put it right.

    Attributes:
        code: stable name in snake case; the API answers with it (RFC 9457, 3.1.4).
        values: integers and keys only, never names of people.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}" if values else code)
        self.code = code
        self.values = values
