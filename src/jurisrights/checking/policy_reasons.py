"""The reasons that a policy names, held against one law: reasons to refuse, and reasons that it wants from the person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jurisrights.checking.policy_view import ItemPath, Point, View
from jurisrights.model.conformance import Severity
from jurisrights.model.law import Ground, GroundsNeeded
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Reason
from jurisrights.model.text import Text
from jurisrights.model.vocabulary import Holds, Right

# ---------------------------------------------------------------------------------------------------- to refuse


def refusals(view: View) -> Iterator[Point]:
    """A reason to refuse that goes beyond the law, or that nobody has held against it."""
    for index, reason in enumerate(view.organisation.refusals):
        if view.is_said(reason):
            yield from _refusal(view, ("refusals", index), reason)


def _refusal(view: View, path: ItemPath, reason: Reason) -> Iterator[Point]:
    mapped = _matched(view, reason)
    claimed = view.meant(reason.rights)
    values: dict[str, Text | str] = {"reason": reason.text}
    if not mapped and view.regime.id not in reason.beyond:
        if claimed:
            yield Point(code="refusal-unmatched", path=path, values=values, source=reason.source)
        return
    beyond = view.regime.id in reason.beyond
    without = claimed if beyond else [right for right in claimed if not mapped & set(_limits(view, right))]
    # A reason that names no requests may be meant for those that know it: somebody has to read it.
    severity = None if beyond or reason.rights else Severity.DOUBT
    if without:
        values["rights"] = view.named(without)
        yield Point(code="refusal-beyond-law", path=path, values=values, citations=_citations(view, without), severity=severity, source=reason.source)


def _matched(view: View, reason: Reason) -> set[str]:
    """Give the items of this law that say the same as the reason."""
    return {name.partition(":")[2] for name in reason.law if name.partition(":")[0] == view.regime.id}


def _limits(view: View, right: Right) -> Iterator[str]:
    for provision in view.answering(right):
        # That a ground of the law is lacking is a reason to refuse as well.
        yield from (item.id for item in in_force(provision.exceptions, view.case.received))
        yield from (item.id for item in in_force(provision.bars, view.case.received))
        yield from (item.id for item in in_force(provision.grounds, view.case.received))


def _citations(view: View, rights: Iterable[Right]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for right in rights for item in view.answering(right) for text in item.citation.on(view.case.received)))


# ------------------------------------------------------------------------------------------------------ to ask


def grounds(view: View) -> Iterator[Point]:
    """Reasons wanted from the person that are narrower than the law's, or that the law does not want at all."""
    for index, reason in enumerate(view.organisation.grounds):
        rights = [right for right in view.meant(reason.rights) if _wants_no_other_reason(view, right)]
        if view.is_said(reason) and view.regime.id in reason.beyond and rights:
            citations = _citations(view, rights)
            values: dict[str, Text | str] = {"reason": reason.text, "rights": view.named(rights)}
            yield Point(code="ground-beyond-law", path=("grounds", index), values=values, citations=citations, source=reason.source)
    yield from _narrower(view)


def _wants_no_other_reason(view: View, right: Right) -> bool:
    """Say whether the law gives a right without one of several reasons; where it has several, one more that will do is no harm."""
    return all(item.grounds_needed is GroundsNeeded.ALL or len(in_force(item.grounds, view.case.received)) <= 1 for item in view.answering(right))


def _narrower(view: View) -> Iterator[Point]:
    wanted = [(index, reason, view.meant(reason.rights)) for index, reason in enumerate(view.organisation.grounds) if view.is_said(reason)]
    found: dict[tuple[int, tuple[Ground, ...]], list[Right]] = {}
    for right in dict.fromkeys(right for _, _, rights in wanted for right in rights):
        about = [(index, _matched(view, reason)) for index, reason, rights in wanted if right in rights]
        accepted = set().union(*(matched for _, matched in about)) & set(_limits(view, right))
        missing = tuple(item for item in _alternative_grounds(view, right) if item.id not in accepted)
        if accepted and missing:
            first = next(index for index, matched in about if matched & accepted)
            found.setdefault((first, missing), []).append(right)
    for (index, missing), rights in found.items():
        citations = tuple(dict.fromkeys(text for item in missing for text in item.citation.on(view.case.received)))
        yield Point(
            code="grounds-narrower",
            path=("grounds", index),
            values={"rights": view.named(rights)},
            citations=citations,
            law=_joined(missing),
            source=view.organisation.grounds[index].source,
        )


def _alternative_grounds(view: View, right: Right) -> Iterator[Ground]:
    """Give the grounds of which one is enough and that can arise here; where the law wants all, to want fewer is generous."""
    for provision in view.answering(right):
        for ground in in_force(provision.grounds, view.case.received) if provision.grounds_needed is GroundsNeeded.ANY else ():
            if ground.id not in view.policy.special_grounds and view.case.test(ground.when).holds is not Holds.NO:
                yield ground


def _joined(items: Sequence[Ground]) -> Text:
    texts = [item.text for item in items]
    languages = set.intersection(*(set(text.languages) for text in texts))
    return Text.of({language: "\n".join(text.in_(language) for text in texts) for language in languages})
