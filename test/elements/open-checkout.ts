import { onTestFinished } from 'vitest';
import '../../src/define.js';
import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';
import {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
  type SessionInput,
} from '../../src/sandbox/index.js';

export interface OpenCheckout {
  readonly element: CheckoutSessionElement;
  readonly sandbox: Sandbox;
  readonly sessionId: string;
  /** Statuses the machine went through, the first one first. */
  readonly statuses: readonly string[];
}

export interface OpenCheckoutOptions {
  readonly session?: SessionInput;
  readonly sandbox?: SandboxOptions;
  /** Light DOM of the element. */
  readonly children?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Before the element is on the page. */
  readonly prepare?: (element: CheckoutSessionElement, sandbox: Sandbox) => void;
}

/** A whole checkout on a sandbox, on the page. It never leaves the page by itself. */
export function openCheckout(options: OpenCheckoutOptions = {}): OpenCheckout {
  const sandbox = createSandbox(options.sandbox);
  const { id, token, apiBase } = sandbox.createSession('native', {
    currency: 'BRL',
    merchant: { name: 'Café do Porto' },
    cancelUrl: 'https://shop.example/cart',
    successUrl: 'https://shop.example/thanks',
    ...options.session,
  });
  const element = document.createElement('checkout-session');
  const statuses: string[] = [];
  element.addEventListener('checkout-state-change', ({ detail }) => statuses.push(detail.state));
  element.fetch = sandbox.fetch;
  const attributes = { token, 'api-base': apiBase, redirect: 'manual', locale: 'en', ...options.attributes };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = options.children ?? '';
  options.prepare?.(element, sandbox);
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  return { element, sandbox, sessionId: id, statuses };
}
