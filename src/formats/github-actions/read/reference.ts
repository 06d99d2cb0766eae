/** `owner/repo/path@ref` without the ref; an image without `docker://`, tag and digest. */
export function actionName(uses: string): string {
  if (uses.startsWith('docker://'))
    return uses
      .slice(9)
      .replace(/@.*$/, '')
      .replace(/:[^/:]*$/, '');
  const at = uses.indexOf('@');
  return (at < 0 ? uses : uses.slice(0, at)).replace(/\/+$/, '');
}
