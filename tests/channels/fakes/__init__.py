"""fakes: the services of the channels as strict stand-ins on loopback, each with its own state."""
