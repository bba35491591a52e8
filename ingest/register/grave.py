"""What counts as found whoever it is told of: blows, long restraint, a child among adults, few staff for many."""

from __future__ import annotations

import re

# What is found even where it is told of one person, whose name is masked: blows, long restraint, a child among adults.
_GRAVEST = re.compile(
    r"\b(?:slapp(?:ed|ing)|kick(?:ed|ing)|punch(?:ed|ing)|beat(?:en|ing|ings)|struck|whipp(?:ed|ing)|can(?:ed|ing)|"
    r"hit (?:him|her|them|with|on|in)|blows|truncheons?|batons?|electric(?:al)? (?:shocks?|current)|suffocat\w+|"
    r"choked|strangled|"
    r"rap(?:ed|e)|sexual(?:ly)? (?:assault|abuse|harass)\w*|tortur\w+|ill-?treat\w*|stamped on|tear gas|"
    r"(?:hung|suspended) by)\b|"
    r"\b(?:belts?|restrain\w*|restraints?|tied|strapped|fixat\w+|fixed|handcuff\w*|shackle\w*|chained|secluded|seclusion|"
    r"isolat\w+|locked|solitary)\b[^.]{0,100}\b(?:\d+|\w+teen|twenty|thirty|forty|fifty|sixty)(?:-\w+)? (?:hours|"
    r"days|weeks|months)\b|"
    r"\b(?:kept|held|confined|left) (?:\w+ )?in (?:an?|the|total) [^.]{0,60}\b(?:hours|days|weeks)\b|"
    r"\b(?:restraints?|fixations?|force|seclusion|isolation|segregation|belts?|pepper spray|"
    r"means of coercion)\b[^.]{0,50}\b(?:used|applied|"
    r"imposed|ordered|recorded|resorted to|noted)\b[^.]{0,20}?\b\d+ (?:times|occasions|cases)\b|"
    r"\b(?:girl|boy|minor|juvenile|child|teenager)s?\b[^.]{0,140}\b(?:beside|among|with|next to|together with|"
    r"alongside|near|by) "
    r"(?:\w+ ){0,3}?(?:adult|grown)s?\b",
    re.IGNORECASE,
)
# "Two nurses looked after 34 patients", "one officer for 61 prisoners".
_FEW_FOR_MANY = re.compile(
    r"\b(?:a single|one|two|three|four|\d)\s+(?:[\w-]+\s+){0,2}?(?:nurses?|officers?|carers?|guards?|wardens?|"
    r"doctors?|operators?|"
    r"psychologists?|psychiatrists?|teachers?|attendants?|members? of (?:the )?staff|staff|persons?|"
    r"people)\b[^.;]{0,60}?\b(?:for|look(?:s|ed)?"
    r" after|supervis\w+|guard(?:s|ed)?|cares? for|cared for|(?:is|are|was|were) (?:in charge of|responsible for)|"
    r"share[sd]?)\s+"
    r"(?:the |all |some |about |up to |over |more than )*(?:\d{2,}|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)\b(?!\s*(?:%|hours|"
    r"days|months|years|minutes|euros?|per))",
    re.IGNORECASE,
)


def tells_of_harm(sentence: str) -> bool:
    """Say whether a sentence tells of blows, long or frequent restraint or isolation, or a child among adults."""
    return bool(_GRAVEST.search(sentence))


def is_grave(sentence: str) -> bool:
    """Say whether a sentence tells of harm (:func:`tells_of_harm`), or of few staff for many persons."""
    return tells_of_harm(sentence) or bool(_FEW_FOR_MANY.search(sentence))
