import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { PRESETS, type Preset } from '../../src/theme/presets.js';
import { resolveToken, type Scheme } from '../../src/theme/resolve-token.js';
import { TOKENS, type Token, type TokenGroup } from '../../src/theme/tokens.js';
import { elementsOf, type Named } from './manifest.js';
import { tableStyles } from './table.styles.js';

/*
 * What the pages of text list, from where the product itself has it: nothing here is written twice.
 */

const GROUPS: Readonly<Record<TokenGroup, string>> = {
  color: 'Colour',
  type: 'Type',
  space: 'Space',
  radius: 'Corners',
  border: 'Borders',
  shadow: 'Shadows',
  focus: 'Focus',
  motion: 'Motion',
};

/** As a sentence: the analyser leaves the dash of a doc block in, and some are written as notes. */
const plain = (description: string): string =>
  description
    .replace(/^- /, '')
    .replace(/^./, (first) => first.toUpperCase())
    .replace(/\.?$/, '.');

const swatch = (color: string): TemplateResult =>
  html`<span class="swatch" .style=${`background: ${color}`}></span>`;

const renderTable = (
  heads: readonly string[],
  rows: readonly TemplateResult[],
  caption?: string,
): TemplateResult =>
  html`<table>
    ${
      caption === undefined
        ? nothing
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;

/** Every token with its default; a colour has one in light and one in dark. */
class TokenTableElement extends LitElement {
  static override readonly styles = tableStyles;

  protected override render(): unknown {
    return Object.entries(GROUPS).map(([group, title]) =>
      renderTable(
        ['Token', ...(group === 'color' ? ['In light', 'In dark'] : ['Default']), 'What it is for'],
        TOKENS.filter((token) => token.group === group).map(renderToken),
        title,
      ),
    );
  }
}

const renderToken = (token: Token): TemplateResult =>
  html`<tr>
    <th scope="row"><code>${token.name}</code></th>
    ${
      token.group === 'color'
        ? [renderColor(token, 'light'), renderColor(token, 'dark')]
        : html`<td><code>${token.light}</code></td>`
    }
    <td>${token.description}</td>
  </tr>`;

const renderColor = ({ name, light, dark = light }: Token, scheme: Scheme): TemplateResult =>
  html`<td>
    <div class="value">
      ${swatch(resolveToken(name, scheme))}<code>${scheme === 'dark' ? dark : light}</code>
    </div>
  </td>`;

/** The colours that make a look, side by side. */
const TELLING = ['accent', 'background', 'surface', 'text', 'text-muted', 'border', 'danger', 'success'];

/** The ready looks: their colours, and the line that brings each. */
class PresetTableElement extends LitElement {
  static override readonly styles = tableStyles;

  protected override render(): TemplateResult {
    const heads = ['Preset', 'In light', 'In dark', 'What it is, and the line that brings it'];
    return renderTable(heads, PRESETS.map(renderPreset));
  }
}

function renderPreset({ name, description, tokens }: Preset): TemplateResult {
  const colors = (scheme: Scheme): TemplateResult =>
    html`<td>
      <div class="row" .style=${`background: ${resolveToken('--checkout-color-background', scheme, tokens)}`}>
        ${TELLING.map((color) => swatch(resolveToken(`--checkout-color-${color}`, scheme, tokens)))}
      </div>
    </td>`;
  return html`<tr>
    <th scope="row"><a href="./?path=/story/design-presets--${name}" target="_parent">${name}</a></th>
    ${colors('light')} ${colors('dark')}
    <td>${description}<br /><code>import 'checkout-session/presets/${name}.css';</code></td>
  </tr>`;
}

const renderNames = (title: string, kind: string, names: readonly Named[]): TemplateResult =>
  renderTable(
    [kind, 'What it is'],
    names.map(
      ({ name, description = '' }) =>
        html`<tr>
          <th scope="row"><code>${name || '(no name)'}</code></th>
          <td>${plain(description)}</td>
        </tr>`,
    ),
    title,
  );

/** The slots of every element that has some. */
class SlotTableElement extends LitElement {
  static override readonly styles = tableStyles;

  protected override render(): unknown {
    return elementsOf().flatMap(({ tagName, slots = [] }) =>
      slots.length > 0 ? [renderNames(`<${tagName}>`, 'Slot', slots)] : [],
    );
  }
}

interface PartRow {
  readonly descriptions: Set<string>;
  readonly tags: string[];
}

/** Every part by its name, with the elements that have it: their own, and those they hand on. */
function partRows(): [name: string, row: PartRow][] {
  const rows = new Map<string, PartRow>();
  for (const { tagName, cssParts = [] } of elementsOf())
    for (const { name, description = '' } of cssParts) {
      const row = rows.get(name) ?? { descriptions: new Set(), tags: [] };
      row.descriptions.add(plain(description));
      row.tags.push(tagName);
      rows.set(name, row);
    }
  return [...rows].sort(([a], [b]) => a.localeCompare(b));
}

/** What can be reached of the checkout by `::part(…)`. */
class PartTableElement extends LitElement {
  static override readonly styles = tableStyles;

  protected override render(): TemplateResult {
    const rows = partRows().map(
      ([name, { descriptions, tags }]) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td>${[...descriptions].map((text) => html`<div>${text}</div>`)}</td>
          <td><code>${tags.join(', ')}</code></td>
        </tr>`,
    );
    return renderTable(['::part(…)', 'What it is', 'Where it is'], rows);
  }
}

/** Every element, with what it is. */
class ElementTableElement extends LitElement {
  static override readonly styles = tableStyles;

  protected override render(): TemplateResult {
    const names = elementsOf().map(({ tagName, summary }) => ({
      name: `<${tagName}>`,
      description: summary ?? '',
    }));
    return renderNames('Elements', 'Tag', names);
  }
}

/** A page imports the tag and not only the file, which the package would let a build leave out. */
function define(tag: string, element: CustomElementConstructor): string {
  if (!customElements.get(tag)) customElements.define(tag, element);
  return tag;
}

export const TokenTable = define('token-table', TokenTableElement);
export const PresetTable = define('preset-table', PresetTableElement);
export const SlotTable = define('slot-table', SlotTableElement);
export const PartTable = define('part-table', PartTableElement);
export const ElementTable = define('element-table', ElementTableElement);
