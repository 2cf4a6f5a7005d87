"""What several rules look for in words: every public text of a post with its places, and the numbers in a text."""
