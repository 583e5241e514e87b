"""What the commands share: their options, what they say, the bar that moves.

The one part of the package that speaks to a terminal; nothing else imports it.
"""
