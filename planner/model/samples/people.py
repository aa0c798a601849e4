"""The invented people of the examples: names that say "example" in many languages, towns that are on no map."""

from typing import Final, Literal

from planner.model.person import Person, Registration
from planner.model.room import Available

INTEGRATION: Final = "Integrationsbeauftragte"
INTERNATIONAL: Final = "Internationales"
EQUALITY: Final = "Gleichstellungsbeauftragte"
POLITICS: Final = "Kommunalpolitik"
CIVIL: Final = "Migrantische Organisationen und Zivilgesellschaft"

_GENDERS: Final[dict[str, Literal["", "female", "male", "diverse"]]] = {
    "f": "female",
    "m": "male",
    "d": "diverse",
    "": "",
}

_TABLES: Final = {
    INTEGRATION: """
        Ayşe Örnek|f|Integrationsbeauftragte|Stadt|Musterstadt
        Jürgen Beispiel|m|Integrationsbeauftragter|Stadt|Beispielburg
        Katharina Muster-Überall|f|Leiterin Kommunales Integrationszentrum|Kreis|Musterkreis
        Tomasz Przykład|m|Integrationsbeauftragter|Gemeinde|Neumuster
        Sabine Probe|f|Fachstelle Integration|Stadt|Probeheim
        Mehmet Örnekoğlu|m|Koordination Integration|Kreis|Beispielkreis
        Lena Musterfeld|f|Integrationsbeauftragte|Stadt|Bad Beispiel
        Olga Primer|f|Fachdienst Migration|Stadt|Musterhafen
        Stefan Vorlage|m|Fachstelle Integration|Kreis|Vorlagenkreis
        Nguyễn Thị Ví Dụ|f|Projekt Neuzugewanderte|Stadt|Musterstadt
        Birgit Beispielmann|f|Integrationsbeauftragte|Gemeinde|Kleinmuster
        Faruk Primjer|m|Integrationslotse|Stadt|Probeheim
        Christine Mustermann|f|Leiterin Amt für Integration|Stadt|Großbeispiel
        Robin Platzhalter|d|Koordination Integration|Stadt|Neumuster
    """,
    INTERNATIONAL: """
        Andrea Musterhagen|f|Referentin Internationales|Stadt|Musterstadt
        Peter Beispielhuber|m|Städtepartnerschaften|Stadt|Beispielburg
        María Ejemplo|f|Kommunale Entwicklungspolitik|Stadt|Großbeispiel
        Uwe Muster|m|Stabsstelle Eine Welt|Kreis|Musterkreis
        Claire Exemple|f|Städtepartnerschaften|Stadt|Musterhafen
        Dörte Größer-Beispiel|f|Referentin Nachhaltigkeit|Stadt|Bad Beispiel
        Jan Voorbeeld|m|Internationale Beziehungen|Kreis|Vorlagenkreis
        Hannah Probst-Muster|f|Koordination Entwicklungspolitik|Stadt|Probeheim
        Luís Exemplo|m|Projektpartnerschaften|Stadt|Musterhafen
        Ines Vorlage|f|Fairer Handel und Beschaffung|Stadt|Neumuster
        Karl Musterbach|m|Stabsstelle Internationales|Stadt|Kleinmuster
    """,
    EQUALITY: """
        Gabriele Beispiel|f|Gleichstellungsbeauftragte|Stadt|Musterhafen
        Silke Musterfrau|f|Gleichstellungsbeauftragte|Kreis|Beispielkreis
        Zeynep Örnek-Muster|f|Gleichstellungsbeauftragte|Stadt|Probeheim
        Renate Probe|f|Gleichstellungsbeauftragte|Gemeinde|Neumuster
        Anja Beispielsberg|f|Stellvertretende Gleichstellungsbeauftragte|Stadt|Großbeispiel
        Monika Vorlagen|f|Gleichstellungsbeauftragte|Stadt|Bad Beispiel
        Kerstin Musterwald|f|Gleichstellungsbeauftragte|Kreis|Musterkreis
        Frauke Platzhalter|f|Gleichstellungsstelle|Stadt|Kleinmuster
        Ulrike Müller-Beispiel|f|Gleichstellungsbeauftragte|Gemeinde|Beispielburg
        Elena Esempio|f|Referentin Gleichstellung|Stadt|Musterstadt
        Jonas Mustermeier|m|Referent Gleichstellung|Kreis|Vorlagenkreis
    """,
    POLITICS: """
        Heinrich Musterkamp|m|Ratsmitglied|Rat der Stadt|Musterstadt
        Fatma Örnek|f|Vorsitzende Integrationsrat|Integrationsrat|Großbeispiel
        Wolfgang Beispielstein|m|Kreistagsmitglied|Kreistag|Musterkreis
        Petra Musterlich|f|Bürgermeisterin|Gemeinde|Kleinmuster
        Ali Numune|m|Sachkundiger Einwohner|Sozialausschuss|Probeheim
        Johanna Probehof|f|Ratsmitglied|Rat der Stadt|Bad Beispiel
        Bernd Vorlage|m|Vorsitzender Sozialausschuss|Rat der Stadt|Neumuster
        Vesna Primjer-Beispiel|f|Ratsmitglied|Rat der Stadt|Beispielburg
    """,
    CIVIL: """
        سارة مثال|f|Vorsitzende|Verein Brücke (Beispiel)|Musterstadt
        ሳራ ምሳሌ|f|Projektleiterin|Äthiopischer Frauenverein (Beispiel)|Großbeispiel
        Amadou Exemple|m|Vorsitzender|Westafrika-Forum (Beispiel)|Beispielburg
        Grace Mfano|f|Geschäftsführerin|Frauen für Ostafrika (Beispiel)|Musterhafen
        Rojîn Mînak|f|Beraterin|Kurdischer Kulturverein (Beispiel)|Probeheim
        خالد نموذج|m|Kassenwart|Syrischer Elternverein (Beispiel)|Neumuster
        Brigitte Musterhaus|f|Promotorin Eine Welt|Eine-Welt-Netz (Beispiel)|Bad Beispiel
        Kofi Nhwɛso|m|Projektleiter|Ghana-Union (Beispiel)|Musterstadt
        Marta Przykładowa|f|Vorsitzende|Polnischer Sozialrat (Beispiel)|Kleinmuster
        በቀለ ምሳሌ|m|Mitglied im Vorstand|Äthiopischer Frauenverein (Beispiel)|Großbeispiel
        Dilek Örnek Şahin|f|Bildungsreferentin|Dachverband Migration (Beispiel)|Beispielburg
        Thomas Beispielhof|m|Geschäftsführer|Flüchtlingsrat (Beispiel)|Musterkreis
        Anh Ví Dụ|f|Projektkoordination|Asienhaus am Ort (Beispiel)|Probeheim
        Cristina Exemplu|f|Sprecherin|Netzwerk Frauen in Arbeit (Beispiel)|Neumuster
        Ibrahim Misali|m|Vorsitzender|Afrika-Rat am Ort (Beispiel)|Musterhafen
        Sasha Probe-Primer|d|Öffentlichkeitsarbeit|Dachverband Migration (Beispiel)|Bad Beispiel
    """,
}

_NEEDS: Final = {
    4: ("vegetarisch",),
    9: ("vegan",),
    13: ("Rollstuhl",),
    19: ("vegetarisch",),
    26: ("Höranlage",),
    31: ("glutenfrei",),
    36: ("vegetarisch", "Stufenloser Zugang"),
    45: ("halal",),
    46: ("Fastenspeise (vegan)",),
    50: ("halal", "Dolmetschen Arabisch"),
    56: ("Gebärdensprache",),
    59: ("Kinderbetreuung",),
}
_WISHED: Final = ((0, 8, 6, 4), (8, 0, 5, 3), (5, 4, 0, 5), (5, 4, 3, 0))
"""How many people wish the row's topic first and the column's second: 18, 16, 14 and 12 in either place."""
_SPREAD: Final = 7
"""A step without common divisor with 60, so that the wishes of a group differ."""

_PAIRS: Final = tuple(
    (first + 1, second + 1)
    for first, row in enumerate(_WISHED)
    for second, count in enumerate(row)
    for _ in range(count)
)
CHOICES: Final = tuple(_PAIRS[(place * _SPREAD) % len(_PAIRS)] for place in range(len(_PAIRS)))
"""First and second topic of each participant, 1 to 4; seats follow them, so nobody is disappointed."""


def participants(late: dict[int, tuple[Available, ...]]) -> tuple[Person, ...]:
    """Return 60 registered people of five groups, who wish the series t-1 to t-4; some, by number, come late."""
    rows = [(group, line.strip()) for group, table in _TABLES.items() for line in table.strip().splitlines()]
    return tuple(_participant(number, *row, late.get(number, ())) for number, row in enumerate(rows, 1))


def _participant(number: int, group: str, line: str, available: tuple[Available, ...]) -> Person:
    name, gender, function, organisation, town = line.split("|")
    return Person(
        id=f"p-{number:02}",
        name=name,
        function=function,
        organisation=organisation,
        town=town,
        email=f"person{number:02}@beispiel.example",
        group=group,
        gender=_GENDERS[gender],
        registration=Registration.REGISTERED,
        listed=number % 5 != 0,
        available=available,
        wishes=tuple(f"t-{topic}" for topic in CHOICES[number - 1]),
        needs=_NEEDS.get(number, ()),
    )


def _guest(letters: str, gender: str, function: str = "", organisation: str = "") -> Person:
    initial, surname = letters.split()
    return Person(
        id=f"p-{initial[0]}-{surname}".lower(),
        name=letters,
        function=function,
        organisation=organisation,
        email=f"{initial[0]}.{surname}@beispiel.example".lower(),
        gender=_GENDERS[gender],
    )


GUESTS: Final = (
    _guest("M. Beispiel", "f"),
    _guest("A. Muster", "f", "Gleichstellungsbeauftragte", "Stadt"),
    _guest("B. Muster", "f", "Vorsitzende", "Verein"),
    _guest("C. Muster", "m", "Stadtrat"),
    _guest("D. Muster", "m"),
    _guest("E. Muster", "f"),
    _guest("F. Beispiel", "f"),
    _guest("G. Muster", "f"),
    _guest("H. Beispiel", "m"),
    _guest("I. Muster", "m"),
    _guest("K. Beispiel", "f"),
)
"""Those on stage: they have no place of their own in the count of participants."""

STAFF: Final = tuple(
    Person(id=f"p-team-{number}", name=name, function=function, organisation="Team der Tagung", staff=True)
    for number, (name, function) in enumerate(
        (
            ("N. Beispiel", "Anmeldung und Kontakt"),
            ("P. Beispiel", "Protokoll"),
            ("R. Beispiel", "Protokoll"),
            ("S. Beispiel", "Protokoll"),
            ("T. Beispiel", "Protokoll"),
            ("V. Beispiel", "Technik"),
        ),
        1,
    )
)
