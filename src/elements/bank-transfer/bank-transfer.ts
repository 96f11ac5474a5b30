import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readBankTransfer } from '../../core/bank-transfer/read-bank-transfer.js';
import { toDecimalString } from '../../core/money/to-decimal-string.js';
import type { NextAction, TransferRow } from '../../core/session/session.js';
import { groupsOf } from '../../core/validation/bank-account.js';
import type { MessageKey } from '../../i18n/create-i18n.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CheckController } from '../action-screen/check-controller.js';
import { copyStyles } from '../action-screen/copy-controller.styles.js';
import { RenewController } from '../action-screen/renew-controller.js';
import { bankTransferStyles } from './bank-transfer.styles.js';
import { CopyRowsController } from './copy-rows.js';

type Transfer = Extract<NextAction, { type: 'bank_transfer' }>;

/** The rows that have words of ours; any other key is the API's own, and no name to look up. */
const NAMED =
  /^(?:accountHolder|bank|clabe|cvu|cbu|alias|iban|bic|accountNumber|routingNumber|accountType|reference|phone|document)$/;

/** Beyond this the day says more than a clock. */
const DAY_MS = 86_400_000;

/**
 * Where to send the money from one's own bank: the amount and the account's numbers, each with a button that copies it,
 * and the reference. Details with a wrong check digit or over another amount than the one to pay are not shown at all. Time that has run out is no failure; only the server says what became of the payment.
 *
 * @summary Pay by bank transfer
 * @tag bank-transfer
 * @fires {CheckoutErrorEvent} checkout-error - the details are not valid (`bank_transfer_invalid`)
 * @csspart title - the heading
 * @csspart message - the sentence below the heading
 * @csspart ways - the ways on and out
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 * @csspart button - the main button
 * @csspart countdown - the time that is left
 * @csspart value - a value to copy
 * @csspart code - the text to copy
 * @csspart secondary-button - a button of less weight
 */
export class BankTransferElement extends ActionElement<'bank_transfer'> {
  static override readonly styles = [
    tokensStyles,
    buttonsStyles,
    actionScreenStyles,
    copyStyles,
    bankTransferStyles,
  ];

  protected override readonly actionType = 'bank_transfer';

  readonly #copy = new CopyRowsController(this);
  readonly #check = new CheckController(this);
  readonly #renew = new RenewController((...how) => this.renderLeave(...how));
  #checked = '';
  #fault = '';
  #rows: readonly TransferRow[] | undefined;

  protected override willUpdate(): void {
    const action = this.currentAction;
    this.countdown.endsAt = action?.expiresAt;
    if (action) this.#read(action);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#fault) this.reportBroken('bank_transfer_invalid', this.#fault, this.#checked);
  }

  protected override render(): unknown {
    const { i18n, currentAction: action } = this;
    if (!action) return nothing;
    const rows = this.#rows;
    if (!rows) return this.#renderUseless('invalid');
    if (this.countdown.leftMs === 0) return this.#renderUseless('over');
    return html`<div class="screen">
      <h2 part="title">${i18n.t('transfer.title')}</h2>
      <p part="message">${i18n.t('transfer.steps')}</p>
      ${this.#renderTime(action.expiresAt)}
      <div class="rows">
        ${this.#copy.renderRow(this.#amountRow(), i18n)}
        ${rows.map((row) =>
          this.#copy.renderRow(
            { label: this.#labelOf(row), text: row.value, shown: groupsOf(row.key, row.value) },
            i18n,
          ),
        )}
      </div>
      ${this.#copy.renderResult(i18n)} ${this.#renderAdvice(rows)} ${this.renderFailure()}
      <div class="ways" part="ways">
        ${this.#renderCheck()} ${this.renderLeave(i18n.t('checkout.another'))}
      </div>
    </div>`;
  }

  /** A clock within the last day, and the day before that. */
  #renderTime(expiresAt: number | undefined): unknown {
    const { i18n } = this;
    const { leftMs } = this.countdown;
    if (expiresAt === undefined || leftMs === undefined) return nothing;
    return leftMs > DAY_MS
      ? html`<p>${i18n.t('transfer.until', { date: i18n.date(expiresAt) })}</p>`
      : html`<p>${i18n.t('action.timeLeft')} ${this.renderTimeLeft()}</p>`;
  }

  /** What goes wrong most often: another amount, no reference; and that a bank takes its time. */
  #renderAdvice(rows: readonly TransferRow[]): TemplateResult {
    const { i18n, amount } = this;
    const hasReference = rows.some(({ key }) => key === 'reference');
    return html`<p class="notice" part="alert">
        ${i18n.t('transfer.exact', { amount })} ${hasReference ? i18n.t('transfer.useReference') : nothing}
      </p>
      <p class="muted small">${i18n.t('transfer.days')}</p>`;
  }

  /** In place of details that must not be paid to, or not any more. */
  #renderUseless(why: 'invalid' | 'over'): TemplateResult {
    const { i18n, currentPayment } = this;
    const check = why === 'over' ? this.#renderCheck() : nothing;
    return html`<div class="screen">
      <h2 part="title">${i18n.t(`transfer.${why}Title`)}</h2>
      <div role="alert">
        <p class=${why === 'over' ? 'notice' : 'notice danger'} part="alert">${i18n.t(`transfer.${why}`)}</p>
      </div>
      ${this.renderFailure()}
      <div class="ways" part="ways">
        ${this.#renew.render(this.checkout.store, currentPayment, i18n, i18n.t('transfer.renew'), check)}
      </div>
    </div>`;
  }

  #renderCheck(): TemplateResult {
    return this.#check.render(this.checkout.store, this.#checked, this.i18n);
  }

  /** To be read as money, to be pasted as a plain number. */
  #amountRow(): Parameters<CopyRowsController['renderRow']>[0] {
    const { amount = 0, currency = '' } = this.currentPayment ?? {};
    return {
      label: this.i18n.t('result.amount'),
      text: toDecimalString(amount, currency),
      shown: [this.amount],
    };
  }

  #labelOf({ key, label }: TransferRow): string {
    return NAMED.test(key) ? this.i18n.t(`transfer.row.${key}` as MessageKey) : (label ?? plainWords(key));
  }

  /** Reads each set of details once; everything that is shown and copied comes from what was read. */
  #read(action: Transfer): void {
    const due = this.currentPayment?.amount ?? this.session?.amount.due;
    const checked = JSON.stringify([action, due]);
    if (checked === this.#checked) return;
    this.#checked = checked;
    this.#fault = '';
    this.#rows = undefined;
    try {
      this.#rows = readBankTransfer(action, due);
    } catch (error) {
      this.#fault = (error as Error).message;
    }
  }
}

/** `branchCode` as people write it: `Branch code`. */
const plainWords = (key: string): string =>
  key
    .replace(/_|(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());

declare global {
  interface HTMLElementTagNameMap {
    'bank-transfer': BankTransferElement;
  }
}
