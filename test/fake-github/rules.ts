/** Keys that each body may have: GitHub ignores others, and so hides a misspelt one. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  comment: ['body'],
  check: ['name', 'head_sha', 'status', 'conclusion', 'output'],
  output: ['title', 'summary', 'annotations'],
  annotation: [
    'path',
    'start_line',
    'end_line',
    'start_column',
    'end_column',
    'annotation_level',
    'title',
    'message',
  ],
};

/** What GitHub refuses although its description allows it, and what it would silently ignore. */
export function ruleProblems(operation: string, body: unknown): string[] {
  if (!isRecord(body)) return [];
  return operation.includes('/comments') ? commentProblems(body) : checkProblems(body);
}

function commentProblems(body: Readonly<Record<string, unknown>>): string[] {
  const text = typeof body['body'] === 'string' ? body['body'] : '';
  return [
    ...unknownKeys('comment', body),
    ...(text.trim() === '' ? ['body is blank'] : []),
    ...(text.length > 65_536 ? ['body is too long (maximum is 65536 characters)'] : []),
  ];
}

function checkProblems(body: Readonly<Record<string, unknown>>): string[] {
  const problems = unknownKeys('check', body);
  if (body['status'] === 'completed' && body['conclusion'] === undefined) {
    problems.push('completed without conclusion');
  }
  const sha = body['head_sha'];
  if (typeof sha === 'string' && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    problems.push('head_sha is not a commit id');
  }
  const output = body['output'];
  if (!isRecord(output)) return [...problems, 'no output'];
  problems.push(...unknownKeys('output', output));
  const annotations = Array.isArray(output['annotations']) ? (output['annotations'] as unknown[]) : [];
  return [...problems, ...annotations.filter(isRecord).flatMap(annotationProblems)];
}

function annotationProblems(annotation: Readonly<Record<string, unknown>>): string[] {
  const problems = unknownKeys('annotation', annotation);
  const { start_line: start, end_line: end, path } = annotation;
  const hasColumns = 'start_column' in annotation || 'end_column' in annotation;
  if (hasColumns && start !== end) problems.push('columns over several lines');
  if (Number(start) < 1 || Number(end) < Number(start)) problems.push('lines out of order');
  if (String(path).startsWith('/')) problems.push('path is absolute');
  if (String(annotation['title']).length > 255) problems.push('title over 255 characters');
  if (Buffer.byteLength(String(annotation['message'])) > 65_536) problems.push('message over 64 KB');
  return problems;
}

function unknownKeys(kind: string, value: Readonly<Record<string, unknown>>): string[] {
  const known = knownKeys[kind] ?? [];
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `unknown key "${key}" in ${kind}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
