// What is selected, with everything that its evidence needs: the words in every report, who says
// them, and what can be decided on it.
import { api } from './api';
import { t } from './i18n';
import { markOf, markOfStanding, type Mark } from './marks';
import type { Claim, Entity, FurtherLine, Line, QuestionPage, ReportPage, Span, Statement } from './nodes';
import { sortOf } from './selection.svelte';
import { extracts, pointsOf, reportsOf, type Extract, type Marked } from './texts';

export interface Passage {
  extract: Extract;
  statement: Statement | null;
}

export interface Group {
  mark: Mark;
  heading: string;
  claim: string | null;
  passages: Passage[];
}

export interface Subject {
  id: string;
  sort: 'line' | 'statement' | 'question' | 'entity';
  caps: string;
  title: string;
  reason: string;
  groups: Group[];
  statements: Statement[];
  claims: Claim[];
  /** Ids that accepting and rejecting it are about. */
  refs: string[];
  /** The answer that a line tells, where it tells one. */
  own: string | null;
  question: QuestionPage | null;
  entity: Entity | null;
  /** Words that stand for it where a note or a pin needs some. */
  words: Span | null;
}

const MOST_PASSAGES = 24;

/** Find out what an id stands for. Null where nothing in the case is called so any more. */
export async function resolve(slug: string, id: string | null): Promise<Subject | null> {
  switch (sortOf(id)) {
    case 'line':
      return ofLine(slug, id ?? '');
    case 'statement':
      return ofStatement(slug, id ?? '');
    case 'question':
    case 'claim':
    case 'contradiction':
      return ofQuestion(slug, id ?? '');
    case 'entity':
      return ofEntity(slug, id ?? '');
    default:
      return null;
  }
}

async function ofLine(slug: string, id: string): Promise<Subject | null> {
  const brief = await api.brief(slug);
  // The page holds the first passages of a line at most; the line itself gives all.
  const short = [...brief.lines, ...brief.further].find((one) => one.id === id);
  const line = short && !short.cut ? short : await api.briefLine(slug, id).catch(() => short);
  if (!line) return null;
  const statements = await statementsOf(slug, line.statements);
  const reports = await reportsOf(slug, line.spans.map((one) => one.report));
  const mark = line.standing ? markOfStanding(line.standing) : 'attributed';
  const versions = line.versions.length > 0 ? line.versions : [{ text: '', spans: line.spans }];
  const groups = versions.map((one, place): Group => ({
    mark: line.standing === 'disputed' ? (place === 0 ? 'attributed' : 'denied') : mark,
    heading: one.text,
    claim: null,
    passages: passagesOf(one.spans, statements, reports),
  }));
  const question = await questionOfLine(slug, line);
  const clash = question?.contradictions.find((one) => one.within === null) ?? question?.contradictions[0];
  return {
    id, sort: 'line', caps: line.standing ? t(`standing.${line.standing}`) : t('evidence'),
    title: line.text, reason: line.reason, groups, statements, claims: question?.claims ?? [],
    refs: clash && line.standing === 'disputed' ? [clash.id] : line.statements, question, entity: null,
    own: line.standing === 'disputed' ? null : (question?.claims.find((one) => tells(line, one))?.id ?? null),
    words: line.spans[0] ?? null,
  };
}

const tells = (line: Line | FurtherLine, claim: Claim) =>
  claim.spans.some((span) => line.spans.some((one) => one.report === span.report && one.start === span.start));

/** The question that a line of the brief answers or leaves open, if it does. */
async function questionOfLine(slug: string, line: Line | FurtherLine): Promise<QuestionPage | null> {
  if (!line.text.includes('?')) return null;
  const asked = line.text.slice(0, line.text.indexOf('?') + 1);
  const rows = await api.questions(slug, { q: asked, limit: 5 });
  const row = rows.items.find((one) => one.question.text === asked);
  return row ? api.question(slug, row.question.id) : null;
}

async function ofStatement(slug: string, id: string): Promise<Subject | null> {
  const statement = await statementOrHeir(slug, id);
  if (!statement) return null;
  seen.set(statement.id, statement.content);
  const reports = await reportsOf(slug, [statement.report]);
  const spans = [statement.content, ...statement.more];
  return {
    id: statement.id, sort: 'statement', caps: t(`stance.${statement.stance}`), title: '', reason: '',
    groups: [{
      mark: markOf(statement), heading: '', claim: null,
      passages: passagesOf([...spans, ...attribution(statement)], [statement], reports),
    }],
    statements: [statement], claims: [], refs: [statement.id], own: null, question: null, entity: null,
    words: statement.content,
  };
}

// A statement that was corrected has another id, since ids are made of content. Whoever had it
// selected goes on with what stands at its words now.
const seen = new Map<string, Span>();

async function statementOrHeir(slug: string, id: string): Promise<Statement | null> {
  const words = seen.get(id);
  if (!words) return api.statement(slug, id).catch(() => null);
  const page = await api.report(slug, words.report).catch(() => null);
  const here = page?.statements.filter((one) => one.id === id || touching(one.content, words)) ?? [];
  const near = (one: Statement) => Math.abs(one.content.start - words.start) + Math.abs(one.content.end - words.end);
  here.sort((a, b) => near(a) - near(b));
  return here.find((one) => one.id === id) ?? here[0] ?? null;
}

async function ofQuestion(slug: string, id: string): Promise<Subject | null> {
  const wanted = await questionId(slug, id);
  const page = wanted ? await api.question(slug, wanted).catch(() => null) : null;
  if (!page) return null;
  const ids = page.claims.flatMap((one) => one.statements);
  const statements = await statementsOf(slug, ids);
  const reports = await reportsOf(slug, page.claims.flatMap((one) => one.spans.map((span) => span.report)));
  const sourcing = new Map(page.sourcing.map((one) => [one.claim, one.reason]));
  const groups = page.claims.map((claim): Group => {
    const own = statements.filter((one) => claim.statements.includes(one.id));
    return {
      mark: own[0] ? markOf(own[0]) : 'own',
      heading: claim.answer,
      claim: claim.id,
      passages: passagesOf(claim.spans, own, reports),
    };
  });
  const clash = page.contradictions[0];
  return {
    id, sort: 'question', caps: clash ? t('standing.disputed') : t('question'), title: page.question.text,
    reason: clash?.reason ?? [...sourcing.values()][0] ?? page.question.reason, groups, statements,
    claims: page.claims, refs: clash ? [clash.id] : page.claims.map((one) => one.id), question: page,
    own: id.startsWith('cl-') ? id : null, entity: null, words: page.claims[0]?.spans[0] ?? null,
  };
}

async function questionId(slug: string, id: string): Promise<string | null> {
  if (id.startsWith('qu-')) return id;
  const rows = await api.questions(slug, { limit: 1000 });
  const row = rows.items.find((one) => one.contradiction === id || one.question.claims.includes(id));
  return row?.question.id ?? null;
}

async function ofEntity(slug: string, id: string): Promise<Subject | null> {
  const entity = await api.entity(slug, id).catch(() => null);
  if (!entity) return null;
  const seen = new Map<string, Span>();
  for (const one of entity.mentions) if (!seen.has(`${one.report} ${one.quote}`)) seen.set(`${one.report} ${one.quote}`, one);
  const spans = [...seen.values()];
  const reports = await reportsOf(slug, spans.map((one) => one.report));
  return {
    id, sort: 'entity', caps: t(`entity.${entity.kind}`), title: entity.name, reason: entity.reasons[0] ?? '',
    groups: [{ mark: 'attributed', heading: '', claim: null, passages: passagesOf(spans, [], reports) }],
    statements: [], claims: [], refs: [id], own: null, question: null, entity, words: entity.mentions[0] ?? null,
  };
}

async function statementsOf(slug: string, ids: readonly string[]): Promise<Statement[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => api.statement(slug, id).catch(() => null)));
  return found.filter((one) => one !== null);
}

function attribution(statement: Statement): Span[] {
  return [statement.speaker, statement.cue, ...statement.via].filter((one) => one !== null);
}

const inside = (inner: Span, outer: Span) =>
  inner.report === outer.report && inner.start >= outer.start && inner.end <= outer.end;
const touching = (one: Span, other: Span) =>
  one.report === other.report && one.start < other.end && other.start < one.end;

/** Passages of a set of spans: what is said loud, who says it quiet, plain names left out. */
export function passagesOf(spans: readonly Span[], statements: readonly Statement[], reports: Map<string, ReportPage>): Passage[] {
  const marked: Marked[] = [];
  for (const span of spans) {
    const said = statements.find((one) => [one.content, ...one.more].some((part) => touching(span, part)));
    const names = statements.find((one) => attribution(one).some((part) => inside(span, part)));
    if (said) marked.push({ ...span, mark: markOf(said) });
    else if (names) marked.push({ ...span, mark: 'quiet' });
    else if (statements.length === 0 || !statements.some((one) => one.report === span.report)) {
      const naming = statements.some((one) => one.speaker?.entity && one.speaker.quote !== span.quote);
      marked.push({ ...span, mark: naming ? 'quiet' : 'own' });
    }
  }
  const made: Passage[] = [];
  for (const [id, page] of reports) {
    const own = marked.filter((one) => one.report === id);
    for (const extract of extracts(pointsOf(page), own)) {
      if (extract.pieces.every((piece) => piece.mark === null || piece.mark === 'quiet') && statements.length > 0) continue;
      const statement = statements.find(
        (one) => one.report === id && one.content.start < extract.end && one.content.end > extract.start,
      );
      made.push({ extract, statement: statement ?? null });
    }
  }
  return made.slice(0, MOST_PASSAGES);
}
