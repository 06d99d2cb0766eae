import { confSyntax } from '../syntax/data/index.ts';

export type FileSyntax =
  | 'yaml'
  | 'json'
  | 'hcl'
  | 'hcl-json'
  | 'markdown'
  | 'asciidoc'
  | 'restructuredtext'
  | 'mermaid'
  | 'zip'
  | 'groovy'
  | 'sql'
  | 'toml'
  | 'dockerfile'
  | 'structurizr'
  | 'codeowners'
  | 'fluent-bit'
  | 'fluentd'
  | 'logstash'
  | 'ini'
  | 'crontab';

/** Names that all kinds of programs give their files, so that only the text tells: "template", "conf", "toml", "service". */
export type NamedOnly = 'template' | 'conf' | 'toml-file' | 'dsl' | 'unit';

/** File name endings and the syntax they stand for; the first match wins. */
const ENDINGS: readonly (readonly [ending: string, syntax: FileSyntax])[] = [
  ['.tf', 'hcl'],
  ['.tofu', 'hcl'],
  ['.tfvars', 'hcl'],
  ['.hcl', 'hcl'],
  ['.alloy', 'hcl'],
  ['.tf.json', 'hcl-json'],
  ['.tofu.json', 'hcl-json'],
  ['.tfvars.json', 'hcl-json'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.json', 'json'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.adoc', 'asciidoc'],
  ['.asciidoc', 'asciidoc'],
  ['.rst', 'restructuredtext'],
  ['.mmd', 'mermaid'],
  ['.mermaid', 'mermaid'],
  ['.crontab', 'crontab'],
  // Terraform's plans are archives, and called as people like.
  ['tfplan', 'zip'],
  ['tfplan.bin', 'zip'],
  ['tfplan.binary', 'zip'],
  ['tfplan.out', 'zip'],
];

/** Lock files are JSON, or HCL, but nobody's configuration; they are often the largest files of a tree. */
const LOCK_FILES: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  '.terraform.lock.hcl',
  'composer.lock',
]);

/** The syntax of a file by its name, or what it is called where only its text tells; undefined for files that are not read. */
export function syntaxOf(path: string): FileSyntax | NamedOnly | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (LOCK_FILES.has(name)) return undefined;
  if (name.endsWith('.template')) return 'template';
  if (name.endsWith('.conf')) return 'conf';
  if (name.endsWith('.toml')) return 'toml-file';
  if (name.endsWith('.dsl')) return 'dsl';
  if (/\.(?:timer|service)$/.test(name)) return 'unit';
  if (name === 'codeowners') return 'codeowners';
  if (isMigration(path)) return 'sql';
  if (isDockerfile(name)) return 'dockerfile';
  if (isCrontab(path)) return 'crontab';
  if (/^(?:walg?|wal-[ge]|restic|borg|backups?)(?:[._-][\w.-]*)?\.env$/.test(name)) return 'ini';
  const syntax = ENDINGS.find(([ending]) => name.endsWith(ending))?.[1];
  return syntax ?? (isJenkinsfile(name) || isPipelineScript(path) ? 'groovy' : undefined);
}

/** Other SQL is nobody's configuration, and may be a dump of gigabytes. */
function isMigration(path: string): boolean {
  if (!/\.sql$/i.test(path)) return false;
  return /(?:^|\/)(?:migrations?|migrate)\/|(?:^|\/)[VU]\d[\d._]*__|\.(?:up|down)\.sql$/i.test(path);
}

/** `crontab`, `cron.d/backup`; not the scripts beside it, nor what keeps an empty folder. */
function isCrontab(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === 'crontab' || (/(?:^|\/)cron\.d\/[^/]+$/.test(path) && /^[\w-]+$/.test(name));
}

/** `Jenkinsfile`, `Jenkinsfile.deploy`, `release.jenkinsfile`; templates of one are not valid yet, and copies are nobody's. */
function isJenkinsfile(name: string): boolean {
  if (name.endsWith('.jenkinsfile')) return true;
  return (
    /^jenkinsfile(?:[._-].*)?$/.test(name) && !/\.(?:j2|jinja2?|tmpl|tpl|erb|bak|orig|swp|txt)$/.test(name)
  );
}

/** `Dockerfile`, `Dockerfile.web`, `web.dockerfile`, `Containerfile`; not templates of one, notes on one or what it leaves out. */
function isDockerfile(name: string): boolean {
  if (!/^(?:docker|container)file(?:[._-].*)?$|.\.(?:docker|container)file$/.test(name)) return false;
  return !/\.(?:j2|jinja2?|tmpl|tpl|erb|in|bak|orig|swp|txt|md|rst|ya?ml|json|sh|py|js|ts|go|lock|dockerignore)$/.test(
    name,
  );
}

/** `jenkins/deploy.groovy`; what stands in the folders of a shared library is no pipeline by itself. */
function isPipelineScript(path: string): boolean {
  const [, inside] = /(?:^|\/)\.?jenkins(?:files?)?\/(.*\.groovy)$/i.exec(path) ?? [];
  return inside !== undefined && !/(?:^|\/)(?:vars|src|resources|tests?)\//.test(inside);
}

/** What a file of such a name is written in, when it is one of ours, and else why it is none. */
export function syntaxByText(
  named: NamedOnly,
  text: string,
): { readonly syntax: FileSyntax } | { readonly reason: string } {
  const syntax = BY_TEXT[named](text);
  return syntax ? { syntax } : { reason: NONE_OF_OURS[named] };
}

/** Does only the text tell what a file is written in? */
export function isNamedOnly(named: FileSyntax | NamedOnly): named is NamedOnly {
  return Object.hasOwn(BY_TEXT, named);
}

const NONE_OF_OURS: Readonly<Record<NamedOnly, string>> = {
  template: 'It is no template of CloudFormation.',
  conf: 'It is no configuration of Fluent Bit, Fluentd, pgBackRest or Barman.',
  'toml-file': 'It is no configuration of Vector, Fly or resticprofile.',
  dsl: 'It is no workspace or model of Structurizr.',
  unit: 'It is no service or timer of systemd.',
};

const BY_TEXT: Readonly<Record<NamedOnly, (text: string) => FileSyntax | undefined>> = {
  template: templateSyntax,
  conf: confSyntax,
  'toml-file': (text) => (isVector(text) || isFly(text) || isResticProfile(text) ? 'toml' : undefined),
  unit: (text) => (/^[ \t]*\[(?:Timer|Service)\]/m.test(text) ? 'ini' : undefined),
  // Parts that a workspace includes are read by that.
  dsl: (text) => (/^\s*(?:workspace|model)\b[^\n]*\{/m.test(text) ? 'structurizr' : undefined),
};

const isVector = (text: string): boolean => /^\s*\[\s*(?:sources|sinks)\s*\./m.test(text);

const isResticProfile = (text: string): boolean =>
  /^[ \t]*repository[ \t]*=/m.test(text) &&
  /^[ \t]*\[\s*[\w."'-]{1,200}\.(?:backup|retention|forget)\s*\]/m.test(text);

function isFly(text: string): boolean {
  return (
    /^[ \t]*app[ \t]*=/m.test(text) &&
    /^[ \t]*(?:primary_region[ \t]*=|kill_signal[ \t]*=|\[{1,2}[ \t]*(?:http_service|services|mounts|processes|vm|deploy)\b)/m.test(
      text,
    )
  );
}

/** All kinds of programs have files of that name. */
function templateSyntax(text: string): 'json' | 'yaml' | undefined {
  if (!/\b(?:AWS|Alexa|Custom)::\w/.test(text)) return undefined;
  if (/^\s*\{/.test(text)) return /"Resources"\s*:/.test(text) ? 'json' : undefined;
  return /^["']?Resources["']?\s*:/m.test(text) ? 'yaml' : undefined;
}
