/**
 * Resource types that Terraform itself has, so that all their attributes are known by name: what is not written of the
 * arguments is null. Source: Terraform, "The `terraform_data` managed resource type".
 */
const BUILT_IN = {
  terraform_data: { arguments: ['input', 'triggers_replace'], computed: ['id', 'output'] },
};

/** The names of all attributes of a built-in resource type; undefined for all others. */
export function builtInNames(type: string): readonly string[] | undefined {
  if (!Object.hasOwn(BUILT_IN, type)) return undefined;
  const { arguments: written, computed } = BUILT_IN[type as keyof typeof BUILT_IN];
  return [...written, ...computed];
}

/** Whether it is an argument of a built-in resource type. */
export function isBuiltInArgument(type: string, name: string): boolean {
  return Object.hasOwn(BUILT_IN, type) && BUILT_IN[type as keyof typeof BUILT_IN].arguments.includes(name);
}
