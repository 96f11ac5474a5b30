import type { TabChannel } from './checkout-options.js';
import { sessionOf } from './machine/state.js';
import type { RunnerContext } from './runner-context.js';

/** A courtesy between the tabs that show one session: who did something says so, and the others ask the server what. */
export class TabLine {
  #channel: TabChannel | undefined;

  constructor(context: RunnerContext) {
    const { options, signal } = context;
    const session = sessionOf(context.getState());
    if (!session || signal.aborted) return;
    try {
      this.#channel = options.openChannel?.(`checkout-session ${session.id}`);
    } catch {
      // A browser may refuse it together with storage; each tab still asks the server by itself.
    }
    if (!this.#channel) return;
    this.#channel.onmessage = () => {
      context.dispatch({ type: 'woken' });
    };
    signal.addEventListener('abort', () => {
      this.#channel?.close();
    });
  }

  tell(): void {
    this.#channel?.postMessage('changed');
  }
}
