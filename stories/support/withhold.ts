import { LazyElements } from '../../src/elements/lazy.js';

/*
 * In a Storybook every file is on the same disk, and a connection that fails for one of them cannot be had. What the
 * checkout is told then can.
 */

/** The file of an element cannot be had, until somebody tries again. @returns that ends it */
export function withhold(tag: string): () => void {
  const { prototype } = LazyElements;
  const need = Reflect.get(prototype, 'need');
  const retry = Reflect.get(prototype, 'retry');
  const end = (): void => {
    Object.assign(prototype, { need, retry });
  };
  Object.assign(prototype, {
    need(this: LazyElements, wanted: string): boolean {
      return wanted !== tag && need.call(this, wanted);
    },
    retry(this: LazyElements): void {
      end();
      retry.call(this);
    },
  });
  return end;
}
