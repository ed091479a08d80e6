import type { Declaration, LocatedBlock } from './declaration.ts';

/**
 * A declaration with an override merged into it, shallowly: attributes replace by name; when the override has a
 * block (or `dynamic`) of a type, all blocks of that type of the base are dropped; `lifecycle` merges argument by
 * argument, the later wins; `depends_on` stays that of the base. Rule: OpenTofu `internal/configs/module_merge.go`.
 */
export function override(base: Declaration, over: Declaration): Declaration {
  const changes = [...over.attributes].filter(([name]) => name !== 'depends_on');
  const replaced = new Set([...over.blocks.map(blockType), ...changes.map(([name]) => name)]);
  replaced.delete('lifecycle');
  const kept = [...base.attributes].filter(([name]) => !replaced.has(name) || over.attributes.has(name));
  return {
    ...base,
    attributes: new Map([...kept, ...changes]),
    blocks: [...base.blocks.filter((block) => !replaced.has(blockType(block))), ...over.blocks],
    partial: base.partial || over.partial,
  };
}

/** The type that a block produces: that of a `dynamic` block is its label. */
function blockType({ block }: LocatedBlock): string {
  return block.type === 'dynamic' ? (block.labels[0]?.value ?? 'dynamic') : block.type;
}
