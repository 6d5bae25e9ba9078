/**
 * What a quotation is: somebody's words, a work's name, a byname, words on a sign, a catchword. Knows one paragraph; knows
 * neither speakers nor other paragraphs.
 */
import type { QuoteKind } from '../annotation.ts';
import type { LocalAttribution, Paragraph, QuoteSpan, Tokens } from '../segment/paragraph.ts';
import { COARSE } from '../segment/tags.ts';

/** "Katz, known to friends as “Bear”": a byname is nobody's statement. */
export function namesOnly({ tokens, quotes }: Paragraph, one: LocalAttribution): boolean {
  if (one.cueHead < 0 || !/^(?:know|nickname|codename)$/u.test(tokens.lemma[one.cueHead] ?? '')) return false;
  return quotes.some(
    (quote) =>
      isByname(tokens, quote.openToken) &&
      one.content.some((piece) => piece.end > quote.start && piece.start < quote.end),
  );
}

/** Nouns before a work's name: the film “The Long Tide”. */
const WORKS: ReadonlySet<string> = new Set(
  'film movie book novel memoir song album single play musical opera show series programme program podcast poem painting documentary drama comedy magazine newspaper essay article report paper column exhibition game blog project campaign episode track hit bestseller biography tour sitcom sculpture'.split(
    ' ',
  ),
);
/** Things that carry words: a sign reading “KEEP OUT”. */
const OBJECTS: ReadonlySet<string> = new Set(
  'sign banner placard poster sticker badge t-shirt tshirt shirt hat cap flag button graffiti label plaque billboard board wall mug slogan lettering inscription marked reading labelled labeled emblazoned painted scrawled daubed stencilled spelling'.split(
    ' ',
  ),
);

/** "nicknamed “The Wall”", "known to friends as “Bear”", "his nickname, “Ox”,": what comes is a byname. */
function isByname(tokens: Tokens, open: number): boolean {
  for (let i = open - 1; i >= Math.max(0, open - 7); i--) {
    const word = tokens.lower[i] ?? '';
    if (/^(?:nicknamed?|nicknames|alias|aka|codenamed?|code-named)$/u.test(word)) return open - i <= 3;
    if (word === 'known') return tokens.lower[open - 1] === 'as';
    if (/^[.;:]$/u.test(word)) return false;
  }
  return false;
}

/** What kind of quotation it is (docs/annotation.md), given whether it is attributed and whether it stands in a source. */
export function quoteKind(
  paragraph: Paragraph,
  quote: QuoteSpan,
  order: number,
  attributed: boolean,
  inSource: boolean,
): QuoteKind {
  const { tokens } = paragraph;
  const open = quote.openToken;
  const close = quote.closed ? quote.closeToken : quote.closeToken + 1;
  const words: number[] = [];
  let finite = false;
  let capitals = 0;
  let lowered = 0;
  for (let i = open + 1; i < close; i++) {
    const form = tokens.form[i] ?? '';
    if (!/[\p{L}\p{N}]/u.test(form)) continue;
    words.push(i);
    const kind = tokens.coarse[i];
    if (kind === COARSE.verb || kind === COARSE.modal) finite = true;
    if (/^\p{Lu}/u.test(form)) capitals++;
    else if (
      kind !== COARSE.preposition &&
      kind !== COARSE.determiner &&
      kind !== COARSE.conjunction &&
      kind !== COARSE.to
    )
      lowered++;
  }
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return 'other';
  const before = tokens.form[open - 1] ?? '';
  const beforeLower = tokens.lower[open - 1] ?? '';
  const after = tokens.form[quote.closeToken + 1] ?? '';
  const startsCapital = /^\p{Lu}/u.test(tokens.form[first] ?? '');
  const endMark = tokens.form[close - 1] ?? '';
  const endsInside = /^[.,?!…;—–-]+$/u.test(endMark) || (tokens.form[last] ?? '').endsWith('.');
  if (quote.level > 1) return 'other';
  const name = (text: string): boolean => /^\p{Lu}\p{Ll}/u.test(text);
  // Ines “Bo” Kolb
  if (words.length <= 3 && name(before) && name(after) && startsCapital && !endsInside) return 'nickname';
  if (words.length <= 4 && startsCapital && isByname(tokens, open)) return 'nickname';
  let object = false;
  // "a sign on the gate read “KEEP OUT”", but not "the panic on board: “…”"; with "read" the object may stand further off
  const reads = /^(?:read|reads|reading|saying|bearing)$/u.test(beforeLower);
  for (let i = Math.max(0, open - (reads ? 10 : 4)); i < open && before !== ':'; i++)
    if (
      (tokens.sentence[i] === tokens.sentence[open] || !reads) &&
      (OBJECTS.has(tokens.lower[i] ?? '') || OBJECTS.has(tokens.lemma[i] ?? ''))
    )
      object = true;
  if (object && !(attributed && finite && words.length > 6)) return 'other';
  const titleCase = startsCapital && lowered === 0 && capitals >= 2;
  const sentenceMark = endMark === '.' || endMark === '?' || endMark === '!';
  const work =
    WORKS.has(beforeLower) ||
    WORKS.has(tokens.lower[open - 2] ?? '') ||
    WORKS.has(tokens.lemma[open - 1] ?? '');
  if (startsCapital && work && (lowered === 0 || !endsInside) && words.length <= 10) return 'title';
  if (
    titleCase &&
    !sentenceMark &&
    words.length <= 8 &&
    (!attributed || !finite) &&
    !/^[,:]$/u.test(before) &&
    before !== ''
  )
    return 'title';
  // "His last, “Slow Water”, was …": a name in apposition
  if (titleCase && !attributed && !finite && before === ',' && /^[,(]$/u.test(after) && words.length <= 8)
    return 'title';
  if (inSource) return 'scare';

  const opensSentence = open === 0 || (tokens.sentence[open - 1] ?? -1) !== (tokens.sentence[open] ?? 0);
  const introduced = /^[,:]$/u.test(before) || before === '—' || before === '–' || before === '--';
  if (attributed) {
    if (words.length === 1 && !sentenceMark && !introduced)
      return opensSentence && endsInside ? 'direct' : 'partial';
    if (opensSentence && (finite || endsInside)) return 'direct';
    if (introduced && (finite || endsInside || startsCapital)) return 'direct';
    if (startsCapital && finite && words.length >= 4 && endsInside) return 'direct';
    // a whole paragraph or headline in marks
    if (order === 0 && open === 0 && words.length >= 3 && finite) return 'direct';
    return 'partial';
  }
  // headline “Nobody told us”: crew demand answers
  const announces = after === ':' || after === '—' || after === '–';
  if ((opensSentence || introduced) && finite && words.length >= (announces && startsCapital ? 2 : 4))
    return 'direct';
  if (startsCapital && finite && words.length >= 5) return 'direct';
  if (words.length <= 5) return 'scare';
  return finite ? 'partial' : 'scare';
}
