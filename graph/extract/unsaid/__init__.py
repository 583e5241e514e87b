"""Whom a clause leaves unsaid: the text before it tells, or the clause that it belongs to."""
