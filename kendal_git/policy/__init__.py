"""The judge: approvals by role, bound to content, explained; pure functions over values."""

from kendal_git.policy.judge import judge
from kendal_git.policy.question import Question, Touched

__all__ = ["Question", "Touched", "judge"]
