/** A path relative to the root as a URI (RFC 3986): whatever is in a file's name, each segment is percent-encoded. */
export function uriOf(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  // Half of a surrogate pair has no UTF-8 form and would make encodeURIComponent throw.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(/%40/g, '@');
}
