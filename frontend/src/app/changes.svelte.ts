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

/** Follow what others decide on a case. Returns how to stop. */
export function follow(slug: string, told: (event: { head?: string; run?: string }) => void): () => void {
  const stream = new EventSource(api.streamUrl(slug));
  stream.addEventListener('changed', (event) => {
    told(JSON.parse((event as MessageEvent<string>).data) as { head?: string; run?: string });
  });
  return () => stream.close();
}
