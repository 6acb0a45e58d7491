"""From accepted candidates to statements: speakers, chains, stance, kind and the small print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.language.interface import Reading
from twosource.model.entity import Entity, EntityKind, Mention, MentionForm
from twosource.model.identity import EntityId, StatementId, content_id
from twosource.model.report import Report, Span, cut
from twosource.model.statement import (
    Resolution,
    SourceKind,
    Speaker,
    Stance,
    Statement,
    StatementKind,
    statement_id,
)
from twosource.reference.cues import VERBS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.circumstances import circumstances
from twosource.statements.entities import untitled
from twosource.statements.nesting import chain_above, parents_of, told_again
from twosource.statements.own_voice import own_clauses
from twosource.statements.phrases import Phrase, possessive_end, printed, speaks_of_self
from twosource.statements.quotes import Quotation
from twosource.statements.resolution import Cast
from twosource.statements.shading import distancing_in, negations_in
from twosource.statements.sources import closeness, source_kind
from twosource.statements.speech import THOUGHTS, is_speech, tokens_in
from twosource.statements.stance import hedges_in, main_predicates, stance_of
from twosource.statements.text import CharRun, char_run


@dataclass(frozen=True, slots=True)
class _Links:
    """How a statement hangs together with others: its id, relayers, parent and predecessor."""

    id: StatementId
    via: tuple[Speaker, ...]
    parent: StatementId | None
    continues: StatementId | None


_OURS = frozenset("we our us ours".split())
_OWN_WORD = 3
_OWN_SHARE = 0.15
"""Sentences with "we" outside of quotations, and their share, from which a text counts as its
author's own word."""
FORMS = {Resolution.PRONOUN: MentionForm.PRONOUN, Resolution.NAME: MentionForm.NAME}


@dataclass(slots=True)
class Builder:
    """Turns the candidates of one report into statements, in text order."""

    report: Report
    reading: Reading
    marks: tuple[Quotation, ...]
    cast: Cast

    def build(self, candidates: Sequence[Candidate]) -> tuple[Statement, ...]:
        """Statements for the candidates that have a speaker, and the report's own voice."""
        speakers: dict[int, Speaker] = {}
        acts: dict[int, Candidate] = {}
        named = [c for c in candidates if not self._of_self(c)]
        for candidate in sorted(named, key=self._turn):
            speaker = self._speaker(candidate, speakers, acts)
            if speaker is not None and not self._thought_of_others(candidate):
                speakers[candidate.anchor] = speaker
                acts[candidate.anchor] = candidate
        acts |= {c.anchor: c for c in candidates if self._of_self(c)}
        parents = parents_of(self.reading, acts, self.marks)
        for anchor in sorted(speakers, key=lambda a: len(chain_above(a, parents))):
            alone = parents[anchor] not in speakers
            if alone and self._nobody_known(acts[anchor], speakers[anchor]):
                del acts[anchor], speakers[anchor]
        self._lead_selves(acts, parents, speakers)
        again = [
            anchor
            for anchor, around in parents.items()
            if anchor in acts
            and around in acts
            and self._echoes(acts[anchor], acts[around], speakers)
        ]
        for anchor in again:
            del acts[anchor]
        ids = {anchor: self._id(c, speakers[anchor]) for anchor, c in acts.items()}
        made = {}
        for anchor, candidate in acts.items():
            chain = [a for a in chain_above(anchor, parents) if a in acts]
            via = tuple(
                one
                for a in chain
                for one in (*self._relayers(acts[a]), speakers[a])
                if not _same(one, speakers[anchor])
            )
            links = _Links(
                id=ids[anchor],
                via=via,
                parent=ids[chain[-1]] if chain else None,
                continues=None if candidate.continues is None else ids.get(candidate.continues),
            )
            made[ids[anchor]] = self._statement(candidate, speakers[anchor], links)
        found = [*made.values(), *self._own_voice(acts)]
        return tuple(sorted(found, key=lambda s: (s.content.start, -s.content.end, s.id)))

    def _turn(self, candidate: Candidate) -> tuple[bool, bool]:
        """Speakers inside somebody's words come after that somebody, and those who go on last."""
        return candidate.continues is not None, self._quoted(candidate.anchor)

    def _thought_of_others(self, candidate: Candidate) -> bool:
        """Whether somebody's own words tell what others know, see or expect.

        What others believe or suspect is told as theirs.
        """
        act = VERBS.get(self.reading.tokens[candidate.anchor].lemma.lower())
        believed = act is Act.BELIEVE and candidate.rule == "verb.clause"
        told = act is Act.CONJECTURE or believed
        return self._quoted(candidate.anchor) and act in THOUGHTS and not told

    def _nobody_known(self, candidate: Candidate, speaker: Speaker) -> bool:
        """Whether words of nobody known tell what an unknown "they" say, or what others think."""
        unknown = speaker.resolution is Resolution.UNRESOLVED or candidate.act in THOUGHTS
        return self._quoted(candidate.anchor) and unknown

    def _of_self(self, candidate: Candidate) -> bool:
        phrase = candidate.speaker
        return phrase is not None and speaks_of_self(self.reading, phrase.head)

    def _lead_selves(
        self,
        acts: dict[int, Candidate],
        parents: Mapping[int, int | None],
        speakers: dict[int, Speaker],
    ) -> None:
        """Lead "I" and "we" to whoever says the words around them; drop those of nobody known."""
        outermost = sorted(
            (a for a in acts if a not in speakers), key=lambda a: len(chain_above(a, parents))
        )
        for anchor in outermost:
            above = speakers.get(-1 if (p := parents[anchor]) is None else p)
            phrase = acts[anchor].speaker
            if phrase is None or (above is None and not self._printed_by_self(acts[anchor])):
                del acts[anchor]
                continue
            span = self._span((phrase.first, phrase.last))
            if above is None:
                one = self.reading.tokens[phrase.head].text.lower() in {"i", "my"}
                kind = SourceKind.PERSON if one else SourceKind.GROUP
                speakers[anchor] = Speaker(span, None, Resolution.UNRESOLVED, kind)
            else:
                known = above.entity is not None
                how = Resolution.PRONOUN if known else Resolution.UNRESOLVED
                speakers[anchor] = replace(above, span=span, resolution=how, closeness=None)

    def _printed_by_self(self, candidate: Candidate) -> bool:
        """Whether "I" or "we" of the running text say something.

        Who they are is not told. A paper's own "we do not know" declines nothing; in a statement
        that speaks of "us" throughout, it does.
        """
        phrase = candidate.speaker
        one = phrase is not None and self.reading.tokens[phrase.head].text == "I"
        own = one or candidate.act is not Act.DECLINE or self._speaks_for_itself()
        return not self._quoted(candidate.anchor) and own

    def _speaks_for_itself(self) -> bool:
        """Whether the running text is somebody's own word: "we" and "our" in several sentences."""
        sentences = {
            token.sentence
            for token in self.reading.tokens
            if token.text.lower() in _OURS and not self._quoted(token.index)
        }
        return len(sentences) >= max(_OWN_WORD, _OWN_SHARE * len(self.reading.sentences))

    def _quoted(self, anchor: int) -> bool:
        at = self.reading.tokens[anchor].start
        return any(q.inner_start <= at < q.inner_end for q in self.marks)

    def _echoes(self, inner: Candidate, outer: Candidate, speakers: dict[int, Speaker]) -> bool:
        if inner.act in THOUGHTS or self._of_self(inner):
            return False
        same = _same(speakers[inner.anchor], speakers[outer.anchor])
        return same and told_again(self.reading, inner, outer)

    def _own_voice(self, acts: dict[int, Candidate]) -> list[Statement]:
        taken = [run for c in acts.values() for run in c.content]
        made = []
        for clause in own_clauses(self.reading, taken, list(acts), self.marks):
            parts = self._parts(clause.content)
            tokens = list(clause.tokens)
            denying = None if clause.denies is None else self._span(clause.denies)
            stance = stance_of(self.reading, Act.SAY, clause.root, None, tokens)
            made.append(
                Statement(
                    id=statement_id(self.report.id, parts, None, denying),
                    report=self.report.id,
                    speaker=None,
                    via=(),
                    cue=denying,
                    content=parts[0],
                    more=parts[1:],
                    kind=StatementKind.INDIRECT,
                    stance=stance if denying is None else Stance.DENIES,
                    hedges=self._words(hedges_in(self.reading, tokens)),
                    said_at=None,
                    venue=None,
                    parent=None,
                    rule="own-voice",
                    negations=self._words(negations_in(self.reading, tokens)),
                    distancing=self._runs(distancing_in(self.reading, tokens, self.marks)),
                    judgement=clause.judges,
                )
            )
        return made

    def _speaker(
        self, candidate: Candidate, known: dict[int, Speaker], acts: dict[int, Candidate]
    ) -> Speaker | None:
        if candidate.speaker is None:
            before = known.get(candidate.continues) if candidate.continues is not None else None
            if before is None:
                return None
            return replace(before, resolution=Resolution.CONTINUATION)
        barred = self._uttering(candidate.anchor, known, acts)
        return self._resolved(candidate.speaker, barred + self.cast.told_of(candidate.content))

    def _uttering(
        self, anchor: int, known: dict[int, Speaker], acts: dict[int, Candidate]
    ) -> list[int]:
        """Entities inside whose quoted words a cue stands."""
        if not self._quoted(anchor):
            return []
        at = self.reading.tokens[anchor].start
        around = {
            known[a].entity
            for a, outer in acts.items()
            if any(start <= at < end for start, end in outer.content)
        }
        return [i for i in range(len(self.cast.entities)) if self._entity_id(i) in around]

    def _resolved(self, phrase: Phrase, barred: Sequence[int] = ()) -> Speaker:
        found = self.cast.resolve(phrase, barred)
        last = printed(self.reading, phrase)
        run = (phrase.first, last if last > phrase.last else possessive_end(self.reading, phrase))
        local = None if found.entity is None else self.cast.entities[found.entity]
        kind = source_kind(self.reading, phrase, local)
        near = closeness(self.reading, phrase) if kind is SourceKind.ANONYMOUS else None
        return Speaker(
            span=self._span(run),
            entity=None if found.entity is None else self._entity_id(found.entity),
            resolution=found.resolution,
            kind=kind,
            closeness=None if near is None else self._span(near),
            candidates=tuple(self._entity_id(entity) for entity in found.candidates),
        )

    def _words(self, tokens: Sequence[int]) -> tuple[Span, ...]:
        return tuple(self._span((token, token + 1)) for token in tokens)

    def _runs(self, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(self._span(run) for run in runs)

    def _span(self, run: tuple[int, int]) -> Span:
        return cut(self.report, *char_run(self.reading, run))

    def _entity_id(self, entity: int) -> EntityId:
        return EntityId(content_id("en", self.report.id, entity))

    def _id(self, candidate: Candidate, speaker: Speaker) -> StatementId:
        cue = None if candidate.cue is None else self._span(candidate.cue)
        return statement_id(self.report.id, self._parts(candidate.content), speaker.span, cue)

    def _parts(self, runs: Sequence[CharRun]) -> tuple[Span, ...]:
        parts: list[Span] = []
        for start, end in runs:
            words = self.reading.text[start:end]
            start += len(words) - len(words.lstrip())
            end -= len(words) - len(words.rstrip())
            parts.append(cut(self.report, start, end))
        return tuple(parts)

    def _statement(self, candidate: Candidate, speaker: Speaker, links: _Links) -> Statement:
        reading, anchor = self.reading, candidate.anchor
        parts = self._parts(candidate.content)
        tokens = [t for p in parts for t in tokens_in(reading, p.start, p.end)]
        told = circumstances(reading, anchor, tokens) if candidate.cue else (None, None)
        time, venue = (None if run is None else self._span(run) for run in told)
        carrying = self._carrying(parts, tokens)
        return Statement(
            id=links.id,
            report=self.report.id,
            speaker=speaker,
            via=(*links.via, *self._relayers(candidate)),
            cue=None if candidate.cue is None else self._span(candidate.cue),
            content=carrying,
            more=tuple(part for part in parts if part is not carrying),
            kind=self._kind(parts),
            stance=stance_of(reading, candidate.act, anchor, candidate.speaker, tokens),
            hedges=self._words(hedges_in(reading, tokens)),
            said_at=time,
            venue=venue,
            parent=links.parent,
            rule=candidate.rule,
            continues=links.continues,
            negations=self._words(negations_in(reading, tokens)),
            distancing=self._runs(distancing_in(reading, tokens, self.marks)),
            confidence=candidate.confidence,
        )

    def _carrying(self, parts: tuple[Span, ...], tokens: Sequence[int]) -> Span:
        """The part of a split content that holds its main predicate, else the first."""
        for root in main_predicates(self.reading, tokens)[:1]:
            at = self.reading.tokens[root].start
            return next((part for part in parts if part.start <= at < part.end), parts[0])
        return parts[0]

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
            found.append(Speaker(span, entity, Resolution.NAME, SourceKind.OUTLET))
        return tuple(found)

    def _kind(self, parts: tuple[Span, ...]) -> StatementKind:
        """Direct if all of it is quoted speech, mixed if some words or a bare phrase are quoted."""
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
        around = [q for q in self.marks if q.start <= parts[0].start < q.end]
        phrase = any(not is_speech(self.reading.text, self.reading, q) for q in around)
        return StatementKind.DIRECT if quoted == words and not phrase else StatementKind.MIXED

    def entities(self, statements: Sequence[Statement]) -> tuple[Entity, ...]:
        """The report's entities with every mention, those of speakers included."""
        mentions: dict[EntityId, dict[CharRun, Mention]] = {}
        for position, local in enumerate(self.cast.entities):
            own = mentions.setdefault(self._entity_id(position), {})
            for n in local.names:
                name = self.reading.names[n]
                first = name.first
                if local.kind is EntityKind.PERSON:
                    first = untitled(self.reading, name)
                span = self._span(self._name_run(first, name.last))
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


def _same(one: Speaker, other: Speaker) -> bool:
    return one.entity is not None and one.entity == other.entity
