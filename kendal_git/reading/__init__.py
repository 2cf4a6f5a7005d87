"""Files to values: one field definition decodes posts, agenda days and the office; the calendar has its own."""
