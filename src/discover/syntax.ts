import type { Diagnostic, Location, SourceFile } from '../source/index.ts';
import { confSyntax, type DataFile } from '../syntax/data/index.ts';
import type { Documents, Syntax } from '../formats/format.ts';

export type FileSyntax =
  | 'yaml'
  | 'json'
  | 'hcl'
  | 'hcl-json'
  | 'markdown'
  | 'asciidoc'
  | 'restructuredtext'
  | 'zip'
  | 'groovy'
  | 'sql'
  | 'toml'
  | 'dockerfile'
  | 'structurizr'
  | 'fluent-bit'
  | 'fluentd';

/** Names that all kinds of programs give their files, so that only the text tells: "template", "conf", "toml". */
export type NamedOnly = 'template' | 'conf' | 'toml-file' | 'dsl';

/** File name endings and the syntax they stand for; the first match wins. */
const ENDINGS: readonly (readonly [ending: string, syntax: FileSyntax])[] = [
  ['.tf', 'hcl'],
  ['.tofu', 'hcl'],
  ['.tfvars', 'hcl'],
  ['.hcl', 'hcl'],
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
  if (isMigration(path)) return 'sql';
  if (isDockerfile(name)) return 'dockerfile';
  const syntax = ENDINGS.find(([ending]) => name.endsWith(ending))?.[1];
  return syntax ?? (isJenkinsfile(name) || isPipelineScript(path) ? 'groovy' : undefined);
}

/** Other SQL is nobody's configuration, and may be a dump of gigabytes. */
function isMigration(path: string): boolean {
  if (!/\.sql$/i.test(path)) return false;
  return /(?:^|\/)(?:migrations?|migrate)\/|(?:^|\/)[VU]\d[\d._]*__|\.(?:up|down)\.sql$/i.test(path);
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

const NONE_OF_OURS: Readonly<Record<NamedOnly, string>> = {
  template: 'It is no template of CloudFormation.',
  conf: 'It is no configuration of Fluent Bit or Fluentd.',
  'toml-file': 'It is no configuration of Vector or Fly.',
  dsl: 'It is no workspace or model of Structurizr.',
};

const BY_TEXT: Readonly<Record<NamedOnly, (text: string) => FileSyntax | undefined>> = {
  template: templateSyntax,
  conf: confSyntax,
  'toml-file': (text) => (isVector(text) || isFly(text) ? 'toml' : undefined),
  // Parts that a workspace includes are read by that.
  dsl: (text) => (/^\s*(?:workspace|model)\b[^\n]*\{/m.test(text) ? 'structurizr' : undefined),
};

const isVector = (text: string): boolean => /^\s*\[\s*(?:sources|sinks)\s*\./m.test(text);

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

export interface Comment {
  readonly text: string;
  readonly location: Location;
}

/** A file's documents in the syntax's own tree, ready for the formats. */
export interface Parsed {
  readonly documents: readonly {
    readonly [S in Syntax]: { readonly syntax: S; readonly document: Documents[S] };
  }[Syntax][];
  readonly diagnostics: readonly Diagnostic[];
  readonly comments: readonly Comment[];
}

/** `bytes` are what the file is made of; an archive has no text. */
export type Parser = (file: SourceFile, bytes: Uint8Array) => Parsed;

/** Loads the parser of a syntax; nothing is loaded for syntaxes that a run does not meet. */
export async function loadParser(syntax: FileSyntax): Promise<Parser> {
  switch (syntax) {
    case 'yaml': {
      const { parseYaml } = await import('../syntax/yaml/index.ts');
      return (file) => dataFile(parseYaml(file));
    }
    case 'json': {
      const { parseJson } = await import('../syntax/json/index.ts');
      return (file) => dataFile(parseJson(file));
    }
    case 'toml': {
      const { parseToml } = await import('../syntax/toml/index.ts');
      return (file) => dataFile(parseToml(file));
    }
    case 'fluent-bit': {
      const { parseFluentBit } = await import('../syntax/fluent-bit/index.ts');
      return (file) => dataFile(parseFluentBit(file));
    }
    case 'fluentd': {
      const { parseFluentd } = await import('../syntax/fluentd/index.ts');
      return (file) => dataFile(parseFluentd(file));
    }
    case 'hcl': {
      const { parseHcl } = await import('../syntax/hcl/index.ts');
      return (file) => {
        const document = parseHcl(file);
        return {
          documents: [{ syntax: 'hcl', document }],
          diagnostics: document.diagnostics,
          comments: document.comments,
        };
      };
    }
    case 'hcl-json': {
      const [{ parseJson }, { hclOfJson }] = await Promise.all([
        import('../syntax/json/index.ts'),
        import('../syntax/hcl/index.ts'),
      ]);
      return (file) => {
        const { documents, diagnostics } = parseJson(file);
        const read = documents.map(hclOfJson);
        return {
          documents: read.map((document) => ({ syntax: 'hcl', document })),
          diagnostics: [...diagnostics, ...read.flatMap((document) => document.diagnostics)],
          comments: documents.flatMap(({ comments }) => comments),
        };
      };
    }
    case 'zip': {
      const { parseZip } = await import('../syntax/zip/index.ts');
      return (file, bytes) => {
        const { archive, diagnostics } = parseZip(file, bytes);
        const documents = archive ? [{ syntax: 'zip' as const, document: archive }] : [];
        return { documents, diagnostics, comments: [] };
      };
    }
    case 'groovy': {
      const { parseGroovy } = await import('../syntax/groovy/index.ts');
      return (file) => {
        const document = parseGroovy(file);
        return {
          documents: [{ syntax: 'groovy', document }],
          diagnostics: document.diagnostics,
          comments: document.comments,
        };
      };
    }
    case 'dockerfile': {
      const { parseDockerfile } = await import('../syntax/dockerfile/index.ts');
      return (file) => {
        const document = parseDockerfile(file);
        return {
          documents: [{ syntax: 'dockerfile', document }],
          diagnostics: document.diagnostics,
          comments: document.comments,
        };
      };
    }
    case 'structurizr': {
      const { parseStructurizr } = await import('../syntax/structurizr/index.ts');
      return (file) => {
        const document = parseStructurizr(file);
        return {
          documents: [{ syntax: 'structurizr', document }],
          diagnostics: [],
          comments: [],
        };
      };
    }
    case 'sql': {
      const { parseSql } = await import('../syntax/sql/index.ts');
      return (file) => {
        const document = parseSql(file);
        return { documents: [{ syntax: 'sql', document }], diagnostics: [], comments: document.comments };
      };
    }
    case 'markdown': {
      const { parseMarkdown } = await import('../syntax/markdown/index.ts');
      return (file) => prose(parseMarkdown(file));
    }
    case 'asciidoc': {
      const { parseAsciidoc } = await import('../syntax/asciidoc/index.ts');
      return (file) => prose(parseAsciidoc(file));
    }
    case 'restructuredtext': {
      const { parseRestructuredText } = await import('../syntax/restructuredtext/index.ts');
      return (file) => prose(parseRestructuredText(file));
    }
  }
}

function prose(document: Documents['prose']): Parsed {
  const { diagnostics, comments } = document;
  return { documents: [{ syntax: 'prose', document }], diagnostics, comments };
}

function dataFile(file: DataFile): Parsed {
  return {
    documents: file.documents.flatMap(unwrapList).map((document) => ({ syntax: 'data' as const, document })),
    diagnostics: file.diagnostics,
    comments: file.documents.flatMap((document) => document.comments),
  };
}

/** A Kubernetes `List` is only an envelope: each of its items is a document of its own. */
function unwrapList(document: Documents['data']): readonly Documents['data'][] {
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [document];
  const { apiVersion, kind, items } = value as Record<string, unknown>;
  if (
    typeof apiVersion !== 'string' ||
    typeof kind !== 'string' ||
    !kind.endsWith('List') ||
    !Array.isArray(items)
  )
    return [document];
  return items.map((_, index) => document.at(['items', index]));
}
