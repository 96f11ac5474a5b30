import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { I18n, MessageKey } from '../../i18n/create-i18n.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldsController } from './fields-controller.js';

/** Fields of one form, as native controls in the caller's own shadow root, so that autofill and labels work. */
export function renderForm(
  specs: readonly FieldSpec[],
  fields: FieldsController,
  i18n: I18n,
  after: unknown = nothing,
): TemplateResult {
  return html`<form
    class="form"
    novalidate
    part="form"
    @submit=${preventDefault}
    @input=${fields.handleInput}
    @focusin=${fields.handleFocusIn}
    @focusout=${fields.handleFocusOut}
    @keydown=${fields.handleKeyDown}
  >
    ${specs.map((spec) => renderField(spec, fields, i18n))}${after}
  </form>`;
}

const preventDefault = (event: Event): void => {
  event.preventDefault();
};

/** One labelled control with its hint and, below, what is wrong with it. */
export function renderField(spec: FieldSpec, fields: FieldsController, i18n: I18n): TemplateResult {
  const { name, label, hint, kind, isOptional } = spec;
  const error = fields.error(name);
  if (kind === 'checkbox') {
    return html`<div class="field">
      <label class="check">${renderCheckbox(spec, fields)}<span>${label}</span></label>
      ${renderError(name, error, i18n)}
    </div>`;
  }
  if (kind === 'radio') return renderRadios(spec, fields, i18n);
  return html`<div class="field ${spec.width ?? ''}">
    <label for=${name} part="label"
      >${label}${isOptional ? html` <span class="muted">${i18n.t('fields.optional')}</span>` : nothing}</label
    >
    ${kind === 'select' ? renderSelect(spec, fields, i18n) : renderInput(spec, fields)}
    ${hint && !error ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${renderError(name, error, i18n)}
  </div>`;
}

/** The message below a control; its id is `<name>-error`. */
export const renderError = (name: string, error: string | undefined, i18n: I18n): unknown =>
  error
    ? html`<p class="error" id="${name}-error" part="error">${i18n.t(`error.${error}` as MessageKey)}</p>`
    : nothing;

const describedBy = ({ name, hint }: FieldSpec, error: string | undefined): string | typeof nothing =>
  error ? `${name}-error` : hint ? `${name}-hint` : nothing;

/** `customer.address.city` is `city`: what browsers' heuristics know. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function renderInput(spec: FieldSpec, fields: FieldsController): TemplateResult {
  const { name, toText } = spec;
  const error = fields.error(name);
  const value = fields.value(name);
  return html`<input
    id=${name}
    name=${shortName(name)}
    part="input"
    type=${spec.type ?? 'text'}
    autocomplete=${spec.autocomplete ?? 'on'}
    inputmode=${spec.inputMode ?? nothing}
    autocapitalize=${spec.autocapitalize ?? 'off'}
    spellcheck="false"
    enterkeyhint="go"
    placeholder=${spec.placeholder ?? nothing}
    ?required=${!spec.isOptional}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy(spec, error)}
    .value=${fields.isEditing(name) ? noChange : live(toText?.(value) ?? value)}
  />`;
}

function renderSelect(spec: FieldSpec, fields: FieldsController, i18n: I18n): TemplateResult {
  const { name, options = [] } = spec;
  const error = fields.error(name);
  const value = fields.value(name);
  return html`<select
    id=${name}
    name=${shortName(name)}
    part="input"
    autocomplete=${spec.autocomplete ?? 'on'}
    ?required=${!spec.isOptional}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy(spec, error)}
  >
    <option value="" .selected=${value === ''}>${i18n.t('fields.choose')}</option>
    ${options.map(
      (option) =>
        html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`,
    )}
  </select>`;
}

/** The first button carries the field's id: where the focus goes when none is picked. */
function renderRadios(spec: FieldSpec, fields: FieldsController, i18n: I18n): TemplateResult {
  const { name, label, hint, options = [] } = spec;
  const error = fields.error(name);
  const value = fields.value(name);
  return html`<fieldset
    class="field"
    role="radiogroup"
    aria-required="true"
    aria-describedby=${describedBy(spec, error)}
  >
    <legend class="label">${label}</legend>
    <div class="choices">
      ${options.map(
        (option, index) =>
          html`<label class="choice"
            ><input
              type="radio"
              id=${index === 0 ? name : nothing}
              data-field=${name}
              name=${name}
              value=${option.value}
              .checked=${live(option.value === value)}
            />${option.label}</label
          >`,
      )}
    </div>
    ${hint && !error ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${renderError(name, error, i18n)}
  </fieldset>`;
}

function renderCheckbox(spec: FieldSpec, fields: FieldsController): TemplateResult {
  const { name } = spec;
  const error = fields.error(name);
  return html`<input
    id=${name}
    name=${shortName(name)}
    type="checkbox"
    ?required=${!spec.isOptional}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy(spec, error)}
    .checked=${live(fields.value(name) === 'true')}
  />`;
}
