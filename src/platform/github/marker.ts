import { createHash } from 'node:crypto';

import type { CommentRequest } from '../port.ts';

/**
 * The text of our comment as GitHub stores it: a marker line to find it again, a state line, the body.
 * Both lines are HTML comments and not seen.
 */
export function markedBody(request: CommentRequest): string {
  const state = `<!-- tollgate:state head=${request.headSha} body=${fingerprint(request.body)} -->`;
  return `${markerLine(request.key)}\n${state}\n${request.body}`;
}

/** Whether a comment begins with our marker. A marker further down is a quotation, not ours. */
export function hasMarker(text: string, key: string): boolean {
  return text.startsWith(`${markerLine(key)}\n`) || text.startsWith(`${markerLine(key)}\r\n`);
}

/** Whether a stored comment says the same as `body`. */
export function saysTheSame(stored: string, body: string): boolean {
  const line = stored.split('\n', 2)[1] ?? '';
  return /^<!-- tollgate:state head=\w+ body=(\w+) -->\r?$/.exec(line)?.[1] === fingerprint(body);
}

function markerLine(key: string): string {
  return `<!-- tollgate:comment key=${key} v=1 -->`;
}

function fingerprint(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 32);
}
