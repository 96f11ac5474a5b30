import { storyCheckout } from './in-story.js';

/** Shows a page of the sandbox's, and takes its forms back to the sandbox. Everything here is the sandbox's own markup. */
async function show(path, init) {
  const { fetch, apiBase } = storyCheckout();
  const response = await fetch(new URL(path, apiBase), init);
  const location = response.headers.get('location');
  if (location) {
    await show(pathOf(location));
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  document.body.className = page.body.className;
  for (const { href } of page.head.querySelectorAll('link[rel="stylesheet"]')) {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    await sheet.replace(await (await fetch(new URL(new URL(href).pathname, apiBase))).text());
  }
}

/** The sandbox names its pages as they are reached from outside: `…/payer.html?at=/payer/challenge/pay_1`. */
const pathOf = (address) => new URL(address, window.location.href).searchParams.get('at') ?? address;

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const { target, submitter } = event;
  const body = new URLSearchParams(new FormData(target, submitter));
  void show(pathOf(target.getAttribute('action') ?? ''), { method: 'POST', body });
});

void show(pathOf(window.location.href));
