// Following one job of the server as it tells of itself.
import { api } from './api';
import { t } from './i18n';

export interface JobTold {
  kind: string;
  stage: string;
  done: number;
  total: number;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  error: { code: string; message: string; hint: string | null } | null;
  answer: { fresh: boolean } | null;
}

const UNTOLD: JobTold = {
  kind: '', stage: '', done: 0, total: 0, state: 'queued', error: null, answer: null,
};

/** Follow a job until it ends. Returns how to stop following. */
export function watch(job: string, told: (now: JobTold) => void): () => void {
  const stream = new EventSource(api.jobUrl(job));
  const heard = (state: JobTold['state'] | null) => (event: Event) => {
    const data = JSON.parse((event as MessageEvent<string>).data || '{}') as Partial<JobTold>;
    const now: JobTold = { ...UNTOLD, state: state ?? 'running', ...data };
    if (state && state !== 'running') now.state = state;
    told(now);
    if (now.state !== 'running' && now.state !== 'queued') stream.close();
  };
  stream.addEventListener('progress', heard(null));
  stream.addEventListener('done', heard('done'));
  stream.addEventListener('failed', heard('failed'));
  stream.addEventListener('cancelled', heard('cancelled'));
  // A line that was cut is taken up again; one that is refused leads to a server that knows no such job.
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED) return;
    told({ ...UNTOLD, state: 'failed', error: { code: 'lost', message: t('job.lost'), hint: null } });
  };
  return () => stream.close();
}
