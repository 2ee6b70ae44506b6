"""For hosts: replay of the worked cases that ship with the law, Hypothesis strategies, and promises to assert.

Needs the extra `jurisrights[testing]` for the strategies; the replay needs nothing more.
"""
