/* Runs in the page, in every frame of it: nothing here may refer to what stands outside of its function. */

/** A text found in one of the places where a secret could come to light. */
export interface Sample {
  readonly sink: string;
  /** Where exactly, for a reader: a key, a path, a request. */
  readonly where: string;
  /** Address of the document, or of the request. */
  readonly url: string;
  readonly text: string;
}

/** Name of the function by which a page tells the test what it saw. */
export const REPORT = '__reportSample';

/** Watches what passes by and leaves no trace in the document: events, messages, what is copied. */
export function installProbe(name: string): void {
  type Report = (sink: string, entries: [string, string][]) => void;
  const realm = globalThis as unknown as Record<string, unknown>;
  if (realm['__probed'] === true) return;
  Object.defineProperty(realm, '__probed', { value: true });
  const report = (sink: string, entries: [string, string][]): void => {
    (realm[name] as Report | undefined)?.(sink, entries);
  };
  const walk = (value: unknown, path: string, out: [string, string][], seen: Set<unknown>): void => {
    if (value === null || value === undefined || typeof value === 'function' || seen.has(value)) return;
    if (typeof value !== 'object') {
      out.push([path, String(value)]);
      return;
    }
    seen.add(value);
    if (value instanceof Node || value instanceof MessagePort || path.split('.').length > 12) return;
    if (value instanceof ArrayBuffer) {
      out.push([path, new TextDecoder('latin1').decode(value)]);
      return;
    }
    for (const key of Reflect.ownKeys(value).map(String)) {
      const step = Array.isArray(value) ? (key === 'length' ? '' : '[]') : `.${key}`;
      if (step === '') continue;
      try {
        walk((value as Record<string, unknown>)[key], path + step, out, seen);
      } catch {
        // A window of another origin, or a getter that throws: there is nothing to be read.
      }
    }
  };
  const told = (sink: string, path: string, value: unknown): void => {
    const out: [string, string][] = [];
    walk(value, path, out, new Set());
    // The length of a detail's path begins at its event's name.
    report(sink, out.length > 0 ? out : [[path, '']]);
  };
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
    const { detail, data, message, error, reason } = event as unknown as Record<string, unknown>;
    const own = Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'isTrusted'));
    told('event', event.type, { detail, data, message, error, reason, ...own });
    return dispatchEvent.call(this, event);
  };
  addEventListener(
    'message',
    ({ data, origin }: MessageEvent) => {
      told('message', `window message from ${origin} `, data);
    },
    true,
  );
  const { postMessage } = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]): void {
    told('message', 'port message ', args[0]);
    (postMessage as (...all: unknown[]) => void).apply(this, args);
  };
  addEventListener('error', ({ message, error }) => {
    told('error', 'error', { message, error: error as unknown });
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    told('error', 'unhandledrejection', reason);
  });
  const clipboard = (navigator as { clipboard?: Clipboard }).clipboard;
  if (clipboard) {
    const writeText = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      report('clipboard', [['writeText', text]]);
      return writeText(text);
    };
  }
  document.addEventListener(
    'copy',
    () => {
      report('clipboard', [['copy', String(getSelection())]]);
    },
    true,
  );
}

/** Everything that a document holds at this moment, by sink. */
export async function readSinks(): Promise<Omit<Sample, 'url'>[]> {
  const samples: Omit<Sample, 'url'>[] = [];
  const add = (sink: string, where: string, text: string): void => {
    if (text !== '') samples.push({ sink, where, text });
  };
  const read = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      // An element that has not come to life has not read its attributes yet.
      if (element.matches(':not(:defined)')) continue;
      for (const { name, value } of element.attributes)
        add('attribute', `<${element.localName} ${name}>`, value);
      const { value } = element as { value?: unknown };
      if (typeof value === 'string') add('value', `<${element.localName}>.value`, value);
      for (const child of element.childNodes)
        if (child instanceof CharacterData) add('dom', `<${element.localName}>`, child.data.trim());
      if (element.shadowRoot) {
        for (const child of element.shadowRoot.childNodes)
          if (child instanceof CharacterData) add('dom', `<${element.localName}>#shadow`, child.data.trim());
        read(element.shadowRoot);
      }
    }
  };
  read(document);
  const stored = (sink: string, get: () => Storage): void => {
    try {
      for (const [key, value] of Object.entries(get())) add(sink, key, `${key}=${String(value)}`);
    } catch {
      // Denied: then there is nothing in it.
    }
  };
  stored('localStorage', () => localStorage);
  stored('sessionStorage', () => sessionStorage);
  try {
    add('cookie', 'document.cookie', document.cookie);
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase | undefined>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          resolve(undefined);
        };
      });
      for (const store of database?.objectStoreNames ?? []) {
        const all = database?.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          if (all) all.onsuccess = resolve;
          else resolve(undefined);
        });
        add('indexedDB', `${name}/${store}`, JSON.stringify(all?.result));
      }
      database?.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        add('cache', name, `${request.url} ${(await (await cache.match(request))?.text()) ?? ''}`);
    }
  } catch {
    // An opaque origin, or no secure context: none of these exist.
  }
  add('history', 'history.state', JSON.stringify(history.state) ?? '');
  add('title', 'document.title', document.title);
  add('window.name', 'window.name', window.name);
  add('location', 'location.href', location.href);
  add('location', 'document.referrer', document.referrer);
  for (const entry of performance.getEntries()) add('performance', entry.entryType, entry.name);
  return samples;
}
