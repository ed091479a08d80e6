/**
 * GitHub drops a summary that is larger:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const maxBytes = 1_048_576;
const note = '\n\nThe rest is left out: a job summary has at most 1 MiB.\n';

/** The text, or its first whole lines and a note, at most 1 MiB in UTF-8 with its final newline. */
export function fitSummary(markdown: string): string {
  if (Buffer.byteLength(markdown) < maxBytes) return markdown;
  const bytes = Buffer.from(markdown).subarray(0, maxBytes - note.length - 1);
  return bytes.subarray(0, Math.max(bytes.lastIndexOf(0x0a), 0)).toString('utf8') + note;
}
