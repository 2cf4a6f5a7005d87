"""Stand-ins for the outside world: `kendal demo` and the tests talk to them; nothing else may know them."""
