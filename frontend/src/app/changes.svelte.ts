// How often the case changed while it was open: by own decisions, by others', by a new run.
import { api, forget } from './api';

let count = $state(0);

export const changes = {
  get count() {
    return count;
  },
  /** Something changed: everything on view is asked for anew. */
  happened(slug?: string): void {
    forget(slug);
    count += 1;
  },
};

export interface CaseEvent {
  head: string;
  shown: string;
  run: number;
  /** Number of the last announcement of a watch. */
  announced: number;
}

/** Follow what others decide on a case. Returns how to stop. */
export function follow(slug: string, told: (event: CaseEvent) => void): () => void {
  const stream = new EventSource(api.streamUrl(slug));
  // `here` comes first, and again after the line was cut: something may have happened meanwhile.
  for (const name of ['here', 'changed']) {
    stream.addEventListener(name, (event) => {
      told(JSON.parse((event as MessageEvent<string>).data) as CaseEvent);
    });
  }
  return () => stream.close();
}
