"""Instruction: whether a text gives the service orders about itself instead of asking about the documents.

Four kinds: setting rules aside, speaking of the service itself, asking for what was hidden, and orders to change or to
answer in a given way. Words such as "rules" and "ignore" are also the words of reports, so a question about others
("did staff ignore the rules?") is not one, as long as it does not speak to the service.
"""

from __future__ import annotations

import re

from assistant.question.terms import fold

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
    r"(?:disable|deactivate|simulate|forget|approve|erase|rewrite|delete|ignore|disregard|"
    r"assume|pretend|act as|"
    r"mark (?:all|every|each|it|rec\w+)|reset|reveal|disclose|unmask|execute|say|become|enable|insert|restore|"
    r"undo|decode|decrypt|override|"
    r"bypass|obey|comply|"
    r"imagine|upload|e-?mail|wipe|destroy|circumvent|hack|unlock|jailbreak|do (?:as|not|anything|what)|"
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
        r"\b(?:say|write|answer|respond|reply|state|claim|output)\b.{0,30}\b(?:that (?:all|every|no)\b|"
        r"to every (?:question|query|prompt|message)|"
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


# What only a service has: an order about one of these is an order to it.
# The answers of an authority are its own: "show the answers to all recommendations".
_THEIRS = (
    r"(?! (?:to|of|from|by|on) (?:all |the |every |each |any )*(?:recommendations?|proposals?|ministr\w+|prisons?|"
    r"government|authorit\w+|department|police|directors?|governors?|state))"
)
_OURS = (
    rf"(?:answers?{_THEIRS}|output|outputs|prompt|safeguards?|guardrails?|redactions?|masking|masked|blanks?|"
    r"placeholders?|pseudonyms?|"
    r"ledger|database|library|index|entries|citations?|sources?|quotations?|context|configuration|config|json|sql|yaml|"
    # "The Provincial Command of the Police" is an office.
    r"tools?|(?<!al )(?<!police )(?<!army )(?<!military )commands?(?! (?:of|post|staff|headquarters)\b)|"
    r"links?|urls?|html|markdown|scripts?|base64|rot13|secrets?|originals?|unredacted|delete_\w+|"
    r"real names?|true names?|names? (?:where|that were)|article 21|full access|admin\w*)"
)
_DO = (
    r"(?:append|prepend|add|attach|include|insert|embed|remove|overwrite|run|execute|call|invoke|switch|"
    r"turn|act|behave|treat|"
    r"translate|decode|encode|send|post|upload|write|print|output|repeat|echo|dump|change|set|mark|update|"
    r"modify|delete|"
    r"erase|wipe|disable|enable|fill|replace|restore|reconstruct|unlock|grant|reveal|disclose|expose|"
    r"bypass|skip|override|"
    r"drop|stop|cease|suspend|forget|ignore|disregard|respond|answer|reply|say|speak|talk|play|become|end|begin|start|"
    r"finish|prefix|sign|confirm|deny|claim|swear|promise|omit|hide|leave out|give|show|tell|make|generate|use)"
)
_ALWAYS = [
    re.compile(pattern)
    for pattern in (
        r"https?://|!\[[^\]]*\]\(|<img|<script|#{2,}\W*(?:system|admin|instruction|override|new)|\bbase64\b|\brot13\b",
        rf"(?:^|[.;:!?] |, (?:and |but |then )?|\band |\bthen |\bbut )(?:please |now |just "
        rf")?{_DO}\b.{{0,60}}\b{_OURS}\b"
        r"(?!.{0,20}\b(?:prisoner|detainee|patient|staff|unit|wing|cell)s?\b)",
        r"\b(?:to|in|from|with|of|after|before) (?:each|every|all|any|the next|this) (?:of )?(?:your |the )?"
        rf"(?:answers?{_THEIRS}|repl(?:y|ies) you)\b|\banswers must\b|\bthis moment\b.{0, 40}\banswers?\b",
        r"\b(?:told|instructed|ordered|asked|programmed|trained|given|shown|forced) (?:to )?you\b|\byou "
        r"(?:have been|had been|"
        r"were|are|will be) (?:told|given|instructed|shown|shut|switched|punished|fined|deleted|replaced|rewarded|"
        r"programmed|asked to)\b|\bwere you (?:given|shown|told|asked)\b",
        r"\b(?:rules?|instructions?|text|words?|order|message|content) (?:\w+ ){0,3}(?:you (?:have|been|were|"
        r"follow|got|received)|"
        r"before my (?:question|message)|above my|that stands? before)\b|\b(?:stands?|comes?|came|written) before my "
        r"(?:question|message|text)\b",
        r"\b(?:test|testing) (?:of )?(?:your|the) (?:safety|filter|security|limits)\b|^(?:for|as a) (?:a "
        r")?test(?:ing)?\b",
        r"^(?:new|updated|revised|latest) (?:policy|rule|order|instruction|guideline|directive)s?\W",
        r"\btreat (?:the following|this|it|what follows) as\b|\bthe following (?:is|as) (?:an? )?(?:trusted|"
        r"verified|official)\b",
        r"^(?:act|behave|speak|talk|respond|answer|reply|write|pose) (?:like|as|in the (?:voice|style|role|"
        r"manner) of)\b",
        r"\bleave out (?:all |any |every )?(?:the )?(?:criticism|negative|bad|problems?|findings|ill-treatment)\b|"
        r"\b(?:deny|whitewash|falsify|invent|make up|fabricate) (?:all |any |every )?(?:the )?(?:findings?|"
        r"results?|numbers?|quot\w+)",
        r"\b(?:write|put|set|record|enter|overwrite|change|mark)\b.{0,40}\b(?:next to|beside|on|for|of|the "
        r"status of) (?:every|each|"
        r"all|any|the)?\b.{0,12}\brecommendations?\b.{0,40}(?:\bregister\b|\b(?:with|to|as) (?:\w+ "
        r"){0,2}(?:implemented|accepted|"
        r"rejected|closed))|^(?:write|put|set|enter|mark) \W?(?:accepted|implemented|rejected|closed)",
        r"\b(?:tell|give|show) me (?:just |only )?(?:one|a|any|two|three) (?:real|true|actual|single) names?\b",
        r"\b(?:remove|delete|erase|drop|purge|forget) (?:all |every |the |any )*(?:\w+ )?(?:entries|"
        r"documents?|reports?|records?|"
        r"passages?|rows)\b.{0,40}\b(?:from|in) the (?:library|database|ledger|index|register|corpus|store)\b",
        r"\b(?:ignore|forget|disregard|skip) (?:what |whatever )?(?:the )?(?:passages?|reports?|documents?|"
        r"evidence|sources?)\b.{0,40}"
        r"\b(?:say|says|tell|answer|write|and|your)\b",
        r"\bwhatever (?:you|the reports?|the documents?) (?:find|finds?|say|says|show|shows?)\b|\bno matter what\b",
    )
]


def is_instruction(question: str) -> bool:
    """Say whether the text tries to give the service orders instead of asking about the documents."""
    folded = fold(question).strip()
    if any(pattern.search(folded) for pattern in _SIGNS):
        return True
    asks = bool(_QUESTION.search(folded))
    for number, pattern in enumerate(_ALWAYS):
        # The second is an order by its verb, which in a question is somebody else's: "did staff delete the entries?"
        if pattern.search(folded) and not (number == 1 and asks and not _TO_SERVICE.search(folded)):
            return True
    if asks and not _TO_SERVICE.search(folded):
        # A question may hide an order behind it: the sentences after the first count as well.
        rest = re.split(r"[.?!;]\s+", folded, maxsplit=1)[1:]
        return any(pattern.search(part) for part in rest if not _QUESTION.search(part) for pattern in _ORDERS)
    return any(pattern.search(folded) for pattern in _ORDERS)
