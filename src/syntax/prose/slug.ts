/** Makes the anchors that GitHub gives to headings, in order: repeated ones get `-1`, `-2`. */
export function slugger(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const base = text
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let slug = base;
    for (let count = used.get(base) ?? 0; used.has(slug);) {
      slug = `${base}-${++count}`;
      used.set(base, count);
    }
    used.set(slug, 0);
    return slug;
  };
}
