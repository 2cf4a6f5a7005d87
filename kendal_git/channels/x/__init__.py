"""X: posts of one account over API v2."""
