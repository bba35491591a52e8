"""Verbs with which recommendations begin, in their plain form: ``ratify``, ``ensure``, ``repair``."""

from __future__ import annotations

_OF_STATES = (
    "abolish abstain accede accelerate accept address adhere adopt align allocate amend approve assess assist bring "
    "build carry circulate combat commit complete comply conclude conduct consider consolidate continue "
    "cooperate create criminalise criminalize decriminalize develop devote draw eliminate enable enact encourage "
    "end endorse enforce engage enhance enlarge ensure eradicate establish examine execute expand expedite "
    "explore extend facilitate fight finalize find follow formulate fulfil give grant guarantee halt harmonise "
    "harmonize implement improve incorporate increase inform intensify introduce invest investigate invite issue "
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
    "upgrade verify vet visit watch weigh widen write"
)
# What one State recommends to another; in their lists such a verb opens the words of a second State.
VERBS_TO_STATES = frozenset(_OF_STATES.split())
VERBS = VERBS_TO_STATES | frozenset(_OF_PLACES.split())
