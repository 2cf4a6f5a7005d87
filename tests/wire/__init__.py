"""wire: a channel that knows no keys, in a process of its own, whose log alone says what became visible."""
