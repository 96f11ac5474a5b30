import type { Preview } from '@storybook/web-components-vite';

type Enhancers = NonNullable<Preview['argTypesEnhancers']>;
type ArgTypes = ReturnType<Enhancers[number]>;
type ArgType = ArgTypes[string];

/** What a token is set with: a picker where it is a colour, words where it is anything else. */
const tokenControl = (name: string): 'color' | 'text' => (name.includes('color') ? 'color' : 'text');

/** `'auto' | 'light' | undefined` of the manifest, as the values of a list. */
function choicesOf(type: string): string[] {
  const parts = type.split('|').map((part) => part.trim());
  return parts.every((part) => /^('[^']*'|undefined)$/.test(part))
    ? parts.filter((part) => part !== 'undefined').map((part) => part.slice(1, -1))
    : [];
}

function controlOf(name: string, argType: ArgType): ArgType {
  const { category = '', type } = argType.table ?? {};
  // A story's own list, of what is a string in the manifest.
  if (argType.options) return { ...argType, control: { type: 'select' } };
  if (category === 'css custom properties') return { ...argType, control: { type: tokenControl(name) } };
  if (category === 'attributes' || category === 'properties') {
    const text = type?.summary ?? '';
    const choices = choicesOf(text);
    if (choices.length > 0) return { ...argType, control: { type: 'select' }, options: choices };
    if (/^boolean/.test(text)) return { ...argType, control: { type: 'boolean' } };
    if (/^number/.test(text)) return { ...argType, control: { type: 'number' } };
    if (/^string( \| undefined)?$/.test(text)) return { ...argType, control: { type: 'text' } };
  }
  // Parts, slots, events and objects are told, and set by code.
  return { ...argType, control: false };
}

/** Controls from the manifest: its types, read as what a designer sets them with. */
export const controlsFromManifest: Enhancers[number] = ({ argTypes }) =>
  Object.fromEntries(Object.entries(argTypes).map(([name, argType]) => [name, controlOf(name, argType)]));
