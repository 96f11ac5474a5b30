import { css } from 'lit';

/**
 * Narrow: one column, the order on top. From 720 px of its own width on: the order beside the form.
 *
 * Nothing moves when the session arrives: the frame has its height before it has its content, the order's bones stand in
 * the order's own boxes, and what stands below a part that is still being fetched is not shown before that is there.
 */
export const checkoutSessionStyles = css`
  :host {
    container: checkout / inline-size;
    /* A container has no width of its own: in a row, a centred column or a dialog nothing would be left of it. */
    contain-intrinsic-inline-size: 480px;
    min-inline-size: 0;
    max-inline-size: 100%;
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
  .framed {
    display: flex;
    flex-direction: column;
    min-block-size: var(--checkout-min-height, min(100svh, 760px));
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow);
    overflow: clip;
  }
  .framed > .layout {
    flex: 1;
  }
  .framed .aside,
  .framed .main {
    padding: 24px 20px;
  }
  .framed .aside {
    padding-block: 16px 4px;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  /* Within the round corners. */
  ::slotted(:is([slot='header'], [slot='footer'])) {
    display: block;
    margin: 16px 20px;
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
    transition: opacity var(--_duration);
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
  .alert:not(:empty) + pay-button {
    margin-block-start: -8px;
  }
  .link {
    justify-self: center;
    margin-block-start: -16px;
    font-size: 0.875em;
  }
  .notice > p + button {
    margin-block-start: 8px;
  }
  :not(:defined) {
    display: block;
    min-block-size: 306px;
  }
  :not(:defined),
  .bone {
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 7%, transparent);
  }
  /* Not an element that stays: Chromium takes the end of its animation for a movement. */
  .bone {
    animation: pulse 1.2s infinite alternate;
  }
  currency-picker:not(:defined) {
    min-block-size: calc(48px + 1.5em);
  }
  /* What stands below a part that is not here yet would move. Handed down: WebKit does not look again at what stands beside a ":has()". */
  .column:has(> .form > :is(:not(:defined, [hidden], currency-picker), :state(waiting))) {
    --_until: hidden;
  }
  /* Where the focus is, it stays all the same. */
  .form ~ :is(pay-button:not(:focus-within), .link) {
    visibility: var(--_until);
  }
  .form > :not(:defined, currency-picker) ~ * {
    visibility: hidden;
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
  .framed > .single {
    display: grid;
    align-items: center;
  }
  @container checkout (inline-size >= 720px) {
    .framed > .layout:not(.single) {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    }
    .framed .aside,
    .framed .main {
      padding: clamp(24px, 5cqi - 14px, 40px);
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
  }
  .bone {
    block-size: 52px;
  }
  .rows .bone {
    display: block;
    inline-size: 7em;
    block-size: 0.75em;
  }
  .rows > .bone {
    margin-block: 6px calc(0.75em + 6px);
  }
  .rows > div {
    display: flex;
    gap: 12px;
    align-items: center;
    block-size: 64px;
    padding-inline: 1em;
    border: solid var(--_border);
    border-width: 0 1px 1px;
  }
  .rows > .bone + div {
    border-block-start-width: 1px;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .rows > :last-child {
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .rows > div > :first-child {
    inline-size: 20px;
    block-size: 20px;
    border-radius: 50%;
  }
  @keyframes pulse {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
  @media print {
    .framed {
      min-block-size: 0;
    }
  }
`;
