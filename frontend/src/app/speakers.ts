// Who could be the speaker of a statement, as far as its report names anyone.
import type { Words } from './api';
import type { ReportPage, Statement } from './nodes';

export interface SpeakerOption {
  key: string;
  label: string;
  words: Words;
}

const MOST = 80;

/** Everybody whom a report names, each by the words nearest to a place in it. */
export function namedIn(page: ReportPage, from: number, name: (id: string) => string | undefined): SpeakerOption[] {
  const nearest = new Map<string, ReportPage['mentions'][number]>();
  for (const mention of page.mentions) {
    const known = nearest.get(mention.entity);
    if (mention.form === 'pronoun' && known) continue;
    const nearer = !known || known.form === 'pronoun' || Math.abs(mention.start - from) < Math.abs(known.start - from);
    if (nearer) nearest.set(mention.entity, mention);
  }
  const made = [...nearest.values()].map((one): SpeakerOption => {
    const called = name(one.entity) ?? one.quote;
    const printed = one.quote.replace(/\s+/g, ' ');
    return {
      key: `${one.start}-${one.end}`,
      label: called === printed ? called : `${called} (${printed})`,
      words: { report: one.report, start: one.start, end: one.end },
    };
  });
  return made.sort((a, b) => a.label.localeCompare(b.label)).slice(0, MOST);
}

/** Who could be the speaker of a statement: whom its report names, and who it is now. */
export function speakerOptions(page: ReportPage, statement: Statement, name: (id: string) => string | undefined): SpeakerOption[] {
  const made = namedIn(page, statement.content.start, name);
  const speaker = statement.speaker;
  if (speaker && !made.some((one) => one.key === `${speaker.start}-${speaker.end}`)) {
    const called = (speaker.entity && name(speaker.entity)) || speaker.quote;
    made.unshift({
      key: `${speaker.start}-${speaker.end}`, label: called,
      words: { report: speaker.report, start: speaker.start, end: speaker.end },
    });
  }
  return made;
}
