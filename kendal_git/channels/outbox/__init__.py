"""The outbox: kits of exactly what a channel would get, from which a person posts by hand."""
