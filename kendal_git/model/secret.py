"""A word that nobody may read by accident: no log, message, traceback or test report shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Secret:
    """A token or password on its way from the environment into one header or body; only ``word`` gives it away."""

    word: str = field(repr=False)

    def __str__(self) -> str:
        return "•••"
