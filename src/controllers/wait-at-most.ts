/** Resolves when `promise` does, or after `ms`, whichever is first; then no timer is left. `promise` never rejects. */
export const waitAtMost = async (promise: Promise<unknown>, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
