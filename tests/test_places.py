"""Facts about places: what people write, which code it means, what is refused, and what lies in what."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jurisrights.deciding.places import Places
from jurisrights.errors import DataError, UnknownPlaceError

TABLES = tomllib.loads((Path(__file__).parents[1] / "jurisdictions" / "places.toml").read_text(encoding="utf-8"))
PLACES = Places.from_tables(TABLES)
LANGUAGES = ("en", "ja", "zh", "de", "fr")

COUNTRIES = sorted(country.alpha_2 for country in pycountry.countries)
PARTS = sorted(part.code for part in pycountry.subdivisions)
CODES = [*COUNTRIES, *PARTS]
MAPPED = {code: canonical for canonical, codes in TABLES["codes"].items() for code in codes}
STATES = sorted(code.removeprefix("US-") for code in PARTS if code.startswith("US-"))


def refusal(given_form: str) -> UnknownPlaceError:
    """Return the error with which a form is refused."""
    with pytest.raises(UnknownPlaceError) as caught:
        PLACES.resolve(given_form)
    return caught.value


# What people write


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("GB", "UK|uk|U.K.|GBR|United Kingdom|the UK|Great Britain|英国|イギリス|英國|ＵＫ"),
        ("GR", "EL|GR|GRC|Greece|Hellas|ギリシャ|ギリシア"),
        ("US", "USA|U.S.|U.S.A.|us|United States|United States of America|America|アメリカ|米国|アメリカ合衆国|美国"),
        ("CN", "China|Mainland China|PRC|中国|中国大陆|中國大陸|中华人民共和国|People's Republic of China"),
        ("TW", "Taiwan|台湾|台灣|臺灣|Republic of China|CN-TW|CN-71|Taiwan, Province of China"),
        ("HK", "Hong Kong|Hong Kong SAR|HongKong|香港|CN-HK|中華人民共和国香港特別行政区"),
        ("MO", "Macau|Macao|マカオ|澳門|澳门|CN-MO"),
        ("KR", "Korea|South Korea|Republic of Korea|Korea, Republic of|韓国|大韓民国|한국"),
        ("KP", "North Korea|DPRK|北朝鮮"),
        ("TR", "Turkey|Türkiye|Turkiye|トルコ"),
        ("NL", "Holland|Netherlands|The Netherlands|オランダ"),
        ("CZ", "Czech Republic|Czechia|チェコ"),
        ("CI", "Ivory Coast|Côte d'Ivoire|Cote dIvoire|コートジボワール"),
        ("VA", "Vatican|Vatican City|Holy See|バチカン|ヴァチカン"),
        ("DE", "Germany|Deutschland|Allemagne|ドイツ|德国|DEU|de| DE "),
        ("JP", "Japan|日本|JPN|jp|ｊｐ"),
        ("NO", "NO|no|Norway|ノルウェー"),
        ("GE", "GE|GEO|Republic of Georgia|グルジア|Georgien"),
        ("XK", "XK|Kosovo|コソボ"),
        ("IE", "Ireland|Éire|アイルランド"),
        ("GG", "Guernsey|Sark|GB-GSY"),
        ("JE", "Jersey|JE"),
        ("MF", "FR-MF|MF|Saint-Martin (partie française)"),
        ("AX", "FI-01|AX|Åland|Aland Islands|オーランド諸島"),
        ("BQ", "NL-BQ1|NL-BQ2|NL-BQ3|Caribbean Netherlands"),
    ],
)
def test_a_country_is_known_by_its_codes_and_its_common_names(code: str, forms: str) -> None:
    """All forms of one country give one code."""
    assert {form: PLACES.resolve(form) for form in forms.split("|")} == dict.fromkeys(forms.split("|"), code)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("US-CA", "US-CA|us-ca|us_ca|US_CA|us ca|US/CA|US–CA|ＵＳ－ＣＡ|USA-CA"),
        ("US-CA", "California|calif.|State of California|カリフォルニア|カリフォルニア州|加州"),
        ("US-GA", "US-GA|State of Georgia|Georgia State|ジョージア州|佐治亚州"),
        ("US-WA", "US-WA|Washington State|ワシントン州"),
        ("US-DC", "US-DC|Washington, D.C.|ワシントンDC"),
        ("US-NJ", "New Jersey|ニュージャージー"),
        ("US-FL", "US-FL|Florida State|フロリダ州"),
        ("JP-13", "JP-13|Tokyo|Tokyo-to|Tōkyō|東京|東京都|Tokyo Prefecture|Tokyo Metropolis"),
        ("JP-26", "Kyoto|京都|京都府|Kyoto-fu"),
        ("JP-01", "北海道|Hokkaido"),
        ("JP-14", "神奈川県|神奈川|Kanagawa-ken"),
        ("JP-29", "Nara|奈良県"),
        ("DE-HH", "Hamburg|ハンブルク|ﾊﾝﾌﾞﾙｸ|de_hh|Freie und Hansestadt Hamburg"),
        ("DE-BY", "Bayern|Bavaria|Freistaat Bayern|Free State of Bavaria|バイエルン|バイエルン州"),
        ("DE-BW", "Baden-Württemberg|Baden Wurttemberg|Baden-Wuerttemberg|バーデン・ヴュルテンベルク"),
        ("CN-GD", "Guangdong|Guangdong Sheng|Guangdong Province|広東省|広東|广东省|广东"),
        ("CN-BJ", "Beijing|Beijing Shi|Peking|北京|北京市"),
        ("CN-NM", "Inner Mongolia|内モンゴル自治区|内蒙古"),
        ("CN-HA", "Henan|河南省"),
        ("GB-ENG", "England|UK-ENG|イングランド|London"),
        ("GB-SCT", "Scotland|gb_sct|スコットランド|苏格兰"),
        ("GB-WLS", "Wales|Cymru|ウェールズ"),
        ("GB-NIR", "Northern Ireland|北アイルランド"),
        ("NO-21", "NO-21|Svalbard"),
        ("NO-22", "NO-22|Jan Mayen"),
        ("NO-32", "NO-32|Akershus"),
        ("ES-CN", "IC|Canarias|Canary Islands|カナリア諸島"),
        ("ES-CT", "Catalunya|Cataluña|Catalonia"),
        ("ES-MC", "Murcia, Región de|Región de Murcia"),
        ("KR-11", "Seoul|Seoul-teukbyeolsi"),
        ("CH-FR", "Fribourg|Freiburg|Canton of Fribourg"),
    ],
)
def test_a_part_of_a_country_is_known_by_its_codes_and_its_common_names(code: str, forms: str) -> None:
    """All forms of one state, province or region give one code."""
    assert {form: PLACES.resolve(form) for form in forms.split("|")} == dict.fromkeys(forms.split("|"), code)


@pytest.mark.parametrize(
    ("form", "country"),
    [("CA", "CA"), ("DE", "DE"), ("IN", "IN"), ("GA", "GA"), ("LA", "LA"), ("MA", "MA"), ("AL", "AL"), ("NE", "NE"), ("VA", "VA")],
)
def test_two_letters_are_a_country_and_never_a_state(form: str, country: str) -> None:
    """CA is Canada, DE Germany, IN India."""
    assert PLACES.resolve(form) == PLACES.resolve(form.lower()) == country


@pytest.mark.parametrize("state", [state for state in STATES if state not in COUNTRIES])
def test_a_bare_state_that_is_no_country_is_refused_with_its_code_as_the_hint(state: str) -> None:
    """TX is not Texas, but the message says what Texas is."""
    for form in (state, state.lower()):
        assert f"US-{state}" in refusal(form).candidates
        assert f"(US-{state})" in str(refusal(form))


@pytest.mark.parametrize(
    ("codes", "canonical"),
    [
        ("FR-971 FR-GP", "GP"),
        ("FR-972 FR-MQ", "MQ"),
        ("FR-973 FR-GF FRA-973", "GF"),
        ("FR-974 FR-RE", "RE"),
        ("FR-976 FR-YT", "YT"),
        ("FR-BL", "BL"),
        ("FR-NC", "NC"),
        ("FR-PF", "PF"),
        ("FR-PM", "PM"),
        ("FR-WF", "WF"),
        ("FR-TF", "TF"),
        ("NL-AW", "AW"),
        ("NL-CW", "CW"),
        ("NL-SX", "SX"),
        ("US-PR", "PR"),
        ("US-GU", "GU"),
        ("US-VI", "VI"),
        ("US-AS", "AS"),
        ("US-MP", "MP"),
        ("US-UM", "UM"),
    ],
)
def test_a_territory_with_a_country_code_of_its_own_has_that_code_only(codes: str, canonical: str) -> None:
    """Its parent's law may not apply there, so it must not look like a part of the parent."""
    for code in codes.split():
        assert PLACES.resolve(code) == canonical
    assert not PLACES.contains(codes[:2], canonical)


def test_every_country_resolves_to_itself_by_two_and_three_letters() -> None:
    """ISO 3166-1 is complete."""
    for country in pycountry.countries:
        assert PLACES.resolve(country.alpha_2) == PLACES.resolve(country.alpha_3) == country.alpha_2


def test_every_part_resolves_to_itself_or_to_the_code_that_the_file_gives() -> None:
    """ISO 3166-2 is complete."""
    assert {code: PLACES.resolve(code) for code in PARTS} == {code: MAPPED.get(code, code) for code in PARTS}


def test_every_name_that_is_shown_for_a_country_resolves_to_it_or_is_refused() -> None:
    """In all five languages, only known clashes are refused."""
    refused = set()
    for code in COUNTRIES:
        for name in {PLACES.name(code, language) for language in LANGUAGES}:
            try:
                assert PLACES.resolve(name) == code
            except UnknownPlaceError:
                refused.add(name)
    assert refused == {"Georgia", "Géorgie", "ジョージア", "St. Martin", "Saint-Martin", "サン・マルタン", "Grenade", "アルバ"}


def test_a_name_of_a_part_never_gives_another_part_of_the_world_unless_a_country_or_the_file_claims_it() -> None:
    """In English and Japanese, the names that mean something else are these; all others give the place, its whole, or a refusal."""
    elsewhere = set()
    for code in PARTS:
        for name in {PLACES.name(code, language) for language in ("en", "ja")}:
            try:
                found = PLACES.resolve(name)
            except UnknownPlaceError:
                continue
            if found not in PLACES.ancestors(PLACES.resolve(code)):
                elsewhere.add((name, found))
    assert elsewhere == {
        ("Luxembourg", "LU"),
        ("ルクセンブルク", "LU"),
        ("Niger", "NE"),
        ("Mali", "ML"),
        ("マリ", "ML"),
        ("Équateur", "EC"),
        ("Est", "EE"),
        ("Ba", "BA"),
    }


@pytest.mark.parametrize("country", ["JP", "CN", "DE", "US"])
def test_all_parts_of_the_countries_whose_law_is_held_are_known_in_english_and_japanese(country: str) -> None:
    """The only names refused are those that another place bears too."""
    refused = set()
    for code in (code for code in PARTS if code.startswith(f"{country}-")):
        for name in {PLACES.name(code, "en"), PLACES.name(code, "ja")}:
            try:
                assert PLACES.resolve(name) == MAPPED.get(code, code)
            except UnknownPlaceError:
                refused.add(code)
    assert refused <= {"US-GA", "US-FL", "US-MD", "US-MT", "US-WA"}


# What is refused


@pytest.mark.parametrize(
    ("form", "candidates"),
    [
        ("Georgia", "GE US-GA"),
        ("ジョージア", "GE US-GA"),
        ("Géorgie", "GE US-GA"),
        ("Washington", "US-DC US-WA"),
        ("Saint Martin", "MF SX"),
        ("St. Martin", "MF SX"),
        ("Congo", "CD CG"),
        ("Virgin Islands", "VG VI"),
        ("Florida", "US-FL UY-FD"),
        ("Montana", "BG-12 US-MT"),
        ("Limburg", "BE-VLI NL-LI"),
        ("Limburg Province", "BE-VLI NL-LI"),
        ("San Jose", "CR-SJ US-CA UY-SJ"),
        ("Carlsbad", "CZ-41 US-CA"),
        ("AN", "BQ CW SX"),
    ],
)
def test_what_could_be_several_places_is_refused_with_all_of_them(form: str, candidates: str) -> None:
    """A guess would decide by the wrong law."""
    error = refusal(form)
    assert error.given == form
    assert error.candidates == tuple(candidates.split())
    assert str(error).startswith(f"{form!r} could be several places. Did you mean ")
    assert all(f"({code})" in str(error) for code in error.candidates)


def test_namesakes_are_told_apart_by_their_country() -> None:
    """The message names every place with its code and, for a part, its country."""
    assert str(refusal("Georgia")) == "'Georgia' could be several places. Did you mean Georgia (GE) or Georgia, United States (US-GA)?"
    assert "Costa Rica (CR-SJ), California, United States (US-CA) or San José, Uruguay (UY-SJ)?" in str(refusal("San Jose"))


def test_a_country_comes_before_a_part_of_another_country_with_its_name() -> None:
    """Luxembourg is the country, not the Belgian province; both lie under the same law."""
    assert PLACES.resolve("Luxembourg") == "LU"
    assert PLACES.resolve("Mexico") == "MX"


def test_of_namesakes_in_one_another_the_outer_one_is_meant() -> None:
    """Cantabria is a region and its only province: whoever is in the province is in the region."""
    assert PLACES.resolve("Cantabria") == "ES-CB"
    assert PLACES.resolve("Bonaire") == "BQ"


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ("EU", "name the country"),
        ("the E.U.", "name the country"),
        ("Europe", "name the country"),
        ("EEA", "name the country"),
        ("European Union", "name the country"),
        ("欧州連合", "name the country"),
        ("Asia", "region of the world"),
        ("SU", "state that has ended"),
        ("YU", "state that has ended"),
        ("CS", "state that has ended"),
        ("nan", "leave the place out"),
        ("その他", "leave the place out"),
    ],
)
def test_what_is_not_one_state_is_refused_with_the_reason(form: str, why: str) -> None:
    """A union, a continent, a former state and `nan` have no law of their own."""
    assert refusal(form).candidates == ()
    assert why in str(refusal(form))


@pytest.mark.parametrize(
    ("form", "hint"),
    [
        ("Germny", "Did you mean Germany (DE)?"),
        ("Californa", "Did you mean California, United States (US-CA)?"),
        ("ハンブルグ", "Did you mean Hamburg, Germany (DE-HH)?"),
        ("Hollnd", "Did you mean Netherlands (NL)"),
        ("US-XX", "Did you mean United States (US)?"),
        ("UK-XXX", "Did you mean United Kingdom (GB)?"),
        ("HH", "Did you mean Hamburg, Germany (DE-HH)?"),
        ("WA", "Did you mean Washington, United States (US-WA) or Western Australia, Australia (AU-WA)?"),
        ("ZZ-1", "Give an ISO 3166 code"),
        ("Atlantis City Limits", "Give an ISO 3166 code"),
    ],
)
def test_an_unknown_place_is_refused_with_the_nearest(form: str, hint: str) -> None:
    """The person who typed it can correct it."""
    assert str(refusal(form)).startswith(f"{form!r} is not a place that is known. {hint}")


@pytest.mark.parametrize("form", ["", " ", "-", "N/A", "n.a.", "392", "81", "1", "🇩🇪", "海南市", "成都", "Essex County", "\ud800", "USCA", "CN-11"])
def test_nothing_is_guessed(form: str) -> None:
    """Not Namibia for "N/A", no dialling code, no city that only looks like a part of a country."""
    refusal(form)


def test_a_long_text_is_refused_without_a_search() -> None:
    """Nor is it repeated in full."""
    error = refusal("California " * 50)
    assert "is too long for a place" in str(error)
    assert len(str(error)) < 250
    assert error.candidates == ()


# Properties. No deadline: the first name of all waits until all names are collected.


@settings(deadline=None)
@given(st.sampled_from(CODES), st.sampled_from("-_ /–"), st.booleans(), st.booleans())
def test_every_code_resolves_in_every_writing_and_resolving_twice_changes_nothing(code: str, separator: str, lower: bool, wide: bool) -> None:  # noqa: FBT001
    """Case, width, separator and blanks around do not matter."""
    form = code.replace("-", separator)
    form = form.lower() if lower else form
    form = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in form) if wide else f" {form}\t"
    found = PLACES.resolve(form)
    assert found == PLACES.resolve(code)
    assert PLACES.resolve(found) == found
    assert PLACES.ancestors(found)[0] == found


@settings(deadline=None)
@given(st.sampled_from([(form, code) for table in ("codes", "aliases") for code, forms in TABLES[table].items() for form in forms]))
def test_an_alias_gives_the_same_code_as_the_code_itself(alias: tuple[str, str]) -> None:
    """Whatever its case."""
    form, code = alias
    assert PLACES.resolve(form) == PLACES.resolve(form.upper()) == PLACES.resolve(form.lower()) == PLACES.resolve(code) == code


@settings(deadline=None)
@given(st.text() | st.text(alphabet="abcdeguksACEU-_. ", max_size=6) | st.sampled_from(CODES).map(lambda code: code[:-1]))
def test_any_text_gives_a_known_code_or_an_error_of_ours(text: str) -> None:
    """Nothing else ever comes out."""
    try:
        found = PLACES.resolve(text)
    except UnknownPlaceError:
        return
    assert found in {*CODES, *TABLES["more"]}


@settings(deadline=None)
@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_one_of_two_places_contains_the_other_or_neither_does(one: str, other: str) -> None:
    """`True` one way is unknown the other way; `False` is `False` both ways."""
    one, other = PLACES.resolve(one), PLACES.resolve(other)
    expected = {True: True if one == other else None, None: True, False: False}
    assert PLACES.contains(other, one) is expected[PLACES.contains(one, other)]


# What lies in what


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        ("US", "US", True),
        ("US", "US-CA", True),
        ("US-CA", "US", None),
        ("US-CA", "US-CA", True),
        ("US-CA", "US-NV", False),
        ("US-CA", "CA", False),
        ("DE", "DK", False),
        ("NO", "NO-21", True),
        ("NO", "NO-22", True),
        ("SJ", "NO-21", True),
        ("SJ", "NO-22", True),
        ("NO", "SJ", True),
        ("SJ", "NO-03", False),
        ("NO-21", "SJ", None),
        ("NO-22", "NO-21", False),
        ("NO-21", "NO", None),
        ("SJ", "NO", None),
        ("GB-SCT", "GB-EDH", True),
        ("GB-ENG", "GB-EDH", False),
        ("GB-EDH", "GB-SCT", None),
        ("ES-CN", "ES-TF", True),
        ("FR", "RE", False),
        ("CN", "HK", False),
        ("CN", "TW", False),
        ("FI", "AX", False),
        ("NO", "NO-32", True),
    ],
)
def test_containment_is_yes_no_or_unknown_where_the_place_is_too_coarse(outer: str, inner: str, holds: bool | None) -> None:  # noqa: FBT001
    """Somebody in the United States may be in California; somebody in Réunion is not in the code FR."""
    assert PLACES.contains(outer, inner) is holds


@pytest.mark.parametrize(
    ("code", "line"),
    [("NO-21", "NO-21 SJ NO"), ("SJ", "SJ NO"), ("DE-HH", "DE-HH DE"), ("DE", "DE"), ("GB-EDH", "GB-EDH GB-SCT GB"), ("ZZ-9", "ZZ-9 ZZ")],
)
def test_ancestors_go_from_the_most_specific_to_the_least(code: str, line: str) -> None:
    """Svalbard lies in Svalbard and Jan Mayen, and that in Norway."""
    assert PLACES.ancestors(code) == tuple(line.split())


def test_a_circle_in_the_file_ends() -> None:
    """A wrong file must not hang a host."""
    assert Places.from_tables({"wholes": {"AA": "BB", "BB": "AA"}}).ancestors("AA") == ("AA", "BB")


# Names


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DE", "en", "Germany"),
        ("DE", "ja", "ドイツ"),
        ("DE", "zh", "德国"),
        ("DE", "de", "Deutschland"),
        ("DE", "fr", "Allemagne"),
        ("XK", "ja", "コソボ"),
        ("TW", "en", "Taiwan"),
        ("US-CA", "ja", "カリフォルニア"),
        ("US-CA", "de", "Kalifornien"),
        ("US-GA", "de", "Georgia"),
        ("JP-13", "ja", "東京"),
        ("JP-13", "zh", "东京都"),
        ("DE-BY", "en", "Bavaria"),
        ("DE-BY", "de", "Bayern"),
        ("DE-SN", "en", "Saxony"),
        ("DE-HH", "ja", "ハンブルク"),
        ("CN-GD", "en", "Guangdong"),
        ("CN-GD", "ja", "広東省"),
        ("CN-GD", "zh", "广东省"),
        ("CN-GD", "fr", "Guangdong"),
        ("GB-WLS", "en", "Wales"),
        ("GB-WLS", "de", "Wales"),
        ("NO-21", "en", "Svalbard"),
        ("NO-21", "de", "Svalbard"),
        ("NO-32", "ja", "Akershus"),
        ("MK-801", "en", "Aerodrom"),
        ("ES-CT", "de", "Katalonien"),
        ("DE", "pt", "Germany"),
        ("QQ", "en", "QQ"),
        ("QQ-1", "ja", "QQ-1"),
    ],
)
def test_a_place_has_a_name_in_five_languages_else_in_english_else_its_code(code: str, language: str, name: str) -> None:
    """Remarks in brackets, daggers and untranslated words for the kind are left out."""
    assert PLACES.name(code, language) == name


def test_a_name_is_english_when_no_language_is_asked_for() -> None:
    """English is what everything falls back to."""
    assert PLACES.name("JP") == "Japan"


# The file


def test_every_code_in_the_file_is_known_and_canonical() -> None:
    """An alias never leads to another alias or to nowhere."""
    codes = {*TABLES["codes"], *TABLES["aliases"], *(code for listed in TABLES["ambiguous"].values() for code in listed)}
    codes |= {*TABLES["wholes"], *TABLES["wholes"].values(), *TABLES["more"]}
    assert {code for code in codes if PLACES.resolve(code) != code} == set()
    assert set(TABLES["names"]) <= {*CODES, *TABLES["more"]}


def test_a_code_that_the_file_replaces_is_never_a_country() -> None:
    """Only parts are replaced by countries: no country can vanish."""
    assert {code for code in MAPPED if code in COUNTRIES} == set()


def test_every_place_around_a_place_is_canonical_too() -> None:
    """So that law may be written with the canonical codes alone."""
    around = {outer for code in CODES for outer in PLACES.ancestors(PLACES.resolve(code))}
    assert {code for code in around if PLACES.resolve(code) != code} == set()


@pytest.mark.parametrize(
    "tables",
    [
        {"alias": {"GB": ["UK"]}},
        {"aliases": {"GB": "UK"}},
        {"aliases": ["UK"]},
        {"aliases": {"GB": [1]}},
        {"more": {"XK": 1}},
        {"names": {"JP": "Japan"}},
        {"endings": "state"},
        {"refused": [{"forms": ["EU"]}]},
        {"refused": [{"forms": ["EU"], "because": "no", "why": "no"}]},
        {"refused": {"forms": ["EU"]}},
    ],
)
def test_a_table_of_another_shape_is_an_error_in_the_data(tables: dict[str, object]) -> None:
    """Nothing is read past."""
    with pytest.raises(DataError, match=rf"places\.toml: places: the table '{next(iter(tables))}' is not as described"):
        Places.from_tables(tables)


@pytest.mark.parametrize(
    "tables",
    [
        {"aliases": {"GB": ["Britain"], "FR": ["britain"]}},
        {"codes": {"GB": ["UK"]}, "aliases": {"GB": ["U.K."]}},
        {"aliases": {"GB": ["UK"]}, "refused": [{"forms": ["uk"], "because": "no"}]},
        {"aliases": {"GB": ["UK"]}, "ambiguous": {"UK": ["GB", "UA"]}},
    ],
)
def test_a_form_may_stand_in_the_file_once_only(tables: dict[str, object]) -> None:
    """Otherwise the order of the file would decide."""
    with pytest.raises(DataError, match="stands there twice"):
        Places.from_tables(tables)


def test_without_the_file_iso_alone_is_known() -> None:
    """All tables may be missing."""
    bare = Places.from_tables({})
    assert bare.resolve("US-CA") == "US-CA"
    assert bare.resolve("FR-971") == "FR-971"
    with pytest.raises(UnknownPlaceError):
        bare.resolve("UK")


# How it is built


@pytest.mark.parametrize(("step", "modules"), [("", []), ("; Places.from_tables({}).resolve('us_ca')", ["pycountry"])])
def test_pycountry_is_read_with_the_first_place_and_babel_with_the_first_name(step: str, modules: list[str]) -> None:
    """Importing the module reads neither: `import jurisrights` stays light."""
    script = f"import sys; from jurisrights.deciding.places import Places{step}; print(sorted({{'pycountry', 'babel'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout.strip() == str(modules)
