"""When and where it happens: which of the dates and places of a sentence belong to what."""
