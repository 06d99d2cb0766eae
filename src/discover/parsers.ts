import type { Diagnostic, Location, SourceFile } from '../source/index.ts';
import type { DataFile } from '../syntax/data/index.ts';
import type { Documents, Syntax } from '../formats/format.ts';

import type { FileSyntax } from './syntax.ts';

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
    case 'ini': {
      const { parseIni } = await import('../syntax/ini/index.ts');
      return (file) => dataFile(parseIni(file));
    }
    case 'crontab': {
      const { parseCrontab } = await import('../syntax/crontab/index.ts');
      return (file) => dataFile(parseCrontab(file));
    }
    case 'logstash': {
      const { parseLogstash } = await import('../syntax/logstash/index.ts');
      return (file) => dataFile(parseLogstash(file));
    }
    case 'fluentd': {
      const { parseFluentd } = await import('../syntax/fluentd/index.ts');
      return (file) => dataFile(parseFluentd(file));
    }
    case 'hcl':
      return await loadHcl();
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
    case 'codeowners': {
      const { parseCodeOwners } = await import('../syntax/codeowners/index.ts');
      return (file) => {
        const document = parseCodeOwners(file);
        return { documents: [{ syntax: 'codeowners', document }], diagnostics: [], comments: [] };
      };
    }
    case 'sql': {
      const { parseSql } = await import('../syntax/sql/index.ts');
      return (file) => {
        const document = parseSql(file);
        return { documents: [{ syntax: 'sql', document }], diagnostics: [], comments: document.comments };
      };
    }
    default:
      return await loadProse(syntax);
  }
}

/** Parser of what people read. */
async function loadProse(markup: Documents['prose']['markup']): Promise<Parser> {
  const parse = await proseParser(markup);
  return (file) => {
    const document = parse(file);
    const { diagnostics, comments } = document;
    return { documents: [{ syntax: 'prose', document }], diagnostics, comments };
  };
}

async function proseParser(
  markup: Documents['prose']['markup'],
): Promise<(file: SourceFile) => Documents['prose']> {
  switch (markup) {
    case 'markdown':
      return (await import('../syntax/markdown/index.ts')).parseMarkdown;
    case 'asciidoc':
      return (await import('../syntax/asciidoc/index.ts')).parseAsciidoc;
    case 'restructuredtext':
      return (await import('../syntax/restructuredtext/index.ts')).parseRestructuredText;
    case 'mermaid':
      return (await import('../syntax/mermaid/index.ts')).parseMermaidFile;
  }
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

/** Parser of HCL, and of what differs from it in a few signs: files of Grafana Alloy. */
async function loadHcl(): Promise<Parser> {
  const { parseHcl, parseRiver } = await import('../syntax/hcl/index.ts');
  return (file) => {
    const document = file.path.endsWith('.alloy') ? parseRiver(file) : parseHcl(file);
    return {
      documents: [{ syntax: 'hcl', document }],
      diagnostics: document.diagnostics,
      comments: document.comments,
    };
  };
}
