// Statements in words: who says it, through whom, how.
import { t, told } from './i18n';
import type { Speaker, Statement } from './nodes';

type Names = (entity: string | null) => string | undefined;

/** The name of a speaker: the entity's where the words lead to one, else the words. */
export function speakerName(speaker: Speaker | null, names: Names): string {
  if (speaker === null) return t('own-voice');
  return names(speaker.entity) ?? speaker.quote.replace(/\s+/g, ' ');
}

/** The chain from the speaker to the report: "Thermos → S2". */
export function chain(statement: Statement, report: string, names: Names): string {
  if (statement.speaker === null) return t('chain.own', { report });
  const via = [...statement.via].reverse().map((one) => speakerName(one, names));
  return [speakerName(statement.speaker, names), ...via, report].join(' → ');
}

/** How it is given: "asserts, the report's words". */
export function manner(statement: Statement): string {
  const kind = statement.speaker === null ? '' : told(`kind.${statement.kind}`, statement.kind);
  const parts = [t(`stance.${statement.stance}`), kind, statement.judgement ? t('judgement') : ''];
  return parts.filter(Boolean).join(', ');
}
