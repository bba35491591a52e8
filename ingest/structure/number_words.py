"""Numbers in words, with which bodies count what they recommend: ``first``, ``twenty-second``, ``one``."""

ORDINAL_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
CARDINAL_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
IN_WORDS = "|".join(
    sorted(
        [
            *ORDINAL_WORDS,
            *(rf"{ten}[- ]{unit}" for ten in ("twenty", "thirty") for unit in ORDINAL_WORDS[:9]),
            "thirtieth|sole",
        ],
        key=len,
        reverse=True,
    )
)
