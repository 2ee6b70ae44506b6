"""What stands around an assessment: side rules, representative, authorities."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from jurisrights.deciding.places import Places
from jurisrights.deciding.truth import Case, Verdict
from jurisrights.model.authorities import Authority, AuthorityRule
from jurisrights.model.findings import AuthorityFinding, RepresentativeFinding, RuleFinding
from jurisrights.model.law import Provisions, Regime, SideRule
from jurisrights.model.lengths import in_force
from jurisrights.model.organisation import Organisation
from jurisrights.model.vocabulary import Holds, Sector, Topic


def find_rules(regime: Regime, rules: Sequence[SideRule], provision_id: str, case: Case) -> tuple[tuple[RuleFinding, ...], frozenset[str]]:
    """Give the side rules that cover a provision and hold, or may hold, and the assumptions that this rests on."""
    tested = [
        (rule, case.test(rule.when))
        for rule in in_force(rules, case.received)
        if rule.topic is not Topic.REPRESENTATIVE and (not rule.covers or provision_id in rule.covers)
    ]
    assumed = frozenset().union(*(verdict.assumed for _, verdict in tested))
    found = tuple(_rule(regime, rule, verdict, case) for rule, verdict in tested if verdict.holds is not Holds.NO)
    return found, assumed


def _rule(regime: Regime, rule: SideRule, verdict: Verdict, case: Case) -> RuleFinding:
    return RuleFinding(
        topic=rule.topic,
        id=rule.id,
        value=rule.value,
        holds=verdict.holds,
        text=rule.text,
        citations=rule.citation.on(case.received),
        confirmed=rule.confirmed or regime.confirmed,
        facts=verdict.facts,
        unsettled=rule.unsettled,
    )


def find_representative(regime: Regime, rules: Sequence[SideRule], case: Case, organisation: Organisation | None) -> RepresentativeFinding | None:
    """Say whether the regime requires a representative, and whom the organisation names unless there is no such duty; None if the regime knows none."""
    found = _representative_rule(rules, case)
    if found is None:
        return None
    duty, rule, verdict = found
    named = next((item for item in organisation.representatives if item.regime == regime.id), None) if organisation and duty != "not-applicable" else None
    return RepresentativeFinding(
        regime=regime.id,
        duty=duty,
        text=rule.text,
        citations=rule.citation.on(case.received),
        confirmed=rule.confirmed or regime.confirmed,
        facts=verdict.facts,
        name=named.name if named else "",
        address=named.address if named else "",
        email=named.email if named else "",
        phone=named.phone if named else "",
    )


def _representative_rule(rules: Sequence[SideRule], case: Case) -> tuple[str, SideRule, Verdict] | None:
    """Read the rules in order: the first that holds is the answer, an unknown one makes it unclear unless it is to be shown."""
    for rule in in_force(rules, case.received):
        if rule.topic is not Topic.REPRESENTATIVE:
            continue
        verdict = case.test(rule.when)
        if verdict.value is None and rule.if_unknown != "skip":
            return "unclear", rule, verdict
        if verdict.value:
            return rule.value, rule, verdict
    return None


# --------------------------------------------------------------------------------------------------- the authorities


def find_authorities(regime: Regime, law: Provisions, case: Case, places: Places) -> tuple[AuthorityFinding, ...]:
    """Give the authorities with their roles for this case."""
    found: dict[tuple[str, str], AuthorityFinding] = {}
    sector = _sector(case)
    for rule in in_force(law.authority_rules, case.received):
        if case.test(rule.when).holds is Holds.NO:
            continue
        for authority, certain in _at_place(rule, law.authorities, case, places, sector):
            finding = _authority(regime, rule, authority, certain=certain, case=case)
            found.setdefault((authority.id, rule.role), finding)
    return tuple(found.values())


def _sector(case: Case) -> Sector:
    if "sector" in case.facts and case.value_of("sector").value in {"telecoms", "post"}:
        return Sector.TELECOMS
    public = "controller_kind" in case.facts and case.value_of("controller_kind").value != "private"
    return Sector.PUBLIC if public else Sector.PRIVATE


def _at_place(rule: AuthorityRule, authorities: Sequence[Authority], case: Case, places: Places, sector: Sector) -> Iterator[tuple[Authority, bool]]:
    competent = [item for item in in_force(authorities, case.received) if sector in item.sectors and case.test(item.when).holds is not Holds.NO]
    if not rule.place:
        yield from ((item, True) for item in competent)
        return
    value = case.value_of(rule.place).value
    codes = value if isinstance(value, tuple) else [value] if value else []
    found = [here for code in codes if (here := list(_nearest(str(code), competent, places)))]
    if not rule.single or len(found) == 1:
        yield from itertools.chain.from_iterable(found)


def _nearest(code: str, competent: Sequence[Authority], places: Places) -> Iterator[tuple[Authority, bool]]:
    """Give the authorities of the most specific place around; failing that those inside it, none of them certain."""
    for around in places.ancestors(code):
        here = [item for item in competent if around in item.places]
        if here:
            yield from ((item, True) for item in here)
            return
    for item in competent:
        if any(places.contains(code, inner) for inner in item.places):
            yield item, False


def _authority(regime: Regime, rule: AuthorityRule, authority: Authority, *, certain: bool, case: Case) -> AuthorityFinding:
    return AuthorityFinding(
        regime=regime.id,
        id=authority.id,
        role=rule.role,
        name=authority.name,
        text=rule.text,
        citations=rule.citation.on(case.received),
        confirmed=rule.confirmed or regime.confirmed,
        contact_confirmed=authority.confirmed or regime.confirmed,
        certain=certain,
        place=", ".join(authority.places),
        sectors=authority.sectors,
        url=authority.url,
        email=authority.email,
        phone=authority.phone,
        address=authority.address,
        note=authority.text,
    )
