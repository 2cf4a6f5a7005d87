"""What the fake forge refuses, in GitHub's words."""

from typing import Any

DOCUMENTATION = "https://docs.github.com/rest"
UPGRADE = "Upgrade to GitHub Pro or make this repository public to enable this feature."


class Refusal(Exception):
    """An answer that is not a success."""

    def __init__(self, status: int, message: str, errors: list[Any] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors

    def body(self) -> dict[str, Any]:
        """The JSON that GitHub sends with it."""
        found = {} if self.errors is None else {"errors": self.errors}
        return {"message": self.message, **found, "documentation_url": DOCUMENTATION, "status": str(self.status)}


def not_found() -> Refusal:
    return Refusal(404, "Not Found")


def invalid(resource: str, field: str, code: str = "invalid", message: str = "") -> Refusal:
    """A validation error about one field."""
    error = {"resource": resource, "field": field, "code": code}
    return Refusal(422, "Validation Failed", [{**error, "message": message} if message else error])


def unprocessable(*sentences: str) -> Refusal:
    """A refusal whose reasons are sentences."""
    return Refusal(422, "Unprocessable Entity", list(sentences))
