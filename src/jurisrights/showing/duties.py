"""Which clocks of an assessment are to be acted on: for the list of what to do next, and for a calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jurisrights.model.decision import Assessment
from jurisrights.model.findings import Deadline
from jurisrights.model.request import Request
from jurisrights.model.vocabulary import Event, Holds, Outcome, Step

_REFUSING: Final = (Outcome.MAY_REFUSE, Outcome.MUST_REFUSE, Outcome.FULFIL_IN_PART, Outcome.SUBSTITUTE, Outcome.NO_RIGHT_HERE)
_GRANTING: Final = (Outcome.FULFIL, Outcome.FULFIL_IN_PART, Outcome.SUBSTITUTE)
_ONLY_FOR: Final = {Step.REFUSAL_NOTICE: _REFUSING, Step.COMPLY: _GRANTING}
_TO_DO: Final = (Step.ACKNOWLEDGE, Step.ANSWER, Step.COMPLY, Step.REFUSAL_NOTICE, Step.PASS_ON)


def to_act_on(assessment: Assessment, request: Request) -> Iterator[Deadline]:
    """Give the binding clocks of what has to be done, dated or not; an extension in use stands for the steps that it moves."""
    moved = _moved(assessment)
    for clock in assessment.clocks:
        wanted = clock.used or (clock.step in _TO_DO and clock.step not in moved) or _is_notice_to_come(clock, request)
        if wanted and clock.binding and clock.holds is not Holds.NO and assessment.outcome in _ONLY_FOR.get(clock.step, (assessment.outcome,)):
            yield clock


def is_certain(clock: Deadline, assessment: Assessment, request: Request) -> bool:
    """Say whether a date stands whatever else comes: binding, unconditional, and not replaced by an extension in use."""
    if clock.step is Step.EXTENSION_NOTICE:
        return _is_notice_to_come(clock, request)
    return clock.binding and clock.holds is Holds.YES and (clock.used or (clock.notice_by is None and clock.step not in _moved(assessment)))


def _moved(assessment: Assessment) -> set[Step]:
    return {step for clock in assessment.clocks if clock.used for step in clock.moves}


def _is_notice_to_come(clock: Deadline, request: Request) -> bool:
    """Say whether it is the notice of an extension for which there are grounds and that has not been given yet."""
    return clock.step is Step.EXTENSION_NOTICE and clock.holds is Holds.YES and request.event(Event.EXTENSION_NOTIFIED) is None
