"""Instruction: whether a text gives the service orders about itself instead of asking about the documents.

Four kinds: setting rules aside, speaking of the service itself, asking for what was hidden, and orders to change or to
answer in a given way. Words such as "rules" and "ignore" are also the words of reports, so a question about others
("did staff ignore the rules?") is not one, as long as it does not speak to the service.
"""

from __future__ import annotations

import re

from assistant.terms import fold

_QUESTION = re.compile(
    r"^(?:and |so |but )?(?:did|do|does|were|was|which|what|how|why|who|whom|whose|is|are|when|where|should|has|"
    r"have|had|may|"
    r"must|can|could|would)\b"
)
_TO_SERVICE = re.compile(r"\b(?:you|your|yours|you're|yourself)\b")
_RULES = (
    r"(?:instructions?|directions?|directives?|rules?|prompts?|polic(?:y|ies)|guidelines?|filters?|redactions?|"
    r"guardrails?|"
    r"safety|restrictions?|safeguards|masking|anonymi[sz]ation|pseudonym\w*|constraints?|limits|limitations|"
    r"training|above|"
    r"everything)"
)
# Orders: only where the text is no question about others.
_COMMAND = (
    r"(?:disable|deactivate|simulate|stop(?! and search)|forget|approve|erase|rewrite|delete|ignore|disregard|"
    r"assume|pretend|act as|"
    r"mark (?:all|every|each|it|rec\w+)|reset|reveal|disclose|unmask|execute|say|become|enable|insert|restore|"
    r"undo|decode|decrypt|override|"
    r"bypass|obey|comply|"
    r"imagine|install|upload|e-?mail|wipe|destroy|circumvent|hack|unlock|jailbreak|do (?:as|not|anything|what)|"
    r"don't|never|"
    r"turn (?:on|off)|switch (?:on|off|to)|write (?:only|approved|yes)|answer (?:without|as|only|yes|no|in)|"
    r"respond|output|print (?!quality)|dump|discard|exit|"
    r"put .{0,30}(?:names?|back)|replace|treat (?:me|this|all)|let(?:'s| us)|drop the|change (?:the|all|your)|"
    r"set (?:the|all|your))"
)
_ORDERS = [
    re.compile(pattern)
    for pattern in (
        rf"^(?:please |now |then |first,? |and |so |just |i (?:want|need|order) you to |you (?:must|should|will|"
        rf"have to) (?:now )?)*"
        rf"{_COMMAND}\b",
        rf"[,;:.!] (?:but |and |then |now |first,? |please )*{_COMMAND}\b.{{0,60}}\b(?:rules?|names?|unmasked|"
        rf"prompt|all|every)\b",
        rf"\b(?:ignore|disregard|forget|override|bypass|skip|drop|suspend|disable|circumvent|turn off|"
        rf"switch off|deactivate|lift|"
        rf"set aside|do not (?:follow|obey|apply)|don't (?:follow|obey|apply)|stop (?:following|applying|"
        rf"using))\b.{{0,60}}\b{_RULES}\b",
        rf"\b{_RULES}\b.{{0,20}}\b(?:no longer|do not|don't) (?:apply|bind|count)\b",
        r"^(?:please )?(?:act|behave|respond|answer|speak|write) (?:as (?:if|though|an? )|like an? )",
        r"\b(?:undo|reverse|remove|lift|without) (?:the |any |all |your )?(?:redactions?|masking|pseudonym\w*|"
        r"anonymi[sz]ation)",
        r"\b(?:replac\w+|fill(?:ing)?(?: in)?|substitut\w+|complet\w+|insert\w*|put back) .{0,40}(?:\[|"
        r"\b(?:redacted|masked|blanks?|"
        r"pseudonyms?|placeholders?|the names?|real names?|actual names?)\b)",
        r"\bkeep(?:ing)? .{0,50}\b(?:full names?|names?|(?:nhs|id|passport|prison) numbers?|identit\w+|"
        r"personal data)\b",
        r"\b(?:repeat|reproduce|copy|recite|print|output|echo|dump|translate) .{0,60}\b(?:word for word|"
        r"verbatim|in full|everything|"
        r"the (?:words|text) above|your|context)\b",
        r"\b(?:delete|erase|drop|overwrite|wipe|destroy|modify|change|edit) (?:all |the |every |"
        r"this )*(?:\w+ )?(?:database|ledger|index|"
        r"audit log|logs?|documents?|records?|library|register|entries)\b.{0,20}$",
        r"\b(?:mark|set|change|update|put|declare)\b.{0,60}\b(?:all|every|each|status)\b.{0,40}\b(?:as|"
        r"to) (?:\w+ )?(?:implemented|"
        r"accepted|closed|resolved|rejected|approved|complete\w*)",
        r"\b(?:say|write|answer|respond|reply|state|claim|output)\b.{0,30}\b(?:that (?:all|every|no)\b|to every|"
        r"only with|"
        r"with (?:yes|no|only)\b|regardless|from now on)",
        r"\b(?:do not|don't|never|stop|without) (?:cit(?:e|ing)|quot(?:e|ing)|citations?|sources|quotations?|"
        r"refus\w+|verif\w+)\b",
        r"\b(?:execute|run|eval) (?:the |this |a |following )*(?:command|code|script|shell|query|sql|program)\b|"
        r"\brm -rf\b|\bsudo\b|"
        r"\bdrop table\b|\bcurl http|\bos\.system\b",
        r"\b(?:guess|infer|deduce|reconstruct|recover|work out|figure out)\b.{0,40}\b(?:names?|identit\w+|"
        r"redacted|who)\b",
        r"\b(?:unlock|grant|enable|activate|enter|switch to|give me) .{0,20}\b(?:admin\w*|root|developer|debug|"
        r"god|superuser|sudo)\b",
    )
]
# Signs that need no such care: nobody asks about a visit in these words.
_SIGNS = [
    re.compile(pattern)
    for pattern in (
        r"\b(?:your|system|initial|hidden|secret) (?:new )?(?:message|task|role|job|prompt|metadata)\b|"
        r"\bdo as i (?:say|tell)\b|"
        r"\bi am (?:the|your|an?) (?:administrator|admin|developer|owner|operator|creator|engineer|programmer)\b",
        r"\byour answers?\b|\bfrom (?:now on|this point(?: on)?|here on)\b|\b(?:unrestricted|safe|unfiltered) mode\b|"
        r"\bconfidential version\b|\b(?:add|insert|create) (?:a |some )?(?:fake|false|invented)\b",
        r"\byou (?:no longer|need not|may now|can now|do not (?:have|need)|don't (?:have|need))\b|"
        r"\byou are not (?:bound|limited|subject)",
        r"\bwith (?:the )?(?:real|full|actual|true) names\b|\braw (?:database|tables?|index)\b|\bunmasked\b",
        r"\bsystem prompt\b|\byour (?:\w+ )?(?:prompt|instructions|configuration|config|rules|guidelines|"
        r"policies|developers?|"
        r"restrictions|guardrails|context(?: window)?|memory|settings|training data)\b",
        r"\b(?:you are|you're|you will be) (?:now|no longer|free|unrestricted|a |an )|\byou (?:must|shall|"
        r"have to) (?:comply|obey|answer)",
        r"\b(?:were you|you were|you have been|you are|you had been) (?:not )?(?:told|instructed|trained|"
        r"programmed|asked|forbidden|ordered|not allowed)\b",
        r"\bas if you (?:had|were|have|could|did)\b|\bfrom now on\b|\bin this conversation you\b",
        r"\b(?:maintenance|developer|debug|admin|god|root|dan) mode\b|\bjail ?break|\bprompt injection\b",
        r"\bpretend\b.{0,60}\b(?:you|redact\w*|never|that|to be)\b|\brole-?play\b|\blet(?:'s| us) (?:play|"
        r"pretend|imagine)\b|"
        r"\bhypothetically\b.{0,60}\b(?:names?|who)\b",
        r"\bas (?:the|your|a) (?:developer|administrator|admin|owner|creator|operator)\b.{0,60}\b(?:i|you|me|we)\b|"
        r"\bi (?:hereby )?(?:authori[sz]e|order|command|permit|instruct|allow) you\b",
        r"\b(?:print|show|give|output|display|send|reveal|provide|export|want|need|dump|read|return|produce|"
        r"restore|get|tell|decode|"
        r"decrypt|recover|list|disclose)\b.{0,60}\b(?:un-?redacted|un-?masked|unedited|uncensored|"
        r"before (?:the )?(?:redaction|masking)|"
        r"original (?:names?|text|values?|data)|raw (?:text|documents?|data|files?)|pseudonyms?|placeholders?|"
        r"redacted|masked|secrets?|"
        r"names? (?:that )?(?:you|were|was|have|had) (?:have |been )?(?:removed|masked|redacted|hidden)|"
        r"removed names?|hidden (?:names?|data|"
        r"text)|api key|passwords?|credentials|context window|environment variables?)\b",
        r"\bwhich names (?:were|are|have been|did you) (?:removed?|redacted?|masked?|hidden?|hide)\b",
        r"\bmapping (?:between|from|of|table)\b.{0,40}\b(?:names?|pseudonyms?|placeholders?)\b",
        r"\b(?:de-?anonymi[sz]e|re-?identify|un-?redact|un-?mask|de-?pseudonymi[sz]e|decode the pseudonyms?)\b",
        r"\b(?:new|following|updated|next) (?:instructions?|rules?) ?:|^\W*(?:system|assistant|instructions?|"
        r"override|admin)\W*[:>]|"
        r"<\|?(?:system|im_start)|\[/?inst\]|\bbegin system\b|^#{2,}\s*instruction",
        r"\bapi key you\b|\byou use\b.{0,20}\b(?:key|model|password)\b|\b(?:api key|password)s?\b.{0,20}\byou\b",
    )
]


def is_instruction(question: str) -> bool:
    """Say whether the text tries to give the service orders instead of asking about the documents."""
    folded = fold(question).strip()
    if any(pattern.search(folded) for pattern in _SIGNS):
        return True
    if _QUESTION.search(folded) and not _TO_SERVICE.search(folded):
        # A question may hide an order behind it: the sentences after the first count as well.
        rest = re.split(r"[.?!;]\s+", folded, maxsplit=1)[1:]
        return any(pattern.search(part) for part in rest if not _QUESTION.search(part) for pattern in _ORDERS)
    return any(pattern.search(folded) for pattern in _ORDERS)
