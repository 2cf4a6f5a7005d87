"""Posts to pages: values in, the bytes of a site or of a preview out; nothing is read but templates, nothing is written."""
