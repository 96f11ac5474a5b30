/**
 * Stands in for https://js.stripe.com/…/stripe.js: the calls that the product makes of it, the fields in a frame of its own
 * origin, the refusals and the words as they are documented. Card data never enters this file.
 * @see https://docs.stripe.com/js
 */
(() => {
  const { origin } = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
  const RELEASE = 'endive';

  class IntegrationError extends Error {
    /** @param {string} message */
    constructor(message) {
      super(message);
      this.name = 'IntegrationError';
    }
  }

  /** @param {string} message @returns {never} */
  const refuse = (message) => {
    throw new IntegrationError(message);
  };

  /**
   * The real script tells objects by their prototypes in places: one without is refused here, wherever it stands.
   * @param {unknown} value @param {string} path
   */
  function checkOptions(value, path) {
    if (typeof value !== 'object' || value === null || value instanceof Node || 'isDouble' in value) return;
    if (Object.getPrototypeOf(value) === null) refuse(`Invalid value for ${path}: it should be an object.`);
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) refuse(`Invalid value for ${path}.${key}: undefined.`);
      checkOptions(member, `${path}.${key}`);
    }
  }

  /** A frame of Stripe's, and what is asked of it. */
  class Frame {
    /** @type {Map<number, (answer: any) => void>} */
    #asked = new Map();
    #count = 0;
    /** @type {unknown[]} */
    #waiting = [];
    #isThere = false;
    /** @type {(event: string, data: any) => void} */
    onEvent = () => undefined;

    /** @param {string} page @param {string} title @param {HTMLElement} parent */
    constructor(page, title, parent) {
      this.element = document.createElement('iframe');
      this.element.title = title;
      this.element.src = `${origin}/${page}`;
      this.element.style.setProperty('border', '0');
      this.element.style.setProperty('width', '100%');
      this.element.style.setProperty('display', 'block');
      window.addEventListener('message', this.#receive);
      parent.append(this.element);
    }

    /** @param {string} act @param {unknown} [data] @returns {Promise<any>} */
    ask(act, data) {
      const id = ++this.#count;
      const message = { id, act, data };
      if (this.#isThere) this.#send(message);
      else this.#waiting.push(message);
      return new Promise((resolve) => this.#asked.set(id, resolve));
    }

    remove() {
      window.removeEventListener('message', this.#receive);
      this.element.remove();
    }

    /** @param {unknown} message */
    #send(message) {
      this.element.contentWindow?.postMessage(message, origin);
    }

    /** @param {MessageEvent} event */
    #receive = ({ source, origin: from, data }) => {
      if (source !== this.element.contentWindow || from !== origin) return;
      if (data.event === 'here') {
        this.#isThere = true;
        for (const message of this.#waiting.splice(0)) this.#send(message);
      } else if (data.event) this.onEvent(data.event, data.data);
      else this.#asked.get(data.id)?.(data.answer);
    };
  }

  class Element {
    isDouble = true;
    /** @type {Record<string, ((event: unknown) => void)[]>} */
    #handlers = {};
    /** @type {Frame | undefined} */
    frame;

    /** @param {string} type @param {any} group @param {any} options */
    constructor(type, group, options) {
      checkOptions(options, 'options');
      this.type = type;
      this.group = group;
      this.options = options ?? {};
    }

    /** @param {string} event @param {(event: unknown) => void} handler */
    on(event, handler) {
      (this.#handlers[event] ??= []).push(handler);
      return this;
    }

    /** @param {string | HTMLElement} place */
    mount(place) {
      const parent = typeof place === 'string' ? document.querySelector(place) : place;
      if (!(parent instanceof HTMLElement)) refuse('The selector you specified applies to no DOM elements.');
      const container = /** @type {HTMLElement} */ (parent);
      if (container.getRootNode() instanceof ShadowRoot)
        refuse('Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.');
      if (!container.isConnected) refuse('The element you are mounting into must be in the document.');
      const title = this.type === 'card' ? 'Secure card payment input frame' : 'Secure payment input frame';
      this.frame = new Frame('fields.html', title, container);
      this.frame.onEvent = (event, data) => {
        if (event === 'height') this.frame?.element.style.setProperty('height', `${data}px`);
        else for (const handler of this.#handlers[event] ?? []) handler({ elementType: this.type, ...data });
      };
      void this.frame.ask('show', { type: this.type, ...this.group.look, style: this.options.style });
    }

    /** @param {any} options */
    update(options) {
      checkOptions(options, 'options');
      Object.assign(this.options, options);
      void this.frame?.ask('dress', { ...this.group.look, style: this.options.style });
    }

    focus() {
      this.frame?.element.focus();
    }

    blur() {
      this.frame?.element.blur();
    }

    unmount() {
      this.frame?.remove();
      this.frame = undefined;
    }

    destroy() {
      this.unmount();
      this.group.element = undefined;
    }
  }

  class Elements {
    isDouble = true;
    /** @type {Element | undefined} */
    element;

    /** @param {any} options */
    constructor(options = {}) {
      Stripe.latest = this;
      checkOptions(options, 'options');
      if (options.clientSecret !== undefined && !/^(pi|seti)_.+_secret_.+$/.test(options.clientSecret))
        refuse(
          'Invalid value for elements(): clientSecret should be a client secret of the form ${id}_secret_${secret}.',
        );
      if (options.clientSecret === undefined && options.mode === 'payment' && !(options.amount > 0))
        refuse('Invalid value for elements(): amount must be greater than 0.');
      this.options = options;
    }

    get look() {
      const { appearance, locale } = this.options;
      return { appearance, locale };
    }

    /** @param {string} type @param {any} options */
    create(type, options) {
      if (this.element) refuse(`Can only create one Element of type ${type} through an Elements object.`);
      if (type === 'payment' && this.options.clientSecret === undefined && this.options.mode === undefined)
        refuse(
          'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
        );
      this.element = new Element(type, this, options);
      return this.element;
    }

    /** @param {any} options */
    async update(options) {
      checkOptions(options, 'options');
      if (this.options.clientSecret !== undefined && options.amount !== undefined)
        refuse('elements.update: amount cannot be updated with a clientSecret.');
      Object.assign(this.options, options);
      void this.element?.frame?.ask('dress', this.look);
    }

    async submit() {
      return this.frame().ask('submit');
    }

    /** @returns {Frame} */
    frame() {
      return this.element?.frame ?? refuse('The Element is not mounted. Mount it before you use it.');
    }
  }

  /**
   * The bank's question, over the whole page.
   * @param {string} clientSecret
   */
  async function challenge(clientSecret) {
    const overlay = document.createElement('div');
    for (const [name, value] of Object.entries({ position: 'fixed', inset: '0', 'z-index': '2147483647' }))
      overlay.style.setProperty(name, value);
    document.body.append(overlay);
    const frame = new Frame('challenge.html', 'Stripe 3D Secure', overlay);
    frame.element.style.setProperty('height', '100%');
    const answer = await frame.ask('ask', { clientSecret });
    frame.remove();
    overlay.remove();
    return answer;
  }

  /** @param {any} elements @param {boolean} isManual */
  function checkDeferred(elements, isManual) {
    if (!(elements instanceof Elements))
      refuse('Please use the same instance of `stripe` you used to create this.');
    if (isManual && elements.options.paymentMethodCreation !== 'manual')
      refuse('createPaymentMethod needs paymentMethodCreation: manual.');
  }

  class StripeDouble {
    isDouble = true;
    /** @param {string} key */
    constructor(key) {
      Stripe.key = key;
    }

    elements = (/** @type {any} */ options) => new Elements(options);

    /** @param {any} options */
    async createConfirmationToken(options) {
      checkOptions(options, 'options');
      checkDeferred(options.elements, false);
      return options.elements.frame().ask('token', { mode: 'confirmation_token', params: options.params });
    }

    /** @param {any} options */
    async createPaymentMethod(options) {
      checkOptions(options, 'options');
      checkDeferred(options.elements, true);
      return options.elements.frame().ask('token', { mode: 'payment_method', params: options.params });
    }

    /** @param {any} element @param {any} data */
    async createToken(element, data) {
      checkOptions(data, 'data');
      if (!(element instanceof Element) || element.type !== 'card')
        refuse('You must provide a Stripe Element or a valid token type to create a Token.');
      return (
        element.frame?.ask('token', { mode: 'token', params: data }) ?? refuse('The Element is not mounted.')
      );
    }

    /** @param {any} options */
    async confirmPayment(options) {
      checkOptions(options, 'options');
      const { clientSecret } = options.elements.options;
      if (!URL.canParse(options.confirmParams?.return_url))
        refuse('confirmParams.return_url must be a valid, absolute URL.');
      const answer = await options.elements.frame().ask('confirm', { clientSecret });
      return answer.paymentIntent?.status === 'requires_action' ? challenge(clientSecret) : answer;
    }

    /** @param {any} options */
    async handleNextAction(options) {
      checkOptions(options, 'options');
      return challenge(options.clientSecret);
    }

    _registerWrapper() {}
  }

  /** @param {string} key */
  function Stripe(key) {
    if (!/^pk_(test|live)_\w+$/.test(key))
      refuse(`Invalid value for Stripe(): apiKey should be a publishable key.`);
    return new StripeDouble(key);
  }
  Stripe.version = RELEASE;
  /** For the tests: the key that was asked with last, and what was made last. */
  Stripe.key = '';
  /** @type {Elements | undefined} */
  Stripe.latest = undefined;
  Object.assign(window, { Stripe });
})();
