// The nodes of the case file (docs/reference/case-file.md) and of the API, under the names of the
// house. Made from openapi.json; offsets count code points, `quote` is the words that stand there.
import type { components } from './schema';

type Made = components['schemas'];

export type Span = Made['span'];
export type Stance = Made['stance'];
export type Standing = Made['line']['standing'];
export type Speaker = Made['speaker'];
export type Statement = Made['statement'];
export type Published = Made['published'];
export type Region = Made['region'];
export type Sentence = Made['layered_sentence'];
export type ReportText = Made['report'];
export type Entity = Made['entity'];
export type Mention = Made['MentionItem'];
export type Value = Made['value'];
export type Claim = Made['claim'];
export type Question = Made['question'];
export type Relation = Made['relation'];
export type Contradiction = Made['contradiction'];
export type Sourcing = Made['sourcing'];
export type Origin = Made['origin'];
export type OutsideOrigin = Made['outside_origin'];
export type Wording = Made['wording'];
export type Loss = Made['LossItem'];
export type LineageEdge = Omit<Made['LineageEdgeItem'], 'runs'> & { runs: [Span, Span][] };
export type Finding = Made['FindingItem'];
export type EvidenceItem = Made['evidence'];
export type Hypothesis = Made['hypothesis'];
export type Place = Made['place'];
export type EventNode = Made['event_frame'];
export type Brief = Made['Brief'];
export type Line = Brief['lines'][number];
export type FurtherLine = Brief['further'][number];
export type Section = Brief['sections'][number];
export type CaseCard = Made['CaseCard'];
export type Announcement = Made['AnnouncementInfo'];
export type NamedPlace = Made['NamedPlace'];
export type Changes = Announcement['changes'];
export type Comparison = Made['Comparison'];
export type Edition = Made['edition'];
export type WatchPage = Made['WatchPage'];
export type WatchedCase = Made['WatchedCase'];
export type CaseInfo = Made['CaseInfo'];
export type ReportCard = Made['ReportCard'];
/** What the figures need of a report. */
export type ReportHead = Pick<
  ReportCard,
  'id' | 'file' | 'container' | 'publisher' | 'title' | 'byline' | 'url' | 'published' | 'language' | 'sha256' | 'statements'
>;
export type ReportPage = Made['ReportPage'];
export type Row = Made['Row'];
export type RowGiven = Made['Given'];
export type CellMark = RowGiven['mark'];
export type QuestionState = Row['state'];
export type QuestionPage = Made['QuestionPage'];
export type Lineage = Omit<Made['Lineage'], 'edges'> & { edges: LineageEdge[] };
export type Hypotheses = Made['Hypotheses'];
export type Timeline = Made['Timeline'];
export type Places = Made['Places'];
export type Hit = Made['HitItem'];
export type Review = Made['ReviewItem'];
export type LogItem = Made['LogItem'];
export type Original = Made['OriginalCard'];
export type Remark = Made['Remark'];
export type SourcedClaim = Made['SourcedClaim'];
export type Session = Made['SessionInfo'];
