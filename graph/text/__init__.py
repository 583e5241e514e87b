"""What can be told of a text without knowing what it says: its language, sentences and date."""
