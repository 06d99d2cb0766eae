import { known, type DataSourceFacts } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { grafanaTexts } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { alertingSubjects } from './alerting/alerting.ts';
import { dashboardSubjects } from './dashboard/dashboard.ts';
import { isAlerting, isClassicDashboard, isDataSources, isProviders, isResource } from './detect.ts';
import { innerDocument } from '../scalar-places.ts';
import { Subjects } from './subjects.ts';

/** Dashboards with their panels and queries in PromQL; data sources; alert rules, contact points and policies. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const out = new Subjects(context);
  const found = documents.flatMap((document) => rootsOf(rootNode(document), out));
  const roots = found.map(({ root }) => root);
  const types = new Map<string, string>();
  for (const root of roots)
    for (const source of dataSourcesOf(root)) {
      const [uid, type] = [source.get('uid').written, source.get('type').text];
      if (uid !== undefined && type !== undefined) types.set(uid, type);
    }
  for (const { root, given } of found) {
    for (const source of dataSourcesOf(root)) dataSource(source, out);
    if (isProviders(root)) providers(root, out);
    if (isResource(root) || isClassicDashboard(root)) dashboardSubjects(root, given, out);
  }
  alertingSubjects(roots.filter(isAlerting), (uid) => types.get(uid), out);
  return { subjects: out.subjects, diagnostics: out.diagnostics };
}

interface Found {
  readonly root: DataNode;
  /** An installation takes it as it is. The operator fills in what dashboards of its own leave open. */
  readonly given: boolean;
}

/** The document itself, or what the texts in it hold: ConfigMaps and objects of the operator wrap what Grafana reads. */
function rootsOf(root: DataNode, out: Subjects): readonly Found[] {
  const texts = grafanaTexts(root);
  // Terraform gives as it is what it holds.
  const given = /(?:^|\/)provisioning\/|\.(?:tf|tofu)$/.test(root.document.file.path);
  if (texts.length === 0) return [{ root, given }];
  return texts.flatMap((text) => {
    const inner = innerDocument(text);
    if (!inner) out.tell('embedded', 'What this text holds for Grafana could not be read.', text.header);
    return inner ? [{ root: rootNode(inner), given: root.get('kind').text !== 'GrafanaDashboard' }] : [];
  });
}

/** Of a file, or of an object of the operator. */
function dataSourcesOf(root: DataNode): readonly DataNode[] {
  if (isDataSources(root)) return root.get('datasources').items();
  return root.get('kind').text === 'GrafanaDatasource' ? [root.get('spec', 'datasource')] : [];
}

function dataSource(node: DataNode, out: Subjects): void {
  const name = node.get('name');
  const facts: DataSourceFacts = {
    system: 'grafana',
    uid: known(node.get('uid').written ?? null, node.get('uid').at),
    type: known(node.get('type').text ?? '', node.get('type').at),
    url: known(node.get('url').text ?? null, node.get('url').at),
  };
  out.subjects.push({ kind: 'data-source', ...out.common(name, name.text ?? ''), facts });
}

function providers(root: DataNode, out: Subjects): void {
  for (const node of root.get('providers').items()) {
    const name = node.get('name');
    const editable = node.get('allowUiUpdates');
    out.subjects.push({
      kind: 'dashboard-provider',
      ...out.common(name, name.text ?? ''),
      facts: { system: 'grafana', changedInBrowser: known(editable.value === true, editable.at) },
    });
  }
}
