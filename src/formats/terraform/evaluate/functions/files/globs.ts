/** A glob of `fileset`: `*`, `**`, `?`, `[…]`, `{a,b}`. */
export function globPattern(glob: string): RegExp {
  let source = '';
  let braces = 0;
  for (let at = 0; at < glob.length && at < 500; at++) {
    const character = glob.charAt(at);
    if (character === '*' && glob.charAt(at + 1) === '*') {
      at++;
      const folders = glob.charAt(at + 1) === '/';
      if (folders) at++;
      source += folders ? '(?:[^/]+/)*' : '.*';
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{') {
      braces++;
      source += '(?:';
    } else if (character === '}' && braces > 0) {
      braces--;
      source += ')';
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`);
}
