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
function renderField(spec: FieldSpec, fields: FieldsController, i18n: I18n): TemplateResult {
  const { name, label, hint, kind, width = '' } = spec;
  const error = fields.error(name);
  const text = html`${label}${
    spec.isOptional && kind !== 'checkbox'
      ? html` <span class="optional">${i18n.t('fields.optional')}</span>`
      : nothing
  }`;
  const control =
    kind === 'select'
      ? renderSelect(spec, fields, i18n)
      : kind === 'checkbox'
        ? renderCheckbox(spec, fields)
        : renderInput(spec, fields);
  return html`<div class="field ${width} ${kind ?? 'text'}">
    ${kind === 'checkbox' ? control : nothing}
    <label for=${name} part="label">${text}</label>
    ${kind === 'checkbox' ? nothing : control}
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
    enterkeyhint="done"
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
      (option) => html`<option value=${option.value} .selected=${option.value === value}>${option.label}</option>`,
    )}
  </select>`;
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
