// What waits for a person's eye: everything that was found by rule and could be wrong, one card each.
import { api } from '../../app/api';
import { t } from '../../app/i18n';
import { markOf, type Mark } from '../../app/marks';
import type { Entity, Review, Span, Statement } from '../../app/nodes';

export type CardKind = 'contradiction' | 'loss' | 'finding' | 'statement' | 'entity' | 'lineage' | 'hypothesis' | 'wording';

export const KINDS: CardKind[] = [
  'contradiction', 'loss', 'finding', 'statement', 'entity', 'lineage', 'hypothesis', 'wording',
];

export interface Card {
  id: string;
  kind: CardKind;
  /** What a decision calls it by. */
  ref: string;
  title: string;
  reason: string;
  mark: Mark;
  /** Its words, in groups that stand for its sides. */
  sides: Span[][];
  /** Two mentions of one entity that a split sets apart. */
  join: [Span, Span] | null;
  statement: Statement | null;
  decided: boolean;
}

const UNSURE = 0.75;
const DOUBTFUL_JOINS = new Set(['spelling', 'acronym', 'short-name', 'office', 'body', 'site']);
const HOLDING = new Set(['applied', 'remark', 'pending']);

type Draft = Omit<Card, 'decided' | 'join' | 'statement'> & Partial<Pick<Card, 'join' | 'statement'>>;

/** Everything that can be reviewed, with whether somebody decided on it. */
export async function queueOf(slug: string): Promise<Card[]> {
  const [contradictions, losses, findings, statements, entities, lineage, hypotheses, wordings, reviews] =
    await Promise.all([
      api.contradictions(slug), api.losses(slug), api.findings(slug), unsure(slug),
      api.entities(slug, { limit: 1000 }), api.lineage(slug), api.hypotheses(slug), api.wordings(slug),
      api.reviews(slug, { limit: 1000 }),
    ]);
  const drafts: Draft[] = [
    ...contradictions.items.map((one): Draft => ({
      id: one.id, ref: one.id, kind: 'contradiction', title: one.question, reason: one.reason,
      mark: one.within ? 'within' : 'disputed', sides: one.sides.map((side) => side.spans),
    })),
    ...losses.items.map((one): Draft => ({
      id: one.ref, ref: one.ref, kind: 'loss', title: t(`loss.${one.kind}`), reason: `${one.reason}: ${one.changed}`,
      mark: 'hedged', sides: [[one.span], [one.source]],
    })),
    ...findings.items.filter((one) => one.verdict === 'fails').map((one): Draft => ({
      id: one.ref, ref: one.ref, kind: 'finding', title: one.reason, reason: one.suggestion ?? '',
      mark: 'denied', sides: [one.spans],
    })),
    ...statements.map((one): Draft => ({
      id: one.id, ref: one.id, kind: 'statement', title: one.content.quote, reason: t('review.unsure'),
      mark: markOf(one), sides: [[one.content, ...one.more, ...(one.speaker ? [one.speaker] : [])]], statement: one,
    })),
    ...entities.items.flatMap(joins),
    ...lineage.edges.filter((one) => one.runs[0] || one.citation).map((one): Draft => ({
      id: one.ref, ref: one.ref, kind: 'lineage', title: one.reason, reason: t(`lineage.${one.kind}`), mark: 'attributed',
      sides: one.runs[0] ? [[one.runs[0][0]], [one.runs[0][1]]] : [one.citation ? [one.citation] : []],
    })),
    ...hypotheses.items.map((one): Draft => ({
      id: one.id, ref: one.id, kind: 'hypothesis', title: one.label, reason: one.reason, mark: 'hedged', sides: [one.raised],
    })),
    ...wordings.items.map((one): Draft => ({
      id: one.id, ref: one.id, kind: 'wording', title: t('review.one-utterance'), reason: one.differences.join('; '),
      mark: 'attributed', sides: one.spans.map((span) => [span]),
    })),
  ];
  const held = reviews.items.filter((one) => HOLDING.has(one.state));
  return drafts.map((one): Card => ({
    join: null, statement: null, ...one, decided: held.some((review) => isOn(review, one)),
  }));
}

async function unsure(slug: string): Promise<Statement[]> {
  const found = await api.statements(slug, { limit: 1000 });
  return found.items
    .filter((one) => one.confidence !== null && one.confidence < UNSURE)
    .sort((a, b) => (a.confidence ?? 0) - (b.confidence ?? 0));
}

function joins(entity: Entity): Draft[] {
  return entity.joins
    .filter((one) => DOUBTFUL_JOINS.has(one.kind))
    .map((one, place) => ({
      id: `${entity.id}-${place}`, ref: entity.id, kind: 'entity', mark: 'known' as Mark,
      title: t('review.same', { one: one.left.quote, other: one.right.quote }), reason: one.reason,
      sides: [[one.left], [one.right]], join: [one.left, one.right],
    }));
}

const ABOUT: Record<CardKind, string[]> = {
  contradiction: ['contradiction', 'answer'], loss: ['loss'], finding: ['finding'], statement: ['statement'],
  entity: ['entity'], lineage: ['lineage'], hypothesis: ['hypothesis'], wording: ['wording'],
};

/** Whether a review is on the thing of a card: on the same sort of thing, at the same words. */
export function isOn(review: Pick<Review, 'decision'>, card: Pick<Card, 'kind' | 'sides'>): boolean {
  const decision = review.decision as { action: string; about: string; pointers?: { report: string; start: number }[] };
  if (decision.action === 'note' || decision.action === 'pin') return false;
  if (!ABOUT[card.kind].includes(decision.about)) return false;
  const spans = card.sides.flat();
  const pointers = decision.pointers ?? [];
  const met = pointers.filter((one) => spans.some((span) => span.report === one.report && span.start === one.start));
  return met.length > 0 && (card.kind !== 'entity' || decision.action === 'accept' || met.length === pointers.length);
}
