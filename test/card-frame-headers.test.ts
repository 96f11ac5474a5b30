import { expect, test } from 'vitest';
import { cardFrameHeaders } from '../src/card-frame/shared/headers.js';

const SCRIPT = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';

// On a server, where a provider makes them: what is a name there differs from what Chromium takes for one.
test.each(['https://*.shop.example', 'https://*', 'https://shop.example/', 'shop.example'])(
  'the headers of the card frame refuse %s as an embedder on a server too',
  (origin) => {
    expect(() => cardFrameHeaders({ frameAncestors: [origin], scriptIntegrity: SCRIPT })).toThrow(
      'is not an origin',
    );
  },
);
