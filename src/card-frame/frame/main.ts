import { parseHostMessage, type FrameReport, type HostMessage } from '../shared/messages.js';
import { parseCardFrameStrings } from '../shared/strings.js';
import { CardForm, type CardData, type CardFormState } from './card-form.js';
import { brandId } from './brands.js';
import { acceptHost, type Connection } from './connection.js';
import { adoptStyles, applyStyle } from './styles.js';
import { tokenizerNamed } from './tokenizers/index.js';
import { mayHandOver, RAW } from './tokenizers/raw.js';
import { failed, type TokenizeResult } from './tokenizers/tokenizer.js';
import { Visibility } from './visibility.js';

/** Shorter than the host waits for the frame. */
const TOKENIZE_TIMEOUT_MS = 15_000;

/** The page says which of the tokenizers built into the frame it is, never where it lives. */
let tokenizer: { readonly name: string; readonly publicKey: string; readonly url?: string | undefined } = {
  name: 'sandbox',
  publicKey: '',
};
let connection: Connection | undefined;
let isReady = false;
let isTokenizing = false;
let lastState: CardFormState = { complete: false, brand: undefined };
let lastHeight = 0;

const report = (message: FrameReport): void => connection?.report(message);

const form = new CardForm({
  onChange(state) {
    if (state.complete === lastState.complete && state.brand === lastState.brand) return;
    lastState = state;
    report({
      type: 'change',
      complete: state.complete,
      ...(state.brand !== undefined && { brand: state.brand }),
    });
  },
  onSubmit() {
    if (visibility.isSteady()) report({ type: 'submit' });
  },
  askBrands: async (bin, signal) => (await tokenizerNamed(tokenizer.name)?.brandsOf?.(bin, signal)) ?? [],
});
const visibility = new Visibility(form.element);

function clearAll(): void {
  form.clearAll();
  visibility.forget();
}

const measure = (): number => Math.ceil(form.element.getBoundingClientRect().height);

function reportHeight(): void {
  const height = measure();
  if (!isReady || height === lastHeight) return;
  lastHeight = height;
  report({ type: 'height', height });
}

function configure({
  strings,
  style,
  brands,
  tokenizer: named,
}: Extract<HostMessage, { type: 'configure' }>): void {
  if (strings !== undefined) form.setStrings(parseCardFrameStrings(strings));
  if (style !== undefined) applyStyle(style);
  if (brands) form.setAcceptedBrands(brands.map(brandId));
  if (named) {
    tokenizer = named;
    form.needDocument(tokenizerNamed(named.name)?.needsDocument === true);
  }
  // The first configuration is what makes the frame fit to be seen.
  if (!isReady) {
    isReady = true;
    lastHeight = measure();
    report({ type: 'ready', height: lastHeight });
  }
}

const exchange = async (card: CardData, nonce: string, session?: string): Promise<TokenizeResult> => {
  const { name, ...options } = tokenizer;
  const run = tokenizerNamed(name);
  return run
    ? run(card, { ...options, nonce, session, timeoutMs: TOKENIZE_TIMEOUT_MS })
    : failed('api', 'tokenizer_unknown', false);
};

/** No tokenizer: the page gets the card itself, where this frame's server allows it. */
function handOver(id: number, card: CardData): void {
  if (mayHandOver(connection?.origin ?? '')) report({ type: 'card', id, ...card, brand: form.state.brand });
  else report({ type: 'failed', id, kind: 'api', code: 'raw_card_not_allowed', retryable: false });
}

async function tokenize(id: number, nonce: string, session?: string): Promise<void> {
  if (isTokenizing) {
    report({ type: 'failed', id, kind: 'api', code: 'busy', retryable: true });
    return;
  }
  const card = form.read();
  if (!card) {
    report({ type: 'invalid', id });
    return;
  }
  isTokenizing = true;
  form.setBusy(true);
  const isSeen = await visibility.wasSeen();
  const isRaw = tokenizer.name === RAW;
  const result = !isSeen
    ? failed('api', 'card_frame_covered')
    : isRaw
      ? undefined
      : await exchange(card, nonce, session);
  form.setBusy(false);
  isTokenizing = false;
  if (!result) handOver(id, card);
  else if (result.ok) {
    const brand = card.brand ?? result.brand ?? form.state.brand;
    const { token, last4, lifeMs } = result;
    report({
      type: 'tokenized',
      id,
      token,
      last4,
      ...(brand !== undefined && { brand }),
      ...(lifeMs !== undefined && { lifeMs }),
    });
  } else if (result.param !== undefined && form.refuse(result.param)) {
    report({ type: 'invalid', id });
  } else {
    const { kind, code, retryable } = result;
    report({ type: 'failed', id, kind, code, retryable });
  }
}

function obey(message: HostMessage, nonce: string): void {
  switch (message.type) {
    case 'configure':
      configure(message);
      break;
    case 'tokenize':
      void tokenize(message.id, nonce, message.session);
      break;
    case 'focus':
      form.focus();
      break;
    case 'clear_security_code':
      form.clearSecurityCode();
      break;
    case 'clear_all':
      clearAll();
      break;
  }
  // A frame that is not painted gets no ResizeObserver turn.
  reportHeight();
}

adoptStyles();
document.body.append(form.element);
new ResizeObserver(reportHeight).observe(form.element);
// A page kept for the back button keeps its inputs: nothing of a card may wait there.
window.addEventListener('pagehide', ({ persisted }) => {
  clearAll();
  if (!persisted) report({ type: 'gone' });
});

acceptHost((accepted) => {
  connection = accepted;
  accepted.port.onmessage = (event: MessageEvent) => {
    const message = parseHostMessage(event.data);
    if (message) obey(message, accepted.nonce);
  };
});
