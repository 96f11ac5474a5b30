import { html, nothing, type TemplateResult } from 'lit';
import type { I18n, MessageKey } from '../../i18n/create-i18n.js';
import { shortName, type FieldSpec } from './field-spec.js';
import type { FieldsController } from './fields-controller.js';

/**
 * Fields of one form, as native controls in the caller's own shadow root, so that autofill and labels work.
 * @param after what stands below a field
 */
export const renderForm = (
  specs: readonly FieldSpec[],
  fields: FieldsController,
  i18n: I18n,
  after?: (spec: FieldSpec) => unknown,
): TemplateResult =>
  html`<form
    class="form"
    novalidate
    part="form"
    @submit=${preventDefault}
    @input=${fields.handleInput}
    @change=${fields.handleInput}
    @focusin=${fields.handleFocusIn}
    @focusout=${fields.handleFocusOut}
    @keydown=${fields.handleKeyDown}
  >
    ${specs.map((spec) => [renderField(spec, fields, i18n), after?.(spec)])}
  </form>`;

const preventDefault = (event: Event): void => {
  event.preventDefault();
};

/** One labelled control with its hint, or, in the hint's place, what is wrong with it. */
function renderField(spec: FieldSpec, fields: FieldsController, i18n: I18n): TemplateResult {
  const { name, label, hint, kind, isOptional, placeholder: example = '' } = spec;
  const error = fields.error(name);

  const note = error
    ? html`<p class="error" id="${name}-note" part="error">
        ${i18n.t(`error.${error}` as MessageKey, { example, length: fields.draft.get(name).length })}
      </p>`
    : hint
      ? html`<p class="hint" part="hint" id="${name}-note">${hint}</p>`
      : nothing;
  const describedBy = note === nothing ? nothing : `${name}-note`;
  if (kind === 'checkbox')
    return html`<div class="field" part="field">
      <label class="check" part="label">${renderInput(spec, error, describedBy)}<span>${label}</span></label
      >${note}
    </div>`;
  if (kind === 'radio')
    return html`<fieldset
      class="field"
      part="field"
      role="radiogroup"
      aria-required="true"
      aria-describedby=${describedBy}
    >
      <legend class="label">${label}</legend>
      ${renderRadios(spec)}${note}
    </fieldset>`;
  return html`<div class="field ${spec.width ?? ''}" part="field">
    <label for=${name} part="label"
      >${label}${isOptional ? html` <span class="muted">${i18n.t('fields.optional')}</span>` : nothing}</label
    >
    ${kind === 'select' ? renderSelect(spec, error, describedBy, i18n) : renderInput(spec, error, describedBy)}
    ${note}
  </div>`;
}

type Description = string | typeof nothing;

/** A text field or a checkbox; what it holds is the controller's business. */
function renderInput(spec: FieldSpec, error: string | undefined, describedBy: Description): TemplateResult {
  const { name, kind } = spec;
  return html`<input
    id=${name}
    data-field=${name}
    name=${shortName(name)}
    part="input"
    type=${kind === 'checkbox' ? kind : (spec.type ?? 'text')}
    autocomplete=${spec.autocomplete ?? 'on'}
    inputmode=${spec.inputMode ?? nothing}
    autocapitalize=${spec.autocapitalize ?? 'off'}
    spellcheck="false"
    enterkeyhint="go"
    placeholder=${spec.placeholder ?? nothing}
    ?required=${!spec.isOptional}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy}
  />`;
}

const renderSelect = (
  { name, autocomplete = 'on', isOptional, options = [] }: FieldSpec,
  error: string | undefined,
  describedBy: Description,
  i18n: I18n,
): TemplateResult =>
  html`<select
    id=${name}
    data-field=${name}
    name=${shortName(name)}
    part="input"
    autocomplete=${autocomplete}
    ?required=${!isOptional}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy}
  >
    <option value="">${i18n.t('fields.choose')}</option>
    ${options.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
  </select>`;

/** The first button carries the field's id: where the focus goes when none is picked. */
const renderRadios = ({ name, options = [] }: FieldSpec): TemplateResult =>
  html`<div class="choices">
    ${options.map(
      ({ value, label }, index) =>
        html`<label class="choice" part="choice"
          ><input
            type="radio"
            id=${index === 0 ? name : nothing}
            data-field=${name}
            name=${name}
            value=${value}
          />${label}</label
        >`,
    )}
  </div>`;
