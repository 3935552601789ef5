export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#2546c4"/>
<path d="M9 17l5 5 9-11" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/></svg>`;

/** Served at /style.css, because the CSP knows no inline style. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#171b2c, #eceefa);
  --muted: light-dark(#565d76, #a9b0ca);
  --page: light-dark(#f4f5fb, #10131f);
  --card: light-dark(#ffffff, #191d2e);
  --line: light-dark(#dcdfec, #323850);
  --accent: light-dark(#2546c4, #9db1ff);
  --on-accent: light-dark(#ffffff, #10131f);
  --good: light-dark(#12663c, #84dba9);
  --bad: light-dark(#a3182c, #ffa7b1);
  --note: light-dark(#fff3d6, #38301a);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
.top, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
.top {
  display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center;
  padding-block: 1rem; border-bottom: 1px solid var(--line);
}
.brand { font-weight: 700; color: var(--ink); text-decoration: none; }
main { padding-block: 1.5rem; }
footer { padding-block: 0 2rem; color: var(--muted); font-size: .875rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
.caption { font-size: .875rem; font-weight: 600; margin: .75rem 0 .25rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
code, pre { font: .8125rem/1.5 ui-monospace, monospace; }
pre {
  margin: 0 0 .5rem; padding: .75rem; border-radius: .5rem; background: var(--page);
  white-space: pre-wrap; max-height: 24rem; overflow: auto;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.lead { font-size: 1.0625rem; color: var(--muted); max-width: 42rem; }
.muted { color: var(--muted); }
.card {
  min-width: 0; margin-bottom: 1rem; padding: 1.25rem;
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
}
.columns { display: grid; gap: 0 1rem; align-items: start; }
@media (min-width: 50rem) { .columns { grid-template-columns: 3fr 2fr; } }
.badge {
  display: inline-block; margin: 0 .25rem .25rem 0; padding: .0625rem .5rem;
  border: 1px solid var(--line); border-radius: 1rem; font-size: .8125rem; color: var(--muted);
}
.badge.good { color: var(--good); border-color: currentColor; justify-self: start; }
.notice { padding: .75rem 1rem; border-radius: .5rem; background: var(--note); }
.problem, .error { color: var(--bad); }
.problem { background: none; border: 1px solid currentColor; }
.rows, .timeline, .scores, .steps { list-style: none; margin: 0; padding: 0; }
.rows li { display: grid; gap: .25rem; padding: .75rem 0; border-top: 1px solid var(--line); }
.rows form { margin-top: .25rem; }
.story { margin: 0; padding-left: 1.25rem; }
.story li { margin-bottom: .5rem; }
button, .button {
  display: inline-block; min-height: 2.75rem; padding: .5rem 1.125rem; border-radius: .5rem;
  border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent);
  font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
}
.quiet { background: none; color: var(--accent); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .75rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
input, select {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border-radius: .5rem;
  border: 1px solid var(--muted); background: var(--page); color: inherit; font: inherit;
}
select { margin-bottom: .5rem; }
input[aria-invalid] { border-color: var(--bad); }
.search { display: grid; grid-template-columns: 1fr auto; gap: 0 .5rem; margin-bottom: .75rem; }
.search label { grid-column: 1 / -1; }
.steps { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; font-size: .875rem; }
.steps li {
  padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--muted);
}
.steps .past::before { content: '✓ '; }
.steps .current { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.exchange { margin: .5rem 0; border: 1px solid var(--line); border-radius: .5rem; padding: 0 .75rem; }
.exchange summary { padding: .5rem 0; cursor: pointer; }
.exchange summary span { margin-right: .5rem; font-size: .875rem; font-weight: 600; }
.timeline li {
  padding: 0 0 1rem 1rem; border-left: 3px solid var(--line); display: grid; gap: .125rem;
}
.timeline .webhook { border-color: var(--good); }
.timeline .rest { border-color: var(--accent); }
.timeline time { color: var(--muted); font-size: .8125rem; }
.comment { white-space: pre-wrap; padding: .75rem; border-radius: .5rem; background: var(--page); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 .75rem; }
dt { color: var(--muted); }
dd { margin: 0; }
.scores li {
  display: grid; grid-template-columns: 1fr auto; gap: .125rem 1rem; padding: .625rem 0;
  border-top: 1px solid var(--line);
}
.scores .badge { margin-left: .5rem; }
.scores meter, .scores .muted { grid-column: 1 / -1; width: 100%; }
.scores .muted { font-size: .875rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); }
.markdown tr:first-child td { font-weight: 600; }
`;
