"""Files to values: documents decoded by the one field definition into posts, agenda days, the office and the calendar."""
