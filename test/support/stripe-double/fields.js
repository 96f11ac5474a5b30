/** The frame of Stripe's fields: the one place where a card is typed. */
/** @typedef {{ id: number, act: string, data: any }} Asked */

/** @param {unknown} message */
const tell = (message) => parent.postMessage(message, '*');
/** @param {string} name */
const input = (name) => /** @type {HTMLInputElement} */ (document.getElementById(name));

const connectionError = {
  error: {
    type: 'api_connection_error',
    message: 'We are experiencing issues connecting to our payments provider. You have not been charged.',
  },
};

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
    return await response.json();
  } catch {
    return connectionError;
  }
}

const card = () => {
  const [month = '', year = ''] = input('expiry')
    .value.split('/')
    .map((part) => part.trim());
  return {
    number: input('number').value,
    expiryMonth: Number(month),
    expiryYear: 2000 + Number(year.slice(-2)),
    cvc: input('cvc').value,
  };
};

const isComplete = () =>
  input('number').value.replace(/\D/g, '').length >= 13 &&
  /\d\d\s*\/\s*\d\d/.test(input('expiry').value) &&
  input('cvc').value.length >= 3;

function submit() {
  const error = document.getElementById('error');
  const isWrong = !isComplete();
  if (error) error.textContent = isWrong ? 'Your card number is incomplete.' : '';
  return isWrong
    ? {
        error: {
          type: 'validation_error',
          code: 'incomplete_number',
          message: 'Your card number is incomplete.',
        },
      }
    : {};
}

/** @param {any} look */
function dress({ appearance, style, locale }) {
  const root = document.documentElement;
  if (locale) root.lang = locale;
  const { variables = {}, rules = {} } = appearance ?? {};
  const seen = {
    '--text': variables.colorText ?? style?.base?.color,
    '--ground': variables.colorBackground ?? 'transparent',
    '--border': rules['.Input']?.border ?? '0',
    '--radius': variables.borderRadius ?? '0',
    '--size': variables.fontSizeBase ?? style?.base?.fontSize ?? '16px',
    '--font': variables.fontFamily ?? style?.base?.fontFamily ?? 'sans-serif',
    '--muted': variables.colorTextSecondary ?? style?.base?.['::placeholder']?.color,
    '--gap': variables.gridRowSpacing ?? '12px',
  };
  for (const [name, value] of Object.entries(seen)) if (value) root.style.setProperty(name, value);
}

/** @type {Record<string, (data: any) => unknown>} */
const ACTS = {
  show(data) {
    document.body.classList.toggle('line', data.type === 'card');
    document.body.hidden = false;
    dress(data);
    tell({ event: 'height', data: document.documentElement.offsetHeight });
    tell({ event: 'ready' });
  },
  dress,
  submit,
  token: ({ mode }) => {
    const wrong = mode === 'token' ? submit() : {};
    return wrong.error ? wrong : post(`/v1/tokens/${mode}`, card());
  },
  confirm: ({ clientSecret }) => post('/v1/confirm', { clientSecret, card: card() }),
};

addEventListener('message', async (/** @type {MessageEvent<Asked>} */ { source, data }) => {
  if (source !== parent || !data.act) return;
  tell({ id: data.id, answer: await ACTS[data.act]?.(data.data) });
});
addEventListener('input', () => {
  tell({ event: 'change', data: { complete: isComplete() } });
});
addEventListener('focusin', () => {
  tell({ event: 'focus' });
});
tell({ event: 'here' });

export {};
