"""What the finders of stage 3 return: frozen records with half-open code-point offsets into the text of the Doc.

The finders do not import each other; what one needs from another comes as an argument, put together in ``pipeline.py``.
``rule`` is the name of the rule that made the record; ``--explain`` shows it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.models import (
    Bound,
    DateMod,
    DateType,
    Direction,
    EntityKind,
    Modality,
    NumberKind,
    Polarity,
    SourceKind,
    SourceMode,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of text, half-open, in code points."""

    start: int
    end: int

    def overlaps(self, other: Extent) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Extent) -> bool:
        """True where the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class NumberSpan(Extent):
    """A quantity. ``item_token`` and ``of`` need a parse; without one they are None."""

    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    kind: NumberKind
    rule: str
    direction: Direction | None = None
    unit: str | None = None
    item: str | None = None
    item_token: int | None = None  # index in the Doc of the counted noun
    of: Extent | None = None  # words that name whose it is
    per: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan(Extent):
    """A temporal expression; ``from_`` and ``to`` are ISO days or None."""

    value: str
    type: DateType
    rule: str
    from_: str | None = None
    to: str | None = None
    mod: DateMod | None = None


@dataclass(frozen=True, slots=True)
class Mention(Extent):
    """Words that name somebody or something: a name, a role, a pronoun, a demonym, a group.

    ``name`` is the canonical name as far as the mention itself tells ("nordkoreanische" → "Nordkorea"), ``form`` what
    kind of words it is. ``gazetteer_id`` is "wikidata:Q…" where a gazetteer row was hit. ``organization`` are the
    words for the body that a person speaks for, within the mention or its apposition.
    """

    head: int  # index in the Doc of the head token
    kind: EntityKind
    name: str
    form: str  # "name" | "role" | "pronoun" | "adjective" | "group" | "noun"
    rule: str
    gazetteer_id: str | None = None
    source_kind: SourceKind | None = None  # the kind it has when it speaks
    organization: Extent | None = None
    organization_name: str | None = None


@dataclass(frozen=True, slots=True)
class AttributionSpan(Extent):
    """Reported content: ``start``/``end`` span it all, ``pieces`` are its parts where a frame interrupts it.

    ``speaker`` are the words next to the cue that name the speaker (None: only the wording tells), ``antecedent`` the
    index in the list of attributions whose speaker goes on (Konjunktiv without a frame, demnach).
    """

    mode: SourceMode
    rule: str
    speaker: Extent | None = None
    speaker_token: int | None = None
    cue: Extent | None = None
    cue_lemma: str | None = None
    pieces: tuple[Extent, ...] = ()
    antecedent: int | None = None
    referent: Extent | None = None  # words elsewhere that name whom the speaker's words mean ("ihren Angaben", "den Angaben")
    referent_token: int | None = None
    cites: Extent | None = None  # words that name whom the source cites
    said: Extent | None = None  # where the frame is, to look for the date when it was said
    denial: bool = False  # the cue denies the content (bestreiten, dementieren)
    demand: bool = False  # the cue demands or wishes (fordern, verlangen)


@dataclass(frozen=True, slots=True)
class PredicateSpan(Extent):
    """A predication: verb with its prefix, adjective or noun with copula, or an event noun.

    ``clause`` is the extent of the clause, ``tokens`` are the indexes of the clause's own tokens (without embedded
    clauses). ``subject`` and ``objects`` are token indexes (surface roles resolved for passives: ``agent`` acts).
    """

    lemma: str
    token: int
    clause: Extent
    tokens: tuple[int, ...]
    rule: str
    event: str | None = None
    agent: int | None = None
    patient: int | None = None
    place: int | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    rules: dict[str, str] = field(default_factory=dict, compare=False, hash=False)
