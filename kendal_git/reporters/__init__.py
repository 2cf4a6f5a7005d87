"""Values to text for a person or a program: one reporter a module, and nothing is decided here."""
