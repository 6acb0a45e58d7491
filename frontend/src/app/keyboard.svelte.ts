// Which keys do what right now. Components add their keys while they are on view; what was added
// last comes first, so that an open dialogue or grid takes a key before the page does.
import { isLetterKey, nameOf } from './keymap';
import { look } from './look.svelte';

export type Handlers = Record<string, (event: KeyboardEvent) => boolean | void>;

const CHORD_MILLISECONDS = 1500;
const layers: (() => Handlers)[] = [];
let pending = $state('');
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether letters typed at this element are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|range|file)$/.test(target.type);
}

function handle(name: string, event: KeyboardEvent): boolean {
  for (let place = layers.length - 1; place >= 0; place -= 1) {
    const found = layers[place]?.()[name];
    // A handler that returns false passes the key on.
    if (found && found(event) !== false) return true;
  }
  return false;
}

function startsChord(name: string): boolean {
  return layers.some((layer) => Object.keys(layer()).some((keys) => keys.startsWith(`${name} `)));
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
  const name = nameOf(event);
  if (isTyping(event.target) && name !== 'Escape' && !name.startsWith('Control+')) return;
  if (isLetterKey(name) && !look.settings.keys) return;
  if (name.startsWith('Control+') && name !== 'Control+k' && !/^Control\+(Home|End)$/.test(name)) return;
  const chord = pending ? `${pending} ${name}` : name;
  clearTimeout(timer);
  pending = '';
  if (handle(chord, event)) event.preventDefault();
  else if (chord === name && isLetterKey(name) && startsChord(name)) {
    pending = name;
    timer = setTimeout(() => (pending = ''), CHORD_MILLISECONDS);
    event.preventDefault();
  }
}

export const keyboard = {
  /** The first key of a chord that waits for its second. */
  get pending() {
    return pending;
  },
  begin(): void {
    document.addEventListener('keydown', pressed);
  },
};

/** Add keys for as long as the component that calls this is on view. */
export function useKeys(handlers: () => Handlers): void {
  $effect(() => {
    layers.push(handlers);
    return () => {
      const place = layers.lastIndexOf(handlers);
      if (place >= 0) layers.splice(place, 1);
    };
  });
}
