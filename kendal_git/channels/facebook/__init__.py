"""Facebook: posts of one Page over the Graph API."""
