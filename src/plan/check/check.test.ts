import { describe, expect, it } from 'vitest';
import { planFrom, planText, printDiagnostic } from '../testing/print.ts';

const diagnose = (more: string, environments?: string): readonly string[] =>
  planFrom(planText(more, environments)).diagnostics.map(printDiagnostic);

const DURATION = 'Write 90m, 1h, 1h30m, 30d or 2w, or ISO 8601 without months and years: PT90M, P30D.';
const DATE = 'Write dates as YYYY-MM-DD: 2026-12-07.';

describe('time zones and currencies', () => {
  it('are names and codes of the standards, which the diagnostic names', () => {
    expect(
      diagnose(`timeline: { timeZone: europe/berlin }
delivery: { environments: { production: { windows: [{ timeZone: CEST, days: [monday] }, { timeZone: UTC, days: [friday] }] } } }
resources: { budget: { currency: EUX } }
`),
    ).toEqual([
      '5:23 error plan/time-zone: "europe/berlin" is not a time zone. Write a name of the IANA time zone database: Europe/Berlin, America/New_York, UTC.',
      '6:65 error plan/time-zone: "CEST" is not a time zone. Write a name of the IANA time zone database: Europe/Berlin, America/New_York, UTC.',
      '7:34 error plan/currency: "EUX" is not a currency. Write its code of ISO 4217: EUR, USD, GBP.',
    ]);
  });
});

describe('a value that does not match its pattern', () => {
  it('is told once, by what it must be', () => {
    expect(
      diagnose(`timeline: { timeZone: UTC+1 }
delivery: { environments: { production: { windows: [{ days: [monday], from: "24:00", to: 9am }] } } }
resources: { budget: { currency: euro } }
`),
    ).toEqual([
      '5:23 error plan/time-zone: "UTC+1" is not a time zone. Write a name of the IANA time zone database: Europe/Berlin, America/New_York, UTC.',
      '6:77 error plan/clock: "24:00" is not a time of the day. Write it as HH:MM, from 00:00 to 23:59: 09:00, 18:30.',
      '6:90 error plan/clock: "9am" is not a time of the day. Write it as HH:MM, from 00:00 to 23:59: 09:00, 18:30.',
      '7:34 error plan/currency: "euro" is not a currency. Write its code of ISO 4217: EUR, USD, GBP.',
    ]);
  });
});

describe('shares', () => {
  it('are between none and all', () => {
    expect(
      diagnose(`architecture: { components: [{ name: a }] }
observability:
  alerts:
    - { component: a, signal: errors, above: 120, unit: percent }
    - { component: a, signal: availability, below: -1, unit: percent }
    - { component: a, signal: saturation, above: 120, unit: percent }
    - { component: a, signal: errors, above: 120, unit: count }
    - { component: a, signal: errors, above: 100, unit: percent }
`),
    ).toEqual([
      '8:46 error plan/percent: An alert about errors cannot be above 120 percent. Write a number from 0 to 100, or the unit that is meant.',
      '9:52 error plan/percent: An alert about availability cannot be below -1 percent. Write a number from 0 to 100, or the unit that is meant.',
    ]);
  });
});

describe('names', () => {
  it('are given once, and the first place is named', () => {
    expect(
      diagnose(
        `architecture: { components: [{ name: shop }, { name: shop }] }
timeline: { milestones: [{ id: a, title: A, due: 2026-01-01 }, { id: a, title: B, due: 2026-01-02 }] }
resources: { prices: [{ size: small, perMonth: 1 }, { size: small, perMonth: 2 }] }
`,
        '[{ name: dev }, { name: dev }]',
      ),
    ).toEqual([
      '4:39 error plan/duplicate-name: There are two environments named "dev". Rename one of them.\n  4:24 first named here',
      '5:54 error plan/duplicate-name: There are two components named "shop". Rename one of them.\n  5:38 first named here',
      '6:70 error plan/duplicate-name: There are two milestones named "a". Rename one of them.\n  6:32 first named here',
      '7:61 error plan/duplicate-name: There are two prices of "small". Remove one of them.\n  7:31 first named here',
    ]);
  });

  it('that nothing has are errors, with the name that may be meant', () => {
    expect(
      diagnose(`architecture:
  components:
    - { name: checkout, dependsOn: [orders] }
    - { name: orders-db, owner: plattform }
delivery:
  stages:
    - { name: build, kind: build }
    - { name: deploy, kind: deploy, environment: prodution, after: [biuld] }
  environments:
    stagging: { strategy: rolling }
recovery:
  backups: [{ component: order-db, every: 1h }]
timeline: { milestones: [{ id: a, title: A, due: 2026-01-01, dependsOn: [z] }] }
resources:
  people: [{ name: platform }]
  budget: { monthly: { test: { limit: 1 } } }
`),
    ).toEqual([
      '7:37 error plan/unknown-component: The plan has no component "orders". The plan has checkout, orders-db. Add it to architecture.components, or mend the name.',
      '8:33 error plan/unknown-person: The plan has no person or team "plattform". Did you mean "platform"?',
      '12:50 error plan/unknown-environment: The plan has no environment "prodution". Did you mean "production"?',
      '12:69 error plan/unknown-stage: The plan has no stage "biuld". Did you mean "build"?',
      '14:5 error plan/unknown-environment: The plan has no environment "stagging". Did you mean "staging"?',
      '16:26 error plan/unknown-component: The plan has no component "order-db". Did you mean "orders-db"?',
      '17:74 error plan/unknown-milestone: The plan has no milestone "z". The plan has a. Add it to timeline.milestones, or mend the name.',
      '20:24 error plan/unknown-environment: The plan has no environment "test". The plan has dev, staging, production. Add it to environments, or mend the name.',
    ]);
  });

  it('of components need components', () => {
    expect(diagnose('recovery: { objectives: [{ component: db, rpo: 1h }] }\n')).toEqual([
      '5:39 error plan/unknown-component: The plan has no component "db". The plan has no components. Add it to architecture.components, or mend the name.',
    ]);
  });

  it('of people need none while the plan names no people: that is missing, not wrong', () => {
    expect(diagnose('owner: platform\n')).toEqual([]);
  });

  it('may be words that objects have', () => {
    expect(diagnose('owner: constructor\nresources: { people: [{ name: a }] }\n')).toEqual([
      '5:8 error plan/unknown-person: The plan has no person or team "constructor". The plan has a. Add it to resources.people, or mend the name.',
    ]);
  });
});

describe('values', () => {
  it('that are durations are read strictly', () => {
    expect(
      diagnose(`architecture: { components: [{ name: a }, { name: b }, { name: c }, { name: d }] }
recovery:
  objectives:
    - { component: a, rpo: one hour, rto: 4 h }
    - { component: b, rpo: P1M, rto: 30m1h }
    - { component: c, rpo: '60', rto: 1.5h }
    - { component: d, rpo: P1DT12H, rto: 2w }
`),
    ).toEqual([
      `8:28 error plan/duration: "one hour" is not a duration. ${DURATION}`,
      `8:43 error plan/duration: "4 h" is not a duration. ${DURATION}`,
      `9:28 error plan/duration: "P1M" is not a duration. ${DURATION}`,
      `9:38 error plan/duration: "30m1h" is not a duration. ${DURATION}`,
      `10:28 error plan/duration: "60" is not a duration. ${DURATION}`,
    ]);
  });

  it('that are dates are days of the calendar', () => {
    expect(
      diagnose(`timeline:
  start: 2026-02-30
  release: 31.12.2026
  freezes: [{ from: 2028-02-29, to: 2027-02-29 }]
`),
    ).toEqual([
      `6:10 error plan/date: "2026-02-30" is not a day of the calendar. ${DATE}`,
      `7:12 error plan/date: "31.12.2026" is not a date. ${DATE}`,
      `8:37 error plan/date: "2027-02-29" is not a day of the calendar. ${DATE}`,
    ]);
  });

  it('that are paths stay inside what is checked', () => {
    expect(
      diagnose('documents: { procedures: [../deploy.md, docs/../deploy.md, https://x.example/a] }\n'),
    ).toEqual([
      '5:27 error plan/outside: "../deploy.md" leads out of the folder that is checked. Write paths relative to the plan.',
    ]);
  });
});

describe('statements', () => {
  it('about a component are made once', () => {
    expect(
      diagnose(`architecture: { components: [{ name: db }] }
recovery: { objectives: [{ component: db, rpo: 1h }, { component: db, rpo: 4h }] }
`),
    ).toEqual([
      '6:67 error plan/stated-twice: recovery.objectives speaks twice of "db". Join the two entries.\n  6:39 first stated here',
    ]);
  });

  it('tell what an environment is for, by its name or in words', () => {
    expect(
      diagnose('', '[{ name: blue }, { name: green, purpose: production }, { name: pre-prod }]'),
    ).toEqual([
      '4:24 error plan/purpose: The name "blue" does not tell what the environment is for. Add purpose: development, staging or production.',
    ]);
  });

  it('that a criterion does not apply come with reason and approver', () => {
    expect(
      diagnose(`criteria:
  rollback: { applicable: false }
  timeline-resources: { applicable: false, reason: Kept in the portfolio tool. }
  monitoring-alerting: { applicable: true }
`),
    ).toEqual([
      '6:27 error plan/tailoring: The plan declares rollback not applicable, but says no reason and no approvedBy. Say why the criterion does not apply (reason), and who approved that (approvedBy).',
      '7:37 error plan/tailoring: The plan declares timeline-resources not applicable, but says no approvedBy. Say why the criterion does not apply (reason), and who approved that (approvedBy).',
    ]);
  });
});

describe('the schema', () => {
  it('names what is unknown, missing or of the wrong type', () => {
    const text = `apiVersion: planproof/v2
kind: DeploymentPlan
enviroments: [{ name: dev }]
delivery: { stages: [{ name: x, kind: deployment }] }
recovery: { drills: { everyDays: often } }
`;
    expect(planFrom(text).diagnostics.map(printDiagnostic)).toMatchInlineSnapshot(`
      [
        "1:1 error schema/missing-property: The deployment plan needs the property "title". Add "title": What is deployed, as people speak of it.",
        "1:1 error schema/missing-property: The deployment plan needs the property "environments". Add "environments": Every environment, in the order of promotion.",
        "1:13 error schema/value: "apiVersion" must be "planproof/v1", found the text "planproof/v2". Did you mean "planproof/v1"?",
        "3:1 error schema/unknown-property: The deployment plan has no property "enviroments". Did you mean "environments"?",
        "4:39 error schema/value: "delivery.stages[0].kind" must be "build", "test", "scan", "sign", "package", "migrate", "deploy", "verify", "notify" or "rollback", found the text "deployment".",
        "5:34 error schema/type: "recovery.drills.everyDays" must be a whole number, found the text "often".",
      ]
    `);
  });
});
