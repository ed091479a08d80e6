import { readAsset } from '../lib/assets.ts';
import { PolicyHost } from './abi-host.ts';

/** What is known of a compiled policy without its Rego. */
export interface PolicyDescription {
  readonly id: string;
  /** Called once for each changed resource, or once for the change. */
  readonly scope: 'resource' | 'change';
  readonly title: string;
  readonly description: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  /** Absolute, or relative to the top of this product's repository. */
  readonly docsUrl: string;
  /** What its page goes by. Left out: nothing that others wrote. */
  readonly sources?: readonly { readonly title: string; readonly url: string }[];
  /** Left out where the policy as a whole is one. */
  readonly rules?: readonly RuleDescription[];
  readonly entrypoints: { readonly deny?: string; readonly warn?: string };
  /** Paths of the input that it reads, two parts deep. */
  readonly reads: readonly string[];
}

/** One of several rules that a policy holds. */
export interface RuleDescription {
  readonly id: string;
  readonly title: string;
  /** What it asks, why, and how it is kept. */
  readonly description: string;
  /** What it does where the configuration says nothing. */
  readonly effect: 'deny' | 'warn';
}

/** The policies that ship with the product, by id. */
export function builtinPolicies(): readonly PolicyDescription[] {
  const meta = JSON.parse(readAsset('policies/builtin.meta.json').toString('utf8')) as {
    readonly policies: readonly PolicyDescription[];
  };
  return meta.policies;
}

/** The compiled module of all of them, ready to evaluate. */
export function loadBuiltinHost(): PolicyHost {
  return new PolicyHost(new Uint8Array(readAsset('policies/builtin.wasm')));
}
