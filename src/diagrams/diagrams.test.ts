import { describe, expect, it, test } from 'vitest';
import type { Subject } from '../model/index.ts';
import { planFrom, planText } from '../plan/testing/print.ts';
import { EVIL } from '../reporters/testing/stories.ts';
import {
  diagramsOf,
  drawingOf,
  mermaidOf,
  svgOf,
  whyNotDrawn,
  type Diagram,
  type DiagramId,
} from './index.ts';

function draw(
  id: DiagramId,
  more: string,
  environments?: string,
  subjects: readonly Subject[] = [],
): Diagram {
  const { plan } = planFrom(planText(more, environments));
  if (!plan) throw new Error('no plan');
  return diagramsOf(plan.statements, [...plan.subjects, ...subjects])[id];
}

const mermaid = (diagram: Diagram): string => mermaidOf(diagram, 'LR') ?? 'not drawn';

function picture(diagram: Diagram): string {
  const drawing = drawingOf(diagram);
  if (!drawing) throw new Error('not drawn');
  return svgOf(diagram, drawing).markup;
}

const COMPONENTS = `architecture:
  components:
    - { name: shop, criticality: critical, dependsOn: [db, bank] }
    - { name: db, kind: database, dataClass: personal }
    - { name: bank, kind: external }
`;

test('components have their shape, and arrows to what they depend on', () => {
  expect(mermaid(draw('components', COMPONENTS))).toMatchInlineSnapshot(`
    "flowchart LR
      accTitle: Components and what they depend on
      n1["shop<br/>service, critical"]:::strong
      n2[("db<br/>database<br/>personal data")]
      n3[["bank<br/>external"]]
      n1 --> n2
      n1 --> n3
      classDef strong stroke-width:3px
    "
  `);
});

test('environments follow each other, each with place, size and services', () => {
  const environments = `[{ name: staging, region: eu-central-1, zones: 1 }, { name: production, provider: gcp, region: europe-west3,
    standbyRegion: europe-west1, zones: 3, requirements: { vcpu: 8 }, services: [{ service: gke, size: e2-standard-4, count: 3 }, { service: gcs }] }]`;
  expect(mermaid(draw('environments', 'infrastructure: { provider: aws }\n', environments)))
    .toMatchInlineSnapshot(`
    "flowchart LR
      accTitle: Environments in the order of promotion
      n1["staging<br/>aws eu-central-1<br/>1 zone"]
      n2["production<br/>gcp europe-west3<br/>3 zones<br/>standby europe-west1<br/>8 vCPU<br/>gke: 3 #215; e2-standard-4<br/>gcs"]:::strong
      n1 --> n2
      classDef strong stroke-width:3px
    "
  `);
});

describe('the pipeline', () => {
  it('has stages, gates before and behind them, deployments, and the way back', () => {
    const delivery = `delivery:
  stages:
    - { name: build, kind: build }
    - { name: lint, kind: test, blocking: false, tools: [eslint] }
    - { name: scan, kind: scan, after: [build] }
    - { name: go-live, kind: deploy, environment: production, after: [lint, scan] }
  qualityGates: [{ name: holes, measure: vulnerabilities, atMost: 0, unit: count, stage: scan }]
  environments:
    production:
      strategy: canary
      steps: [{ weight: 10 }, { weight: 50 }]
      approvals: { required: 2, by: [ops] }
      windows: [{ days: [monday, friday], from: '09:00', to: '15:00' }]
      rollback: { mechanism: rollout-abort, automatic: true, maxMinutes: 10 }
`;
    expect(mermaid(draw('pipeline', delivery))).toMatchInlineSnapshot(`
      "flowchart LR
        accTitle: Pipeline: stages, gates, deployments and the way back
        n1["build"]
        n2["lint<br/>test<br/>eslint<br/>does not block"]
        n3["scan"]
        n4{{"holes<br/>at most 0"}}
        n5{{"2 approvals<br/>by ops"}}
        n6["go-live<br/>deploy<br/>canary 10 #37; 50 #37;<br/>mon fri 09:00–15:00"]:::strong
        n7(["back by rollout-abort<br/>automatic, 10 minutes at most"])
        n3 --> n4
        n5 --> n6
        n6 -.->|"fails"| n7
        n1 --> n2
        n1 --> n3
        n2 --> n5
        n4 --> n5
        classDef strong stroke-width:3px
      "
    `);
  });

  it('deploys to environments that the plan names without a stage', () => {
    expect(mermaid(draw('pipeline', 'delivery: { environments: { staging: { strategy: rolling } } }\n')))
      .toMatchInlineSnapshot(`
      "flowchart LR
        accTitle: Pipeline: stages, gates, deployments and the way back
        n1["deploy to staging<br/>deploy<br/>rolling"]
      "
    `);
  });
});

describe('the network', () => {
  it('has zones, what reaches what, and the internet where it comes in', () => {
    const network = `${COMPONENTS}infrastructure:
  network:
    publicPorts: [443]
    zones:
      - { name: edge, exposure: public, cidr: 10.0.0.0/24, components: [shop] }
      - { name: inside, exposure: isolated, components: [db] }
      - { name: empty, exposure: private }
    securityGroups:
      - { name: web, protects: [shop], allows: [{ from: internet, ports: [443] }] }
      - { name: store, protects: [db], allows: [{ from: edge, ports: [5432] }, { from: 192.0.2.0/24, ports: [] }] }
`;
    expect(mermaid(draw('network', network))).toMatchInlineSnapshot(`
      "flowchart LR
        accTitle: Network: zones, who reaches what, and open ports
        subgraph g1["edge, public, 10.0.0.0/24"]
          n1["shop"]
        end
        subgraph g2["inside, isolated"]
          n2["db"]
        end
        subgraph g3["empty, private"]
          n3["empty"]
        end
        n4(["internet"])
        n5[["192.0.2.0/24"]]
        n4 -->|"web: 443"| n1
        n1 -->|"store: 5432"| n2
        n5 -->|"store: any port"| n2
      "
    `);
  });

  it('lets the internet in on public ports where no group says more', () => {
    const zones = '[{ name: edge, exposure: public, components: [shop] }]';
    expect(
      mermaid(
        draw(
          'network',
          `${COMPONENTS}infrastructure: { network: { publicPorts: [80, 443], zones: ${zones} } }\n`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "flowchart LR
        accTitle: Network: zones, who reaches what, and open ports
        subgraph g1["edge, public"]
          n1["shop"]
        end
        n2(["internet"])
        n2 -->|"80, 443"| n1
      "
    `);
  });
});

describe('names from the files', () => {
  const evil = draw(
    'components',
    `architecture: { components: [{ name: ${JSON.stringify(EVIL)} }, { name: "end", dependsOn: [${JSON.stringify(EVIL)}] }, { name: "1. - **a** \\"]; click n1 href" }] }\n`,
  );

  it('never become markup of Mermaid', () => {
    const lines = mermaid(evil).split('\n').slice(2);
    expect(lines).toMatchInlineSnapshot(`
      [
        "  n1["#60;/script#62;#60;img src#61;x onerror#61;alert#40;1#41;#62;#39;#34;#38;#96;#36;#123;1#125; #92;x1b#91;31m#92;u202e #123;0#125; #91;a#93;#40;1#41; #92;ud83d<br/>service"]",
        "  n2["end<br/>service"]",
        "  n3["1#46; #45; #42;#42;a#42;#42; #34;#93;#59; click n1 href<br/>service"]",
        "  n2 --> n1",
        "",
      ]
    `);
    for (const line of lines.filter((one) => one.includes('["')))
      expect(/\["(.*)"\]/.exec(line)?.[1]?.replaceAll('<br/>', '')).toMatch(/^[\p{L}\p{N} ,:/._–#;-]*$/u);
  });

  it('never become markup of pictures', () => {
    const svg = picture(evil);
    expect(svg).not.toContain(EVIL.slice(0, 20));
    expect(svg.match(/<script|<img|onerror=(?!alert\(1\)&gt;)/g)).toBeNull();
    expect(svg).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  it('of any length fit into their boxes', () => {
    const long = draw(
      'components',
      `architecture: { components: [{ name: ${'x'.repeat(200)} }, { name: ${'漢'.repeat(100)} }] }\n`,
    );
    const widest = Math.max(...(drawingOf(long)?.picture.nodes ?? []).map(({ width }) => width));
    expect(widest).toBeLessThan(300);
  });
});

describe('a picture', () => {
  const diagram = draw('components', COMPONENTS);

  it('has a name and a description for those who do not see it, and colors of the page only', () => {
    const svg = picture(diagram);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="diagram-components-title diagram-components-desc"');
    expect(/<desc[^>]*>([^<]*)/.exec(svg)?.[1]).toMatch(/It shows shop, db, bank, with 2 connections\.$/);
    expect(svg).not.toMatch(/style=|#[\da-f]{3,6}|\bfill="|href=/);
  });

  it('keeps everything inside', () => {
    const { picture: all } = drawingOf(diagram)!;
    for (const { x, y, width, height } of [...all.nodes, ...all.groups]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(all.width);
      expect(y + height).toBeLessThanOrEqual(all.height);
    }
  });

  it('is drawn of what depends on itself, directly or not', () => {
    const cycle = draw(
      'components',
      'architecture: { components: [{ name: a, dependsOn: [a, b] }, { name: b, dependsOn: [c] }, { name: c, dependsOn: [a] }] }\n',
    );
    expect(picture(cycle).match(/class="edge"/g)).toHaveLength(4);
  });

  it('is the same bytes each time', () => {
    expect(picture(draw('components', COMPONENTS))).toBe(picture(diagram));
  });

  it('runs from top to bottom where it would be too wide', () => {
    const stages = Array.from({ length: 12 }, (_, i) => `{ name: stage-number-${i}, kind: build }`);
    expect(drawingOf(diagram)?.direction).toBe('LR');
    expect(drawingOf(draw('pipeline', `delivery: { stages: [${stages.join(', ')}] }\n`))?.direction).toBe(
      'TB',
    );
  });
});

describe('what is not drawn', () => {
  const many = (count: number): Diagram => {
    const components = Array.from(
      { length: count },
      (_, i) => `{ name: c${i}, dependsOn: [${i > 0 ? `c${i >> 1}` : ''}] }`,
    );
    return draw('components', `architecture: { components: [${components.join(', ')}] }\n`);
  };

  it('is named, with how many there are', () => {
    expect(whyNotDrawn(many(501))).toBe(
      'Too many to draw: 501 things and 500 connections, of which at most 500 each are drawn.',
    );
    expect(mermaidOf(many(501), 'LR')).toBeUndefined();
    expect(drawingOf(many(501))).toBeUndefined();
    expect(whyNotDrawn(draw('components', ''))).toBe(
      'Neither the plan nor the files say anything that could be drawn.',
    );
  });

  it('is no more than that: five hundred are drawn, in little time', () => {
    const started = performance.now();
    expect(picture(many(499)).match(/<g class="node/g)).toHaveLength(499);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
