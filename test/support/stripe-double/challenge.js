/** The window in which Stripe has the shopper answer their bank. */

/** @param {unknown} message */
const tell = (message) => parent.postMessage(message, '*');

/** @param {string} path @param {unknown} body */
async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
    return await response.json();
  } catch {
    return { error: { type: 'api_connection_error', message: 'No connection.' } };
  }
}

addEventListener('message', async ({ source, data }) => {
  if (source !== parent || data.act !== 'ask') return;
  const { id } = data;
  const { clientSecret } = data.data;
  /** @param {unknown} answer */
  const end = (answer) => tell({ id, answer });
  const known = await post('/v1/retrieve', { clientSecret });
  if (known.error) return end(known);
  if (known.paymentIntent.status !== 'requires_action')
    return end({
      error: {
        type: 'invalid_request_error',
        code: 'payment_intent_unexpected_state',
        message: 'handleNextAction: The PaymentIntent supplied is not in the requires_action state.',
        payment_intent: known.paymentIntent,
      },
    });
  document.body.hidden = false;
  for (const button of document.querySelectorAll('button'))
    button.addEventListener('click', () => {
      void post('/v1/answer', { clientSecret, ok: button.id === 'complete' }).then(end);
    });
});
tell({ event: 'here' });

export {};
