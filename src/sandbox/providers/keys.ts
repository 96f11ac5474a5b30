/** What a merchant's server signs in with. Published: they open nothing but a sandbox. */
export const SANDBOX_KEYS = {
  native: { secretKey: 'sk_test_sandbox' },
  z2pay: { secretKey: 'z2_chk_sk_sandbox', publicKey: 'z2_chk_pk_sandbox' },
  plugtopay: { apiKey: 'p2p_test_sandbox' },
  conomy: { apiKey: 'conomy_test_sandbox', clientId: 'sandbox', clientSecret: 'sandbox' },
  payonify: { publishableKey: 'pk_test_sandbox', secretKey: 'sk_test_sandbox' },
} as const;
