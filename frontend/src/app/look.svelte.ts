// How the workbench looks to this person. Kept by the server per person; theme and density also in
// the browser, so that the first paint has them.
import { api, type Preferences } from './api';
import { setLocale } from './i18n';

export type Theme = Preferences['palette'];

const first: Preferences = {
  palette: 'system', density: 'comfortable', locale: 'en', keys: true, motion: 'system', borders: '',
};
let settings = $state<Preferences>({ ...first });

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`twosource.${name}`, value);
  } catch {
    // A browser that keeps nothing follows the system next time.
  }
}

function show(): void {
  const root = document.documentElement;
  root.dataset.density = settings.density;
  root.dataset.motion = settings.motion;
  if (settings.palette === 'system') delete root.dataset.theme;
  else root.dataset.theme = settings.palette;
}

export const look = {
  get settings() {
    return settings;
  },
  get theme() {
    return settings.palette;
  },
  /** Whether the page is dark now, by choice or by the system. */
  get dark(): boolean {
    const chosen = settings.palette;
    return chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  },
  async begin(): Promise<void> {
    try {
      settings = { ...first, ...(await api.settings()) };
    } catch {
      // Without settings the first ones hold.
    }
    show();
    await setLocale(settings.locale);
  },
  flip(): void {
    void this.change({ palette: this.dark ? 'light' : 'dark' });
  },
  async change(some: Partial<Preferences>): Promise<void> {
    settings = { ...settings, ...some };
    remember('theme', settings.palette);
    remember('density', settings.density);
    show();
    if (some.locale) await setLocale(some.locale);
    await api.saveSettings($state.snapshot(settings)).catch(() => undefined);
  },
};
