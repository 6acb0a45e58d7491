// Whether the evidence panel is open. Where a page has no room beside it, it lies over the page.
let open = $state(true);

export const panel = {
  get open() {
    return open;
  },
  toggle(): void {
    open = !open;
  },
  show(): void {
    open = true;
  },
};
