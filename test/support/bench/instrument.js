// Put into a page by ../bench.ts before anything of its own. Not a module, so that it runs at once.
(() => {
  // A task is long, and blocks, from 50 ms on: https://www.w3.org/TR/longtasks-1/
  const LONG_TASK_MS = 50;
  const USABLE = 'input[type=radio]:enabled, [role=radio]:not([aria-disabled=true])';

  /** @type {(root: ParentNode) => boolean} */
  const isUsable = (root) =>
    [...root.querySelectorAll('*')].some(
      (element) =>
        (element.matches(USABLE) && element.checkVisibility()) ||
        (element.shadowRoot !== null && isUsable(element.shadowRoot)),
    );
  const frame = () => new Promise(requestAnimationFrame);

  /** @type {number[]} */
  const blocked = [];
  window.bench = {
    blocked,
    async usable(root) {
      while (!isUsable(root)) await frame();
      await frame(); // what was found in this frame is on the screen by the next
    },
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked.push(duration - LONG_TASK_MS);
  }).observe({ type: 'longtask', buffered: true });
  void window.bench.usable(document).then(() => {
    window.bench.usableAt = performance.now();
  });
})();
