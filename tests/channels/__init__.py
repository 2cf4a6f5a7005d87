"""channels: each adapter against a server of its platform's kind, in a process of its own on loopback."""
