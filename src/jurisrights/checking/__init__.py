"""The law data and policies held against what they must be: every item of the law is proved by a worked case."""
