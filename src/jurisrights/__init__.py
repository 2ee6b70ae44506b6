"""jurisrights: which privacy laws bind an organisation when a person asks for something, and what they give, with reasons.

    >>> from datetime import date
    >>> from jurisrights import Router
    >>> decision = Router().decide(residence="DE-HH", right="access", received=date(2026, 11, 23))
    >>> decision.outcome.value, decision.due
    ('fulfil', datetime.date(2026, 12, 23))

Information, not legal advice.
"""

from jurisrights.deciding.router import Router
from jurisrights.errors import DataError, JurisRightsError, Problem, RequestError, UnknownPlaceError
from jurisrights.model.decision import Assessment, Decision
from jurisrights.model.findings import Deadline
from jurisrights.model.vocabulary import Outcome, RegimeStatus, Right
from jurisrights.showing.words import explain

__all__ = [
    "Assessment",
    "DataError",
    "Deadline",
    "Decision",
    "JurisRightsError",
    "Outcome",
    "Problem",
    "RegimeStatus",
    "RequestError",
    "Right",
    "Router",
    "UnknownPlaceError",
    "explain",
]
