"""What a law asks of a published policy, and what of it the policy does not hold: one small function for each `needs` of `policy.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from jurisrights.checking.policy_view import ItemPath, Point, View, contacts
from jurisrights.deciding.counting import add_length
from jurisrights.deciding.surroundings import find_representative
from jurisrights.deciding.truth import Verdict
from jurisrights.model.conformance import Need, PolicyDuty, Severity
from jurisrights.model.findings import RepresentativeFinding
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Channel, Company, Desk, Document, Method, Officer, OfficerRole, Option
from jurisrights.model.vocabulary import Right, Topic

_ESTABLISHMENTS: Final = "establishments"
_NO_METHOD: Final = "no-method"


def duties(view: View) -> Iterator[Point]:
    """What a policy has to hold and does not."""
    without_any: list[Point] = []
    for duty, verdict in view.duties():
        for point in _DUTIES[duty.needs](view, duty):
            if point in without_any:
                continue  # that there is no way at all is told once, under the first duty
            if point.code == _NO_METHOD:
                without_any.append(point)
            yield attrs.evolve(
                point,
                citations=duty.citation.on(view.case.received),
                law=duty.text,
                confirmed=duty.confirmed,
                severity=Severity.DOUBT if duty.needs in view.organisation.policy.unread else duty.severity,
                facts=point.facts | view.doubts(verdict),
            )


def _controller_name(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    companies = view.organisation.companies
    if len(companies) != 1 and not any(company.main for company in companies):
        yield Point(code="controller-name-missing")


def _address(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    own = view.organisation
    if not any(company.address for company in own.companies) and not any(desk.address for desk in own.desks):
        yield Point(code="address-missing")


def _officer(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    if not any(officer.role is OfficerRole.DIRECTOR and officer.name for officer in view.organisation.officers):
        yield Point(code="director-missing")


def _dpo_contact(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """A data protection officer who is said to exist, and whom nobody can reach."""
    for index, officer in enumerate(view.organisation.officers):
        names = [name for text in (officer.name, officer.title) for _, name in text.entries]
        reached = officer.email or officer.phone or officer.address or _has_a_desk(view, names)
        if officer.role is OfficerRole.DATA_PROTECTION_OFFICER and not reached:
            yield Point(code="dpo-contact-missing", path=("officers", index), source=officer.source)


def _has_a_desk(view: View, names: Sequence[str]) -> bool:
    """Say whether a desk that can be reached bears one of these names or titles."""
    desks = [desk for desk in view.organisation.desks if contacts(desk)]
    return any(name in told for desk in desks for text in (desk.name, desk.officer) for _, told in text.entries for name in names)


def _contact(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    own = view.organisation
    places: list[Desk | Officer | Company] = [*own.desks, *own.officers, *own.companies]
    if not any(contacts(place) for place in places):
        yield Point(code="contact-missing")


def _complaint_desk(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    said = any(view.concerns(item.regimes) and item.desk for item in view.organisation.complaints)
    if not said and not any(Right.COMPLAINT in channel.rights and view.methods(channel) for _, channel in view.channels()):
        yield Point(code="complaint-desk-missing")


def _complaint_authority(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    if not any(view.concerns(item.regimes) and item.authority for item in view.organisation.complaints):
        yield Point(code="complaint-authority-missing")


def _rights(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """Rights that the law gives and the policy does not name."""
    mentioned = view.mentioned()
    missing = [right for right in duty.rights if right not in mentioned]
    yield from _about_rights(view, dict.fromkeys(missing, "right-not-mentioned"))


def _methods(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """No way to make a request, or fewer or other ways than the law wants."""
    found: dict[Right, str] = {}
    for right in duty.rights:
        methods = frozenset[Method]().union(*(view.methods(channel) for _, channel in view.channels(right)))
        one_of = not duty.one_of or bool(methods & set(duty.one_of))
        if len(methods) < duty.at_least or not set(duty.including) <= methods or not one_of:
            found[right] = "too-few-methods" if methods else _NO_METHOD
    yield from _about_rights(view, found)


def _about_rights(view: View, found: Mapping[Right, str]) -> Iterator[Point]:
    """Give a point for the rights that may be due and of which the same is found; what is due on an assumption only is apart."""
    groups: dict[tuple[str, frozenset[str]], list[Right]] = {}
    for right, code in found.items():
        due = view.may_be_due(right)
        if due.value:
            groups.setdefault((code, view.doubts(due)), []).append(right)
    for (code, facts), rights in groups.items():
        yield Point(code=code, values={"rights": view.named(rights)}, facts=facts)


def _documents_not_asked(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """Documents that the law does not let be demanded as a rule: alone, or as all the alternatives that there are."""
    for index, channel in view.channels():
        if set(view.taken(channel)) & set(duty.rights):
            for number, document in enumerate(channel.documents):
                for path, item in _demanded(("channels", index, "documents", number), document):
                    if item.document in view.documents and item.document in duty.documents and view.reaches_somebody(document.when):
                        yield _not_asked(view, duty, path, item, channel)


def _demanded(path: ItemPath, document: Document) -> Iterator[tuple[ItemPath, Document | Option]]:
    yield path, document
    if document.needs == len(document.any_of):
        yield from (((*path, "any_of", position), option) for position, option in enumerate(document.any_of))


def _not_asked(view: View, duty: PolicyDuty, path: ItemPath, item: Document | Option, channel: Channel) -> Point:
    rights = [right for right in view.taken(channel) if right in duty.rights]
    values = {"document": view.documents[item.document].name, "rights": view.named(rights)}
    return Point(code="document-not-allowed", path=path, values=values, source=item.source or channel.source)


# ------------------------------------------------------------------------------------------------- the representative


def _representative(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """No representative named, though the law requires one."""
    finding = _due_representative(view)
    if finding and not finding.name:
        yield Point(code="representative-missing", facts=_open(view, finding))


def _representative_contact(view: View, duty: PolicyDuty) -> Iterator[Point]:  # noqa: ARG001
    """A representative who is named, and whom nobody can reach."""
    finding = _due_representative(view)
    for index, item in enumerate(view.organisation.representatives):
        reached = item.address or item.email or item.phone or _has_a_desk(view, [item.name])
        if finding and item.regime == view.regime.id and not reached:
            yield Point(code="representative-contact-missing", path=("representatives", index), facts=_open(view, finding), source=item.source)


def _due_representative(view: View) -> RepresentativeFinding | None:
    """Give the law's word on a representative where it requires one, or may."""
    finding = find_representative(view.regime, view.provisions.rules, view.case, view.organisation)
    return finding if finding and finding.duty in {"required", "unclear"} else None


def _open(view: View, finding: RepresentativeFinding) -> frozenset[str]:
    """Give the facts on which it hangs whether there must be a representative, and that nobody stated."""
    unclear = frozenset(finding.facts) if finding.duty == "unclear" else frozenset()
    return unclear | view.doubts(Verdict(value=True, assumed=frozenset(finding.facts))) | _exemptions(view) | _group(view)


def _exemptions(view: View) -> frozenset[str]:
    """Give the unstated facts of exemptions from the duty to have a representative that the organisation might still show."""
    rules = [rule for rule in in_force(view.provisions.rules, view.case.received) if rule.topic is Topic.REPRESENTATIVE]
    rules = [rule for rule in rules if rule.value == "exempt" or rule.if_unknown == "skip"]
    verdicts = [view.case.test(rule.when) for rule in rules]
    return frozenset().union(*(verdict.unknown | view.doubts(verdict) for verdict in verdicts))


def _group(view: View) -> frozenset[str]:
    """Give the fact of the establishments, where a company of the group that the file names would do instead of a representative if it were one."""
    seats = tuple(sorted({company.seat for company in view.organisation.companies}))
    if _ESTABLISHMENTS not in view.facts or _ESTABLISHMENTS in view.case.stated or not seats:
        return frozenset()
    with_group = attrs.evolve(view, case=view.case.with_facts({_ESTABLISHMENTS: seats}))
    return frozenset() if _due_representative(with_group) else frozenset({_ESTABLISHMENTS})


# ----------------------------------------------------------------------------------------------- whom, and since when


def _everybody(view: View, duty: PolicyDuty) -> Iterator[Point]:
    """People whose data is held, not for others who would have to answer, and whom the policy does not let ask, or for whom it has no door."""
    policy = view.organisation.policy
    held = [person for person in policy.holds_data_of if person in view.people]
    left_out = [person for person in held if policy.may_ask and person not in policy.may_ask]
    shut_out = [person for person in held if not _has_a_door(attrs.evolve(view, case=view.people[person]), duty.rights)]
    if left_out:
        yield Point(code="people-left-out", path=("policy", "may_ask"), values={"people": ", ".join(left_out)}, source=policy.source)
    elif len(shut_out) < len(held) and shut_out:
        yield Point(code="people-left-out", path=("policy", "holds_data_of"), values={"people": ", ".join(shut_out)}, source=policy.source)


def _has_a_door(view: View, rights: Sequence[Right]) -> bool:
    return any(True for right in rights for _ in view.channels(right))


def _revised(view: View, duty: PolicyDuty) -> Iterator[Point]:
    policy = view.organisation.policy
    last = policy.revised or policy.created
    if last and duty.within and add_length(last, duty.within) < view.case.received:
        yield Point(code="policy-out-of-date", path=("policy", "revised"), values={"last": str(last)}, source=policy.source)


_DUTIES: Final[Mapping[Need, Callable[[View, PolicyDuty], Iterator[Point]]]] = {
    Need.CONTROLLER_NAME: _controller_name,
    Need.ADDRESS: _address,
    Need.OFFICER: _officer,
    Need.DPO_CONTACT: _dpo_contact,
    Need.CONTACT: _contact,
    Need.COMPLAINT_DESK: _complaint_desk,
    Need.COMPLAINT_AUTHORITY: _complaint_authority,
    Need.RIGHTS: _rights,
    Need.METHODS: _methods,
    Need.DOCUMENTS_NOT_ASKED: _documents_not_asked,
    Need.REPRESENTATIVE: _representative,
    Need.REPRESENTATIVE_CONTACT: _representative_contact,
    Need.EVERYBODY: _everybody,
    Need.REVISED: _revised,
}
