"""The ledgers: an orphan branch in Git, and its twin in memory for rehearsals and tests."""
