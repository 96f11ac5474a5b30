import * as z from 'zod/mini';
import { methodOf } from '../../engine/methods.js';
import type { MethodInput, SessionInput } from '../../engine/new-session.js';
import { invalid } from '../../engine/problem.js';
import { check, landingUrl, optional, refuseMomentOfEnd, text, webUrl } from '../../http/check.js';
import { customerOf, z2payCustomerSchema } from './wire.js';

const returnUrl = landingUrl.check(z.maxLength(2000));
const enabled = z.object({ enabled: z.boolean() });

/** Body of a charge, a session or a link: one schema for all three (z2pay charges document). */
const sessionSchema = z.object({
  linkId: optional(text),
  mode: optional(z.literal('payment')),
  currency: optional(z.literal('BRL', { error: 'Currently only BRL.' })),
  locale: optional(z.enum(['pt-BR', 'en-US', 'es-ES'])),
  items: optional(
    z
      .array(
        z.object({
          name: text,
          quantity: z.int().check(z.positive()),
          unitAmount: z.int().check(z.positive()),
          description: optional(z.string()),
          imageUrl: optional(webUrl),
          metadata: optional(z.record(z.string(), z.string())),
        }),
      )
      .check(z.minLength(1)),
  ),
  paymentMethods: optional(
    z
      .strictObject({
        pix: optional(enabled),
        boleto: optional(enabled),
        credit_card: optional(
          z.object({
            enabled: z.boolean(),
            maxInstallments: optional(z.int().check(z.minimum(1), z.maximum(12))),
          }),
        ),
        combined: optional(enabled),
      })
      .check(
        z.refine(
          ({ pix, boleto, credit_card }) => [pix, boleto, credit_card].some((method) => method?.enabled),
          'At least one payment method has to be enabled.',
        ),
      ),
  ),
  branding: optional(
    z.object({
      primaryColor: optional(z.string().check(z.regex(/^#[\da-f]{6}$/i))),
      logoUrl: optional(webUrl),
      merchantName: optional(text),
      faviconUrl: optional(webUrl),
      coverUrl: optional(webUrl),
    }),
  ),
  requiredFields: optional(z.array(z.enum(['email', 'document', 'phone', 'address']))),
  customFields: optional(
    z
      .array(
        z.object({
          key: text,
          label: text,
          type: optional(z.enum(['text', 'select', 'checkbox'])),
          required: optional(z.boolean()),
          options: optional(z.array(z.object({ value: text, label: text }))),
        }),
      )
      .check(z.maxLength(20)),
  ),
  splits: optional(
    z
      .array(z.looseObject({ percentage: z.number().check(z.positive()) }))
      .check(
        z.refine(
          (splits) => splits.reduce((sum, { percentage }) => sum + percentage, 0) === 100,
          'The percentages have to add up to 100.',
        ),
      ),
  ),
  discounts: optional(z.array(z.object({ name: optional(z.string()), amount: z.int().check(z.positive()) }))),
  customer: optional(z2payCustomerSchema),
  successUrl: optional(returnUrl),
  cancelUrl: optional(returnUrl),
  metadata: optional(z.record(z.string(), z.string())),
  expiresInMinutes: optional(z.int().check(z.minimum(5), z.maximum(43_200))),
});

/** @throws Problem `invalid_request` */
export function readSession(body: unknown): SessionBody {
  refuseMomentOfEnd(body, 'send expiresInMinutes');
  return check(sessionSchema, body);
}

type SessionBody = z.infer<typeof sessionSchema>;

const MAX_COMBINED = 8;

/** @throws Problem `invalid_request` */
export function inputOf(body: SessionBody): SessionInput {
  const { items, paymentMethods, customFields, discounts, customer, branding, expiresInMinutes } = body;
  if (!items) throw invalid('items', 'At least one item is required.');
  if (!paymentMethods) throw invalid('paymentMethods', 'At least one payment method has to be enabled.');
  const subtotal = items.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  const discount = (discounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  if (!Number.isSafeInteger(subtotal) || discount >= subtotal)
    throw invalid('discounts', 'The amount has to be above 0.');
  const { pix, boleto, credit_card: card, combined } = paymentMethods;
  const total = subtotal - discount;
  const methods: MethodInput[] = [
    ...(pix ? [{ ...methodOf('pix'), enabled: pix.enabled }] : []),
    ...(boleto ? [{ ...methodOf('boleto'), enabled: boleto.enabled }] : []),
    ...(card ? [cardMethod(card.enabled, card.maxInstallments ?? 1, total)] : []),
  ];
  return {
    currency: 'BRL',
    items,
    amount: { discount },
    paymentMethods: methods,
    combined: combined && { enabled: combined.enabled, max: MAX_COMBINED },
    merchant: branding?.merchantName === undefined ? {} : { name: branding.merchantName },
    branding: branding && {
      primaryColor: branding.primaryColor,
      logoUrl: branding.logoUrl,
      name: branding.merchantName,
    },
    requiredFields: body.requiredFields,
    customFields: customFields?.map(({ type, required, options, ...field }) => ({
      ...field,
      type: type ?? (options?.length ? 'select' : 'text'),
      required: required ?? false,
      options: options ?? [],
    })),
    customer: customer && customerOf(customer),
    locale: body.locale,
    successUrl: body.successUrl,
    cancelUrl: body.cancelUrl,
    metadata: body.metadata,
    expiresIn: expiresInMinutes === undefined ? undefined : expiresInMinutes * 60,
    extra: { splits: body.splits, discounts: discounts ?? null },
  };
}

/** Instalments without interest; the last one takes what does not divide. */
function cardMethod(isEnabled: boolean, max: number, total: number): MethodInput {
  const installments = Array.from({ length: max }, (_unused, index) => ({
    count: index + 1,
    amount: Math.floor(total / (index + 1)),
    total,
    interestFree: true,
  }));
  return {
    ...methodOf('card'),
    id: 'credit_card',
    enabled: isEnabled,
    ...(max > 1 && { installments }),
  };
}
