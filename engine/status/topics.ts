/**
 * What a statement is about, as a set of word stems, for telling whether two statements speak of the same matter.
 */

const STOP: ReadonlySet<string> = new Set(
  'that this with from have been were they their them there would could about which when what into over after before said says than then also only just being because while where will more most some such very other under against between during through action actions taken take takes taking charges charge allegation allegations accusation accusations claim claims anyone anything nothing never'.split(
    ' ',
  ),
);

/** Content words of a text by their first five letters, for comparing what two statements are about. */
export function topicOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const match of text
    .slice(0, 800)
    .toLowerCase()
    .matchAll(/[\p{L}\d]{4,}/gu)) {
    const word = match[0];
    // "mined" and "mines", "robbed" and "robbery" are one matter.
    if (!STOP.has(word)) words.add(word.slice(0, word.length > 5 ? 5 : 4));
  }
  return words;
}

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
