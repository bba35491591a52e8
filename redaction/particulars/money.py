"""Amounts of money: the code of a currency and a number, which is written like a reference and is nobody's."""

from __future__ import annotations

import re
from typing import Final

# ISO 4217, codes in use.
_CODES: Final = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ "
    "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR "
    "LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN "
    "PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB "
    "TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
CURRENCIES: Final = frozenset(_CODES.split())
# Codes that are words or labels of numbers too.
_WORDS: Final = frozenset(["ALL", "ANG", "BOB", "COP", "CUP", "CVE", "LAK", "MAD", "PEN", "SOS", "STN", "TOP"])
_AMOUNT: Final = re.compile(
    r"(?:(?P<code>[A-Z]{3})[ \u00a0\u202f])?\d{1,3}(?:[ \u00a0\u202f.,'’]?\d{3})*(?:[.,]\d{1,2})?[.,]?"
)
_CODE_BEFORE: Final = re.compile(r"\b(?P<code>[A-Z]{3})[ \u00a0\u202f]$")


def is_amount(text: str, start: int, end: int) -> bool:
    """Say whether a range is a number, and the code of a currency stands in it or right before it."""
    amount = _AMOUNT.fullmatch(text, start, end)
    if amount is None:
        return False
    before = _CODE_BEFORE.search(text, max(0, start - 5), start)
    code = amount["code"] or (before["code"] if before else None)
    return code in CURRENCIES and code not in _WORDS
