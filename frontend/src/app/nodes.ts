// The nodes of the case file (docs/reference/case-file.md), as the API gives them. Offsets count
// code points; `quote` is the words that stand there.

export interface Span {
  report: string;
  start: number;
  end: number;
  quote: string;
}

export type Stance = 'asserts' | 'accuses' | 'denies' | 'hedges' | 'declines' | 'predicts';
export type Standing = 'known' | 'claimed' | 'disputed' | 'unknown';

export interface Speaker extends Span {
  entity: string | null;
  resolution: string;
  kind: string;
  closeness: Span | null;
  candidates: string[];
}

export interface Statement {
  id: string;
  report: string;
  speaker: Speaker | null;
  via: Speaker[];
  cue: Span | null;
  content: Span;
  more: Span[];
  kind: 'direct' | 'indirect' | 'mixed';
  stance: Stance;
  hedges: Span[];
  said_at: Span | null;
  venue: Span | null;
  parent: string | null;
  continues: string | null;
  negations: Span[];
  distancing: Span[];
  judgement: boolean;
  confidence: number | null;
  rule: string;
}

export interface Published {
  at: string;
  basis: string;
  interval: { start: string | null; end: string | null; printed: string; zone_basis: string } | null;
}

export interface Region {
  start: number;
  end: number;
  kind: string;
}

export interface ReportHead {
  id: string;
  file: string;
  container: string | null;
  publisher: string | null;
  title: string | null;
  byline: string | null;
  url: string | null;
  published: Published | null;
  language: string | null;
  sha256: string;
  statements: number;
}

export interface Sentence {
  span: Span;
  number: number;
  layer: 'event' | 'background' | 'parallel' | 'foreseen' | 'unknown';
  reason: string;
}

export interface Report extends Omit<ReportHead, 'statements'> {
  text: string;
  sections: number[];
  regions: Region[];
  statements: Statement[];
  sentences: Sentence[];
}

export interface Mention extends Span {
  kind: string;
  form: string;
}

export interface Entity {
  id: string;
  name: string;
  kind: string;
  mentions: Mention[];
  reasons: string[];
  joins: { kind: string; left: Span; right: Span; score: number; reason: string }[];
}

export type Value = { type: string; span: Span } & Record<string, unknown>;

export interface Given {
  report: string;
  span: Span;
  statement: string | null;
  value: Value;
}

export interface Claim {
  id: string;
  question: string;
  question_id: string;
  answer: string;
  value: Value;
  statements: string[];
  spans: Span[];
  origins: string[];
  given: Given[];
}

export interface Question {
  id: string;
  kind: string;
  text: string;
  topic: string[];
  reason: string;
  claims: string[];
}

export interface Relation {
  question: string;
  left: string;
  right: string;
  kind: 'agreement' | 'refinement' | 'revision' | 'contradiction' | 'apart' | 'open';
  matter: string;
  rule: string;
  readings: string[];
  reason: string;
}

export interface Contradiction {
  id: string;
  question: string;
  kind: string;
  sides: { answer: string; claims: string[]; spans: Span[] }[];
  readings: string[];
  reason: string;
  within: string | null;
}

export interface Sourcing {
  claim: string;
  origins: string[];
  independent: number;
  reason: string;
}

export interface Origin {
  id: string;
  name: string;
  kind: string;
  interested: boolean;
  spans: Span[];
}

export interface Wording {
  id: string;
  statements: string[];
  spans: Span[];
  differences: string[];
}

export interface Loss {
  span: Span;
  kind: string;
  origin: string | null;
  source: Span;
  changed: string;
  reason: string;
}

export interface LineageEdge {
  from: string;
  to: string;
  kind: 'copies' | 'paraphrases' | 'cites' | 'common-origin';
  direction: 'known' | 'unknown';
  score: number;
  runs: [Span, Span][];
  citation: Span | null;
  reason: string;
}

export interface Finding {
  check: string;
  version: number;
  verdict: 'holds' | 'fails' | 'cannot-tell';
  spans: Span[];
  inputs: Record<string, string>;
  reason: string;
  suggestion: string | null;
}

export interface EvidenceItem {
  span: Span;
  statement: string | null;
  rating: 'CC' | 'C' | 'N' | 'I' | 'II';
  kind: string;
  origin: string;
  counted: boolean;
  reason: string;
}

export interface Hypothesis {
  id: string;
  kind: string;
  label: string;
  raised: Span[];
  proponents: string[];
  deniers: string[];
  for: EvidenceItem[];
  against: EvidenceItem[];
  overlaps: string[];
  within: string | null;
  absent: string[];
  reason: string;
}

export interface Place {
  key: string;
  name: string;
  kind: string;
  country: string;
  latitude: number;
  longitude: number;
  radius: number;
  zone: string;
}

export interface EventNode {
  days: string[];
  place: Place | null;
  zone: string;
  terms: string[];
  reasons: string[];
}

export interface Line {
  id: string;
  standing: Standing | null;
  stance: Stance | null;
  text: string;
  reason: string;
  spans: Span[];
  versions: { text: string; spans: Span[] }[];
  statements: string[];
  relayed_by: string[];
}

export interface Section {
  kind: string;
  heading: string;
  entity: string | null;
  own_voice: boolean;
  lines: string[];
}

export interface Brief {
  title: string;
  notes: string[];
  reports: string[];
  lines: Line[];
  further: Line[];
  sections: Section[];
}
