import type { FileReport, Report, RuleReport, Undecided } from '../../../assess/index.ts';
import type { Diagnostic } from '../../../source/index.ts';
import { count, FILE_STATES, groupBy } from '../../parts/index.ts';
import { place, ruleLink, section, severityBadge } from '../elements.ts';
import { html, type Content, type Markup } from '../markup.ts';

/** More places than this are counted. */
const PLACES = 5;
const FILES = 20;

/** What this report makes no claim about. */
export function notAssessed({ rules, undecided, files, diagnostics }: Report): Markup {
  const bare = rules.filter(({ evidence, failure }) => failure !== undefined || evidence.examined === 0);
  const needed = bare.filter(({ rule, failure }) => failure !== undefined || rule.required);
  const unread = files.filter(({ status }) => status !== 'examined' && status !== 'not-recognized');
  const parts = [
    block('Undecided: the files do not tell', undecidedGroups(undecided)),
    block('Rules that examined nothing, or failed', needed.map(bareRule)),
    block('Not read, or not as it should be', diagnostics.map(diagnosticItem)),
    block('Files left out', fileGroups(unread)),
    optionalRules(bare.filter((rule) => !needed.includes(rule))),
  ].filter((part) => part !== undefined);
  return section(
    {
      id: 'not-assessed',
      title: 'What was not assessed',
      lead:
        parts.length === 0
          ? 'Nothing: every rule examined something and decided it, and every file was read.'
          : 'About these things this report makes no claim, neither good nor bad.',
    },
    parts,
  );
}

function block(title: string, items: readonly Content[]): Markup | undefined {
  if (items.length === 0) return undefined;
  return html`<h3>${title} <span class="count">${items.length}</span></h3>
    <ul class="items">
      ${items.map((item) => html`<li>${item}</li> `)}
    </ul> `;
}

function undecidedGroups(undecided: readonly Undecided[]): readonly Markup[] {
  const groups = groupBy(undecided, ({ rule, reason }) => `${rule.id}\0${reason}`);
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    if (!first) return [];
    const shown = items.slice(0, PLACES);
    return [
      html`<p>
          ${ruleLink(first.rule.id)} ${items.length > 1 && html`<span class="count">${items.length}</span>`}
        </p>
        <p>Unknown because ${first.reason.replace(/\.$/, '')}.</p>
        <p class="places">
          ${shown.map(({ location }) => place(location))}${items.length > PLACES && ` and ${items.length - PLACES} more`}
        </p>`,
    ];
  });
}

function bareRule({ rule, failure }: RuleReport): Markup {
  const why =
    failure === undefined
      ? `The files hold no ${rule.appliesTo.join(' and no ')}.`
      : `The rule failed and was not evaluated: ${failure.replace(/\.$/, '')}.`;
  return html`<p>${ruleLink(rule.id)} ${rule.required && html`<span class="tag">required</span>`}</p>
    <p>${why} It asks: ${rule.title}.</p>`;
}

/** Rules about what a deployment need not have, by what it does not have. */
function optionalRules(rules: readonly RuleReport[]): Markup | undefined {
  if (rules.length === 0) return undefined;
  const groups = groupBy(rules, ({ rule }) => rule.appliesTo.join(' and no '));
  return html`<details>
    <summary>
      ${count(rules.length, 'rule', 'rules')} about what is not among the files, and need not be
    </summary>
    <ul class="items">
      ${[...groups].map(
        ([missing, items]) =>
          html`<li>
            <p>The files hold no ${missing}.</p>
            <p class="places">${items.map(({ rule }) => ruleLink(rule.id))}</p>
          </li> `,
      )}
    </ul>
  </details> `;
}

function diagnosticItem({ code, level, message, path, location, help }: Diagnostic): Markup {
  return html`<p>
      ${severityBadge(level)} ${location ? place(location) : html`<code class="place">${path}</code>`}
      <span class="code">${code}</span>
    </p>
    <p>${message} ${help}</p>`;
}

function fileGroups(files: readonly FileReport[]): readonly Markup[] {
  const groups = groupBy(
    files,
    ({ status, reason }) => `${FILE_STATES[status]}\0${reason ?? 'no reason was given'}`,
  );
  return [...groups].map(([key, items]) => {
    const [state = '', reason = ''] = key.split('\0');
    const shown = items.slice(0, FILES);
    return html`<p>${state}: ${reason} <span class="count">${items.length}</span></p>
      <p class="places">
        ${shown.map(({ path }) => html`<code class="place">${path}</code>`)}${items.length > FILES && ` and ${count(items.length - FILES, 'more', 'more')}, listed below`}
      </p>`;
  });
}
