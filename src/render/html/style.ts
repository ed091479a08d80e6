/** The look of the page: the reader's own fonts, light or dark by the reader's setting. */
export const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --dim: #59636e; --bad: #b42318; --good: #1a7f37; --paper: #ffffff; --link: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #151b23; --text: #e6edf3; --dim: #9198a1; --bad: #ff8b80; --good: #56d364; --paper: #0d1117; --link: #4493f8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 3rem; background: var(--paper); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; }
p { margin: .4rem 0; }
p, li { overflow-wrap: anywhere; }
td { overflow-wrap: break-word; }
a { color: var(--link); }
code { padding: .1em .35em; border-radius: 4px; background: var(--soft); font: .87em ui-monospace, monospace; overflow-wrap: anywhere; }
td code { overflow-wrap: break-word; }
@media (min-width: 60rem) { td:first-child { min-width: 12rem; } }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .65rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--dim); font-weight: 600; white-space: nowrap; }
.right { text-align: right; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .muted { color: var(--dim); }
.alert { margin: 1rem 0; padding: .5rem 1rem; border-left: 4px solid var(--line); background: var(--soft); }
.caution { border-color: var(--bad); } .important { border-color: var(--dim); }
details { margin: .75rem 0; border: 1px solid var(--line); border-radius: 8px; }
summary { padding: .6rem 1rem; cursor: pointer; font-weight: 600; }
details > div { padding: 0 1rem .75rem; }
footer { margin-top: 2rem; color: var(--dim); font-size: .87rem; }
`;
