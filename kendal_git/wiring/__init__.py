"""The only readers of environment and secrets: adapters are built here, and what must not meet is refused."""
