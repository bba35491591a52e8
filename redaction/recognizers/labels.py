"""Words beside numbers of persons: which name an identifier, and how many digits a whole one has."""

from __future__ import annotations

from typing import Final

NUMBER_WORDS: Final = frozenset(
    [
        "number",
        "num",
        "no",
        "nr",
        "n°",
        "nº",
        "№",
        "#",
        "reference",
        "labelled",
        "labeled",
        "marked",
        "ref",
        "id",
        "identifier",
        "code",
        "card",
        "numéro",
        "numero",
        "numer",
        "nummer",
    ]
)
GLUE: Final = frozenset(
    [
        "is",
        "was",
        "as",
        "of",
        "are",
        "reads",
        "read",
        "the",
        "last",
        "first",
        "latest",
        "one",
        "being",
        "given",
        "and",
        "record",
        "records",
        "file",
        "holder",
        "for",
        "quoted",
        "shown",
        "entered",
        "bears",
        "document",
        "d",
        "du",
        "de",
    ]
)
# Abbreviations and words that mean nothing but a personal identifier; the value follows with or without "number".
# The figure is how many digits a complete number has, so that one written in groups is taken whole.
SPECIFIC: Final = {
    "NOMIS": 4, "PNOMIS": 4, "TOMS": 5, "PIMS": 5, "MIN": 5, "JID": 5, "PRN": 5, "CIN": 5, "FPS": 6, "CRN": 6, "PNC": 7,
    "PNCID": 7, "CRO": 6, "SPIN": 5, "ACCT": 4, "SASH": 4, "BRP": 6, "ARC": 6, "UAN": 9, "NHS": 10,
    "CHI": 10, "H&C": 10,
    "HCN": 10, "MRN": 6, "NHI": 4, "NI": 6, "NINO": 6, "PPS": 7, "PPSN": 7, "PESEL": 11, "CNP": 13, "NIF": 9, "NIE": 7,
    "DNI": 8, "NIR": 15, "INSEE": 15, "SIN": 9, "TFN": 9, "BSN": 9, "AVS": 13, "AHV": 13, "IIN": 12, "EGN": 10,
    "JMBG": 13, "OIB": 11, "TCKN": 11, "SSN": 9, "CPR": 10, "RRN": 13, "IDNP": 13, "ID": 13, "A#": 9, "IBAN": 34,
    "AADHAAR": 12, "Aadhaar": 12, "Aadhar": 12, "PAN": 4, "UTP": 4, "PDL": 4, "AMKA": 11, "RG": 9, "DPI": 13, "DUI": 9,
    "NIK": 16, "NRIC": 7, "PhilSys": 16, "AFM": 9, "NIB": 5, "FIN": 7, "PIN": 9, "DIKA": 5, "UID": 7, "MRZ": 9,
    "QID": 5, "RUT": 9, "CURP": 18, "CPF": 11, "NISS": 11, "CNI": 12, "SIS": 6,
}  # fmt: skip
SPECIFIC_WORDS: Final = {
    "écrou": 5, "ecrou": 5, "matricule": 5, "kennitala": 10, "personnummer": 12, "medicare": 11, "codice fiscale": 16,
    "passport": 9, "national insurance": 6, "social insurance": 9, "social security": 15, "sécurité sociale": 15,
    "tax file": 9, "alien file": 9, "alien": 9, "a-number": 9, "turkish identity": 11, "tr identity": 11,
    "t.c. identity": 11,
    "prisoner file": 5, "medical file": 5, "inmate file": 5, "patient file": 5, "custody file": 5, "personal file": 5,
    "adjudication": 5, "incident report": 5, "complaint form": 5, "p3 form": 5,
    "medical form": 5, "examination form": 5, "custody record": 5, "custody": 5,
    "matr": 5, "matrícula": 5, "voter id": 7,
    "asylum card": 5, "wristband": 4, "police no": 4, "gefangenenbuchnummer": 5, "buchnummer": 5, "iqama": 10,
    "tazkira": 5, "tazkera": 5,
    "henkilötunnus": 10, "kimlik": 11, "fødselsnummer": 11, "cédula": 7, "cedula": 7, "omang": 9, "rodné číslo": 10,
    "isikukood": 11, "asmens kodas": 11, "personas kods": 11, "huduma": 8, "fayda": 12,
}  # fmt: skip
# Words that name an identifier only together with "number", "no.", "ref", or with a value that looks like a code.
GENERAL: Final = {
    "prison": 6, "prisoner": 6, "detainee": 6, "inmate": 6, "offender": 6, "booking": 6, "patient": 6, "resident": 6,
    "hospital": 6, "force": 8, "service": 8, "army": 8, "regimental": 8, "staff": 5, "warrant": 5,
    "collar": 4, "badge": 4,
    "shoulder": 4, "payroll": 5, "employee": 5, "personal": 11, "identity": 13, "identification": 13, "national": 13,
    "travel": 9, "residence permit": 9, "permit": 9, "visa": 9, "home office": 8, "asylum": 8,
    "immigration": 8, "atlas": 8,
    "port": 8, "person": 9, "registration": 13, "client": 6, "health": 10, "health card": 10, "insurance": 9, "tax": 11,
    "driving licence": 16, "driving license": 16, "driver's licence": 16, "driver's license": 16, "incident": 6,
    "complaint": 6, "complaints": 6, "grievance": 6, "grievances": 6, "appeal": 6, "claim": 6, "bail": 6, "detention": 6, "referral": 6, "crime": 6, "arrest": 6,  # noqa: E501
    "account": 12, "iopc": 6, "gsoc": 6, "pirc": 6, "poni": 6, "ombudsman": 6, "medical report": 6, "forensic report": 6,  # noqa: E501
    "hospital report": 6, "injury report": 6, "autopsy report": 6, "post-mortem report": 6, "laboratory report": 6,
    "police report": 6, "medical certificate": 6, "injury form": 6, "seal": 6, "exhibit": 6, "specimen": 6, "sample": 6,
    "swab": 6, "biopsy": 6, "evidence bag": 6,
    "detention order": 6, "removal order": 6, "deportation order": 6, "expulsion order": 6, "return order": 6, "committal order": 6, "receipt": 6, "property receipt": 6, "administrative inquiry": 8, "disciplinary file": 6, "penal file": 6, "warrant of committal": 6,  # noqa: E501
    "bank account": 12, "credit card": 16, "debit card": 16, "sort": 6, "letter": 5, "request": 6,
    "unhcr file": 8, "unhcr": 8,
    "juvenile": 6, "victim": 6, "visitor": 6, "student": 6, "pupil": 10, "member": 6, "officer": 4, "record": 6,
}  # fmt: skip
