import { createHash } from 'node:crypto';
import { fingerprint } from '../iac/diff/fingerprint.ts';
import type { Value } from '../model/value.ts';
import { type Asked, missingPart } from './asked.ts';

/** Collects what a price asks of other resources and does not get: with another expression there, it may be another price. */
export class UnknownOfFollowed {
  readonly #values = new Map<string, Value>();

  /** Hears of what is asked, and passes it on. */
  with(asked: Asked | undefined): Asked {
    return (resource, path, value, of) => {
      // `template:instance_type` is read of what is followed as `template`.
      if (path.includes(':') && value !== undefined && missingPart(value) !== undefined) {
        this.#values.set(path, value);
      }
      asked?.(resource, path, value, of);
    };
  }

  /** A digest of all that was heard of; undefined where everything is known. */
  get digest(): string | undefined {
    if (this.#values.size === 0) return undefined;
    const prints = [...this.#values].map(([path, value]) => [path, fingerprint(value)]);
    return createHash('sha256').update(JSON.stringify(prints)).digest('base64url');
  }
}
