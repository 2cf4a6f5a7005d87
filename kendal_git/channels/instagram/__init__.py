"""Instagram: posts of one professional account over the Graph API, which fetches the pictures itself."""
