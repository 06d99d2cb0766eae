import type { Fact } from '../fact.ts';

/** Code of others that infrastructure code is made of: a provider that a root requires, a module that it calls. */
export interface CodeDependencyFacts {
  readonly type: 'provider' | 'module';
  /** As written: `hashicorp/aws`, `git::https://example.com/network.git?ref=v1.2.0`. */
  readonly source: Fact<string>;
  /** What is said of its version, as written: a constraint, or the `ref` of a git source; `null` when nothing is. */
  readonly version: Fact<string | null>;
  /**
   * What is taken does not become any later one by itself. A provider: the root has a lock file that names it, or its
   * constraint has an upper bound. A module: such a constraint, a commit or a tag. `null` for what a module requires, since
   * that is up to the root that calls it.
   */
  readonly pinned: Fact<boolean | null>;
  /** A lock file names it. */
  readonly locked: boolean;
}

/** A configuration of what proposes newer versions of dependencies. */
export interface UpdateConfigFacts {
  readonly tool: 'dependabot' | 'renovate';
  /** Kinds of dependencies, as Dependabot names them, that the repository has and nothing updates. */
  readonly missing: readonly {
    readonly ecosystem: string;
    /** The first file that names such dependencies. */
    readonly manifest: Fact<string>;
  }[];
  readonly complete: Fact<boolean>;
  /** What the tool refuses, or does not find. A sentence without its end: "there is no folder `/app`". */
  readonly mistakes: readonly { readonly problem: Fact<string> }[];
  /** Kinds of dependencies whose own code may run while they are looked at, beside the passwords of registries. */
  readonly runsCode: readonly { readonly ecosystem: Fact<string> }[];
  /** Proposes versions only some time after they came out; null where it proposes no versions by itself. */
  readonly waits: Fact<boolean | null>;
}

/** Code of others that a pipeline runs: an action, a reusable workflow, an image. */
export interface BuildDependencyFacts {
  /** `service`: an image that runs beside a job, without its token, its secrets and its workspace. */
  readonly type: 'action' | 'reusable-workflow' | 'orb' | 'library' | 'image' | 'service';
  /** As written: `actions/checkout@v4`. */
  readonly reference: Fact<string>;
  /** Kept by the vendor of the pipeline system, or by the repository's own owner. */
  readonly firstParty: Fact<boolean>;
  /** By a full commit hash or a digest. */
  readonly pinned: Fact<boolean>;
  /** By a version, if only a tag; false where each run takes whichever is the newest: a branch, `latest`, nothing. */
  readonly versioned: Fact<boolean>;
}

/**
 * What signs, or asks for signatures, whatever a pipeline says: policies of Kyverno and sigstore that a cluster holds
 * against images before it runs them, and Tekton Chains.
 */
export interface ArtifactProofFacts {
  /** The object's kind, or the system's name: `ClusterPolicy`, `Tekton Chains`. */
  readonly type: string;
  /** `signs` what is built, or `verifies` what is to run. */
  readonly how: 'signs' | 'verifies';
  /** What is not signed does not run; false where that is only reported. */
  readonly enforced: Fact<boolean>;
  /** Patterns of the images that it is about: `ghcr.io/acme/*`. */
  readonly images: Fact<readonly string[]>;
}
