import './heap.ts';
import { runAction } from '../app/action.ts';
import { connect } from '../platform/github/client.ts';
import { readEnvironment } from '../platform/github/environment.ts';
import { githubForge } from '../platform/github/forge.ts';
import { failJob, githubJob } from '../platform/github/job.ts';
import { explainError } from './exit.ts';

const job = githubJob();
try {
  const environment = readEnvironment(process.env);
  const { repository, apiUrl } = environment;
  const outcome = await runAction({
    environment,
    job,
    variables: process.env,
    connect: async (token) => {
      const notice = (line: string): void => {
        job.remark('notice', line);
      };
      return githubForge(await connect({ token, repository, apiUrl, notice }));
    },
  });
  process.exitCode = outcome.blocks ? 1 : 0;
} catch (error) {
  const { text, code } = explainError(error);
  failJob(text, error);
  process.exitCode = code;
}
