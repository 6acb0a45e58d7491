// Which rows of a long list are on view, as the window scrolls.
import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
} from '@tanstack/virtual-core';

const ROW_PIXELS = 96;
const MORE = 6;

export interface Shown {
  readonly items: VirtualItem[];
  readonly height: number;
  measure(node: HTMLElement): void;
  scrollTo(index: number): void;
}

/** Call it while a component is set up; `top` is where the list starts on the page. */
export function useWindow(count: () => number, top: () => number): Shown {
  let items = $state.raw<VirtualItem[]>([]);
  let height = $state(0);
  const read = () => {
    items = virtual.getVirtualItems();
    height = virtual.getTotalSize();
  };
  const options = () => ({
    count: count(),
    getScrollElement: () => window,
    estimateSize: () => ROW_PIXELS,
    overscan: MORE,
    scrollMargin: top(),
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    initialOffset: () => window.scrollY,
    onChange: read,
  });
  const virtual = new Virtualizer<Window, HTMLElement>({
    count: 0, getScrollElement: () => window, estimateSize: () => ROW_PIXELS, scrollToFn: windowScroll,
    observeElementRect: observeWindowRect, observeElementOffset: observeWindowOffset,
  });
  $effect(() => virtual._didMount());
  $effect(() => {
    virtual.setOptions(options());
    virtual._willUpdate();
    read();
  });
  return {
    get items() {
      return items;
    },
    get height() {
      return height;
    },
    measure(node) {
      virtual.measureElement(node);
    },
    scrollTo(index) {
      virtual.scrollToIndex(index, { align: 'auto' });
    },
  };
}
