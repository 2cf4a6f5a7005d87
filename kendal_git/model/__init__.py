"""Frozen values: what the office, its posts, its approvals and its publications are, and nothing that acts."""
