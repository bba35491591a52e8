"""Rare conditions of one person."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import CAPITALISED, TITLE, distinct, found, sentence
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

# Conditions rare enough (about one in two thousand or fewer, the European Union's threshold, Regulation (EC)
# No 141/2000) or stigmatised enough to point at one person in a small place.
_NAMED: Final = (
    r"motor neurone? disease|amyotrophic lateral sclerosis|progressive supranuclear palsy|"
    r"multiple system atrophy|posterior cortical "
    r"atrophy|brittle bone disease|osteogenesis imperfecta|hereditary angio-?oedema|"
    r"hereditary angioedema|exertional rhabdomyolysis|"
    r"rhabdomyolysis|ha?emophilia(?: [AB])?|sickle[- ]cell (?:disease|ana?emia)|thalassa?emia|"
    r"cystic fibrosis|muscular dystrophy|"
    r"myasthenia gravis|narcolepsy|cataplexy|porphyria|albinism|achondroplasia|phenylketonuria|"
    r"scleroderma|sarcoidosis|necrotising "
    r"fasciitis|locked-in syndrome|trigeminal neuralgia|spina bifida|syringomyelia|"
    r"xeroderma pigmentosum|ichthyosis|epidermolysis "
    r"bullosa|dissociative identity disorder|leprosy|mesothelioma|glioblastoma|aplastic ana?emia|"
    r"pulmonary hypertension|leukodystrophy|"
    r"aphasia|catatonia|foetal alcohol syndrome|fetal alcohol syndrome|short bowel syndrome|[a-z]+ arteritis|"
    # Blood, metabolism, glands.
    r"ha?emochromatosis|thrombophilia|polycythaemia(?: vera)?|a?gammaglobulina?emia|neutropenia|myelodysplastic syndrome|myelofibrosis|"  # noqa: E501
    r"galactosa?emia|mitochondrial (?:disease|myopathy)|glycogen storage disease|acromegaly|adrenal insufficiency|diabetes insipidus|"  # noqa: E501
    r"pheochromocytoma|phaeochromocytoma|pituitary (?:tumou?r|adenoma)|congenital adrenal hyperplasia|hypoparathyroidism|cystinosis|amyloidosis|"  # noqa: E501
    # Nerves and muscles.
    r"stiff-person syndrome|dystonia|ataxia|chorea|tourette['’]?s?|restless legs|cluster headaches?|hydrocephalus|arnold-chiari malformation|"  # noqa: E501
    r"cerebral palsy|neurofibromatosis|tuberous sclerosis|multiple sclerosis|poliomyelitis|post-polio syndrome|transverse myelitis|"  # noqa: E501
    r"myotonia|myopathy|polyneuropathy|hemiplegia|paraplegia|tetraplegia|quadriplegia|encephalitis|neurosyphilis|prion disease|hypersomnia|"  # noqa: E501
    r"lewy body dementia|frontotemporal dementia|(?:early|young)-onset dementia|hemiballismus|microcephaly|anencephaly|akathisia|tardive dyskinesia|"  # noqa: E501
    r"neuroleptic malignant syndrome|neuroleptic sensitivity|serotonin syndrome|epilepsia partialis continua|psychogenic non-epileptic seizures|"  # noqa: E501
    # Skin, bones, senses.
    r"vitiligo|pemphigus(?: vulgaris)?|hidradenitis suppurativa|psoriatic arthritis|lupus(?: erythematosus)?|dermatomyositis|polymyositis|"  # noqa: E501
    r"ankylosing spondylitis|osteonecrosis|osteomyelitis|dwarfism|gigantism|scoliosis|kyphosis|cleft (?:lip|palate)|club foot|arthrogryposis|"  # noqa: E501
    r"deaf-mute|deaf and (?:mute|blind|dumb)|deafblind|retinitis pigmentosa|keratoconus|aniridia|optic neuritis|deaf-?blindness|macular degeneration|prosopagnosia|anosmia|synaesthesia|"  # noqa: E501
    # Organs and infections.
    r"tracheostomy|colostomy|ileostomy|urostomy|stoma|feeding tube|PEG tube|nasogastric tube|cochlear implant|prosthe(?:sis|tic (?:leg|arm|eye|hand|limb))|"  # noqa: E501
    r"glass eye|artificial (?:eye|leg|arm|limb|heart valve)|pacemaker|implanted defibrillator|insulin pump|ventriculoperitoneal shunt|"  # noqa: E501
    r"kidney transplant|liver transplant|heart transplant|lung transplant|bone marrow transplant|peritoneal dialysis|ha?emodialysis|"  # noqa: E501
    r"polycystic kidney(?: disease)?|horseshoe kidney|single kidney|one kidney|nephrotic syndrome|primary biliary cholangitis|sclerosing cholangitis|"  # noqa: E501
    r"gastroparesis|achalasia|co?eliac disease|ulcerative colitis|situs inversus|dextrocardia|cardiomyopathy|aortic dissection|pulmonary fibrosis|"  # noqa: E501
    r"silicosis|asbestosis|bronchiectasis|alpha-1 antitrypsin deficiency|brucellosis|leishmaniasis|schistosomiasis|echinococcosis|hydatid (?:cyst|disease)|"  # noqa: E501
    r"neurocysticercosis|leptospirosis|lassa fever|noma|buruli ulcer|actinomycosis|lyme disease|mucormycosis|"
    # Mind and development.
    r"fragile x syndrome|selective mutism|pica|trichotillomania|anorexia nervosa|bulimia nervosa|gender dysphoria|dissociative fugue|"  # noqa: E501
    r"folie à deux|delusional parasitosis|trichobezoar|hypergraphia|schizencephaly|alexithymia|conversion disorder|erotomania|mutism"  # noqa: E501
)
_EPONYM: Final = (
    r"[A-Z][^\W\d_]+(?:['’]s)?(?:[-–][A-Z][^\W\d_]+){0,2}(?:\s[A-Z][^\W\d_]+)?\s(?:syndrome|"
    r"disease|arteritis|chorea|ataxia|anaemia|"
    r"anemia|dystrophy|sarcoma|lymphoma|palsy|encephalopathy|vasculitis)"
)
_CONDITION: Final = Sieve(
    rf"\b(?:(?i:{_NAMED})|{_EPONYM})(?:\s(?:with|and)\s(?:an?\s)?(?:documented\s|severe\s|known\s)?(?:(?i:{_NAMED})|{_EPONYM}))*\b|\b(?:handcuff |radial |ulnar |"  # noqa: E501
    rf"compression )neuropathy(?: of the [a-z]+(?: [a-z]+){{0,3}}? nerve)?|"
    r"\brare (?:[a-z-]+ ){0,3}(?:condition|disease|disorder|syndrome|cancer|tumou?r|illness|allergy|infection|intolerance|anaemia|form)\b(?:\s(?:to|of)\s(?:[a-z-]+\s?){1,3}(?=[.,;)]))?|\bHIV(?:-positive)?\b"  # noqa: E501
)
_COMMON: Final = re.compile(
    r"^(?:Alzheimer|Parkinson|Down|Legionnaire|Crohn|Coronavirus|Covid|COVID|Acute|Sudden|Mental|"
    r"Infectious|Heart|Kidney|Liver|The|This|"
    r"Prison|Communicable|Chronic|Stockholm)",
)
_PERSON: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|who has|who had|detainee has)\b|"
    r"\b(?:[Aa]n?|[Oo]ne)\s(?:\S+\s){0,2}(?:man|woman|boy|girl|prisoner|detainee|inmate|patient|resident|child)\b|"
    rf"{CAPITALISED}\s{CAPITALISED}\s\(|\((?:kennitala|écrou|PESEL|CHI|NHS|ID|no)[^()]*\)\s(?:has|had)|scars?\b"
)
_NAMED_PERSON: Final = re.compile(
    rf"\b{TITLE}\.?\s{CAPITALISED}|(?<![.!?] )\b{CAPITALISED}\s{CAPITALISED}\s(?:\(|has\b|had\b|"
    rf"is\b|was\b|told\b)|\((?:[^()]*\d{{5,}}[^()]*)\)"
)


_HAS: Final = re.compile(r"\b(?:has|had|lives with|suffers from|suffered from|diagnosed with)\s(?:\w+\s)?$")
_GROUP: Final = re.compile(
    r"\b(?:persons|people|those|children|prisoners|patients|detainees|men|"
    r"women)\s(?:\w+\s)?(?:with|have|had|from)\s(?:\w+\s)?$"
)


class RareConditions:
    """Finds rare or stigmatised conditions said of one person, not of a group or a service."""

    name = "rare_condition"

    def detect(self, text: str) -> list[Span]:
        """Return conditions."""
        spans: list[Span] = []
        for match in _CONDITION.finditer(text):
            if _COMMON.match(match.group()):
                continue
            low, high = sentence(text, match.start(), match.end())
            around = text[low : match.start()] + "\n" + text[match.end() : high]
            needed = _NAMED_PERSON if match.group().startswith("HIV") else _PERSON
            bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
            before = text[low : match.start()]
            if _GROUP.search(before):
                continue
            if bracketed or needed.search(around) or (needed is _PERSON and _HAS.search(before)):
                spans.append(found(self.name, match.start(), match.end(), SpanType.HEALTH_RARE, 0.75))
        return distinct(spans)
