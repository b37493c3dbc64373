"""Words that tell the same news fact share a class; different facts of one field of news do not; compounds take no alien row."""

from __future__ import annotations

import pytest

from claimcheck.checking.occurrences import find_classes
from claimcheck.checking.traits import find_family
from claimcheck.checking.words import find_concept, find_phrases


def event_of(words: str) -> str | None:
    """The event class of a verb or noun, or of a clause with a listed phrase."""
    if " " in words:
        return next((phrase.event for phrase, _ in find_phrases(words)), None)
    row = find_concept(words, "verb") or find_concept(words, "item")
    return row.event if row is not None else None


SAME = (
    ("gestohlen", "entwendet", "erbeutet", "geraubt", "geklaut", "Diebstahl", "ließ 20 Fahrräder mitgehen lassen"),
    ("starben", "umgekommen", "Todesopfer", "Menschenleben", "kamen zu Tode", "kamen ums Leben", "haben ihr Leben gelassen"),
    ("verletzt", "verwundet", "Schwerstverletzte", "Rauchvergiftungen", "kamen zu Schaden"),
    ("gerettet", "befreit", "Gerettete", "Rettung", "aus dem Wasser gezogen", "aus den Trümmern geholt"),
    ("festgenommen", "verhaftet", "Festnahmen", "Verhaftung", "klickten die Handschellen", "in Polizeigewahrsam"),
    ("evakuiert", "umquartiert", "mussten das Gebäude räumen", "in Sicherheit gebracht"),
    ("überflutet", "überschwemmt", "Überflutung", "standen unter Wasser", "liefen voll Wasser"),
    ("festsitzen", "stranden", "feststecken"),
    ("zerstört", "niedergebrannt", "verwüstet", "Zerstörung", "gingen in Flammen auf"),
    ("Stellenabbau", "streichen", "abbauen", "entlassen", "sollen ihren Job verlieren", "müssen gehen"),
    ("schließen", "stilllegen", "Schließung", "Filialen machen dicht"),
    ("ausfallen", "annulliert", "storniert", "Flugausfall", "Zugausfall", "180 Flüge fielen aus"),
    ("verurteilt", "Verurteilung", "schuldig gesprochen"),
    ("anklagen", "Angeklagte", "stehen vor Gericht"),
    ("abgeschossen", "abfangen", "vom Himmel geholt"),
    ("Ablöse", "Ablösesumme", "Transfersumme"),
    ("Geldbuße", "Bußgeld", "Ordnungsgeld", "Geldstrafe"),
    ("Kaufpreis", "erwerben", "kaufen", "Anschaffung"),
    ("Arbeitslose", "erwerbslos", "sind ohne Arbeit"),
    ("demonstrierten", "Demonstranten", "Protestler", "gingen auf die Straße"),
    ("Neuverschuldung", "Kreditaufnahme"),
    ("Wahlbeteiligung", "gaben ihre Stimme ab", "gingen an die Urnen"),
    ("geboren", "Geburten", "kamen zur Welt"),
    ("Pegelstand", "Wasserstand", "Pegel"),
)

APART = (
    ("Tote", "Verletzte", "Vermisste", "gerettet", "evakuiert", "festsitzen"),
    ("gestohlen", "sichergestellt", "Belohnung", "Sachschaden", "veruntreut"),
    ("anklagen", "verurteilt", "freigesprochen", "festgenommen", "begnadigt"),
    ("abgefeuert", "abgeschossen", "liefern", "zerstört"),
    ("streichen", "einstellen", "sichern", "beschäftigen", "in Kurzarbeit"),
    ("Umsatz", "Gewinn", "Betriebsgewinn", "Verlust", "Auftragseingang", "Dividende"),
    ("Kosten", "Personalkosten", "Energiekosten", "Mehrkosten", "Heizkosten"),
    ("Strompreis", "Gaspreis", "Ölpreis", "Eintrittspreis", "Fahrpreis"),
    ("Gewerbesteuer", "Grundsteuer", "Hundesteuer", "Mehrwertsteuer"),
    ("Lohn", "Mindestlohn", "Einmalzahlung", "Ausbildungsvergütung"),
    ("ausfallen", "verspätet", "umleiten"),
    ("bauen", "abreißen", "sanieren", "leerstehen"),
    ("Gegenstimmen", "Ja-Stimmen", "Enthaltungen", "Wahlbeteiligung"),
    ("eingebürgert", "abgeschoben", "zurückgewiesen", "Asylantrag"),
    ("Miete", "Warmmiete", "Nebenkosten"),
    ("pflanzen", "fällen", "umstürzen"),
)

THINGS = (
    ("Krankenhäuser", "clinic"),
    ("Kaufhäuser", "department_store"),
    ("Tankstellen", "filling_station"),
    ("Haltestellen", "stop"),
    ("Autohersteller", "manufacturer"),
    ("Besatzungsmitglieder", "crew"),
    ("Sozialwohnungen", "social_flat"),
    ("Kreditkarten", "bank_card"),
    ("Lehrstellen", "apprenticeship"),
    ("Ladestationen", "charger"),
)

DAYS = (
    ("Razzia", "durchsuchen"),
    ("Waffenruhe", "Waffenstillstand"),
    ("Bürgerentscheid", "Volksabstimmung"),
    ("Insolvenzantrag", "Insolvenz"),
    ("Baubeginn", "Spatenstich"),
    ("Erdrutsch", "Hangrutsch"),
    ("Finale", "Partie"),
    ("Versteigerung", "Auktion"),
    ("entführen", "Geiselnahme"),
    ("Stromausfall", "Blackout"),
)


@pytest.mark.parametrize("words", SAME, ids=lambda words: words[0])
def test_the_same_fact_has_one_class(words: tuple[str, ...]) -> None:
    assert len({event_of(word) for word in words}) == 1
    assert event_of(words[0]) is not None


@pytest.mark.parametrize("words", APART, ids=lambda words: words[0])
def test_different_facts_have_classes_of_their_own(words: tuple[str, ...]) -> None:
    events = [event_of(word) for word in words if event_of(word) is not None]
    assert len(set(events)) == len(events) > 1


@pytest.mark.parametrize(("word", "thing"), THINGS)
def test_things_are_known_by_their_whole_name(word: str, thing: str) -> None:
    row = find_concept(word, "item")
    assert row is not None
    assert row.thing == thing


@pytest.mark.parametrize("word", ["Fahrzeuge", "Schokolade", "Wettbewerbe", "Solarstrom", "Gipfeltreffen", "Entscheidungen"])
def test_a_compound_takes_no_row_by_chance(word: str) -> None:
    assert find_concept(word, "item") is None


@pytest.mark.parametrize("word", ["entfernt", "erhalten", "gefertigt", "gesund"])
def test_common_words_tell_nothing(word: str) -> None:
    assert event_of(word) is None


@pytest.mark.parametrize("words", DAYS, ids=lambda words: words[0])
def test_words_for_one_event_share_its_day(words: tuple[str, ...]) -> None:
    classes = [set(find_classes(word)) for word in words]
    assert set.intersection(*classes)


@pytest.mark.parametrize(
    ("one", "other"), [("Nachbeben", "Erdbeben"), ("Wiedereröffnung", "Eröffnung"), ("Notlandung", "Landung")]
)
def test_another_event_has_another_day(one: str, other: str) -> None:
    assert find_classes(one)
    assert not set(find_classes(one)) & set(find_classes(other))


def test_a_special_case_is_near_its_wider_class() -> None:
    assert find_family(event_of("Intensivpatienten")) == find_family(event_of("eingeliefert"))
    assert find_family(event_of("investiert")) == find_family(event_of("kostet"))
    assert find_family(event_of("gekeult")) == find_family(event_of("getötet"))
