"""From accepted candidates to statements: speakers, chains, stance, kind and the small print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.language.tree import ancestors
from twosource.model.entity import Entity, EntityKind, Mention, MentionForm
from twosource.model.identity import EntityId, StatementId, content_id
from twosource.model.report import Report, Span, cut
from twosource.model.statement import (
    Resolution,
    Speaker,
    Statement,
    StatementKind,
    statement_id,
)
from twosource.statements.candidates import Candidate
from twosource.statements.circumstances import circumstances
from twosource.statements.phrases import Phrase, possessive_end
from twosource.statements.quotes import Quotation
from twosource.statements.resolution import Cast
from twosource.statements.speech import tokens_in
from twosource.statements.stance import hedges_in, main_predicates, stance_of
from twosource.statements.text import CharRun, char_run

FORMS = {Resolution.PRONOUN: MentionForm.PRONOUN, Resolution.NAME: MentionForm.NAME}


@dataclass(slots=True)
class Builder:
    """Turns the candidates of one report into statements, in text order."""

    report: Report
    reading: Reading
    marks: tuple[Quotation, ...]
    cast: Cast

    def build(self, candidates: Sequence[Candidate]) -> tuple[Statement, ...]:
        speakers: dict[int, Speaker] = {}
        acts: dict[int, Candidate] = {}
        for candidate in candidates:
            speaker = self._speaker(candidate, speakers)
            if speaker is not None:
                speakers[candidate.anchor] = speaker
                acts[candidate.anchor] = candidate
        ids: dict[int, StatementId] = {}
        parents = {a: self._parent(c, acts) for a, c in acts.items()}
        for anchor, candidate in acts.items():
            ids[anchor] = self._id(candidate, speakers[anchor])
        made = {
            ids[a]: self._statement(c, speakers, self._chain(a, parents, speakers), ids, parents[a])
            for a, c in acts.items()
        }
        for anchor, parent in parents.items():
            if parent is not None and self._echoes(acts[anchor], acts[parent], speakers):
                made.pop(ids[anchor], None)
        return tuple(sorted(made.values(), key=lambda s: (s.content.start, -s.content.end, s.id)))

    def _speaker(self, candidate: Candidate, known: dict[int, Speaker]) -> Speaker | None:
        if candidate.speaker is None:
            before = known.get(candidate.continues) if candidate.continues is not None else None
            if before is None:
                return None
            return Speaker(before.span, before.entity, Resolution.CONTINUATION)
        return self._resolved(candidate.speaker)

    def _resolved(self, phrase: Phrase) -> Speaker:
        found, how = self.cast.resolve(phrase)
        run = (phrase.first, possessive_end(self.reading, phrase))
        return Speaker(self._span(run), None if found is None else self._entity_id(found), how)

    def _span(self, run: tuple[int, int]) -> Span:
        return cut(self.report, *char_run(self.reading, run))

    def _entity_id(self, entity: int) -> EntityId:
        return EntityId(content_id("en", self.report.id, entity))

    def _id(self, candidate: Candidate, speaker: Speaker) -> StatementId:
        cue = None if candidate.cue is None else self._span(candidate.cue)
        return statement_id(self.report.id, self._parts(candidate), speaker.span, cue)

    def _parts(self, candidate: Candidate) -> tuple[Span, ...]:
        parts: list[Span] = []
        for start, end in candidate.content:
            words = self.reading.text[start:end]
            start += len(words) - len(words.lstrip())
            end -= len(words) - len(words.rstrip())
            parts.append(cut(self.report, start, end))
        return tuple(parts)

    def _parent(self, candidate: Candidate, acts: dict[int, Candidate]) -> int | None:
        """The smallest other content that holds the whole of a candidate's cue and content."""
        at = self.reading.tokens[candidate.anchor].start
        holders = [
            (sum(e - s for s, e in other.content), anchor)
            for anchor, other in acts.items()
            if anchor != candidate.anchor
            and any(s <= at < e for s, e in other.content)
            and not self._aside(candidate.anchor, other)
        ]
        return min(holders)[1] if holders else None

    def _echoes(self, inner: Candidate, outer: Candidate, speakers: dict[int, Speaker]) -> bool:
        """Whether the inner act is the outer one told again: "said that he could not confirm"."""
        who = speakers[inner.anchor].entity
        if who is None or who != speakers[outer.anchor].entity:
            return False
        tokens = [t for s, e in outer.content for t in tokens_in(self.reading, s, e)]
        return inner.anchor in main_predicates(self.reading, tokens)

    def _aside(self, anchor: int, other: Candidate) -> bool:
        """Whether a cue stands in a relative clause, which is the outer voice's own aside."""
        for token in (anchor, *ancestors(self.reading, anchor)):
            start = self.reading.tokens[token].start
            if not any(s <= start < e for s, e in other.content):
                return False
            if self.reading.tokens[token].relation == "acl:relcl":
                return True
        return False

    def _chain(
        self, anchor: int, parents: dict[int, int | None], speakers: dict[int, Speaker]
    ) -> tuple[Speaker, ...]:
        """Speakers of the statements around this one, outermost first."""
        chain: list[Speaker] = []
        seen = {anchor}
        above = parents[anchor]
        while above is not None and above not in seen:
            seen.add(above)
            chain.insert(0, speakers[above])
            above = parents[above]
        return tuple(chain)

    def _statement(
        self,
        candidate: Candidate,
        speakers: dict[int, Speaker],
        chain: tuple[Speaker, ...],
        ids: dict[int, StatementId],
        parent: int | None,
    ) -> Statement:
        parts = self._parts(candidate)
        tokens = [t for p in parts for t in tokens_in(self.reading, p.start, p.end)]
        time, venue = (
            circumstances(self.reading, candidate.anchor, tokens) if candidate.cue else (None, None)
        )
        return Statement(
            id=ids[candidate.anchor],
            report=self.report.id,
            speaker=speakers[candidate.anchor],
            via=(*chain, *self._relayers(candidate)),
            cue=None if candidate.cue is None else self._span(candidate.cue),
            content=parts[0],
            more=parts[1:],
            kind=self._kind(parts),
            stance=stance_of(
                self.reading, candidate.act, candidate.anchor, candidate.speaker, tokens
            ),
            hedges=tuple(self._span((t, t + 1)) for t in hedges_in(self.reading, tokens)),
            said_at=None if time is None else self._span(time),
            venue=None if venue is None else self._span(venue),
            parent=None if parent is None else ids[parent],
            rule=candidate.rule,
        )

    def _relayers(self, candidate: Candidate) -> tuple[Speaker, ...]:
        """Outlets beside the cue, the report's own publisher left out."""
        found = []
        for phrase in candidate.relayers:
            span = self._span((phrase.first, phrase.last))
            own = (self.report.publisher or "").casefold()
            if own and (own in span.quote.casefold() or span.quote.casefold() in own):
                continue
            named = next(
                (n for n, name in enumerate(self.reading.names) if name.first == phrase.first), None
            )
            entity = None if named is None else self._entity_id(self.cast.owner[named])
            found.append(Speaker(span, entity, Resolution.NAME))
        return tuple(found)

    def _kind(self, parts: tuple[Span, ...]) -> StatementKind:
        """Direct if every word stands in quotation marks, mixed if some do."""
        quoted = words = 0
        for part in parts:
            for token in tokens_in(self.reading, part.start, part.end):
                if self.reading.tokens[token].upos == "PUNCT":
                    continue
                words += 1
                at = self.reading.tokens[token].start
                quoted += any(q.inner_start <= at < q.inner_end for q in self.marks)
        if not quoted:
            return StatementKind.INDIRECT
        return StatementKind.DIRECT if quoted == words else StatementKind.MIXED

    def entities(self, statements: Sequence[Statement]) -> tuple[Entity, ...]:
        """The report's entities with every mention, those of speakers included."""
        mentions: dict[EntityId, dict[CharRun, Mention]] = {}
        for position, local in enumerate(self.cast.entities):
            own = mentions.setdefault(self._entity_id(position), {})
            for n in local.names:
                name = self.reading.names[n]
                span = self._span(self._name_run(name.first, name.last))
                own[span.start, span.end] = Mention(span, local.kind, MentionForm.NAME)
        for statement in statements:
            for speaker in (statement.speaker, *statement.via):
                if speaker is not None and speaker.entity is not None:
                    self._add_speaker(mentions, speaker)
        found = []
        for position, local in enumerate(self.cast.entities):
            key = self._entity_id(position)
            ordered = tuple(mentions[key][run] for run in sorted(mentions[key]))
            if ordered:
                found.append(Entity(key, local.name, local.kind, ordered, tuple(local.reasons)))
        return tuple(found)

    def _name_run(self, first: int, last: int) -> tuple[int, int]:
        if self.reading.tokens[last - 1].text.lower() in {"'s", "’s"} and last - 1 > first:
            last -= 1
        return first, last

    def _add_speaker(
        self, mentions: dict[EntityId, dict[CharRun, Mention]], speaker: Speaker
    ) -> None:
        if speaker.entity is None:
            return
        own = mentions.setdefault(speaker.entity, {})
        run = (speaker.span.start, speaker.span.end)
        if speaker.resolution is Resolution.NAME and own:
            return
        kind = next(iter(own.values())).kind if own else EntityKind.UNKNOWN
        own.setdefault(
            run, Mention(speaker.span, kind, FORMS.get(speaker.resolution, MentionForm.ROLE))
        )
