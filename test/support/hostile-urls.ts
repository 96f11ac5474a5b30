/** Host names as somebody may write them, and whether the browser ends up on this machine, elsewhere or nowhere. */
const HOSTS: readonly (readonly [written: string, is: 'loopback' | 'remote' | 'invalid'])[] = [
  ['localhost', 'loopback'],
  ['LOCALHOST', 'loopback'],
  ['shop.localhost', 'loopback'],
  ['%6cocalhost', 'loopback'],
  ['ｌｏｃａｌｈｏｓｔ', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['127.1', 'loopback'],
  ['0x7f.1', 'loopback'],
  ['2130706433', 'loopback'],
  ['0177.0.0.1', 'loopback'],
  ['[::1]', 'loopback'],
  ['[0:0:0:0:0:0:0:1]', 'loopback'],
  ['localhost.', 'remote'],
  ['localhost.evil.example', 'remote'],
  ['127.0.0.1.evil.example', 'remote'],
  ['evil-localhost', 'remote'],
  ['notlocalhost', 'remote'],
  ['10.0.0.1', 'remote'],
  ['128.0.0.1', 'remote'],
  ['[::2]', 'remote'],
  ['[::ffff:127.0.0.1]', 'remote'],
  ['0.0.0.0', 'remote'],
  ['bank.example', 'remote'],
  ['BANK.example', 'remote'],
  ['xn--bnk-6na.example', 'remote'],
  ['bаnk.example', 'remote'], // the second letter is Cyrillic
  ['bank。example', 'remote'],
  ['ba\u00adnk.example', 'remote'],
  ['bank.example.', 'remote'],
  ['bank example', 'invalid'],
  ['bank<example', 'invalid'],
  ['bank%00.example', 'invalid'],
  ['[::1', 'invalid'],
  ['256.256.256.256', 'invalid'],
  ['1.2.3.4.5', 'invalid'],
  ['xn--', 'invalid'],
  ['bank^example', 'invalid'],
  ['bank|example', 'invalid'],
];

const SCHEMES = [
  ...['https', 'https', 'https', 'HTTPS', 'hTTps', 'http', 'http', 'http', 'HTTP'],
  ...[
    'javascript',
    'JavaScript',
    'data',
    'vbscript',
    'blob',
    'file',
    'filesystem',
    'about',
    'ftp',
    'ws',
    'wss',
  ],
  ...['view-source', 'intent', 'mailto', 'tel', 'sms', 'chrome', 'jar', 'httpss', 'https+x', 'xhttps', ''],
];
const SLASHES = ['//', '//', '//', '//', '\\\\', '/\\', '\\/', '/', '', '///', '////'];
const CREDENTIALS = [
  '',
  '',
  '',
  '',
  '',
  'user@',
  'user:pass@',
  ':pass@',
  'bank.example@',
  'https%3A%2F%2Fa@',
  '@',
  ':@',
  'a@b@',
];
const PORTS = ['', '', '', ':443', ':80', ':8080', ':0', ':'];
const TAILS = [
  ...[
    '',
    '/',
    '/paid?session=1',
    '?x=//evil.example',
    '#javascript:alert(1)',
    '/%0aalert(1)',
    '\\evil.example',
  ],
  ...['/@evil.example', '/..//..//', '?next=javascript:alert(1)', '/\u202Egpj.exe', '/é?ü#ß', '/;alert(1)//'],
];
/** Removed by the browser, wherever they stand, before anything else is read. */
const REMOVED = ['\t', '\n', '\r'];
/** Removed by the browser at both ends. */
const TRIMMED = [' ', '\0', '\x01', '\x1f', '\t\n ', '\x0b'];

export interface HostileUrl {
  readonly url: string;
  /** Whether a shopper may be sent there. */
  readonly mayPass: boolean;
}

/** An address as a server might send it by mistake, by malice or by a stolen hand. @param random 0 ≤ x < 1 */
export function hostileUrl(random: () => number): HostileUrl {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [scheme, slashes, credentials, port, tail] = [
    one(SCHEMES),
    one(SLASHES),
    one(CREDENTIALS),
    one(PORTS),
    one(TAILS),
  ];
  const [host, is] = one(HOSTS);
  let url = `${scheme}${scheme === '' ? '' : ':'}${slashes}${credentials}${host}${port}${tail}`;
  for (let noise = Math.floor(random() * 3); noise > 0; noise--) {
    const at = Math.floor(random() * (url.length + 1));
    url = url.slice(0, at) + one(REMOVED) + url.slice(at);
  }
  if (random() < 0.2) url = one(TRIMMED) + url;
  if (random() < 0.2) url += one(TRIMMED);
  const isSecure = scheme.toLowerCase() === 'https';
  const isLocal = scheme.toLowerCase() === 'http' && is === 'loopback';
  const isNamed = /[^:@]/.test(credentials);
  return { url, mayPass: (isSecure || isLocal) && is !== 'invalid' && !isNamed };
}

/** Each a trick that has worked against somebody. */
export const KNOWN_TRICKS: readonly string[] = [
  'javascript:alert(1)',
  'JAVASCRIPT://host/%0aalert(1)',
  ' \tjava\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\x01javascript:alert(1)',
  'javascript\n:alert(1)',
  'javascript://bank.example/%0aalert(document.domain)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'vbscript:msgbox(1)',
  'blob:https://bank.example/1',
  'file:///etc/passwd',
  'view-source:https://bank.example/',
  'intent://bank.example/#Intent;scheme=https;end',
  'http://bank.example/',
  'http://localhost.evil.example/',
  'http://127.0.0.1.evil.example/',
  'http://localhost@evil.example/',
  'https://bank.example@evil.example/',
  'https://user:pass@bank.example/',
  '//evil.example/',
  '/paid',
  'paid',
  '?paid',
  '\\\\evil.example',
  'about:blank',
  'https://',
  'https:',
  '',
  'null',
  'undefined',
  '[object Object]',
];
