// The formats that this server can write, as it says itself.
import { api, type Format } from './api';
import { told } from './i18n';

/** The formats that a case can leave in here, the most asked for first. */
export async function usable(): Promise<Format[]> {
  const order = ['html', 'docx', 'pdf', 'md', 'csv', 'json'];
  const rank = (name: string) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const found = await api.formats().catch(() => ({ items: [] }));
  return found.items.filter((one) => one.available).sort((a, b) => rank(a.name) - rank(b.name));
}

/** What people call a format. */
export function formatName(name: string): string {
  return told(`format.${name}`, name);
}
