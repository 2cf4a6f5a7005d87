"""Mastodon and its kin: the server keeps the key of a post for an hour, and gives the same post again under it."""
