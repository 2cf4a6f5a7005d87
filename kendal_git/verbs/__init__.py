"""The use cases, one a module: adapters come in as arguments, a value goes out."""
