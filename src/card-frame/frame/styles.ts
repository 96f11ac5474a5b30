import { parseCardFrameStyle } from '../../theme/card-frame-style.js';

/** Every dark value once, for the shopper's own setting and for the host's word alike. */
const DARK = `--colorText:#eef0f4;--colorMuted:#a3abba;--colorField:#1b1e25;--colorBorder:#737c8c;--colorAccent:#8ab4ff;--colorDanger:#ff9d94;`;

const CSS = `
:root{color-scheme:light;--colorText:#1b1f27;--colorMuted:#5d6675;--colorField:#fff;--colorBorder:#868e9c;--colorAccent:#2457d6;--colorDanger:#b3261e;
--radius:.5rem;--borderWidth:.0625rem;--fieldHeight:2.875rem;--fontSize:1rem;--gap:1rem;--fontFamily:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;
background:transparent;-webkit-text-size-adjust:100%;text-size-adjust:100%}
:root[data-scheme=dark]{color-scheme:dark;${DARK}}
:root[data-scheme=auto]{color-scheme:light dark}
@media (prefers-color-scheme:dark){:root[data-scheme=auto]{${DARK}}}
*,::before,::after{box-sizing:border-box}
body{margin:0;color:var(--colorText);font:400 max(16px,var(--fontSize))/1.4 var(--fontFamily)}
form{display:grid;gap:var(--gap)}
.pair{display:grid;gap:var(--gap) .75rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,7.5rem),1fr));align-items:start}
label,legend{display:block;padding:0;min-block-size:calc(1.5*max(16px,var(--fontSize)));font-size:.875em;font-weight:500;line-height:1.3}
fieldset{margin:0;padding:0;border:0;min-inline-size:0}
fieldset:not([hidden]){display:flex;flex-wrap:wrap;gap:.5rem}
fieldset label{display:flex;align-items:center;gap:.5rem;min-block-size:2.75rem;padding-inline:.75rem;border:var(--borderWidth) solid var(--colorBorder);border-radius:var(--radius);background:var(--colorField)}
fieldset label:has(:checked){border-color:var(--colorAccent);box-shadow:inset 0 0 0 1px var(--colorAccent)}
[type=radio]{inline-size:1.125rem;block-size:1.125rem;margin:0;accent-color:var(--colorAccent)}
.control{position:relative}
[type=text]{display:block;inline-size:100%;min-block-size:var(--fieldHeight);margin:0;padding:.375rem .8125rem;border:var(--borderWidth) solid var(--colorBorder);border-radius:var(--radius);
background:var(--colorField);color:inherit;font:inherit;font-variant-numeric:tabular-nums;text-overflow:ellipsis;appearance:none}
.marked{--room:min(3.75rem,20vw)}
.marked input{padding-inline-end:var(--room)}
:root[dir=rtl] input[dir=ltr]{text-align:end}
:root[dir=rtl] .marked input[dir=ltr]{padding-inline:var(--room) .8125rem}
input::placeholder{color:var(--colorMuted);opacity:1}
[type=text]:hover{border-color:var(--colorMuted)}
[type=text]:focus{outline:2px solid transparent;outline-offset:-2px;border-color:var(--colorAccent);box-shadow:inset 0 0 0 1px var(--colorAccent)}
input[aria-invalid=true]{border-color:var(--colorDanger)}
input[aria-invalid=true]:focus{box-shadow:inset 0 0 0 1px var(--colorDanger)}
[type=text]:read-only{opacity:.65}
input:autofill{-webkit-text-fill-color:var(--colorText);box-shadow:inset 0 0 0 4rem var(--colorField)}
.adornment{position:absolute;inset-block:0;inset-inline-end:.75rem;display:flex;align-items:center;gap:.5rem;color:var(--colorMuted);font-size:.8125em;pointer-events:none}
.mark{inline-size:min(2.375rem,13vw);flex:none}
.plate{forced-color-adjust:none;stroke-linecap:round;font-family:Arial,sans-serif;font-weight:700;text-anchor:middle}
.outline{stroke:var(--colorMuted);stroke-opacity:.45}
.stripe,.dot{fill:var(--colorMuted);fill-opacity:.45}
.dot{fill-opacity:1}
.ring{fill:none;stroke:var(--colorAccent)}
.error{margin:.375rem 0 0;color:var(--colorDanger);font-size:.875em;line-height:1.35;overflow-wrap:anywhere}
.error:empty{display:none}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (min-width:26rem){.wide{--room:11.25rem}}
@media (max-width:25.99rem){.brand{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}}
@media (forced-colors:active){[type=text]:focus{outline-color:Highlight}.outline{stroke:CanvasText}}
@media (prefers-reduced-motion:no-preference){[type=text]{transition:border-color .12s,box-shadow .12s}}
`;

/** Puts the frame's look on the document: one constructable stylesheet, so that `style-src 'none'` stands. */
export function adoptStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  document.adoptedStyleSheets = [sheet];
}

/** Applies the allowed part of a host's style in place of the one before. Lengths follow the shopper's font size. */
export function applyStyle(value: unknown): void {
  const root = document.documentElement;
  const { colorScheme = 'light', ...tokens } = parseCardFrameStyle(value);
  root.dataset['scheme'] = colorScheme;
  for (const name of [...root.style]) root.style.removeProperty(name);
  for (const [name, token] of Object.entries(tokens)) {
    root.style.setProperty(`--${name}`, typeof token === 'number' ? `${token / 16}rem` : token);
  }
}
