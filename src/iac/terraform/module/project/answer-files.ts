import type { Project } from './project.ts';

/** The files of a project with what data sources and other projects answer, by the names of the configuration. */
export function answerFilesOf({ dataFiles, remoteState }: Project): readonly string[] {
  return [...(dataFiles ?? []), ...(remoteState?.values() ?? [])];
}
