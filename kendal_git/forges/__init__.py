"""The forges: where proposals are opened, reviewed and merged."""
