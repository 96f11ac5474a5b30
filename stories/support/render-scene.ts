import { action } from 'storybook/actions';
import { EVENT_NAMES } from '../../demo/shop/event-names.js';
import { SimulatedClock } from '../../src/core/clock.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';
import { LAZY_TAGS, loadElement } from '../../src/elements/lazy.js';
import { createSandbox, type CreatedSession, type Sandbox } from '../../src/sandbox/index.js';
import { BRANDS } from './brands.js';
import { applyLook, type Look } from './looks.js';
import type { Args, Past, PaymentMade, Scene } from './scene.js';

/** What is read here of Storybook's context. */
export interface StoryContext {
  readonly id: string;
  readonly component?: unknown;
  readonly args: Args;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly canvasElement: HTMLElement;
}

/** A scene that is on the page. */
export interface Shown {
  readonly holder: HTMLElement;
  readonly checkout: CheckoutSessionElement;
  readonly sandbox: Sandbox;
  readonly session: CreatedSession;
  /** The past has happened, and the session is being loaded. */
  readonly prepared: Promise<void>;
}

interface Kept extends Shown {
  /** What only a new session can change. */
  readonly made: string;
  readonly canvas: HTMLElement;
}

/** By the story's id: on a page of docs a story may stand twice, each time in a canvas of its own. */
const shown = new Map<string, Kept[]>();

/** The next time the story is shown, it begins anew. */
export const forgetScene = (id: string): void => void shown.delete(id);

/** The scene that a story has on the page. */
export function sceneOf(id: string): Shown {
  const scene = shown.get(id)?.at(-1);
  if (!scene) throw new Error(`${id} is not shown`);
  return scene;
}

export const lookOf = (globals: StoryContext['globals']): Look => globals as unknown as Look;

/** The story's scene. What the toolbar and the controls change is changed in place: the payment goes on. */
export function renderScene(args: Args, context: object): HTMLElement {
  const story = context as StoryContext;
  const brand = String(story.globals['brand']);
  const { provider } = args as { readonly provider?: ProviderId };
  const made = `${brand} ${provider ?? ''}`;
  const { canvasElement: canvas } = story;
  const kept = shown.get(story.id) ?? [];
  let scene = kept.find((one) => one.canvas === canvas);
  if (scene?.made !== made) {
    const told = { ...(story.parameters['scene'] as Scene | undefined), ...(provider && { provider }) };
    scene = { ...openScene(told, brand), made, canvas };
    for (const name of EVENT_NAMES) {
      const tell = action(name);
      scene.holder.addEventListener(name, (event) => {
        tell((event as CustomEvent<unknown>).detail);
      });
    }
    shown.set(story.id, [...kept.filter((one) => one.canvas !== canvas), scene]);
  }
  const tag = String(story.component);
  const subject =
    tag === 'checkout-session' ? scene.checkout : scene.checkout.querySelector<HTMLElement>(tag);
  // An element that is fetched has its properties only then.
  if (subject) void scene.prepared.then(() => applyArgs(subject, args));
  applyLook(scene.holder, lookOf(story.globals));
  return scene.holder;
}

/** What a page writes to have it. */
export function sourceOf(_code: string, context: object): string {
  const { parameters } = context as StoryContext;
  const { provider, elements = [], inside = '', attributes = {} } = (parameters['scene'] ?? {}) as Scene;
  const given = Object.entries({ ...(provider && { provider }), ...attributes });
  const open = `<checkout-session token="cs_…" api-base="https://api.example"${given.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
  const inner = inside + elements.map((tag) => `  <${tag}></${tag}>\n`).join('');
  return `${open}${inner && `\n${inner}`}</checkout-session>`;
}

/** Puts a scene into a holder that is on no page yet. */
export function openScene(scene: Scene, brand = 'none'): Shown {
  const { provider = 'native', agoSeconds } = scene;
  const clock = agoSeconds === undefined ? undefined : new SimulatedClock(Date.now() - agoSeconds * 1000);
  const sandbox = createSandbox({
    cardFrameUrl: staticUrl('card-frame/story.html'),
    payerUrl: staticUrl('payer.html?at='),
    ...scene.sandbox,
    ...(clock && { clock }),
  });
  const session = sandbox.createSession(provider, {
    currency: provider === 'payonify' ? 'USD' : 'BRL',
    cancelUrl: 'https://shop.example/cart',
    successUrl: 'https://shop.example/thanks',
    ...BRANDS[brand],
    ...scene.session,
  });
  const checkout = document.createElement('checkout-session');
  checkout.fetch = fetchOf(sandbox, scene);
  checkout.provider = provider;
  checkout.apiBase = session.apiBase;
  checkout.redirect = 'manual';
  if (scene.widest !== undefined) checkout.style.maxInlineSize = `${String(scene.widest)}px`;
  for (const [name, value] of Object.entries(scene.attributes ?? {})) checkout.setAttribute(name, value);
  checkout.insertAdjacentHTML('beforeend', scene.inside ?? '');
  checkout.append(...(scene.elements ?? []).map((tag) => document.createElement(tag)));
  const past: Past = { sandbox, session, pay: async (payment) => payBefore(sandbox, session, payment) };
  const prepared = prepare(scene, past).then(() => {
    clock?.advance((agoSeconds ?? 0) * 1000);
    checkout.token = session.token;
  });
  return { holder: holderOf(checkout), checkout, sandbox, session, prepared };
}

function fetchOf({ fetch }: Sandbox, { rewrite }: Scene): Sandbox['fetch'] {
  if (!rewrite) return fetch;
  return async (input, init) => {
    const answer = await fetch(input, init);
    return new Response(rewrite(await answer.text()), answer);
  };
}

function holderOf(checkout: HTMLElement): HTMLElement {
  const holder = document.createElement('div');
  holder.style.padding = '16px';
  holder.style.margin = 'auto';
  holder.append(checkout);
  return holder;
}

/** An address among the Storybook's own files, wherever it is served. */
export const staticUrl = (file: string): string =>
  new URL(import.meta.env.BASE_URL + file, document.baseURI).href;

async function prepare(scene: Scene, past: Past): Promise<void> {
  await Promise.all((scene.elements ?? []).filter((tag) => LAZY_TAGS.includes(tag)).map(loadElement));
  await scene.before?.(past);
}

async function payBefore(
  sandbox: Sandbox,
  { id, token, apiBase }: CreatedSession,
  made: PaymentMade,
): Promise<void> {
  const { attempt, totals, paid, currency } = sandbox.session(id);
  const {
    type,
    card,
    customer = { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
  } = made;
  const answer = await sandbox.fetch(`${apiBase}/checkout-sessions/${id}/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `${id}:${String(attempt)}`,
    },
    body: JSON.stringify({
      attempt,
      method: made.methodId ?? type,
      type,
      amount: totals.total - paid,
      currency,
      locale: 'en',
      customer,
      details: made.details,
      ...(type === 'card' && {
        card: { token: sandbox.tokenize(card === undefined ? {} : { number: card }) },
      }),
    }),
  });
  if (!answer.ok && answer.status !== 402)
    throw new Error(`The story's own payment is refused: ${await answer.text()}`);
}

/** A control without a value leaves the element as the scene made it. */
function applyArgs(subject: HTMLElement, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue;
    if (name.startsWith('--') && typeof value === 'string') subject.style.setProperty(name, value);
    else if (name in subject) Reflect.set(subject, name, value);
    else if (typeof value === 'string') subject.setAttribute(name, value);
  }
}
