// Deciding on what is selected: the short ways that need no dialogue.
import { accept, pin, reject } from './deeds';
import { desk } from './desk.svelte';
import { t } from './i18n';
import type { Subject } from './subject';
import { toasts } from './toasts.svelte';

export async function acceptSubject(subject: Subject): Promise<boolean> {
  if (subject.refs.length === 0) {
    toasts.say(t('accept.nothing'));
    return false;
  }
  return desk.decide(subject.refs.map((one) => accept(one)), t('said.accepted'));
}

export async function rejectSubject(subject: Subject, why = ''): Promise<boolean> {
  if (subject.refs.length === 0) return false;
  return desk.decide(subject.refs.map((one) => reject(one, why)), t('said.rejected'));
}

export async function pinSubject(subject: Subject): Promise<boolean> {
  if (!subject.words) return false;
  return desk.decide([pin(subject.words)], t('said.pinned'));
}
