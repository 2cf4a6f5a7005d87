"""What is owed: the ledger's lines read, one decision for each delivery, one change for the ledger; pure, and in step with the model."""
