"""Bluesky (AT Protocol): every post has a record key of its own, so that sending again changes nothing."""
