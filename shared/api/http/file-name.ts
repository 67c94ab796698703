/** Characters RFC 5987 lets stand unescaped, beside letters and digits. */
const escaped = /['()*]/g;

/**
 * `Content-Disposition` of a download whose name may be Chinese (RFC 6266): programs that do not read `filename*`
 * get the plain name.
 */
export function attachment(plain: string, chinese: string): string {
  const encoded = encodeURIComponent(chinese).replace(
    escaped,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
