/** What is a block rather than an argument: JSON syntax cannot tell without it. */
export interface BlockSchema {
  readonly labels: number;
  readonly blocks?: ReadonlyMap<string, BlockSchema>;
  /** Arguments that may refer to nothing: in JSON syntax their strings are no templates. */
  readonly literals?: ReadonlySet<string>;
}

const leaf: BlockSchema = { labels: 0 };
const labelled: BlockSchema = { labels: 1 };

function block(labels: number, blocks: Readonly<Record<string, BlockSchema>>): BlockSchema {
  return { labels, blocks: new Map(Object.entries(blocks)) };
}

/** `content` of a dynamic block is a body of its provider's schema: its properties stay attributes. */
const dynamic = block(1, { content: leaf });
const lifecycle = block(0, { precondition: leaf, postcondition: leaf, action_trigger: leaf });
const provisioner = block(1, { connection: leaf });
const managed = { lifecycle, connection: leaf, provisioner, dynamic };
const data = block(2, { lifecycle, dynamic });
const texts = ['description', 'deprecated'];

/**
 * The blocks of the Terraform and OpenTofu language, and the blocks in them that the language itself
 * defines (Terraform language documentation, one page a block; OpenTofu: `terraform.encryption`).
 */
export const topLevelBlocks: ReadonlyMap<string, BlockSchema> = new Map<string, BlockSchema>([
  ['terraform', terraformSettings()],
  ['provider', labelled],
  ['variable', { ...block(1, { validation: leaf }), literals: new Set(['default', ...texts]) }],
  ['locals', leaf],
  ['output', { ...block(1, { precondition: leaf }), literals: new Set(texts) }],
  ['module', labelled],
  ['resource', block(2, managed)],
  ['ephemeral', block(2, { lifecycle, dynamic })],
  ['data', data],
  ['check', block(1, { data, assert: leaf })],
  ['moved', leaf],
  ['import', leaf],
  ['removed', block(0, { lifecycle: leaf, connection: leaf, provisioner })],
  ['action', block(2, { config: leaf })],
]);

/** The body of a file. */
export const topLevel: BlockSchema = { labels: 0, blocks: topLevelBlocks };

function terraformSettings(): BlockSchema {
  return block(0, {
    backend: labelled,
    cloud: block(0, { workspaces: leaf }),
    required_providers: leaf,
    provider_meta: labelled,
    encryption: leaf,
  });
}
