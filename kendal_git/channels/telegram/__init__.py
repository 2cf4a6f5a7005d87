"""Telegram: a bot that posts to one channel."""
