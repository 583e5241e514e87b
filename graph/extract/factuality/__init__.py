"""Whether what a predicate says happened, is planned, or did not.

Each layer says what it says and knows of no other: the predicate's own ``form``, what stands
above it (``embedding``), and ``conditions``. ``whether`` takes the strongest.
"""
