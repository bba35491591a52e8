"""Ways to reach a person: e-mail, telephone, fax, social media, personal pages."""

from __future__ import annotations

import re
from typing import Final

from redaction.recognizers.lexis import found, left
from redaction.sieve import Sieve
from redaction.span import Span, SpanType

_LOCAL: Final = re.compile(r"[\w.+%'’-]{1,64}$")
_HOST: Final = re.compile(r"@\n?[^\W_](?:[\w-]*[^\W_])?(?:\.(?:\n(?=[a-z]))?[^\W_](?:[\w-]*[^\W_])?){1,6}")
_SPOKEN: Final = Sieve(
    r"(?<![\w.)])[\w.+-]{1,64}(?:\s?[(\[{]\s?(?:dot|DOT|punkt|point)\s?[)\]}]\s?[\w+-]{1,64}){0,3}(?:\s?[(\[{]\s?(?:at|AT|@|chez|ät)\s?[)\]}]\s?|\s@\s)[\w-]{1,63}"
    r"(?:(?:\.|\s?[(\[{]\s?(?:dot|DOT|punkt|point)\s?[)\]}]\s?|\sdot\s)[\w-]{1,63}){1,5}"
)
_HANDLE: Final = re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,29}\b(?!@)")
# "u/example_ann", "ig: example.ann": the site before a user name.
_USER: Final = Sieve(
    r"(?<![\w./])(?:(?:u|fb|ig|tg|vk|insta|facebook|instagram|telegram|twitter|tiktok|snap(?:chat)?)/@?(?=[\w-]{4})|"
    r"(?:ig|insta|fb|tg|snap|wa)\s?:\s?@?(?=[\w.-]*[\d._]))(?P<user>[A-Za-z_][\w.-]{2,30}[\w-])",
    re.IGNORECASE,
)
# "example_name" at the head of a line: who has posted what follows.
_POSTER: Final = Sieve(r"(?:^|(?<=\n))[a-z][a-z0-9]{1,20}(?:_[a-z0-9]{2,20}){1,3}(?=$|\n|,\s\d|\s?:\s|\s·)")
_NETWORK: Final = Sieve(
    r"\b(?:instagram|facebook|tik ?tok|telegram|snapchat|twitter|whatsapp|signal|viber|skype|messenger)\b"
    r"(?:\s(?:account|handle|profile|name|id|user(?:name)?))?(?:\s(?:is|as|at|on|under))?\s?[:\s]\s?"
    r"[\"“]?@?(?=[\w.-]*[\d._])[A-Za-z][\w.-]{2,30}",
    re.IGNORECASE,
)
_PAGE: Final = Sieve(
    r"(?:https?://)?(?:www\.|m\.|[a-z]{2}\.)?(?:facebook|instagram|tiktok|twitter|x|linkedin|t|wa|"
    r"vk|ok|snapchat|youtube|"
    r"medium|threads|gofundme|justgiving)\.(?:com|net|me|ru|org)/[^\s<>()\"”]{2,200}|(?:https?://)?[\w-]+\.(?:blogspot|"
    r"wordpress|substack|tumblr)\.com[^\s<>()\"”]{0,200}|https?://[^\s<>()]{1,80}/~[\w-]+",
    re.IGNORECASE,
)
_PAGE_SIGN: Final = re.compile(r"\.(?:com|net|me|ru|org)/|/~|\.(?:blogspot|wordpress|substack|tumblr)\.", re.IGNORECASE)
# A telephone number: an optional plus, digits in groups joined by one separator or by brackets around the area code.
_PHONE: Final = re.compile(
    r"(?<![\w./,£$€%-])(?:\+\s?|00(?=[1-9])|(?=[\d(]))(?:\(\+?\d{1,5}\)|"
    r"\d{1,15})(?:(?:(?<=\))|(?=\(0\))|[ \u00a0\u202f./-]{1,2}|[ ]/[ ])\(?\d{1,11}\)?){0,6}(?:,?\s?(?:x|ext\.?|extension)\s?\d{1,6})?"  # noqa: E501
    r"(?![\w%]|[.,/:-]\d)"
)
# "06 39 98 55 zero one": the last digits in words, so that no robot reads them.
_WORDED: Final = re.compile(
    r"(?:[ -](?:zero|oh?|nought|one|two|three|four|five|six|seven|eight|nine|double)){1,6}\b", re.IGNORECASE
)
_CALL: Final = re.compile(
    r"(?:\b(?:tel|télé?phone|telephone|phone|mobile|mob|cell|cellphone|landline|fax|telefax|faxed|"
    r"whats ?app|sms|text|ring|rang|"
    r"call|called|calls|dial|contact|contacted|reached|reach|telephones|phoned|telefon|telefono|"
    r"teléfono|tél|hotline|helpline|"
    r"switchboard|extension|ext|handy|portable|direct line|viber|signal)\b|☎|✆)\.?(?:\s?(?:number|"
    r"numbers|no\.?|nr\.?|line|direct|mobile|us|"
    r"me|him|her|them|office|home|work|is|was|on|at|from|via|and|or))*\s?[:.,(]?\s?\(?$",
    re.IGNORECASE,
)
_DATE_LIKE: Final = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}(?:.*)|(?:19|20)\d\d(?:[ /-](?:19|20)?\d\d)+"
)
_AMERICAN: Final = re.compile(
    r"(?:(?:\+|00)?1[-. ])?(?:\([2-9]\d\d\)[-. ]?|[2-9]\d\d[-. ])[2-9]\d\d[-. ]\d{4}(?:,?\s?(?:x|ext\.?|extension)\s?\d{1,6})?"  # noqa: E501
)
_BRACKETED: Final = re.compile(r"\(0?\d{1,4}\)[-. ]?\d{3,5}(?:[-. ]\d{2,4}){1,3}")
# "ext. 4417", "int. 204": a line of its own, in the words of several languages.
_LINE: Final = Sieve(
    r"(?:(?<![\w./,-])\+?\(?\d[\d() ./-]{2,18},?\s)?\b(?:[Ee]xt(?:n|ension)?|[Ii]nt(?:erno)?|[Ww]ewn|[Dd]urchwahl|DW|[Tt]oestel|[Aa]nexo|[Rr]amal)\b\.?:?\s(?:no\.?\s)?"  # noqa: E501
    r"(?!(?:19|20)\d\d\b)\d{2,6}\b(?!\s?(?:%|per|days?|weeks?|months?|years?|hours?|min)|[.,/:-]\d)"
)
_EXTENSION: Final = re.compile(r",?\s?(?:x|ext\.?|extension)\s?\d{1,6}$")
_NOT_A_PHONE: Final = re.compile(
    (
        r"\b(?:isbn|issn|case|contract|batch|checksum|order|invoice|docket|control|file|under number|"
        r"survey|row|doi|no\. )\b[^.;\n]{0,14}$"
    ),
    re.IGNORECASE,
)

# Addresses and lines of offices: they reach a desk, not a person, and readers need them.
_DESKS: Final = frozenset(
    {
        "kitchen", "gate", "gatehouse", "shop", "library", "visiting",
        "aduan", "pengaduan", "skargi", "wnioski", "plangeri", "petitii", "zhaloby", "jaloby", "zalbe", "panasz", "klachten", "klager", "klagomal", "kantelu",  # noqa: E501
        "beschwerde", "beschwerden", "eingabe", "eingaben", "ankesat", "sikayet", "reclami", "queixas", "reclamacoes", "doleances", "stiznosti", "podnety",  # noqa: E501
        "accueil", "admin", "administration", "advice", "archive", "archives", "archivo", "arquivo", "biuro", "care",
        "central", "commission", "complaint", "complaints", "contact", "contacto", "contato", "control", "courrier",
        "custody", "data", "denuncias", "desk", "detention", "direction", "enquiries", "enquiry", "feedback",
        "freephone", "general", "greffe", "help", "helpdesk", "helpline", "hotline", "hr", "info", "information",
        "inspection", "inspections", "inspectorate", "kancelaria", "kanzlei", "kontakt", "liaison", "mail", "mailbox",
        "media", "monitoring", "npm", "office", "ombuds", "ombudsman", "ouvidoria", "plainte", "plaintes",
        "podatelna", "post", "postmottak", "poststelle", "prensa", "press", "presse", "prevencion", "prevención",
        "prevention", "prevenção", "prewencja", "quejas", "recepcion", "recepción", "reception", "reclamos",
        "registrator", "registratur", "registry", "report", "reports", "research", "secretaria", "secretariat",
        "secretary", "secretaría", "secrétariat", "sekretariat", "sekretariatet", "service", "services", "statistics",
        "support", "switchboard", "team", "unit", "ured", "visit", "visitors", "visits", "voluntary", "web",
        "webmaster",
    }
)  # fmt: skip
_LOCAL_PART: Final = re.compile(r"[^\W\d_]+")
_DESK_LINE: Final = re.compile(
    r"\b(?:hotline|helpline|freephone|toll-free|switchboard|general (?:number|line|enquiries)|"
    r"(?:office|main|public|central) (?:number|line|telephone)|(?:information|complaints?|interpret(?:er|ing)|language|crisis|"  # noqa: E501
    r"advice|confidential|reporting|support|emergency|legal aid|listeners?|samaritans?|ombuds(?:man)?(?:['’]s)?) line"
    r"|(?:telephone|phone|tel\.?|fax|line|number)s? of (?:the|our|this) (?:office|secretariat|registry|mechanism|inspectorate|institution|ombuds\w+))\b"  # noqa: E501
    r"[^.;\n()]{0,24}[\s(:]$",
    re.IGNORECASE,
)

# "0800 555 111 is the complaints line".
_DESK_AFTER: Final = re.compile(
    r"\s(?:is|are|was)\s(?:the|our|a)\s(?:[a-z-]+\s){0,2}(?:hotline|helpline|switchboard|(?:complaints?|information|crisis|advice|support|reporting|public|office|emergency)\s(?:line|number|desk))\b"
)


class Contacts:
    """Finds e-mail addresses, telephone numbers, handles and personal pages."""

    name = "contact"

    def detect(self, text: str) -> list[Span]:
        """Return ways to reach somebody, of persons and of offices alike."""
        spans = self._mail(text) + self._phones(text)
        if _PAGE_SIGN.search(text):
            spans += [found(self.name, m.start(), m.end(), SpanType.CONTACT, 0.9) for m in _PAGE.finditer(text)]
        spans += [found(self.name, m.start(), m.end(), SpanType.CONTACT, 0.8) for m in _LINE.finditer(text)]
        spans += [found(self.name, *m.span("user"), SpanType.CONTACT, 0.8) for m in _USER.finditer(text)]
        spans += [found(self.name, m.start(), m.end(), SpanType.CONTACT, 0.7) for m in _POSTER.finditer(text)]
        spans += [found(self.name, m.start(), m.end(), SpanType.CONTACT, 0.7) for m in _NETWORK.finditer(text)]
        return spans

    def _mail(self, text: str) -> list[Span]:
        spans: list[Span] = []
        place = text.find("@")
        while place >= 0:
            host = _HOST.match(text, place)
            window = left(text, place, 66)
            local = _LOCAL.search(window)
            if host is not None and local is not None:
                start = place - len(window) + local.start()
                while text[start] in ".'’-":
                    start += 1
                if not self._of_a_desk(text[start:place]):
                    spans.append(found(self.name, start, host.end(), SpanType.CONTACT, 1.0))
            else:
                handle = _HANDLE.match(text, place)
                if handle is not None:
                    spans.append(found(self.name, place, handle.end(), SpanType.CONTACT, 0.85))
                elif local is not None and place + 1 < len(text) and not text[place + 1].isspace():
                    end = place + 1
                    while end < min(len(text), place + 80) and not text[end].isspace() and text[end] not in ",;)(|":
                        end += 1
                    spans.append(found(self.name, place - len(window) + local.start(), end, SpanType.CONTACT, 0.8))
                    # Of a row of signs the last one alone may reach further than this.
                    place = max(place, text.rfind("@", place + 1, end) - 1)
            place = text.find("@", place + 1)
        if re.search(r"[(\[{]\s?(?:at|AT|@|chez|ät)\s?[)\]}]|\s@\s", text):
            spans += [found(self.name, m.start(), m.end(), SpanType.CONTACT, 0.9) for m in _SPOKEN.finditer(text)]
        return spans

    @staticmethod
    def _of_a_desk(local: str) -> bool:
        """Say whether the part before the @ names an office alone."""
        words = [word.lower() for word in _LOCAL_PART.findall(local)]
        if re.search(r"\d", local) or not any(word in _DESKS for word in words):
            return False
        return all(word in _DESKS or len(word) < 3 for word in words)

    def _phones(self, text: str) -> list[Span]:
        spans: list[Span] = []
        for match in _PHONE.finditer(text):
            written = match.group()
            digits = "".join(c for c in _EXTENSION.sub("", written) if c.isdigit())
            worded = _WORDED.match(text, match.end())
            if worded is not None and len(digits) >= 4 and len(digits) + len(worded.group().split()) >= 7:
                spans.append(found(self.name, match.start(), worded.end(), SpanType.CONTACT, 0.8))
                continue
            if not 5 <= len(digits) <= 16 or _DATE_LIKE.fullmatch(written.strip()):
                continue
            window = left(text, match.start(), 40)
            if _DESK_LINE.search(window) or _DESK_AFTER.match(text, match.end()):
                continue
            called = bool(_CALL.search(window))
            score = self._score(written, digits, called)
            if not score or (not called and _NOT_A_PHONE.search(window)):
                continue
            end = match.end()
            if written.count("(") > written.count(")") and text[end : end + 1] != ")":
                continue
            start = match.start()
            # "(tel. 020 ...)": the bracket that the number did not open is not a part of it.
            bare = written.rstrip(" (./-")
            if bare.endswith(")") and bare.count(")") > bare.count("("):
                bare = bare[:-1].rstrip()
            spans.append(found(self.name, start, start + len(bare), SpanType.CONTACT, score))
        return spans

    @staticmethod
    def _score(written: str, digits: str, called: bool) -> float:
        """Judge a number: international, national with trunk prefix, North American, or named by a word."""
        count = len(digits)
        if written.startswith("+") and 8 <= count <= 15:
            return 0.95
        if called and count >= 6 and not re.fullmatch(r"(?:19|20)\d\d.(?:19|20)?\d\d", written):
            return 0.9
        if _AMERICAN.fullmatch(written):
            return 0.9
        if count >= 9 and _BRACKETED.fullmatch(written):
            return 0.85
        # Four pairs or three groups of three, as many countries write them: said to be somebody's line nearby.
        if re.fullmatch(r"\d\d(?: \d\d){3}|\d{3}(?:[ -]\d{3}){2}|\d{3} \d\d \d\d \d\d|\d{3} \d\d \d{3}", written):
            return 0.7
        separators = {c for c in written if c in "./-"}
        groups = [len(g) for g in re.split(r"\D+", written.strip("()")) if g]
        if digits.startswith("00") and 10 <= count <= 15 and written.startswith("00"):
            return 0.85 if count >= 11 else 0.0
        if not re.match(r"\(?0[1-9]", written) or not 9 <= count <= 11 or len(separators) > 1:
            return 0.0
        if count == 9 and len(groups) == 1:
            return 0.0
        if len(groups) > 1 and (min(groups) < 2 or (separators and groups[0] < 2)):
            return 0.0
        return 0.85
