/** System fonts, two color schemes, one column on phones, and paper. Colors only repeat what signs and words say. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --panel: #f5f6f8;
  --text: #1c2126;
  --quiet: #545d68;
  --line: #d5dae0;
  --link: #0b57b8;
  --good: #176639;
  --bad: #b3261e;
  --open: #855000;
  --info: #0b5a9d;
  --none: #545d68;
  --mark: #fff0b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15181c;
    --panel: #1e2328;
    --text: #e4e7eb;
    --quiet: #a3acb6;
    --line: #363d45;
    --link: #82b7ff;
    --good: #74cf94;
    --bad: #ff928a;
    --open: #efb95c;
    --info: #7fc0f5;
    --none: #a3acb6;
    --mark: #5c4a10;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  text-rendering: optimizeLegibility;
}
code, pre, .place, .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
code, .place, .code, .rule, h1, h2, h3, p, li, dd, th { overflow-wrap: anywhere; text-wrap: pretty; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4, p, ul, dl, pre, table { margin: 0; }
ul { padding: 0; list-style: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--ground); }
.skip:focus { left: 0; z-index: 1; }
.masthead, .columns, footer { max-width: 76rem; margin: 0 auto; padding: 0 2rem; }

.masthead { padding-top: 3rem; padding-bottom: 2.5rem; }
.overline { color: var(--quiet); font-size: .875rem; letter-spacing: .02em; }
h1 { font-size: 2.25rem; line-height: 1.15; letter-spacing: -.015em; font-weight: 650; }
.byline { color: var(--quiet); margin-top: .25rem; }
.outcome { display: flex; gap: .5rem 2rem; align-items: baseline; flex-wrap: wrap; margin-top: 1.75rem; padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 6px solid var(--tone); border-radius: 4px; background: var(--panel); }
.outcome .word { color: var(--tone); font-size: 1.5rem; line-height: 1.3; font-weight: 650; white-space: nowrap; }
.outcome ul { flex: 1 1 24rem; }
.passed, .met, .supports, .waiver-active { --tone: var(--good); }
.failed, .not-met, .error, .against, .waiver-expired, .waiver-invalid { --tone: var(--bad); }
.not-assessed, .unknown, .warning, .open, .waiver-unused { --tone: var(--open); }
.note { --tone: var(--info); }
.not-applicable, .none { --tone: var(--none); }

.columns { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 3.5rem; align-items: start; }
nav { position: sticky; top: 1.5rem; font-size: .9375rem; }
nav a { display: flex; justify-content: space-between; gap: .5rem; padding: .3125rem 0; color: var(--text); text-decoration: none; }
nav a:hover { text-decoration: underline; }
.count { color: var(--quiet); font-weight: 400; font-size: .9375em; font-variant-numeric: tabular-nums; }
section { padding-bottom: 3.5rem; }
h2 { font-size: 1.375rem; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; line-height: 1.4; font-weight: 600; margin-top: 2rem; }
h4 { font-size: .9375rem; font-weight: 600; margin-top: .75rem; }
.lead { margin-top: .75rem; max-width: 46rem; color: var(--quiet); }
.aside { color: var(--quiet); font-size: .9375rem; }
section > p:not(.lead), section > .limits { margin-top: .75rem; max-width: 46rem; }

.badge { display: inline-block; padding: 0 .5em; border: 1px solid var(--tone); border-radius: 3px; color: var(--tone); font-size: .8125rem; line-height: 1.5; font-weight: 600; white-space: nowrap; }
.tag { display: inline-block; padding: 0 .5em; border-radius: 3px; background: var(--panel); color: var(--quiet); font-size: .8125rem; line-height: 1.6; }

table { width: 100%; border-collapse: collapse; margin-top: .75rem; }
th, td { padding: .625rem .75rem .625rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
thead th { padding-top: .375rem; padding-bottom: .375rem; color: var(--quiet); font-size: .8125rem; white-space: nowrap; }
.number { width: 1%; text-align: right; font-variant-numeric: tabular-nums; padding-left: .875rem; padding-right: 0; white-space: nowrap; }
.zero { color: var(--quiet); }
.scorecard td:first-child { width: 1%; }
.scorecard .title { font-weight: 600; }
.scorecard th code { display: block; color: var(--quiet); }
.because, .more { color: var(--quiet); font-size: .9375rem; }
.because li { padding-top: .25rem; line-height: 1.4; }
.more { border: 0; }
.more summary { padding: .25rem 0 0; width: fit-content; }
.more summary:hover { text-decoration: underline; }
.scorecard .narrow { display: none; }
.bar { display: block; width: 100%; max-width: 22rem; height: 6px; margin-top: .5rem; background: var(--line); border-radius: 3px; }
.bar .passed { fill: var(--good); }
.bar .violated { fill: var(--bad); }
.bar .undecided { fill: var(--open); }
.bar .waived { fill: var(--quiet); }
.plain { font-size: .9375rem; }
.plain th, .plain td { padding-top: .4375rem; padding-bottom: .4375rem; }

.matrix { width: auto; font-size: .9375rem; }
.matrix thead th { vertical-align: bottom; padding: 0 0 .375rem; text-align: center; }
.matrix thead th:first-child { text-align: left; }
.matrix .aspect { display: inline-block; writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 400; }
.matrix tbody th { padding: .25rem .75rem .25rem 0; vertical-align: middle; }
.matrix td { padding: 0; }
.matrix td a, .legend b { display: block; min-width: 2.25rem; padding: .3125rem 0; color: var(--tone); font-weight: 600; text-align: center; text-decoration: none; }
.matrix td a:hover { text-decoration: underline; }
.matrix .not-met a { background: var(--panel); outline: 1px solid var(--tone); outline-offset: -3px; }
.matrix .label { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: .5rem; color: var(--quiet); font-size: .875rem; }
.legend b { display: inline; min-width: 0; }
.cells { padding-bottom: .75rem; }
.cells > li { display: grid; grid-template-columns: 7rem 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .375rem 0; scroll-margin-top: 2rem; }
.cells > li:target { background: var(--mark); }
.facts { margin-top: .75rem; }
.facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1.5rem; padding: .4375rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { margin: 0; }
.digest { font-size: .75rem; color: var(--quiet); word-break: break-all; }

.items > li { padding: .75rem 0; border-bottom: 1px solid var(--line); }
h3 + .items { margin-top: .25rem; }
.places { display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--quiet); font-size: .9375rem; }
.place { color: var(--text); }
.place + .code { margin-left: .5rem; color: var(--quiet); }
.rule { font-size: .9375rem; }

.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin-top: 1rem; padding: 1rem; background: var(--panel); border-radius: 4px; }
.filters[hidden], .finding[hidden] { display: none; }
.filters label { display: grid; gap: .125rem; flex: 1 1 9rem; min-width: 0; font-size: .8125rem; color: var(--quiet); }
.filters input, .filters select, .filters button { width: 100%; min-height: 2.5rem; padding: .25rem .5rem; border: 1px solid var(--quiet); border-radius: 3px; background: var(--ground); color: var(--text); font: inherit; font-size: .9375rem; }
.filters button { width: auto; padding: .25rem 1rem; cursor: pointer; }
.filters output { flex: 1 1 12rem; padding-bottom: .5rem; font-size: .9375rem; font-variant-numeric: tabular-nums; }

article.finding { padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
.many > article.finding { content-visibility: auto; contain-intrinsic-size: auto 14rem; }
li.finding { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
article.finding h3 { margin: 0; font-size: 1.0625rem; }
.meta { display: flex; flex-wrap: wrap; gap: .25rem .875rem; align-items: baseline; margin-top: .375rem; }
.frame { margin-top: .75rem; padding: .5rem 0; background: var(--panel); border-radius: 4px; line-height: 1.6; white-space: normal; tab-size: 4; }
.frame .line { display: grid; grid-template-columns: 4rem minmax(0, 1fr); padding-right: .75rem; border-left: 3px solid transparent; }
.frame .line code { white-space: pre-wrap; font-size: inherit; }
.frame .hit { border-left-color: var(--tone, var(--text)); }
.frame .no { padding-right: 1rem; text-align: right; color: var(--quiet); user-select: none; -webkit-user-select: none; }
.frame .hit .no { color: var(--text); font-weight: 600; }
.frame mark { background: var(--mark); color: inherit; text-decoration: underline 2px var(--tone, currentColor); text-underline-offset: .2em; }
.frame .gap { display: block; padding-left: 4.25rem; color: var(--quiet); font-style: italic; }
.related, .covered { margin-top: .5rem; padding-left: 1rem; border-left: 2px solid var(--line); font-size: .9375rem; }
.fix { margin-top: .625rem; max-width: 46rem; }

details { border-bottom: 1px solid var(--line); }
summary { padding: .75rem 0; cursor: pointer; }
summary h3 { display: inline; margin: 0; }
summary .under { display: block; padding-left: 1.125rem; }
summary .bar { margin-left: 1.125rem; width: calc(100% - 1.125rem); }
summary code { color: var(--quiet); margin-right: .75rem; }
.rule-body { padding: 0 0 1rem 1.125rem; scroll-margin-top: 4rem; }
.rule-body > p { margin-top: .375rem; max-width: 46rem; }
.passes { columns: 24rem; column-gap: 2rem; font-size: .9375rem; }
.passes li { break-inside: avoid; padding: .125rem 0; }
.passes .place { color: var(--quiet); }
.population tbody th { width: 100%; }
.framework tbody th { width: 1%; white-space: nowrap; }
.framework td:nth-child(2) { width: 35%; }
.population .digest { display: block; }
.limits { padding-left: 1.125rem; list-style: disc; }
.command { margin-top: .5rem; padding: .75rem 1rem; background: var(--panel); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { padding-bottom: 2rem; color: var(--quiet); font-size: .875rem; }

@media (max-width: 60rem) {
  .columns { display: block; }
  nav { position: static; margin-bottom: 2.5rem; }
  nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
}
@media (max-width: 44rem) {
  .masthead, .columns, footer { padding-left: 1rem; padding-right: 1rem; }
  .masthead { padding-top: 1.5rem; padding-bottom: 1.5rem; }
  h1 { font-size: 1.75rem; }
  section { padding-bottom: 2.5rem; }
  .scorecard thead, .scorecard .number { display: none; }
  .scorecard .narrow { display: block; margin-top: .25rem; font-size: .9375rem; }
  .scorecard tr { display: block; padding: .75rem 0; border-bottom: 1px solid var(--line); }
  .scorecard td, .scorecard th { display: block; width: auto; padding: 0; border: 0; }
  .scorecard .title { display: block; margin-top: .375rem; }
  .plain th:not(.number) { padding-right: .375rem; }
  .plain .number { padding-left: .375rem; }
  .framework td:nth-child(2) { width: auto; }
  .plain thead th { font-size: .6875rem; }
  .facts > div { grid-template-columns: 1fr; }
  .frame .line { grid-template-columns: 2.5rem minmax(0, 1fr); }
  .frame .no { padding-right: .625rem; }
  .frame .gap { padding-left: 2.75rem; }
  .filters label { flex-basis: 40%; }
  .filters label:first-child { flex-basis: 100%; }
  nav a { padding: .5rem 0; }
}
@media screen and (max-width: 44rem) {
  .matrix, .matrix tbody, .matrix tr, .matrix th { display: block; width: 100%; }
  .matrix thead { display: none; }
  .matrix tr { padding: .625rem 0; border-bottom: 1px solid var(--line); }
  .matrix tbody th, .matrix td { padding: 0; border: 0; font-weight: 600; }
  .matrix td { display: inline-block; }
  .matrix td a { padding: .4375rem .875rem .4375rem 0; min-width: 0; }
  .matrix .not-met a { background: none; outline: 0; }
  .matrix .label { display: inline; font-weight: 400; }
  .cells > li { grid-template-columns: 1fr; }
}
@media print {
  :root { --ground: #fff; --panel: #fff; --text: #000; --quiet: #444; --line: #bbb; --link: #000; --good: #176639; --bad: #b3261e; --open: #855000; --info: #0b5a9d; --none: #444; --mark: #fff0b3; }
  @page { margin: 16mm 14mm; }
  html { font-size: 9.5pt; }
  .masthead, .columns, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .masthead { padding-top: 0; padding-bottom: 1.25rem; }
  .columns { display: block; }
  nav, .filters, .skip { display: none; }
  section { padding-bottom: 1.5rem; }
  article.finding { padding: .75rem 0; }
  .many > article.finding, li.finding { content-visibility: visible; }
  .frame, .command { border: 1px solid var(--line); }
  h2, h3, summary, caption, thead { break-after: avoid; }
  article.finding, tr, .items > li, .rule-entry { break-inside: avoid; }
  .more summary { display: none; }
  .cells > li { break-inside: avoid; padding: .125rem 0; grid-template-columns: 7rem 8rem minmax(0, 1fr); }
  .matrix td a { text-decoration: none; min-width: 1.75rem; }
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details:not([open])::details-content { content-visibility: visible; block-size: auto; }
}
`;
