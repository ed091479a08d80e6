/** The REST operations that the product calls, as `method path` in the words of GitHub's OpenAPI description. */
export const operations: readonly string[] = [
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'post /repos/{owner}/{repo}/check-runs',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
];
