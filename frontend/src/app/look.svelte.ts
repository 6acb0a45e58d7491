// How the workbench looks to this person. Kept by the server per person; theme and density also in
// the browser, so that the first paint has them.
import { api, type Settings } from './api';
import { setLocale } from './i18n';

export type Theme = 'system' | 'light' | 'dark';

const first: Settings = { palette: 'standard', density: 'comfortable', locale: 'en', letterKeys: true };
let settings = $state<Settings>({ ...first });
let theme = $state<Theme>('system');

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`twosource.${name}`, value);
  } catch {
    // A browser that keeps nothing follows the system next time.
  }
}

function show(): void {
  const root = document.documentElement;
  root.dataset.palette = settings.palette;
  root.dataset.density = settings.density;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export const look = {
  get settings() {
    return settings;
  },
  get theme() {
    return theme;
  },
  /** Whether the page is dark now, by choice or by the system. */
  get dark(): boolean {
    return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  },
  async begin(): Promise<void> {
    const kept = document.documentElement.dataset.theme;
    if (kept === 'light' || kept === 'dark') theme = kept;
    try {
      settings = { ...first, ...(await api.settings()) };
    } catch {
      // Without settings the first ones hold.
    }
    show();
    await setLocale(settings.locale);
  },
  setTheme(wanted: Theme): void {
    theme = wanted;
    remember('theme', wanted);
    show();
  },
  flip(): void {
    this.setTheme(this.dark ? 'light' : 'dark');
  },
  async change(some: Partial<Settings>): Promise<void> {
    settings = { ...settings, ...some };
    remember('density', settings.density);
    show();
    if (some.locale) await setLocale(some.locale);
    await api.saveSettings($state.snapshot(settings)).catch(() => undefined);
  },
};
