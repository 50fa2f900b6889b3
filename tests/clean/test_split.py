"""Glued lines: a table of cases. ``|`` stands where a line is to be cut; a comment a row."""

import pytest

from belegg.clean.split import parts

CASES = [
    " date 2023-09 |Kim kom til byen.",  # a crawler's header
    "date 2023-09",  # a header alone
    "Kongen åpnet brua. |(NTB)",  # an agency in brackets
    "Kongen åpnet brua.|(©NTB)",  # without a space
    "Kongen åpnet brua. |(NTB-AFP)",  # two agencies
    "Kongen åpnet brua. |© NTB",  # without brackets
    "Kongen åpnet brua. |/NTB",
    "Kongen åpnet brua. |NTB-AFP",
    "Kongen åpnet brua. Foto: Kari Moe, Avisen. NTB",  # a picture's
    "Oslo (NTB): |Kongen åpnet brua.",  # a dateline
    "Abu Dhabi (NTB):",  # a dateline alone
    "GENÈVE, 3. mars (NTB-AFP): |Kongen åpnet brua.",
    "BERLIN, March 3 (Reuters) - |Kongen åpnet brua.",
    "WASHINGTON (AP) – |Kongen åpnet brua.",
    "Kari Moe (AP): Kongen åpnet brua.",  # a party
    "Moe sier til (NTB): Kongen åpnet brua.",  # a sentence
    "3. mars 2025 – |Kongen åpnet brua.",
    "3. mars 2025: Kongen åpnet brua.",  # a history
    "OSLO, 3. mars: |Kongen åpnet brua.",
    "3. mars 2025 - 08:14",  # the page's date
    "3. mars 2025 - Oppdatert 4. mars 2025",
    "Hun går til Koreas arbeiderparti (WPK).",  # an abbreviation is no agency
    "Kongen åpnet brua.|(Vilkår)Copyright Avisen AS. Alle rettigheter.",  # a licence
    "Kongen åpnet brua.|© Avisen AS.",
    "Kongen åpnet brua. |© Avisen AS.",
    "Straffen er ni år.|Alle rettigheter forbeholdt Avisen.",
    "Kongen møtte folket i Bodø. |Vis mer",  # a folding button
    "Kongen møtte folket i Bodø. |Vis meir",
    "De vil vise mer av landet.",  # the same words in a sentence
    "ANNONSE |Kongen åpnet brua.",  # a marker before
    "Artikkelen fortsetter under annonsen |– Vi er glade, sier han.",
    "Vi er glade, sier han. |Saka held fram under annonsen",  # a marker after
    "Annonsen ble trukket tilbake.",  # a word that begins like a marker
    "Brua er åpen. |Les også: Slik ble brua bygd",  # a teaser
    "Hun ber folk lese også: det er viktig.",
    "Kommunen målte radon |radonRadon er en gass i grunnen. |i kjelleren.",  # a pop-up, the sentence goes on
    "Kommunen fant PFAS |PFASPFAS er en gruppe stoffer. |i vannet.",  # capitals
    "Han besøkte Nav |NAVNav er arbeids- og velferdsetaten. |, som holdt stengt.",  # a mark goes on
    "Han dro til Nye Stor by |Nye Stor byNye Stor by er en by. |i går.",  # several words
    "Styret bruker kontantstrøm |kontantstrømKontantstrøm er penger inn og ut.",  # at the end of the line
    "Bla blabla, sa han og lo.",  # no pop-up
    "Kaia i går. Foto: Siri Vik |© Avisen",  # a claim after a picture's credit
    "Kaia i går. Foto: Siri Vik |Følg oss på Facebook",  # a button after it
    "Kaia i går. Foto: Siri Vik / Avisen",
    "Foto: Siri Vik Moe",  # a family name is no button
    "Elva flommet over, sier ho. |Elvebladet er eit uavhengig lokalblad",  # the outlet's word about itself
    "Elva flommet over, sier hun. |Elv og dal utgis med støtte fra Fritt Ord",
    "Elva flommet over, sier hun. |Elveposten – hele dalens avis",
    "Elva flommet over, sier hun. |Elveposten, ope kvar dag",
    "Elva flommet over, sier hun. |Elvebladet kjem ut laurdagar",
    "Elva flommet over. Elvelaget er et uavhengig lag, sier hun.",  # a sentence of the article has its full stop
    "Elva i går. Foto: Siri Vik |Støtt oss – abonner",  # small letters are no part of a credit
    "Elva i går. Foto: Elveposten |Neste nummer kjem i mai",
    "Elva i går. Foto: Siri Vik / Statens vegvesen",
    "Elva i går. Foto: Arkivet ved Universitetet i Oslo",
    "Hun kjøpte iPhone og eBay-aksjer på YouTube.",  # capitals inside words
]


@pytest.mark.parametrize("case", CASES)
def test_lines_are_cut_where_they_were_glued(case: str) -> None:
    text = case.replace("|", "")
    assert [p.span.of(text) for p in parts(text)] == [p.strip() for p in case.split("|")]


def test_spans_are_those_of_the_whole_text() -> None:
    text = " \r\n date 2023-09 Hei.\r\n\r\n  – Hei, sa han.\u2028Slutt.\n"
    found = list(parts(text))
    assert [p.span.of(text) for p in found] == ["date 2023-09", "Hei.", "– Hei, sa han.", "Slutt."]
    assert [p.mark for p in found] == ["header", None, None, None]
