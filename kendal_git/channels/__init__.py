"""The channels: where posts become visible, each behind the same small contract."""
