/** What pictures look like, in the colors of the page: its variables change with the scheme, and on paper. */
export const DIAGRAM_STYLE = `
.drawing { overflow-x: auto; margin-top: 1rem; padding: .5rem; border: 1px solid var(--line); border-radius: 4px; }
.diagram { display: block; margin: 0 auto; font: 13px/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.diagram text { fill: var(--text); }
.diagram .detail, .diagram .label text { fill: var(--quiet); }
.diagram .name { font-weight: 600; }
.diagram .node rect, .diagram .node path { fill: var(--panel); stroke: var(--quiet); stroke-width: 1.2; }
.diagram .strong rect, .diagram .strong path { stroke: var(--text); stroke-width: 2.6; }
.diagram .external rect { stroke-dasharray: 5 4; }
.diagram .state rect { fill: var(--ground); }
.diagram .node .rim { fill: none; }
.diagram .group rect { fill: none; stroke: var(--line); stroke-width: 1.5; }
.diagram .group text { fill: var(--quiet); font-weight: 600; }
.diagram .edge { fill: none; stroke: var(--quiet); stroke-width: 1.4; }
.diagram .dashed { stroke-dasharray: 6 4; }
.diagram .head { fill: var(--quiet); }
.diagram .label rect { fill: var(--ground); }
@media print {
  .drawing { overflow: visible; break-inside: avoid; padding: 0; border: 0; }
  .diagram { max-width: 100%; max-height: 240mm; height: auto; }
}
`;
