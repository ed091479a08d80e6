import { FetchProblem } from '../fetch-problem.ts';

/** The body of a response, unpacked if it was compressed. Throws FetchProblem as soon as it is longer than allowed. */
export async function readBody(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) {
      await reader?.cancel();
      throw new FetchProblem(`The answer has more than ${most} bytes.`);
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, size);
}
