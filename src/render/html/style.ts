/** What the plan document adds to the style of reports. */
export const RENDER_STYLE = `
.statements { table-layout: fixed; }
.statements th[scope=row] { width: 18%; color: var(--quiet); }
.statements td.says { width: 32%; }
.statements thead th:first-child { width: 18%; }
.statements thead th:nth-child(2) { width: 32%; }
.statements th, .statements td { padding-top: .375rem; padding-bottom: .375rem; overflow-wrap: anywhere; }
.statements tbody th[scope=rowgroup] { padding-top: 1rem; font-weight: 600; }
.statements li + li { margin-top: .25rem; }
.statements .sign { color: var(--tone); font-weight: 600; }
.statements .where { display: block; color: var(--quiet); font-size: .875rem; }
.statements .nothing { color: var(--quiet); }
.statements .violated { --tone: var(--bad); }
.statements .undecided { --tone: var(--open); }
.statements .waived { --tone: var(--info); }
.lacks > li { margin-top: .5rem; }
.lacks ul { padding-left: 1.25rem; list-style: disc; }
.words { margin-top: .5rem; border: 0; }
.words ul { columns: 20rem; font-size: .9375rem; }
h3 + .drawing, .lead + .drawing { margin-top: .75rem; }
@media screen and (max-width: 44rem) {
  .statements, .statements tbody, .statements tr, .statements th[scope=row], .statements td, .statements td.says { display: block; width: 100%; }
  .statements thead { display: none; }
  .statements th[scope=row], .statements td { padding: 0; border: 0; }
  .statements th[scope=rowgroup] { display: block; border: 0; }
  .statements tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  .plain { display: block; overflow-x: auto; }
}
@media print {
  .words { display: none; }
  .statements tr, .lacks > li { break-inside: avoid; }
  .lead, .statements tr:has(> th[scope=rowgroup]) { break-after: avoid; }
}
`;
