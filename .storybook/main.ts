import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/web-components-vite',
    // The product's own settings are for what ships: they rewrite libraries, and build three outputs.
    options: { builder: { viteConfigPath: 'stories/support/vite.config.ts' } },
  },
  staticDirs: ['../stories/support/static', { from: '../dist/card-frame', to: '/card-frame' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
};

export default config;
