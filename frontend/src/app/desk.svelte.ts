// The open case: its summary, who works on it, and what they decide. Every decision can be undone;
// one that meets another person's newer decision is shown beside it and decided again.
import { api, ApiError, type Decided, type Decision } from './api';
import { changes, follow, type CaseEvent } from './changes.svelte';
import { t } from './i18n';
import type { CaseInfo, Review, Session } from './nodes';
import { toasts } from './toasts.svelte';

export interface Conflict {
  decisions: Decision[];
  theirs: Review[];
  said: string;
}

let session = $state.raw<Session>();
let info = $state.raw<CaseInfo>();
let fault = $state.raw<ApiError>();
let conflict = $state.raw<Conflict>();
let busy = $state(0);
let job = $state<string | null>(null);
let told: CaseEvent | undefined;
let turn: Promise<unknown> = Promise.resolve();
let slug = '';
let stop: () => void = () => {};

async function refresh(): Promise<void> {
  try {
    const found = await api.info(slug);
    if (found.slug === slug) info = found;
    fault = undefined;
  } catch (error) {
    fault = error as ApiError;
  }
}

async function changed(): Promise<void> {
  changes.happened(slug);
  await refresh();
}

/** Whatever is decided, undone or redone waits for what was before it: keys are faster than answers. */
async function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  busy += 1;
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    busy -= 1;
    if (busy === 0) hear();
  }
}

/** An answer says how the case stands before the case itself is asked. */
function taken(answer: Decided): void {
  if (info) info = { ...info, head: answer.head };
}

/** Look again, unless what was told last is known. */
function hear(): void {
  const last = told;
  if (!last || !info || busy > 0) return;
  if (last.head !== info.head || last.shown !== info.shown || last.run !== info.run) void changed();
}

export const desk = {
  get session() {
    return session;
  },
  get info() {
    return info;
  },
  get fault() {
    return fault;
  },
  get conflict() {
    return conflict;
  },
  /** The examination that was begun here and has not come to its end. */
  get job() {
    return job;
  },
  get busy() {
    return busy > 0;
  },
  /** Whether claims and brief do not show yet what follows from the last decisions. */
  get following() {
    return info !== undefined && info.shown !== info.head;
  },
  /** Whether this person may decide anything here. */
  get mayDecide() {
    return session !== undefined && !session.readOnly && session.role !== 'reader';
  },
  /** Why not, where they may not. */
  get mayNot() {
    return t(session?.readOnly ? 'may.not' : 'may.read');
  },

  async begin(): Promise<void> {
    session = await api.session();
  },

  /** Open a case, or leave the one that is open by naming none. */
  async open(wanted: string): Promise<void> {
    if (wanted === slug) return;
    stop();
    stop = () => {};
    slug = wanted;
    info = undefined;
    told = undefined;
    conflict = undefined;
    job = null;
    if (!wanted) return;
    await refresh();
    if (slug !== wanted || fault) return;
    let announced: number | undefined;
    stop = follow(wanted, (event) => {
      told = event;
      const came = announced !== undefined && event.announced > announced;
      announced = event.announced;
      if (came) {
        toasts.say(t('watch.toast', { name: info?.name ?? wanted }));
        void changed();
      } else hear();
    });
  },
  refresh: changed,

  /** Take decisions, all or none. Returns whether they were taken. */
  async decide(decisions: Decision[], said: string): Promise<boolean> {
    if (decisions.length === 0) return false;
    return inTurn(async () => {
      if (!info) return false;
      try {
        taken(await api.decide(slug, info.head, decisions));
        toasts.say(said, { label: t('undo'), key: 'z', run: () => void desk.undo() });
        await changed();
        return true;
      } catch (error) {
        return failed(error, decisions, said);
      }
    });
  },
  /** Examine the case again, so that merges, splits and new reports come into what is shown. */
  async update(): Promise<void> {
    try {
      job = (await api.update(slug)).job;
    } catch (error) {
      failed(error, [], '');
    }
  },
  /** The examination ended; what it found is shown. */
  updated(): void {
    job = null;
    void changed();
  },
  async undo(): Promise<void> {
    await step('undo');
  },
  async redo(): Promise<void> {
    await step('redo');
  },
  /** Take back the decisions after which the case stood as it did at a review. */
  async undoSome(reviews: number[]): Promise<boolean> {
    return step('undo', reviews);
  },
  settle(): void {
    conflict = undefined;
  },
  async decideAgain(): Promise<void> {
    const open = conflict;
    conflict = undefined;
    if (!open) return;
    await changed();
    await desk.decide(open.decisions, open.said);
  },
};

/** Without numbers the server takes what was decided last: it knows that sooner than this page. */
async function step(way: 'undo' | 'redo', wanted: number[] = []): Promise<boolean> {
  return inTurn(async () => {
    const known = () => wanted.length || info?.[`${way}able`].length;
    if (!known()) await changed(); // another window of the same person may know more
    if (info && known()) return stepped(way, wanted, info.head);
    toasts.say(t(way === 'undo' ? 'undo.nothing' : 'redo.nothing'));
    return false;
  });
}

async function stepped(way: 'undo' | 'redo', wanted: number[], head: string): Promise<boolean> {
  try {
    taken(await api[way](slug, head, wanted));
    const back = way === 'undo' ? 'redo' : 'undo';
    toasts.say(t(way === 'undo' ? 'undo.done' : 'redo.done'), {
      label: t(back),
      key: back === 'redo' ? 'Shift z' : 'z',
      run: () => void desk[back](),
    });
    await changed();
    return true;
  } catch (error) {
    return failed(error, [], '');
  }
}

function failed(error: unknown, decisions: Decision[], said: string): boolean {
  const fault = error as ApiError;
  if (fault.status === 409) {
    const theirs = (fault.body as { theirs?: Review[] } | null)?.theirs ?? [];
    if (decisions.length > 0) conflict = { decisions, theirs, said };
    else toasts.warn(t('conflict.undo'));
    void changed();
  } else toasts.warn([fault.message, fault.hint].filter(Boolean).join(' '));
  return false;
}
