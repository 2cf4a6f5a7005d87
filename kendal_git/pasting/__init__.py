"""The room of pasted messages: a text as a messenger leaves it, to a narration and to what it says of itself."""
