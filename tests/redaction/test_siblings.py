"""Forms of one kind side by side: what must go in whatever words it is told, and what looks like it and stays."""

from __future__ import annotations

import re

import pytest

from redaction import Redactor


def _redacted(redactor: Redactor, text: str) -> str:
    return str(redactor.redact([text]).segments[0])


def _standing(masked: str, words: str) -> list[str]:
    """Return those of the words, divided by bars, that stand in a text."""
    return [word for word in words.split("|") if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", masked)]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        # A title after the name of a house begins a person, nickname or none.
        ('At Fernhollow House Mrs Ines "Bibi" Quarrie sat by the window.', "Ines|Bibi|Quarrie"),
        ('In Larkfield Hospital Dr Tomo "Doc" Hesper examined the patients.', "Tomo|Hesper"),
        ('Outside Brackwater Prison Capt. Otto "Red" Valmery spoke to us.', "Otto|Valmery"),
        # Who has ordered, allowed or written something.
        ('A slip on the gate read "closed by order of Zdeňo". Staff obey it.', "Zdeňo"),
        ("The store was opened with the permission of Rahimov, who has the key.", "Rahimov"),
        ("The note is in the handwriting of Lindqvist.", "Lindqvist"),
        ("He was beaten on the orders of Karimjee, it is said.", "Karimjee"),
        # Forms of address of other languages.
        ("Mevr. Jansma-Tol wept.", "Jansma"),
        ("Dhr. Vlietstra (b. '41) was tied to a chair.", "Vlietstra|'41"),
        ("Ven. Rathanasara Thero prays with them.", "Rathanasara"),
        ("Sdr. Bambang Wirawan was not heard.", "Bambang|Wirawan"),
        # A nickname that is a title, after the name and alone.
        ("Mr Ilesanmi, called Doctor, cuts hair. Doctor was absent on Friday.", "Doctor"),
        # A post in small letters.
        ("tell them it was kwabena who did it. he told ama. then kwabena ran.", "kwabena"),
        # Initials of who has written a note, and of who is to act.
        ("Rang the ward, no answer. Will call again on Thursday. QF", "QF"),
        ("No debrief yet – VH to do today. Joined for the last part.", "VH"),
        ("Staff on: AB, CK, and TL. CK did the round at 0300. Obs by TL.", "AB|CK|TL"),
        # In a line of capitals, and with the apostrophe left out.
        ("SETTLED. MUM CHARITY ADDAE-HALL RANG AT 2100. NOT TOLD.", "CHARITY|ADDAE|HALL"),
        ("he pulled kwaku out. they say kwakus case is lost. kwaku is ill.", "kwaku|kwakus"),
    ],
)
def test_names_in_whatever_words(redactor: Redactor, text: str, gone: str) -> None:
    """Nothing of the name is left."""
    assert not _standing(_redacted(redactor, text), gone)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Mr Tariq Belmond was kept in cell three for a week.", "three"),
        ("He slept in cell twelve with his brother.", "twelve"),
        ("Ms Orla Finch was locked in the room with the broken window.", "broken window"),
        ("He was placed in cell two at noon and moved to the one with the drain.", "two|drain"),
        ("Mr Osei was held in the storeroom of the third company.", "storeroom"),
        ("She was seated under the stairs, handcuffed to a pipe.", "stairs|pipe"),
        ("Mr Osei lives in room 9 together with twelve others, bed by the door.", "9|twelve|bed by"),
        ("He had been in number 11 for nine days.", "number 11"),
        ("Ms Finch sleeps in the chapel, on the third mattress.", "chapel|third"),
        ("He waited in the agents' room, second on the left.", "second on the left"),
        ("Ben wrote that his pad is down on the twos, far end by the stairs", "twos|far end"),
        ("The resident of apartment 2.17 screams at night.", "2.17"),
        ("Her room, 3.12, faces the yard. Ms Adeyemi cried.", "3.12"),
        (
            "A-11 | OSK, Mira | C1-04 | wants to go home\nA-12 | TARKAN, Ivo | C1-05 | diabetic\n"
            "A-13 | LOM, Bea | C2-01 | visit\nA-14 | RUUD, Jo | Isolation | weigh",
            "Isolation|C1-04",
        ),
    ],
)
def test_places_told_in_words(redactor: Redactor, text: str, gone: str) -> None:
    """By number words, by what is in a room, by where in it, by the column of a table."""
    assert not _standing(_redacted(redactor, text), gone)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("He lives in the lodge, Hrabová č. p. 17.", "lodge|Hrabová|17"),
        ("She stays in the flat above the pharmacy, 9 Cask Lane, Wexcombe.", "pharmacy|Cask|Wexcombe"),
        ("Write to Lena Moser, Im Winkel 4, 1. OG rechts, Bad Sulzau.", "Winkel|OG|rechts|Sulzau"),
        ("Send it to Joe Tate, 1120 1/2 N. Walnut, upper flat, E. Boston.", "1120|Walnut|Boston"),
        ("we stay at no 7 jln mawar 2, kg lama baru, segamat. Pls call", "mawar|segamat"),
        ("Her mum is at the Rectory, Nether Stow", "Rectory|Stow"),
        ('our place is vestergade 12, 2. th, bell says "mia"', "vestergade|th|mia"),
        ("Residence: village of Orlovka, house of the Popov family.", "Orlovka|Popov"),
        ("Send letters to Mr Salem, Hebron Road 4.", "Hebron Road 4"),
        ("The boda KMFQ 221K was his.", "KMFQ 221K"),
        ("b.1972; Petar Ilic", "1972"),
        ("Call his sister in the shop opposite the water tower in Lomas.", "water tower|Lomas"),
        ("Sergeant PC 44120 Nimal Rukshan was on the desk.", "PC|44120|Nimal"),
        ("Removal order RO/IMM/2023/114 was served on Mr Wilder.", "RO/IMM|114"),
        ("His court file is StVK 771/23.", "771"),
        ("The custody record …00981 was shown.", "00981"),
        ("His is number 3310 for 2024 criminal Tanta.", "3310"),
        ("Case 2 (our no. 2023/518) concerns a baker.", "2023/518"),
        ("No. | Person | Entry\n311 | Ivo Tarkan | 3 May\n312 | Mira Osk | 4 May\nEntry 312 was erased.", "311|312"),
        ("my number is 07 45 11 28 two three, ring me", "07 45|two three"),
        ("The jeep, WP CAB-2219, was his.", "CAB|2219"),
        ("He was taken in a black jeep ن س ع 731 at night.", "731"),
        ("Vera Moldan, b. 1979, 4 March, was ill.", "1979|March"),
        ("Kees Wilder (born 12-3-'52) fell.", "12-3-'52"),
        (
            'He gives his birth as "the year of the locusts, I think two thousand and six".',
            "locusts|two thousand and six",
        ),
        ("Salma Diop, in her thirty-first year, came from Thiès.", "thirty-first"),
        ("The old man says he is about 70.", "about 70"),
        ("Mr Abernethy has Tourette's and is punished for it.", "Tourette"),
    ],
)
def test_numbers_dates_and_homes(redactor: Redactor, text: str, gone: str) -> None:
    """In the notations of more countries, to their ends."""
    assert not _standing(_redacted(redactor, text), gone)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("In Dormitory 6, 44 men shared two taps.", "Dormitory 6"),
        ("The number of women in Room 12 has doubled.", "Room 12"),
        ("R4 (Dormitory 2)", "Dormitory 2"),
        ("Thirty-one detainees were in cell 5, which is meant for eight.", "cell 5"),
        ("The other prisoners in Cell 2 of Balagama had no mats.", "Cell 2"),
        ("Persons in the cell: 6. Persons in the book: 5.", "cell: 6"),
        ("Cell two men shared had no window.", "Cell two"),
        ("In apartment 3 there were no smoke detectors.", "apartment 3"),
        ("We measured the light in the kitchen, next to the stores.", "kitchen, next to the stores"),
        ("The rooms on the threes have no showers.", "threes"),
        ("On the second floor, room 8 is used as a store.", "room 8"),
        ("The corridor of Ward 7 is dark.", "Ward 7"),
        ("With regard to R7: accepted. Zu I.3: noted.", "R7|I.3"),
        ("The team visited Oued Zergane, Jebel Asfar and Bukit Merah.", "Oued Zergane|Jebel Asfar|Bukit Merah"),
        ("We do not know how many Icelanders or New Zealanders are held.", "New Zealanders|Icelanders"),
        ("It opened on Independence Day and closes on Republic Day.", "Independence Day|Republic Day"),
        ("The feast of Matariki and that of Vesak are kept.", "Matariki|Vesak"),
        ("Thirty in all: 12 before the District Court, 18 before the High Court.", "Thirty|12|18"),
        ("Huize Sint Martha and Inspectie Jeugdzorg answered.", "Huize Sint Martha|Inspectie Jeugdzorg"),
        ("The ward was named in 1974 after the physician Sven Hallqvist.", "Sven Hallqvist"),
        ("The quartier Marga Soler has 20 beds.", "Marga Soler"),
        ("Salaries were paid on 3, 6 and 9 April 2024.", "3, 6 and 9 April"),
        ("The Court recalls Haruna Adeyo and Simon Peck v. Malta on conditions.", "Haruna Adeyo"),
        ("The firm Sabor & Vida Ltda supplies meals.", "Vida"),
        ("Terima kasih for the visit. Handover was late.", "Terima kasih|Handover"),
        ("The isolator was repaired. Two isolators remain.", "isolator|isolators"),
        ("Write to aduan@watch.example for help.", "aduan@watch.example"),
        ("Section S136 was used twice.", "S136"),
        ("The number 0800 555 111 is the complaints line.", "0800 555 111"),
        ('The kitchen "Nadia" is new. We met Nadia Osk there.', '"Nadia"'),
        ("The lists are signed by order of the Director.", "Director"),
        ("Receipt 868-2024-0193 is the printer's.", "868-2024-0193"),
        ("The interpreter sits in row 3 of the aircraft.", "row 3"),
    ],
)
def test_what_only_looks_like_it_stays(redactor: Redactor, text: str, stays: str) -> None:
    """Rooms of many, counts, labels, feasts, places, firms and words of other languages."""
    assert len(_standing(_redacted(redactor, text), stays)) == len(stays.split("|"))


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        (
            "Dr Quarrie saw a healing fracture of the ninth rib on the left side. Mr Osei agreed.",
            "fracture of the ninth rib",
        ),
        ("Mr Osei told us that he has lost fourteen kilos.", "fourteen kilos"),
        ("Mr Osei weighs 41 kg at a height of 1.83 m.", "41 kg"),
        ("Ms Finch is seven months pregnant.", "seven months pregnant"),
        ("Mr Osei has spent seven years and two months on remand.", "seven years and two months"),
        ("Mr Osei is the orderly of the boiler room.", "orderly of the boiler room"),
        ("Mr Osei, the law library clerk, was absent.", "law library clerk"),
        ("Ms Finch came on three successive mornings.", "three successive mornings"),
        ("She tells us that she has FMF.", "FMF"),
        ("A man of 82 had waited for 141 days.", "141 days"),
    ],
)
def test_what_may_tell_who_somebody_is_is_raised(redactor: Redactor, text: str, raised: str) -> None:
    """Injuries, measures, durations, work, spans of days; masked or shown to a person."""
    redaction = redactor.redact([text])
    shown = [text[item.start : item.end] for item in redaction.review]
    assert raised not in str(redaction.segments[0]) or any(raised in one or one in raised for one in shown)


def test_measures_of_rooms_and_of_many_are_not_raised(redactor: Redactor) -> None:
    """A kilo of flour and the length of a contract tell of nobody."""
    redaction = redactor.redact(["The kitchen buys 40 kg of flour. The contract runs for two years."])
    assert not redaction.review
