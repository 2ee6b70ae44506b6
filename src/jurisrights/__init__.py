"""jurisrights: which privacy laws bind an organisation when a person asks for something, and what they give, with reasons.

    >>> from datetime import date
    >>> from jurisrights import Router
    >>> decision = Router().decide(residence="DE-HH", right="access", received=date(2026, 11, 23))
    >>> decision.outcome.value
    'fulfil'

Information, not legal advice.
"""
