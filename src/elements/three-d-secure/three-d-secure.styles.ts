import { css } from 'lit';

/** Bank pages are made for windows of a few sizes (EMV 3-D Secure): the sheet has theirs, or the whole of a phone. */
export const threeDSecureStyles = css`
  .behind {
    display: flex;
    gap: 0.75em;
    align-items: center;
    justify-content: center;
    min-block-size: 160px;
  }
  dialog {
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    /* Asked for its size in place of the window: WebKit keeps an answer of the window beyond its next turn. */
    container: challenge / size;
    /* What a page does to the element it does not do to a dialog that makes all the rest inert. */
    visibility: visible;
    pointer-events: auto;
    /* The sheet scrolls; here a bar would come and go while it rises, and move all of it. */
    overflow: hidden;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    place-items: center;
  }
  dialog::backdrop {
    background: rgb(9 10 15 / 56%);
  }
  .sheet {
    display: flex;
    flex-direction: column;
    max-inline-size: calc(100% - 32px);
    max-block-size: calc(100% - 32px);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_background);
    box-shadow: 0 24px 64px rgb(9 10 15 / 32%);
    overflow: auto;
    outline: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .sheet {
      animation: rise 0.2s ease-out;
    }
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  .head {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    justify-content: space-between;
    padding-block: 14px;
    padding-inline: 20px 12px;
  }
  .head h2 {
    font-size: 1.125em;
  }
  .head p {
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  .close {
    flex: none;
    inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }
  .close:hover {
    background: var(--_surface);
    color: var(--_text);
  }
  #challenge [role='alert'] > p {
    margin: 0 20px 14px;
  }
  .frame {
    position: relative;
    display: grid;
    place-items: center;
    background: #fff;
    color: #5a6070;
    color-scheme: light;
  }
  .frame > * {
    grid-area: 1 / 1;
  }
  iframe {
    position: relative;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    border: 0;
  }
  .screen iframe {
    block-size: clamp(400px, 75vh, 600px);
  }
  .screen .frame {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  #challenge .frame {
    box-sizing: content-box;
    flex: 0 1 600px;
    grid-template-rows: minmax(0, 1fr);
    inline-size: 500px;
    max-inline-size: 100%;
    min-block-size: 160px;
    align-self: center;
    border-block: 1px solid var(--_border);
  }
  #challenge.w250 .frame {
    flex-basis: 400px;
    inline-size: 250px;
  }
  #challenge.w390 .frame {
    flex-basis: 400px;
    inline-size: 390px;
  }
  #challenge.w600 .frame {
    flex-basis: 400px;
    inline-size: 600px;
  }
  /* Whether the frame has stayed empty cannot be seen from here; by then it would have been read. */
  .late {
    padding-inline: 20px;
    font-size: 0.875em;
    text-align: center;
    color: var(--_muted);
    animation: late 1ms 10s backwards;
  }
  .late a {
    display: inline-block;
    padding-block: 12px;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  #question .sheet {
    gap: 12px;
    inline-size: 400px;
    padding: 24px;
  }
  #question h2 {
    font-size: 1.25em;
  }
  #question p {
    margin-block-end: 8px;
  }
  #challenge.full .sheet {
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    border: 0;
    border-radius: 0;
  }
  #challenge.full .frame {
    flex: 1 1 0;
    inline-size: 100%;
  }
  @container challenge (max-width: 539px) or (max-height: 559px) {
    #challenge .sheet {
      inline-size: 100%;
      max-inline-size: none;
      block-size: 100%;
      max-block-size: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
        env(safe-area-inset-left);
      border: 0;
      border-radius: 0;
    }
    #challenge.w250 .frame,
    #challenge.w390 .frame,
    #challenge.w600 .frame,
    #challenge .frame {
      flex: 1 1 0;
      inline-size: 100%;
    }
  }
`;
