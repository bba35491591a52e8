"""Verbs with which recommendations begin, in their plain form: ``ratify``, ``ensure``, ``repair``."""

from __future__ import annotations

import re

_OF_STATES = (
    "abolish abstain accede accelerate accept address adhere adopt align allocate amend approve assess assist bring "
    "build carry circulate combat commit complete comply conclude conduct consider consolidate continue "
    "cooperate create criminalise criminalize decriminalize develop devote draw eliminate enable enact encourage "
    "end endorse enforce engage enhance enlarge ensure eradicate establish examine execute expand expedite "
    "explain explore extend facilitate fight finalize find follow formulate fulfil gazette give grant guarantee "
    "halt harmonise harmonize implement improve incorporate increase inform intensify introduce invest "
    "investigate invite issue "
    "join keep launch lift limit maintain make monitor observe offer organize pass pay prevent prioritize "
    "proceed prohibit promote prosecute protect provide publish punish pursue raise ratify recognize reconsider "
    "redouble reduce reform register remove repeal report request respect respond restore restrict reverse "
    "review revise seek set share sign speed stop strengthen study submit supply support suspend tackle take "
    "train undertake update uphold use withdraw work allow"
)
_OF_PLACES = (
    "appoint arrange assign attach avoid balance check choose clarify clean close collect commission communicate "
    "compile confirm consult convert cover cut declare define deliver demolish describe design direct "
    "discontinue double dismantle designate display "
    "distribute document ease employ equip fill finance fit fix furnish hire hold identify include inspect "
    "install instruct intervene lay lend let lower map meet mend move notify oblige obtain open operate oversee "
    "paint perform phase place plan prepare present preserve print procure produce put reach read rebuild "
    "recognise reconstruct record recruit rectify redecorate refer refrain refurbish regulate release relocate "
    "remedy remind renovate reopen repair replace reply require reserve resolve restart restructure resume "
    "retain reunite reward rewrite run sanction schedule screen secure see send separate serve service show "
    "spend staff start store supervise switch table teach tell terminate test transfer translate treat unlock "
    "upgrade verify vet visit watch weigh widen write "
    "cease compensate connect decide dedicate desist dig dispense divide drain drill enrol enter erect escort exempt "
    "fumigate gather impose instal insulate isolate permit purchase reassess redesign reinforce reinstate rehouse "
    "renew repaint replenish rescind resettle scrap seal settle shorten shut sink substitute unblock vacate ventilate"
)
# What one State recommends to another; in their lists such a verb opens the words of a second State.
VERBS_TO_STATES = frozenset(_OF_STATES.split())
VERBS = VERBS_TO_STATES | frozenset(_OF_PLACES.split())

# "Post a second nurse", "Name a child protection officer": an unknown word before an article or the like commands;
# prepositions, conjunctions and what else opens a sentence so do not.
_OPENS_COMMAND = re.compile(
    r"(?!(?:In|On|At|For|To|From|With|Of|By|After|Before|During|Within|Under|Over|Among|Amongst|Between|Through|Without|"
    r"Since|Until|Till|When|While|Whilst|Where|Wherever|If|As|Because|Although|Though|Unless|Once|Both|Half|Only|Not|"
    r"Such|Like|Unlike|Despite|Given|Is|Are|Was|Were|Has|Had|Does|Did|Can|Could|May|Might|And|But|Or|Nor|Yet|So|Than|"
    r"That|What|Which|Who|Whose|How|Why|All|Almost|Even|Just|Most|Many|Some|Few|Much|Against|Across|About|Above|Along|"
    r"Around|Behind|Below|Beneath|Beside|Besides|Beyond|Near|Outside|Inside|Per|Via|Upon|Toward|Towards|Throughout|"
    r"Whereas|Whether|Quite|Rather|Perhaps|Maybe|Indeed|Here|There|Also|Still|Again|Often|Sometimes|Thus|Hence|Instead|"
    r"First|Second|Third|Next|Last|Later|Then|Now|Today|Yesterday|Overall|Otherwise|Moreover|However|Every|Each|Any|Nor|"
    r"Neither|Either|Elsewhere|Everywhere|Nowhere|Never|Always|Except|This|These|Those|It|We|They|He|She|You|I|Ever|"
    r"\w+day|January|February|March|April|June|July|August|September|October|November|December|\w+ly|\w+ing|\w+ed|\w+wise)"
    r"\b)[A-Z][a-z]{2,}\s+(?:(?:up|out|off|down|in|back|away|over)\s+)?"
    r"(?:an?|the|all|each|every|any|its|their|his|her|no|at\s+least|more|who|whom|what|whether|how|that|such)\s+[a-z]"
)


def commands(text: str) -> bool:
    """Say whether a text opens with a command: a verb of :data:`VERBS`, or any other before an article or the like."""
    return re.split(r"\W", text, maxsplit=1)[0].lower() in VERBS or bool(_OPENS_COMMAND.match(text))
