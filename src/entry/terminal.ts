import type { TerminalStyle } from '../render/terminal.ts';

/** Colours and width for a stream: none for files, pipes and NO_COLOR (https://no-color.org). */
export function terminalLook(stream: NodeJS.WriteStream, toFile: boolean, details: boolean): TerminalStyle {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const plain = NO_COLOR !== undefined && NO_COLOR !== '';
  return {
    color: !toFile && !plain && (forced || stream.isTTY),
    width: stream.isTTY ? Math.min(Math.max(stream.columns, 60), 140) : 110,
    details,
  };
}
