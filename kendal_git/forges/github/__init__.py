"""GitHub, at github.com or on an office's own Enterprise server; every word of its own stays in this room."""
