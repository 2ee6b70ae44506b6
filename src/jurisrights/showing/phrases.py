"""The words that a decision is told in, in each language; the law's own texts come from the data.

A phrase without a language falls back to English, as the data's texts do.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from jurisrights.model.lengths import BusinessDays, Days, Length, Months, Weeks, Years
from jurisrights.model.text import Text

LANGUAGES: Final = ("en", "ja")


def _both(en: str, ja: str) -> Text:
    return Text.of({"en": en, "ja": ja})


PHRASES: Final = {
    # Headings
    "everything": _both("Everything the person may ask for", "本人が請求できるすべての権利"),
    "received": _both("received {day}", "受領日：{day}"),
    "place": _both("the person lives in {place}", "本人の居住地：{place}"),
    "place-unknown": _both("where the person lives is not known", "本人の居住地は不明"),
    "organisation": _both("Organisation: {name}", "組織：{name}"),
    "outcome": _both("Outcome: {outcome}", "結論：{outcome}"),
    "due": _both("Due: {day} at the latest", "期限：遅くとも{day}"),
    "no-due": _both("Due: no dated limit", "期限：日付で定まる期限なし"),
    "laws": _both("Laws", "法律の適用"),
    "not-governing": _both("Not applicable: {names}.", "適用されない法律：{names}。"),
    "next": _both("What to do next", "次に行うこと"),
    "ask": _both("What to ask", "確認すべきこと"),
    "under": _both("Under the law: {name}", "法律ごとの判断：{name}"),
    "channel": _both("How this organisation takes the request", "この組織での受付方法"),
    "promised": _both("What the organisation's policy says (a promise, not the law)", "組織の方針の記載（法律上の判断ではありません）"),
    "representatives": _both("Representative", "代理人"),
    "authorities": _both("Where the person can complain", "本人が申立てを行える機関"),
    "assumed": _both("Assumed, because nothing else was said", "情報がないため前提としたこと"),
    "sources": _both("Sources", "出典"),
    # Lines
    "name-separator": _both("; ", "、"),
    "once": _both("once {event} is known", "{event}の日が決まり次第"),
    "for-law": _both("{laws}; {who}", "{laws}、{who}"),
    "at-the-latest": _both("{standard}, at the latest {day}", "{standard}、遅くとも{day}"),
    "other-reading": _both("Another reading: {day}. {because}", "ほかの解釈：{day}。{because}"),
    "role.leads": _both("leads", "主務の機関"),
    "role.likely-handles": _both("is likely to handle it", "担当が見込まれる機関"),
    "count": _both("Counted: {steps}.", "数え方：{steps}。"),
    "count.event": _both("{event} on {day}", "{day}に{event}"),
    "count.ends": _both("the period of {length} ends on {day}", "{length}の期間が{day}に満了"),
    "count.suspended": _both("with the time that may not count, on {day}", "算入しないことができる期間を除くと{day}"),
    "count.rolled": _both("a day of rest, so {day}", "休日のため{day}"),
    "count.rolled-in": _both("a day of rest; the next working day is {day} ({where})", "休日のため、次の就業日である{day}（{where}）"),
    "count.ended": _both("open from {day}", "{day}から可能"),
    "count.no-calendar": _both("whose days of rest count is not known, so none was used", "どの地の休日によるか不明のため考慮せず"),
    "count.provisional": _both("the calendar may still change", "暦は変わる可能性あり"),
    "target": _both("its own target, beside the law's date: {step} {when}. {text}", "法律上の期限とは別の自主目標：{when}に{step}。{text}"),
    "labelled": _both("{what}: {text}", "{what}：{text}"),
    "aside": _both("{text} ({aside})", "{text}（{aside}）"),
    "assumed-elsewhere": _both("For the laws that do not apply, also: {facts}.", "適用されない法律については、ほかに次の前提があります：{facts}。"),
    "told": _both("{what}: {how}. {text}", "{what}：{how}。{text}"),
    "because": _both("Because: {text}", "理由：{text}"),
    "missing-ground": _both("Not so here: {text}", "該当しない事由：{text}"),
    "see": _both("This law has instead: {names}.", "この法律にある近い権利：{names}。"),
    "starts": _both("From {day}.", "{day}から。"),
    "part": _both("part “{part}”", "区分「{part}」"),
    "instead": _both("looked at instead of “{right}”", "「{right}」に代えて検討"),
    "governed": _both("What governs instead: {text}", "代わりに適用されるもの：{text}"),
    "open-exceptions": _both(
        "The organisation may do less only if it shows one of these:", "組織が次のいずれかを示した場合に限り、請求どおりに応じないことができます："
    ),
    "not-enough": _both("Not enough: {text}", "これだけでは足りません：{text}"),
    "reach": _both("How far: {text}", "範囲：{text}"),
    "unsettled": _both("Unsettled: {text}", "確定していない点：{text}"),
    "by": _both("by {day}", "{day}まで"),
    "from": _both("from {day}", "{day}以降"),
    "at-least-until": _both("at least until {day}", "少なくとも{day}まで"),
    "counted": _both("{length} from {event}", "{event}から{length}"),
    "no-number": _both("no fixed number of days", "日数の定めなし"),
    "waits": _both("no date known yet", "日付は未定"),
    "not-binding": _both("a benchmark, not binding", "目安であり、拘束力はありません"),
    "provisional": _both("provisional: the calendar of that year is not published yet", "暫定：その年の暦がまだ公表されていません"),
    "provisional-day": _both("provisional: whether a day on the way is one of rest is not decided yet", "暫定：途中の一日が休日となるか、まだ決まっていません"),
    "only-if": _both("open; it depends on: {facts}", "未確定、次の点による：{facts}"),
    "extension-open": _both("only with its reason, and if the person is told by {day}", "理由があり、{day}までに本人に通知した場合のみ"),
    "extension-used": _both("the extension was notified in time", "延長は期限内に通知されています"),
    "unavailable.no-grounds": _both("not available: there is no reason for it", "利用できません（延長の理由がありません）"),
    "unavailable.notified-late": _both("not available: the person was told after {day}", "利用できません（本人への通知が{day}より後でした）"),
    "unavailable.notice-day-passed": _both("not available: the person had to be told by {day}", "利用できません（{day}までに本人への通知が必要でした）"),
    "answers": _both("answers: {values}", "選択肢：{values}"),
    "either": _both("or state: {facts}", "または次を示す：{facts}"),
    "for-part": _both("for “{part}”", "「{part}」について"),
    "named": _both("Named by the organisation: {name}", "組織が公表している代理人：{name}"),
    "depends": _both("It depends on: {facts}.", "次の点によります：{facts}。"),
    "not-named": _both("The organisation names nobody.", "組織が公表している代理人はありません。"),
    "one-of": _both("One of these, depending on the exact place:", "所在地により、次のいずれか一つ："),
    "desk": _both("Desk: {desk}", "窓口：{desk}"),
    "officer": _both("Officer: {name}", "責任者：{name}"),
    "proof.form": _both("Form: {text}", "書式：{text}"),
    "proof.identity": _both("Proof of identity: {text}", "本人確認書類：{text}"),
    "proof.address": _both("Proof of address: {text}", "住所の確認書類：{text}"),
    "proof.authority": _both("Proof of authority: {text}", "代理権を証する書類：{text}"),
    "proof.payment": _both("Payment: {text}", "支払い：{text}"),
    "proof.other": _both("Document: {text}", "必要書類：{text}"),
    "any-of": _both("One of these:", "次のいずれか一つ："),
    "any-several-of": _both("{count} of these:", "次のうち{count}点："),
    "together-with": _both("together with: {text}", "併せて必要：{text}"),
    "blacked-out": _both("black out: {text}", "黒塗りにする部分：{text}"),
    "issued-within": _both("issued within {length} before the request", "請求前{length}以内に発行されたもの"),
    "perhaps": _both("depending on the case", "場合による"),
    "postage": _both("Postage: {text}", "郵送料：{text}"),
    "never-accepted": _both("Not accepted: {text}", "受け付けないもの：{text}"),
    "fee-basis.fixed": _both("a fixed amount", "定額"),
    "fee-basis.actual-cost": _both("the actual cost", "実費"),
    "fee-basis.free": _both("free of charge", "無料"),
    "tax.included": _both("tax included", "税込み"),
    "tax.excluded": _both("tax not included", "税別"),
    "fee-law": _both("The law: {text}", "法律の定め：{text}"),
    "must-show": _both("only if the organisation shows it", "組織が示した場合に限る"),
    "others": _both("Who answers instead", "代わりに対応する者"),
    "refusals": _both("Reasons to refuse that the policy names and the law allows here", "方針に記載があり、ここで法律が認める拒否の理由"),
    "officers": _both("Whom the policy names", "方針に記載された責任者"),
    "officer.data-protection-officer": _both("Data protection officer", "データ保護責任者（DPO）"),
    "officer.manager": _both("Personal information manager", "個人情報保護管理者"),
    "officer.director": _both("Director", "代表者"),
    "answered-by": _both("Answer: {text}", "回答方法：{text}"),
    "fee-published": _both("Fee: {text}", "手数料：{text}"),
    "release": _both("Law data {release}, digest {digest}.", "法律データ {release}（ダイジェスト {digest}）。"),
    "severity.breach": _both("breach", "法律違反"),
    "severity.gap": _both("gap", "記載不足"),
    "severity.doubt": _both("doubt", "要確認"),
    "severity.advice": _both("advice", "助言"),
    "findings": _both("{count} findings.", "{count}件の指摘があります。"),
    "no-findings": _both("Nothing was found.", "指摘はありません。"),
    "to-do": _both("What to do: {text}", "対応：{text}"),
    "source": _both("Where in the policy: {text}", "ポリシーの該当箇所：{text}"),
    "no-changes": _both("Nothing changes for requesters.", "請求者にとっての変更はありません。"),
    "for-requests": _both("for: {text}", "対象：{text}"),
    "and-more": _both("and {count} more", "ほか{count}件"),
    "changed.refused": _both("A request that can no longer be taken, or can be now", "受け付けられる請求の変更"),
    "changed.outcome": _both("Outcome", "結論"),
    "changed.due": _both("Due", "期限"),
    "changed.laws": _both("Laws", "適用される法律"),
    "changed.assessments": _both("What a law says", "法律ごとの判断"),
    "changed.deadlines": _both("Deadlines", "各段階の期限"),
    "changed.limits": _both("Exceptions and bars", "例外と制限"),
    "changed.questions": _both("Questions", "確認事項"),
    "changed.authorities": _both("Authorities", "監督機関"),
    "changed.channels": _both("Channels", "受付方法"),
    "changed.steps": _both("Steps", "手順"),
    "changed.answers": _both("How the answer comes", "回答方法"),
    "changed.documents": _both("Documents", "必要書類"),
    "changed.fees": _both("Fees", "手数料"),
    "changed.promises": _both("Promises", "方針の記載"),
    "changed.targets": _both("Its own targets", "自主目標"),
    "changed.refusals": _both("Reasons to refuse", "拒否の理由"),
    "changed.controllers": _both("Who answers instead", "代わりに対応する者"),
    "changed.representatives": _both("Representatives", "代理人"),
    "advice": _both(
        "This is information, not legal advice. Check what matters with a lawyer.",
        "本書は情報の提供であり、法的助言ではありません。重要な点は専門家に確認してください。",
    ),
    "conflict": _both(
        "One law forbids what another demands: take advice before acting.", "ある法律が求めることを別の法律が禁じています。対応の前に専門家に相談してください。"
    ),
    "nothing-to-do": _both("Nothing is due under these laws.", "これらの法律に基づく期限はありません。"),
    "no-question": _both("Nothing more is needed for this answer.", "この結論のために、これ以上の確認は不要です。"),
    "list-separator": _both(", ", "、"),
    # The outcome, as a heading and as what to do
    "outcome.fulfil": _both("fulfil", "応じる"),
    "outcome.fulfil-in-part": _both("fulfil in part", "一部に応じる"),
    "outcome.substitute": _both("take another measure instead", "代わりの措置をとる"),
    "outcome.may-refuse": _both("may be refused", "拒否できる"),
    "outcome.must-refuse": _both("must be refused", "拒否しなければならない"),
    "outcome.redirect": _both("somebody else must answer", "ほかの者が対応する"),
    "outcome.not-yet-in-force": _both("not yet in force", "未施行"),
    "outcome.no-right-here": _both("no right here", "この場合に権利はない"),
    "outcome.not-encoded": _both("not covered by this data; the law may still give something", "本データの対象外（法律上の権利がある可能性はあります）"),
    "outcome.no-law-applies": _both("none of the laws in this data applies", "本データに含まれる法律は適用されません"),
    "outcome.facts-needed": _both("cannot be said yet; facts are needed", "現時点では判断できない（確認が必要）"),
    "outcome.conflict": _both("the laws conflict", "法律が互いに抵触している"),
    "status.applies": _both("applies", "適用されます"),
    "status.assumed": _both("applies, on the assumptions below", "以下の前提で適用されます"),
    "status.possible": _both("may apply; see what to ask", "適用される可能性があります（確認が必要）"),
    "status.no": _both("does not apply", "適用されない"),
    "step.acknowledge": _both("confirm receipt", "受領の確認"),
    "step.answer": _both("answer", "回答"),
    "step.answer-extended": _both("answer, extended", "回答（延長後）"),
    "step.extension-notice": _both("tell the person of an extension", "延長の通知"),
    "step.refusal-notice": _both("if refused, tell the person", "拒否する場合の通知"),
    "step.comply": _both("carry it out", "請求内容の実施"),
    "step.pass-on": _both("pass it on", "対応すべき者への引継ぎ"),
    "step.suit-not-before": _both("the person may sue", "本人の提訴が可能"),
    "step.complaint": _both("complaint", "申立て"),
    "step.record": _both("keep a record", "記録の保存"),
    "standard.without-delay": _both("without delay", "遅滞なく"),
    "standard.without-undue-delay": _both("without undue delay", "不当な遅滞なく"),
    "standard.promptly": _both("promptly", "速やかに"),
    "standard.as-soon-as-feasible": _both("as soon as feasibly possible", "実行可能な限り速やかに"),
    "standard.immediately": _both("at once", "直ちに"),
    "standard.reasonable-time": _both("within a reasonable time", "合理的な期間内に"),
    "event.received": _both("receipt", "受領"),
    "event.identity-asked": _both("the question about identity", "本人確認の求め"),
    "event.account-holder-contacted": _both("the message to the account holder", "アカウント保有者への連絡"),
    "event.identity-confirmed": _both("confirmation of identity", "本人確認の完了"),
    "event.clarification-asked": _both("the request to clarify", "請求の明確化の求め"),
    "event.clarification-given": _both("the clarification", "請求の明確化"),
    "event.extension-notified": _both("the notice of extension", "延長の通知"),
    "event.refused": _both("the refusal", "拒否"),
    "event.answered": _both("the answer", "回答"),
    "event.fee-asked": _both("the request for a fee", "手数料の請求"),
    "event.fee-paid": _both("payment of the fee", "手数料の支払い"),
    "event.complaint-lodged": _both("the complaint", "申立て"),
    "topic.identity": _both("Identity", "本人確認"),
    "topic.agent": _both("Who may ask", "請求できる者"),
    "topic.fee": _both("Fee", "手数料"),
    "topic.form": _both("Form of the answer", "回答の方法"),
    "topic.method": _both("How requests may come in", "請求の受付方法"),
    "topic.notice": _both("What to tell the person", "本人への通知"),
    "topic.complaint": _both("Complaint and court", "申立てと訴訟"),
    "topic.consent": _both("Consent", "同意"),
    "topic.record": _both("Records", "記録"),
    "topic.enforcement": _both("What follows a breach", "違反した場合の効果"),
    "topic.national-law": _both("National law that may change this (not applied here)", "結論を変え得る国内法（ここでは適用していません）"),
    "duty.required": _both("required", "必要"),
    "duty.exempt": _both("not required (exempt)", "不要（適用除外）"),
    "duty.not-applicable": _both("not required (no such duty here)", "不要（義務なし）"),
    "duty.unclear": _both("unclear", "不明"),
    "role.may-lodge": _both("takes complaints", "申立先"),
    "asks.requester": _both("ask the requester", "請求者に確認"),
    "asks.organisation": _both("find out in the organisation", "組織内で確認"),
    "confirmed.guidance": _both("read in an authority's guidance", "当局の指針で確認"),
    "confirmed.secondary": _both("read in a secondary source", "二次資料で確認"),
    "confirmed.recalled": _both("not checked against the text", "条文との照合は未了"),
    "contact.guidance": _both("as an official source gives it", "公的な資料による"),
    "contact.secondary": _both("as other sources give it", "ほかの資料による"),
    "contact.recalled": _both("not checked", "未確認"),
    "effect.may-refuse": _both("may refuse", "拒否できる"),
    "effect.refuse-or-charge": _both("may refuse or charge", "拒否または手数料の請求ができる"),
    "effect.refuse-to-that-extent": _both("may refuse to that extent", "その限度で拒否できる"),
    "effect.substitute": _both("another measure instead", "代わりの措置で足りる"),
    "effect.charge": _both("may charge", "手数料を請求できる"),
    "effect.other-form": _both("may answer in another form", "別の方法で回答できる"),
    "effect.delay": _both("may act later", "対応を遅らせることができる"),
}
_UNITS: Final = {
    Months: _both("{count} month|{count} months", "{count}か月"),
    Years: _both("{count} year|{count} years", "{count}年"),
    Weeks: _both("{count} week|{count} weeks", "{count}週間"),
    Days: _both("{count} day|{count} days", "{count}日"),
    BusinessDays: _both("{count} business day|{count} business days", "{count}営業日"),
}
_SENTENCES_JOINED_BY: Final = {"ja": "", "zh": ""}


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Give a phrase with its values filled in."""
        return PHRASES[key].in_(self.language).format(**values)

    def text(self, text: Text) -> str:
        """Give a text of the data on one line: sentences stand on lines of their own, joined as the language does it."""
        language = self.language if text.has(self.language) else "en"
        return _SENTENCES_JOINED_BY.get(language, " ").join(line.strip() for line in text.in_(self.language).splitlines())

    def day(self, day: date) -> str:
        """Give a date in full, with its weekday."""
        from babel.dates import format_date  # noqa: PLC0415  slow to import, only needed to show a date

        return format_date(day, format="full", locale={"en": "en_GB"}.get(self.language, self.language)).replace(",", "")

    def length(self, length: Length) -> str:
        """Give a length with its unit; Babel's long unit names are English in Japanese and Chinese."""
        forms = _UNITS[type(length)].in_(self.language).split("|")
        return forms[0 if length.count == 1 else -1].format(count=length.count)

    def listed(self, items: list[str]) -> str:
        """Join items of a list."""
        return self.say("list-separator").join(items)
