/** What helps where a host cannot be reached. */
export const WAY_OUT =
  'Behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1 (Node 22.21 or newer). Without a network, sync on another machine and ' +
  'copy the folder of the book.';
