"""Posts to pages: values in, the bytes of a site or a preview out; nothing is read but templates, nothing written."""
