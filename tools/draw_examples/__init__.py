"""The illustrator's room: draws every picture of the example posts from our own SVG, the same bytes each time."""
