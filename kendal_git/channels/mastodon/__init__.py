"""Mastodon and its kin: the server keeps the key of a post for an hour, and gives the same post again under it."""

from kendal_git.channels.mastodon.channel import Mastodon as Mastodon
