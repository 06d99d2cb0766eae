import type { ProseDocument } from '../../../syntax/prose/index.ts';

/** Fewer words tell no language. */
const FEWEST = 25;
/** As much as tells a language; longer texts are not read to the end. */
const MOST = 4000;

/** Words that sentences of each language have many of, and that others do not have. */
const COMMON: readonly (readonly [language: string, words: string])[] = [
  ['English', 'the and to of is in for with this that are be from when if not by it must should'],
  ['German', 'der die das und ist nicht mit von den dem ein eine wird werden für auf zu sich bei nach wenn'],
  ['French', 'le les des et est dans une pour que qui sur avec pas du au aux cette sont être si'],
  ['Spanish', 'el los las y es que en una por con para del se no al como esta este debe si'],
  ['Portuguese', 'os as e é que em um uma por com para do da dos das se não ao no na'],
  ['Italian', 'il gli e è che di un una per con del della dei non si nel alla sono questo se'],
  ['Dutch', 'het een en van is niet met voor de op zijn wordt deze worden naar bij als dat ook uit'],
  ['Polish', 'i w na z do nie się jest że dla od po przez przed oraz jeśli jak ten to należy'],
  ['Swedish', 'och att det som är inte med för på av den till om ett kan ska har eller efter när'],
];

const BY_WORD: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): ReadonlyMap<string, readonly string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of COMMON)
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}

/**
 * The language that a document is plainly written in when it is another than English: by its script, or by the words
 * that sentences are made with. undefined for English, and where it cannot be told.
 */
export function foreignLanguage({ prose, headings }: ProseDocument): string | undefined {
  const text = [...headings, ...prose]
    .map((piece) => piece.text)
    .join('\n')
    .slice(0, MOST * 8);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= FEWEST && letters - latin > letters * 0.4) return 'a language of another script';
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, MOST);
  if (words.length < FEWEST) return undefined;
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of BY_WORD.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const english = counts.get('English') ?? 0;
  counts.delete('English');
  const [language, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  // Names and commands are English in every language: a few of its words say nothing.
  return count > words.length * 0.1 && count > english * 4 ? language : undefined;
}
