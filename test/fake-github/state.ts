/** One comment as the fake stores it. */
export interface FakeComment {
  readonly id: number;
  readonly login: string;
  body: string;
}

/** One check run as the fake stores it; annotations of all requests together. */
export interface FakeCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  conclusion: string;
  title: string;
  summary: string;
  readonly annotations: Record<string, unknown>[];
}

/** A failure that is answered once, to the first request that fits. */
interface Fault {
  /** Beginning of `METHOD path`, such as `POST /repos/acme/shop/issues`. */
  readonly request: string;
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A repository with one pull request, as a test sets it up and inspects it. */
export interface FakeRepository {
  readonly fullName: string;
  readonly pullNumber: number;
  /** Where the head of the pull request is now. */
  headSha: string;
  /** The account that the token acts as. */
  readonly login: string;
  readonly token: string;
  /** As for pull requests from forks: the token may read only. */
  readonly readOnly: boolean;
  readonly locked: boolean;
  readonly comments: FakeComment[];
  readonly checkRuns: FakeCheckRun[];
  readonly faults: Fault[];
  /** Runs before a comment is created: what another run may do at that moment. */
  beforeCreate: ((repository: FakeRepository) => void) | undefined;
  nextId: number;
}

/** A repository `acme/shop` with pull request 7. */
export function fakeRepository(over: Partial<FakeRepository> = {}): FakeRepository {
  return {
    fullName: 'acme/shop',
    pullNumber: 7,
    headSha: 'b'.repeat(40),
    login: 'github-actions[bot]',
    token: 'ghs_test',
    readOnly: false,
    locked: false,
    comments: [],
    checkRuns: [],
    faults: [],
    beforeCreate: undefined,
    nextId: 100_000,
    ...over,
  };
}

/** Adds a comment by somebody. */
export function plant(repository: FakeRepository, login: string, body: string): FakeComment {
  const comment = { id: repository.nextId++, login, body };
  repository.comments.push(comment);
  return comment;
}
