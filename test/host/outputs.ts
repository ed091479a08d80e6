/** The outputs in a GITHUB_OUTPUT file: `name<<delimiter`, value lines, `delimiter`. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const start = /^(.+?)<<(.+)$/.exec(lines[at] ?? '');
    if (start?.[1] === undefined || start[2] === undefined) continue;
    const end = lines.indexOf(start[2], at + 1);
    outputs[start[1]] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
