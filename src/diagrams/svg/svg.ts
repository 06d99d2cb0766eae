import { html, type Content, type Markup } from '../../reporters/html/markup.ts';
import { whyNotDrawn, type Diagram } from '../diagram.ts';
import {
  LINE_HEIGHT,
  PADDING,
  placed,
  type Direction,
  type Picture,
  type PlacedEdge,
  type PlacedGroup,
  type PlacedNode,
} from './layout.ts';

/** Wider pictures are turned, if that makes them narrower. */
const WIDE = 884;

/** A picture and the way it runs. */
export interface Drawing {
  readonly picture: Picture;
  readonly direction: Direction;
}

/** Where everything of a diagram stands: from left to right if that fits on a page, else from top to bottom. */
export function drawingOf(diagram: Diagram): Drawing | undefined {
  if (whyNotDrawn(diagram) !== undefined) return undefined;
  const across = placed(diagram, 'LR');
  if (across.width <= WIDE) return { picture: across, direction: 'LR' };
  const down = placed(diagram, 'TB');
  return down.width < across.width
    ? { picture: down, direction: 'TB' }
    : { picture: across, direction: 'LR' };
}

/** A diagram as a picture, with a name and a description for those who do not see it. Colors are the page's. */
export function svgOf({ id, title, lead }: Diagram, { picture }: Drawing): Markup {
  const [width, height] = [Math.ceil(picture.width), Math.ceil(picture.height)];
  return html`<svg
    class="diagram"
    role="img"
    aria-labelledby="diagram-${id}-title diagram-${id}-desc"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
  >
    <title id="diagram-${id}-title">${title}</title>
    <desc id="diagram-${id}-desc">${lead} ${contentsOf(picture)}</desc>
    <defs>
      <marker
        id="diagram-${id}-arrow"
        viewBox="0 0 8 8"
        refX="7.5"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path class="head" d="M0 0 L8 4 L0 8 Z" />
      </marker>
    </defs>
    ${picture.groups.map(groupMarkup)} ${picture.edges.map((edge) => edgeMarkup(edge, id))}
    ${picture.nodes.map(nodeMarkup)} ${picture.edges.map(labelMarkup)}
  </svg> `;
}

/** What a reader who does not see it is told at once; the list beside the picture has the rest. */
function contentsOf({ nodes, edges }: Picture): string {
  const names = nodes.slice(0, 12).map(({ node }) => node.name);
  const more = nodes.length > names.length ? ` and ${nodes.length - names.length} more` : '';
  return `It shows ${names.join(', ')}${more}, with ${edges.length} connections.`;
}

/** Whole tenths: what a screen shows, and the same text on every machine. */
function at(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

function groupMarkup({ group, x, y, width, height }: PlacedGroup): Markup {
  return html`<g class="group">
    <rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="6" />
    <text x="${at(x + PADDING)}" y="${at(y + 17)}">${group.name}</text>
  </g> `;
}

function nodeMarkup(placed: PlacedNode): Markup {
  const { node, name, lines, x, y, width } = placed;
  const middle = at(x + width / 2);
  const first = y + PADDING + 12 + (node.shape === 'store' ? 8 : 0);
  return html`<g class="node ${node.shape}${node.strong && ' strong'}">
    ${outline(placed)}
    <text text-anchor="middle" y="${at(first)}">
      ${[...name, ...lines].map(
        (line, index) =>
          html`<tspan
            x="${middle}"
            y="${at(first + index * LINE_HEIGHT)}"
            class="${index < name.length ? 'name' : 'detail'}"
            >${line}</tspan
          > `,
      )}
    </text>
  </g> `;
}

function outline({ node, x, y, width, height }: PlacedNode): Content {
  const [left, top, right, bottom] = [at(x), at(y), at(x + width), at(y + height)];
  const box = (radius: number): Markup =>
    html`<rect x="${left}" y="${top}" width="${at(width)}" height="${at(height)}" rx="${at(radius)}" />`;
  switch (node.shape) {
    case 'box':
      return box(4);
    case 'external':
      return box(0);
    case 'state':
      return box(height / 2);
    case 'gate': {
      const middle = at(y + height / 2);
      const [inner, outer] = [at(x + 12), at(x + width - 12)];
      return html`<path
        d="M${inner} ${top} L${outer} ${top} L${right} ${middle} L${outer} ${bottom} L${inner} ${bottom} L${left} ${middle} Z"
      />`;
    }
    case 'store': {
      const [upper, lower] = [at(y + 6), at(y + height - 6)];
      const bow = `${at(width / 2)} 6 0 0`;
      return html`<path
          d="M${left} ${upper} A${bow} 1 ${right} ${upper} L${right} ${lower} A${bow} 1 ${left} ${lower} Z"
        /><path class="rim" d="M${left} ${upper} A${bow} 0 ${right} ${upper}" />`;
    }
  }
}

/** Straight to the middle between two bends, and round each bend. */
function edgeMarkup({ edge, points }: PlacedEdge, id: string): Markup {
  const [start, ...bends] = points;
  const end = bends.pop();
  if (!start || !end) return html``;
  const parts = bends.map((bend, index) => {
    const next = bends[index + 1];
    const to = next ? { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 } : end;
    return `Q${at(bend.x)} ${at(bend.y)} ${at(to.x)} ${at(to.y)}`;
  });
  const path = [
    `M${at(start.x)} ${at(start.y)}`,
    ...(parts.length > 0 ? parts : [`L${at(end.x)} ${at(end.y)}`]),
  ];
  return html`<path
    class="edge${edge.dashed && ' dashed'}"
    d="${path.join(' ')}"
    marker-end="url(#diagram-${id}-arrow)"
  /> `;
}

function labelMarkup({ label }: PlacedEdge): Markup | undefined {
  if (!label) return undefined;
  const { lines, x, y, width } = label;
  const height = lines.length * LINE_HEIGHT;
  const first = y - height / 2 + 13;
  return html`<g class="label">
    <rect x="${at(x - width / 2)}" y="${at(y - height / 2)}" width="${at(width)}" height="${at(height)}" />
    <text text-anchor="middle">
      ${lines.map(
        (line, index) => html`<tspan x="${at(x)}" y="${at(first + index * LINE_HEIGHT)}">${line}</tspan> `,
      )}
    </text>
  </g> `;
}
