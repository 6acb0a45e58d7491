// Data that follows the case: asked for again whenever what it depends on, or the case, changes.
import { ApiError } from './api';
import { changes } from './changes.svelte';

export interface Live<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
}

/**
 * Ask for data now and again after every change of the case. Call it while a component is set up.
 * What was there stays on view until the new data has come.
 */
export function live<T>(load: () => Promise<T>): Live<T> {
  let data = $state.raw<T>();
  let error = $state.raw<ApiError>();
  let loading = $state(true);
  let asked = 0;
  $effect(() => {
    void changes.count;
    const mine = ++asked;
    loading = true;
    load().then(
      (found) => {
        if (mine !== asked) return;
        data = found;
        error = undefined;
        loading = false;
      },
      (fault: unknown) => {
        if (mine !== asked) return;
        error = fault instanceof ApiError ? fault : new ApiError(0, 'fault', String(fault), '');
        loading = false;
      },
    );
  });
  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
  };
}
