// A long page in slices, so that what a person reads first is on view before the rest is made.
const GROWTH = 3;

export interface Slices {
  /** How many of the things may be shown by now. */
  readonly shown: number;
}

/** Call it while a component is set up: `first` things at once, three times as many after each frame. */
export function useSlices(first: number, total: () => number): Slices {
  let shown = $state(first);
  $effect(() => {
    if (shown >= total()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // After the frame, not in it: what is made before a frame is drawn delays it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => (shown *= GROWTH));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  });
  return {
    get shown() {
      return shown;
    },
  };
}
