/**
 * How a value of a catalog entry is found. A text is the name of a value of `read`, a number a constant.
 * Of an object exactly one of `from`, `usage`, `value`, `count`, `follows`, `first`, `min`, `max`, `add`, `multiply`,
 * `minus`, `over`, `range` is the source; then `pick`, `map`, `upTo`, `subtract`, `divide` and `divideUp` work on what was found, in this order,
 * or `default`, `assume` and `any` stand in when nothing was. A fixed set of operators: there is no expression language.
 */
export type Spec = string | number | SpecObject;

export type Scalar = string | number | boolean;

export interface SpecObject {
  /** Path of an attribute, such as `ebs.volume_size`; `name:path` reads from a followed resource. */
  readonly from?: string;
  /** With `from`: only in blocks whose attributes say this, as settings with a name and a value. */
  readonly where?: Readonly<Record<string, string>>;
  /** Key of the usage file; `low`, `likely` and `high` are the default, together or not at all. */
  readonly usage?: string;
  readonly low?: Scalar;
  readonly likely?: Scalar;
  readonly high?: Scalar;
  readonly value?: Scalar;
  /** Path of a list: how many items it has. */
  readonly count?: string;
  /** Name of `follow`: `yes` when the definition names such a resource, found or not. */
  readonly follows?: string;
  /** The first that is given. */
  readonly first?: readonly Spec[];
  readonly min?: readonly Spec[];
  readonly max?: readonly Spec[];
  readonly add?: readonly Spec[];
  readonly multiply?: readonly Spec[];
  /** The first less the others; not below 0. */
  readonly minus?: readonly Spec[];
  /** The first divided by the others; by 0 it is unknown. */
  readonly over?: readonly Spec[];
  readonly range?: { readonly low: Spec; readonly likely: Spec; readonly high: Spec };
  /** A regular expression with one group: the text becomes what the group holds, or is not given when there is no match. */
  readonly pick?: string;
  /** A number becomes the value of the least key that is not less, as sizes that are sold in steps; above the greatest it is unknown. */
  readonly upTo?: Readonly<Record<string, Scalar>>;
  /** Replaces a text by another, `*` any; null counts as not given. One that is not listed is unknown. */
  readonly map?: Readonly<Record<string, Scalar | null>>;
  /** Not below 0. */
  readonly subtract?: Scalar;
  readonly divide?: Scalar;
  /** Divides and rounds up to a whole number. */
  readonly divideUp?: Scalar;
  /** Further values that are right and that no condition names: nothing is charged for them. */
  readonly known?: readonly Scalar[];
  /** What the provider takes when nothing is given: certain. */
  readonly default?: Scalar;
  /** What is taken when nothing is given, though another is possible: evidence C, said in `because`. */
  readonly assume?: Scalar;
  readonly because?: string;
  /** When nothing is given, any text fits in a price key. */
  readonly any?: true;
}

/** By name of a value: the text or texts that it must have; null stands for "not given". */
export type Condition = Readonly<Record<string, Scalar | null | readonly (Scalar | null)[]>>;

/** One line of cost. */
export interface Component {
  /** Components that stand in each other's place have one id: the two sides of a change are compared by it. */
  readonly id: string;
  /** With `{name}` for values. */
  readonly name: string;
  readonly unit: string;
  /** Depends on traffic, not on what is written in the definition. */
  readonly variable?: true;
  readonly when?: Condition;
  readonly unless?: Condition;
  /** Per item, in `unit` and month: tiers are applied to it. */
  readonly quantity: Spec;
  /** How many such items; 1 when absent. */
  readonly times?: Spec;
  /** No line when the quantity is not given. */
  readonly optional?: true;
  /** Service of the book; the entry's when absent. */
  readonly service?: string;
  /** The resource's region when absent; `{name}` for a value that names one. */
  readonly region?: string;
  /** Key of the book with `{name}` for values. */
  readonly price?: string;
  /** What the price takes for granted: the line has evidence C. */
  readonly assumption?: string;
  /** Values whose assumptions the line says though its cost does not depend on them. One that is not known is told by another line. */
  readonly notes?: readonly string[];
  /** Why there is no price: the line is shown as unknown. */
  readonly unpriced?: string;
}

/** Components of each block of a kind, such as disks. */
export interface Group {
  readonly id: string;
  readonly name: string;
  /** Path of the block: its items are read one after the other. The resource itself when absent. */
  readonly each?: string;
  /** Also once when there is no such block: what the provider makes then. */
  readonly orOne?: true;
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly read?: Readonly<Record<string, Spec>>;
  readonly components: readonly Component[];
}

/** A resource that is named by this one. */
export interface Follow {
  /** Attributes that may name it, the first that is given. */
  readonly via: readonly string[];
  readonly type: string;
  /** Further types with the same attributes, such as the regional form of a template. */
  readonly or?: readonly string[];
  /** Attributes of it whose known text may stand there instead of a reference. */
  readonly match?: readonly string[];
  /** One that cannot be found counts as not named. Only where what is read of it has an assumption of its own. */
  readonly optional?: boolean;
}

/** How a resource type turns into cost components. */
export interface CatalogEntry {
  readonly type: string;
  /** Other names of the same type. */
  readonly aliases?: readonly string[];
  readonly cloudformation?: string;
  readonly provider: string;
  readonly service: string;
  /** The vendor's price page. */
  readonly docs: string;
  /** What it can cost besides and is not in the lines. */
  readonly excludes?: readonly string[];
  readonly follow?: Readonly<Record<string, Follow>>;
  /** Name of `follow`: where no region is written, the resource stands where that one does. */
  readonly regionFrom?: string;
  readonly read?: Readonly<Record<string, Spec>>;
  readonly components: readonly Component[];
  readonly groups?: readonly Group[];
  /** Attributes whose change makes the cloud replace the resource. */
  readonly replaceOn?: readonly string[];
}

/** Why a type costs nothing by itself, and where the vendor says so. */
export interface FreeType {
  readonly reason: string;
  readonly link: string;
}

/** What the catalog says of types: `catalog/catalog.json` holds it. */
export interface CatalogFile {
  readonly entries: Readonly<Record<string, CatalogEntry>>;
  readonly free: Readonly<Record<string, FreeType>>;
  /** First names of the attributes that figures rest on, by type, also of types that others follow to. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}
