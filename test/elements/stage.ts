import axe from 'axe-core';
import { LitElement, type TemplateResult, html } from 'lit';
import { expect, onTestFinished } from 'vitest';
import { CheckoutStore } from '../../src/controllers/checkout-store.js';
import { preparePayment } from '../../src/controllers/prepare-payment.js';
import { provideStore } from '../../src/controllers/store-request.js';
import { SimulatedClock } from '../../src/core/clock.js';
import { loadDialect } from '../../src/core/providers/index.js';
import { loadElement } from '../../src/elements/lazy.js';
import type { CheckoutErrorEvent } from '../../src/events.js';
import { createI18n } from '../../src/i18n/create-i18n.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type SessionInput,
} from '../../src/sandbox/index.js';

/** Stands where `<checkout-session>` would: gives its children a store, and shows nothing of its own. */
class StageElement extends LitElement {
  readonly store: CheckoutStore;

  constructor() {
    super();
    this.store = new CheckoutStore(createI18n());
    provideStore(this, this.store);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
customElements.define('test-stage', StageElement);

/** One checkout on a sandbox, on a clock that moves when it is told to, with elements to put into it. */
export interface Stage {
  readonly host: StageElement;
  readonly store: CheckoutStore;
  readonly sandbox: Sandbox;
  readonly clock: SimulatedClock;
  /** The last part of the path of each request that was sent, with its method: `POST resend`. */
  readonly requests: readonly { readonly name: string; readonly body: string }[];
  readonly navigations: readonly string[];
  /** The elements' `checkout-error` events. */
  readonly errors: readonly string[];
  readonly submits: () => number;
  readonly sessionId: string;
  /** Shows this session in a store, as another tab does, or another of the sandbox's sessions. */
  show(store: CheckoutStore, session?: ReturnType<Sandbox['createSession']>): Promise<void>;
  /** Puts an element into the checkout. */
  add(tag: string): Promise<LitElement>;
  /** Submits the form and lets the answers come in. */
  pay(): Promise<void>;
  pass(ms: number): Promise<void>;
}

export interface StageOptions {
  readonly session?: SessionInput;
  readonly sandbox?: SandboxOptions;
  /** Id of the method that is picked. */
  readonly method?: string;
  readonly locale?: string;
  /** Answers a request in the sandbox's place, by its name. */
  readonly answers?: Readonly<Record<string, () => Response | Promise<Response>>>;
}

/** More than an answer takes that is on its way. */
const MAX_ROUNDS = 20;

/** How many turns of the event loop an answer takes to be made and to be read is each engine's own: nobody counts them. */
class Answers {
  #pending = 0;

  /** Takes note of an answer until it is read. */
  async wait(answer: Promise<Response> | Response): Promise<Response> {
    const response = await this.#note(Promise.resolve(answer));
    const read = response.text.bind(response);
    response.text = async () => this.#note(read());
    return response;
  }

  /** Resolves when what has been asked is answered, and what comes of it has come; or only waits for the clock. */
  async settle(): Promise<void> {
    let rounds = 0;
    do
      for (let turn = 0; turn < 3; turn++)
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 0);
        });
    while (this.#pending > 0 && ++rounds < MAX_ROUNDS);
  }

  async #note<T>(promise: Promise<T>): Promise<T> {
    this.#pending += 1;
    try {
      return await promise;
    } finally {
      this.#pending -= 1;
    }
  }
}

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const clock = new SimulatedClock();
  const sandbox = createSandbox({ clock, ...options.sandbox });
  const first = sandbox.createSession('native', options.session);
  const host = new StageElement();
  document.body.append(host);
  const { store } = host;
  await store.i18n.setLocale([options.locale ?? 'en']);
  const requests: { name: string; body: string }[] = [];
  const navigations: string[] = [];
  const errors: string[] = [];
  const answers = new Answers();
  let submits = 0;
  host.addEventListener('checkout-error', ({ detail }: CheckoutErrorEvent) => {
    errors.push(`${detail.kind}/${detail.code}`);
  });
  host.addEventListener('checkout-submit-request', () => submits++);
  const dialect = await loadDialect('native');
  const start = (shown: CheckoutStore, { apiBase, token } = first): void => {
    shown.start({
      dialect,
      apiBase,
      token,
      clock,
      random: () => 0.5,
      fetch: async (url, init) => {
        const name = `${init.method ?? 'GET'} ${url.slice(url.lastIndexOf('/') + 1)}`;
        requests.push({ name, body: typeof init.body === 'string' ? init.body : '' });
        return answers.wait(options.answers?.[name]?.() ?? sandbox.fetch(url, init));
      },
      prepare: (method, session) => preparePayment(shown, method, session),
      navigate: (url) => navigations.push(url),
    });
    onTestFinished(() => {
      shown.stop();
    });
    shown.dispatch({ type: 'session_requested' });
  };
  onTestFinished(() => {
    host.remove();
  });
  const pass = async (ms: number): Promise<void> => {
    await clock.advanceAsync(ms, async () => answers.settle());
    for (const child of host.children) {
      (child as LitElement).requestUpdate();
      await (child as LitElement).updateComplete;
    }
  };
  start(store);
  await pass(0);
  if (options.method !== undefined) store.dispatch({ type: 'method_selected', methodId: options.method });
  return {
    host,
    store,
    sandbox,
    clock,
    requests,
    navigations,
    errors,
    submits: () => submits,
    sessionId: first.id,
    pass,
    async show(shown, session) {
      start(shown, session);
      await pass(0);
    },
    async add(tag) {
      await loadElement(tag);
      const element = document.createElement(tag) as LitElement;
      host.append(element);
      await element.updateComplete;
      return element;
    },
    async pay() {
      store.dispatch({ type: 'payment_submitted' });
      await pass(0);
    },
  };
}

/** Shows one element outside any checkout, by its properties alone. */
export async function showAlone(
  tag: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<LitElement> {
  await loadElement(tag);
  const element = Object.assign(document.createElement(tag) as LitElement, properties);
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await element.updateComplete;
  return element;
}

/** The narrowest phone, less a page's margins. */
const NARROW_PX = 280;

/** No violation of any rule, best practices included, and nothing beyond the edge of a narrow screen (WCAG 1.4.10). */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: found }) => found).join(' ')}`),
  ).toEqual([]);
  const { style } = element as HTMLElement;
  style.display = 'block';
  style.inlineSize = `${NARROW_PX}px`;
  expect(element.scrollWidth).toBeLessThanOrEqual(NARROW_PX);
  style.removeProperty('display');
  style.removeProperty('inline-size');
}
