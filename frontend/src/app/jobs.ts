// Following one job of the server as it tells of itself.
import { api } from './api';

export interface JobTold {
  stage: string;
  done: number;
  total: number;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  error: { code: string; message: string; hint: string | null } | null;
}

/** Follow a job until it ends. Returns how to stop following. */
export function watch(job: string, told: (now: JobTold) => void): () => void {
  const stream = new EventSource(api.jobUrl(job));
  const heard = (state: JobTold['state'] | null) => (event: Event) => {
    const data = JSON.parse((event as MessageEvent<string>).data || '{}') as Partial<JobTold>;
    const now: JobTold = { stage: '', done: 0, total: 0, error: null, state: state ?? 'running', ...data };
    if (state && state !== 'running') now.state = state;
    told(now);
    if (now.state !== 'running' && now.state !== 'queued') stream.close();
  };
  stream.addEventListener('progress', heard(null));
  stream.addEventListener('done', heard('done'));
  stream.addEventListener('failed', heard('failed'));
  stream.addEventListener('cancelled', heard('cancelled'));
  return () => stream.close();
}
