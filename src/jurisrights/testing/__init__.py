"""For hosts: replay of the worked cases that ship with the law, Hypothesis strategies, and promises to assert.

`testing.replay` and `testing.promises` need nothing more; `testing.strategies` needs the extra `jurisrights[testing]`.
"""
