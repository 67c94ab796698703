import type { RouteCall } from './http.ts';

/** Header that says where the next page of an answer is (RFC 8288): the same question with the page's `next`. */
export function nextLink(
  { path, query }: Pick<RouteCall, 'path' | 'query'>,
  next: string | null,
): Readonly<Record<string, string>> {
  if (next === null) return {};
  const asked = new URLSearchParams([...query].filter(([name]) => name !== 'cursor'));
  asked.set('cursor', next);
  return { link: `<${encodeURI(path)}?${asked}>; rel="next"` };
}
