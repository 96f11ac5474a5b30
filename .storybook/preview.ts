import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import '../src/define.js';
import { PRESETS } from '../src/theme/presets.js';
import { BRANDS } from '../stories/support/brands.js';
import { controlsFromManifest } from '../stories/support/controls.js';
import { examine } from '../stories/support/examine.js';
import { LOCALES, WIDTHS } from '../stories/support/looks.js';
import { manifest } from '../stories/support/manifest.js';
import { forgetScene, renderScene, sourceOf } from '../stories/support/render-scene.js';

setCustomElementsManifest(manifest);

/** Our own check runs axe in every look; the addon's, in the one that is shown, is for whoever looks. */
const isTest = '__vitest_browser__' in globalThis;

type Toolbar = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>;

const choice = (title: string, icon: Toolbar['icon'], items: readonly Toolbar['items'][number][]) => ({
  toolbar: { title, icon, items: [...items], dynamicTitle: true },
});

const titled = (title: string, values: readonly string[]): Toolbar['items'][number][] =>
  values.map((value) => ({ value, title: `${title}: ${value}` }));

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: isTest ? 'off' : 'error' },
    controls: { expanded: true, sort: 'alpha' },
    backgrounds: { disable: true },
    docs: { story: { inline: true }, source: { transform: sourceOf } },
    options: {
      storySort: {
        order: [
          'Start',
          'Tokens and presets',
          'Parts and slots',
          'Checkout',
          'Methods',
          'Elements',
          'Design',
        ],
      },
    },
  },
  initialGlobals: {
    theme: 'light',
    locale: 'en',
    direction: 'auto',
    width: 'full',
    brand: 'none',
    preset: 'none',
    motion: 'full',
  },
  globalTypes: {
    theme: choice('Theme', 'mirror', [
      { value: 'auto', title: 'Theme: auto' },
      { value: 'light', title: 'Theme: light' },
      { value: 'dark', title: 'Theme: dark' },
    ]),
    locale: choice('Locale', 'globe', LOCALES),
    direction: choice('Direction', 'transfer', [
      { value: 'auto', title: 'Direction of the locale' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: choice('Width', 'grow', titled('Width', WIDTHS)),
    brand: choice('Brand', 'flag', titled('Brand', Object.keys(BRANDS))),
    preset: choice('Preset', 'paintbrush', titled('Preset', ['none', ...PRESETS.map(({ name }) => name)])),
    motion: choice('Motion', 'play', [
      { value: 'full', title: 'Motion: full' },
      { value: 'reduced', title: 'Motion: reduced' },
    ]),
  },
  argTypesEnhancers: [controlsFromManifest],
  render: renderScene,
  beforeEach:
    ({ id }) =>
    () => {
      forgetScene(id);
    },
  afterEach: async (context) => {
    if (isTest) await examine(context);
  },
};

export default preview;
