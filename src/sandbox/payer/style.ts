/** The one stylesheet of the payer's pages. */
export const PAYER_STYLE = `
:root {
  --ink: #1d2433;
  --muted: #5b6478;
  --line: #d9dee8;
  --paper: #ffffff;
  --ground: #eef1f6;
  --accent: #1f5eff;
  --good: #0b6b3a;
  --bad: #a8201a;
  color-scheme: light;
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); }
.ribbon {
  margin: 0; padding: 0.4rem 1rem; background: #ffdf70; color: #3d2e00; font-size: 0.85rem; text-align: center;
}
.ribbon strong { text-transform: uppercase; letter-spacing: 0.08em; margin-right: 0.5em; }
main {
  max-width: 34rem; margin: 2rem auto; padding: 1.5rem; background: var(--paper); border-radius: 12px;
  box-shadow: 0 1px 2px rgb(20 30 60 / 12%), 0 12px 32px rgb(20 30 60 / 8%);
}
h1 { margin: 0 0 0.75rem; font-size: 1.35rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1rem; }
p { margin: 0 0 0.75rem; }
.brand { color: var(--muted); font-size: 0.85rem; text-transform: uppercase; letter-spacing: 0.08em; }
.muted { color: var(--muted); }
.amount { font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums; margin: 0 0 0.25rem; }
.good { color: var(--good); }
.bad { color: var(--bad); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1rem; margin: 1rem 0; }
dt { color: var(--muted); }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
form { display: grid; gap: 0.75rem; margin: 1rem 0 0; }
label { display: grid; gap: 0.25rem; font-weight: 600; }
input, textarea {
  width: 100%; padding: 0.65rem 0.75rem; border: 1px solid #8a94a8; border-radius: 8px; font: inherit; color: inherit;
  background: var(--paper);
}
textarea { min-height: 6rem; font-family: ui-monospace, Menlo, monospace; font-size: 0.85rem; }
button {
  min-height: 44px; padding: 0.6rem 1rem; border: 1px solid transparent; border-radius: 8px; font: inherit;
  font-weight: 600; color: #ffffff; background: var(--accent); cursor: pointer;
}
button.quiet { color: var(--ink); background: transparent; border-color: #8a94a8; }
:focus-visible { outline: 3px solid #7aa2ff; outline-offset: 2px; }
a { color: #1747c4; }
table { width: 100%; margin-bottom: 1rem; border-collapse: collapse; font-size: 0.95rem; }
th, td { padding: 0.5rem 0.25rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--muted); font-weight: 600; font-size: 0.85rem; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
body.phone main {
  max-width: 21rem; min-height: 36rem; border: 10px solid #12151c; border-radius: 38px; padding: 2rem 1.25rem;
  background: linear-gradient(#f7f9fd, #e4eaf6);
}
body.phone .prompt {
  padding: 1rem; border-radius: 14px; background: var(--paper); box-shadow: 0 2px 12px rgb(20 30 60 / 16%);
}
body.bank { --accent: #00684a; }
body.bank main, body.secure main { border-top: 6px solid var(--accent); }
body.secure { --accent: #3a2f8f; }
@media (max-width: 30rem) {
  main { margin: 0; border-radius: 0; box-shadow: none; padding: 1rem; }
  body.phone main { margin: 1rem auto; }
}
`;
