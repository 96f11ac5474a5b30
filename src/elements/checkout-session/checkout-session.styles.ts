import { css } from 'lit';

/** Narrow: one column, the order on top. From 800 px of its own width on: the order beside the form. */
export const checkoutSessionStyles = css`
  :host {
    container: checkout / inline-size;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  .root {
    position: relative;
    background: var(--_background);
    color: var(--_text);
  }
  .root.framed {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .framed .aside,
  .framed .main {
    padding: 24px 20px;
  }
  .framed .aside {
    padding-block: 20px 12px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  .column,
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .column {
    gap: 24px;
    inline-size: 100%;
    max-inline-size: 480px;
    margin-inline: auto;
  }
  .form {
    gap: 24px;
    transition: opacity 0.2s;
  }
  .form[inert] {
    opacity: 0.6;
  }
  .form > :state(empty) {
    display: none;
  }
  .alert:empty {
    position: absolute;
  }
  .alert + pay-button {
    margin-block-start: -8px;
  }
  .alert:empty + pay-button {
    margin-block-start: 0;
  }
  .link {
    justify-self: center;
    margin-block-start: -16px;
    font-size: 0.9375em;
  }
  .notice > p + button {
    margin-block-start: 8px;
  }

  :not(:defined) {
    display: block;
    min-block-size: 120px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    animation: pulse 1.4s ease-in-out infinite alternate;
  }
  payment-result:not(:defined) {
    padding-block: 48px;
    background: none;
    text-align: center;
    animation: none;
  }
  @container checkout (inline-size >= 600px) {
    .framed .aside,
    .framed .main {
      padding: 32px;
    }
  }
  @container checkout (inline-size >= 800px) {
    .framed .layout:not(.single) {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      min-block-size: 560px;
    }
    .framed .aside,
    .framed .main {
      padding: 40px;
    }
    .framed .aside {
      border-block-end: 0;
      border-inline-end: 1px solid var(--_border);
    }
    .framed .aside > .column {
      max-inline-size: 400px;
      margin-inline-end: 0;
    }
    .framed .layout:not(.single) .main > .column {
      margin-inline-start: 0;
    }
    .single .main > .column {
      padding-block: 40px;
    }
  }
  .bone {
    display: block;
    block-size: 1em;
    border-radius: 6px;
    background: color-mix(in srgb, var(--_text) 8%, transparent);
    animation: pulse 1.4s ease-in-out infinite alternate;
  }
  .bone.short {
    inline-size: 40%;
  }
  .bone.head {
    inline-size: 60%;
    block-size: 32px;
  }
  .bone.legend {
    inline-size: 40%;
    margin-block-end: 12px;
  }
  .bone.sum {
    inline-size: 50%;
    block-size: 28px;
  }
  .bone.line {
    inline-size: 45%;
    margin-block: 14px;
  }
  .bone.item {
    block-size: 44px;
    margin-block-start: 12px;
  }
  .bone.row {
    block-size: 60px;
    border-radius: var(--_radius);
  }
  .bone.button {
    block-size: 52px;
    border-radius: var(--_radius);
  }
  .bones {
    display: grid;
    gap: 8px;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
`;
