"""What is owed: the ledger's lines read, a decision for each delivery, one change; in step with the model."""
