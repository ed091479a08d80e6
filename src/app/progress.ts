/** Tells a watching person what is being done when it takes long. */
export type Progress = (step: string) => void;

/** Prints steps on a terminal's stderr once a run has taken longer than a second; else nothing. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return () => undefined;
  const start = performance.now();
  return (step) => {
    if (performance.now() - start > 1000) stream.write(`${step} …\n`);
  };
}
