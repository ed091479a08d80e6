/** What a rendering needs besides the result. */
export interface RenderContext {
  /** Commit that was analysed. */
  readonly headSha: string;
  readonly toolVersion: string;
  /** Page of the run that made the result. */
  readonly runUrl?: string;
  /** Page that explains or holds the configuration. */
  readonly configUrl?: string;
  /** Where the head commit's files can be read, ending in `/`: places link to it when it is given. */
  readonly filesUrl?: string;
}
