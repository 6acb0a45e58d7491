// Short messages at the edge of the page. What can be undone says so and stays a little longer.
export interface Toast {
  id: number;
  text: string;
  warning: boolean;
  action?: { label: string; key: string; run: () => void };
}

let list = $state.raw<Toast[]>([]);
let last = 0;

function add(toast: Omit<Toast, 'id'>): void {
  const id = ++last;
  list = [...list.slice(-2), { ...toast, id }];
  const milliseconds = toast.warning ? 12_000 : toast.action ? 9_000 : 5_000;
  setTimeout(() => toasts.drop(id), milliseconds);
}

export const toasts = {
  get list() {
    return list;
  },
  say(text: string, action?: Toast['action']): void {
    add(action ? { text, warning: false, action } : { text, warning: false });
  },
  warn(text: string): void {
    add({ text, warning: true });
  },
  drop(id: number): void {
    list = list.filter((one) => one.id !== id);
  },
};
