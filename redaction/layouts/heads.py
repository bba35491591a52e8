"""Labels of forms and heads of columns in languages whose forms stand in English reports."""

from __future__ import annotations

import re
from typing import Final

from redaction.span import SpanType

# By type: words as forms print them, most of them of one meaning only; tried after the English labels.
FOREIGN_HEADS: Final[tuple[tuple[SpanType, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            SpanType.DOB,
            r"née?(?:\s?\(e\))?\sle|date\sde\snaissance|fecha\sde\snac(?:\.|imiento)|f\.?\sde\snac\.?|data\sde\snasc(?:\.|imento)|data\sdi\snascita|geb\.?-?\s?dat(?:\.|um)|"
            r"geburts(?:datum|tag)|geb\.(?:\sam)?|geboortedatum|fødselsdato|födelsedatum|syntymäaika|data\surodzenia|datum\snarozen[ií]|dátum\snarodenia|datum\srođenja|"
            r"data\snașterii|születési\sidő|doğum\starihi|ta(?:nggal|rikh)\slahir|tgl\.?\slahir|tarehe\sya\skuzaliwa",
        ),
        (
            SpanType.NAME,
            r"nom(?:\sde\sfamille|\set\sprénoms?|s)?|prénoms?|apellidos?(?:\sy\snombres?)?|nombres?(?:\sy\sapellidos?|\scompleto)?|alias|apodo|cognome(?:\se\snome)?|"
            r"nome(?:\scompleto|\se\scognome|\sdo\s\w+)?|sobrenome|(?:nach|vor|familien)name|name,\svorname|imię(?:\si\snazwisko|\sojca|\smatki)?|nazwisko(?:\si\simię)?|"
            r"jméno(?:\sa\spříjmení)?|příjmení|meno(?:\sa\spriezvisko)?|priezvisko|ime(?:\si\sprezime|\socal?a)?|prezime|nume(?:le)?(?:\sși\sprenume(?:le)?)?|prenume(?:le)?|"
            r"naam|(?:voor|achter)naam|(?:for|etter|efter)?navn|(?:för|efter)?namn|nimi|(?:suku|etu|ees|perekonna)nimi|vardas|pavardė|vārds|uzvārds|(?:vezeték|kereszt)?név|"
            r"ad[ıi](?:\s(?:ve\s)?soyad[ıi])?|soyad[ıi]|nama(?:\spenuh|\slengkap)?|jina(?:\skamili|\sla\s\w+)?|pangalan|fils\sde|hij[oa]\sde|filh[oa]\sde|padre|madre|pai|mãe|père|mère",
        ),
        (
            SpanType.ID,
            r"(?:n[°ºo]\.?\s?(?:d['’])?)?écrou|n[°º]\s?(?:dossier|matricule)|legajo|prontuario|expediente|matr[íi]cula|matricola|d\.?n\.?i\.?|c[ée]dula|documento|dossier|buchnummer|"
            r"gefangenennummer|spis(?:ová\szn\.?)?|fødselsnr\.?|personnr\.?|nik|no\.?\ski?mlik(?:\sno\.?)?|no\.?\s(?:kp|ic)",
        ),
        (
            SpanType.CELL,
            r"celdas?|cellule|zelle|haftraum|cela|cella|celă|camera|chambre|habitación|zimmer|stanza|pokój|pokoj|soba|selli|selle|celle|cama|lit|bett|łóżko|"
            r"pabellón\s(?:y|/)\scelda|bât(?:iment)?\.?\s?/\s?cellule|hücre|koğuş|sel|kamar",
        ),
        (SpanType.CONTACT, r"t[ée]l[ée]fono?|téléphone|telefone?|tlf\.?|correo(?:\selectrónico)?|courriel"),
        (
            SpanType.ADDRESS,
            r"adresse|dirección|domicili[oe]?|indirizzo|residenza|endereço|morada|anschrift|wohnort|adres|adresa|adress|osoite|lakcím|alamat|makazi|adresi",
        ),
        (SpanType.AGE, r"âge|edad|alter|età|idade|wiek|věk|starost|ålder|ikä|umri|umur|yaş"),
        (
            SpanType.NATIONALITY,
            r"nationalité|nacionalidad|nacionalidade|nazionalità|staatsang(?:\.|ehörigkeit)|obywatelstwo|občanství|državljanstvo|cetățenie|statsborgerskap|medborgarskap|uyruk|uyruğu|kewarganegaraan",
        ),
        (
            SpanType.DATE_PERSONAL,
            r"date\sd['’]écrou|fecha\sde\singreso|data\sdi\singresso|data\sde\sentrada|aufnahme(?:datum)?|zugang",
        ),
    )
)
