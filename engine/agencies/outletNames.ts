/**
 * Names of newspapers, broadcasters and agencies that the registry does not know, read from their own words and from
 * the words beside them: "told the Harbour Echo", "the daily Vestanposten", "Northern Press Agency (NPA)". Knows what
 * outlets are called; does not know what the mention is there for.
 */
import type { Tokens } from '../segment/paragraph.ts';
import { GIVEN_NAMES } from '../lexicon/givenNames.gen.ts';
import { isCapital, lowerOf, tagOf } from './tokenWindow.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Last words of outlets that are hardly anything else: "the Harbour Echo". */
const STRONG_HEADS = words(
  'Times Post Herald Tribune Gazette Chronicle Telegraph Guardian Observer Echo Courier Inquirer Enquirer Examiner Dispatch Sentinel Argus Bulletin Advertiser Newspaper Newspapers Newswire Tidende Zeitung Tageblatt Intelligencer Picayune Mercury Clarion Gleaner Anzeiger Kurier Rundschau Nachrichten Tagblatt Tagblick Allgemeine Dagblad Nyheter Nachrichtenblatt Daily Mail Sentinel-Record Television Radio Broadcasting',
);
/** Last words of outlets that name other things too: an article and a second word, or a speech frame, must help. */
const WEAK_HEADS = words(
  'News Star Sun Globe Record Leader Express Standard Independent Today Press Review Mirror Monitor Citizen Nation Voice Reporter Register Journal Messenger Banner Beacon Weekly Magazine TV FM Network Channel Ledger Advocate Spectator Wire Media Online World Week Insider Business Politico Axios Union Call Bee Packet Pilot Eagle Statesman Democrat Republican Recorder Reflector Scotsman Patriot Pioneer Bugle Transcript Visitor Vanguard Item Bote Presse Desk',
);
/** Of these, the ones that with an article are more often something else: "the National Union", "the Defence Review". */
const RISKY_HEADS = words(
  'Nation World Union Network Channel Leader Register Advocate Record Business Online Media',
);
const DOUBTFUL_HEADS = words(
  'Review Press Insider Today Week Voice Monitor Record Register Call Bee Pilot Eagle Statesman Recorder Reflector Transcript Bugle Scotsman Bote Presse',
);
/** Whole names that are no outlet: "told the Royal Mail". */
const OTHERS =
  /^(?:Royal|Air|Express|E|Bulk) Mail$|^(?:Command|Trading|Border|Last|Outer|Goal|Staging|Guard|Listening|Signal) Post$|^(?:Legal|Temporary) Guardian$|^Press /u;
const NAMESAKES = words('Mail Post Guardian');
const FOREIGN_ARTICLES = words('El La Le Les Il Der Die Das De O');
/** "KVLM-TV", "WTRN": call signs of stations. */
const CALL_SIGN = /^[KW]\p{Lu}{2,3}-(?:TV|FM|AM|DT|LP)$/u;
/** Last words of newspapers that need no frame of words: "a former editor of the Harbour Echo". */
const PAPER_HEADS = words(
  'Times Herald Tribune Gazette Chronicle Courier Telegraph Echo Inquirer Enquirer Examiner Advertiser Argus Zeitung',
);
/** First words of outlets: "Radio Tarn", "Channel 5", "Denik Orlia". */
const FIRST_HEADS = words(
  'Radio TV Channel Telewizja Kanal Evening Morning Daily Diario Diário Corriere Gazzetta Gazeta Jornal Folha Denik Dnevnik',
);
/** Magazines whose names are words: only for the hearer of a speech ("told Time that …"). */
const HEARER_NAMES = words(
  'Time Variety People Billboard Vogue Wired Elle Esquire Glamour Fortune Nature Science Slate Salon Vice Vox Quartz',
);
/** The same with their article: "told the Economist". */
const HEARER_NAMES_THE = words('Economist Atlantic Verge Intercept Athletic Spectator Conversation Hill');
/** Papers that are named with the article of their language: "told Le Matin". */
const FOREIGN_PAPER =
  /^(?:(?:El|La) (?:País|Pais|Mundo|Nación|Nacion|Tiempo|Diario|Prensa|Jornada|Tercera|Vanguardia|Razón|Opinión|Universal|Comercio|Correo|Heraldo|Stampa|Repubblica|Nazione|Croix|Presse|Dépêche)|(?:Le|Les) (?:Figaro|Monde|Matin|Soir|Temps|Parisien|Point|Progrès|Courrier|Journal|Quotidien|Echos)|Il (?:Giornale|Messaggero|Sole|Tempo|Mattino)|(?:Der|Die|Das) (?:Spiegel|Zeit|Welt|Presse|Standard|Bild)|De (?:Standaard|Morgen|Telegraaf|Volkskrant)|O (?:Globo|Jornal|Público))\b/u;
/** Nouns that say of a name beside them that it is an outlet: "the newspaper Vestanposten". */
const DESCRIPTORS = words(
  'newspaper newspapers daily broadcaster broadcasters station stations channel channels website site magazine tabloid weekly paper network outlet outlets agency agencies wire newswire portal podcast television radio broadsheet',
);
/** Words that may stand between a verb and the outlet's name: "told the state-run news agency SANA". */
const MODIFIERS = words(
  'news press state official semi-official semiofficial public private local national regional independent online evening morning sunday saturday business financial media international english-language german-language french-language spanish-language russian-language arabic-language pro-government opposition leading centre-left centre-right left-wing right-wing student trade community free sports tv rival sister local-language popular influential respected own us uk eu un government army military party',
);
/** "told Emily Post": a given name and no article make a person of it. */
const GIVEN: ReadonlySet<string> = new Set(GIVEN_NAMES.map(([name]) => name.toLowerCase()));
const CONNECTORS = words("of de la le el di du del der den & 's");

/** Words between a frame word and the outlet's name, adjectives of any kind included. */
export function isOutletModifier(tokens: Tokens, index: number): boolean {
  const lower = lowerOf(tokens, index);
  if (MODIFIERS.has(lower) || DESCRIPTORS.has(lower)) return true;
  // "state-run", "Ostrava-based"
  if (
    lower.includes('-') &&
    /^(?:state|govern|army|family|party|union|church|opposition)-|-(?:based|run|owned|backed|controlled|funded|language)$/u.test(
      lower,
    )
  )
    return true;
  const tag = tagOf(tokens, index);
  return tag === 'DT' || tag === 'PRP$' || tag === 'JJ';
}

/** True for a noun that says that the name beside it is an outlet. */
export function isOutletNoun(lower: string): boolean {
  return DESCRIPTORS.has(lower);
}

/** A name of an outlet: its first token and the one after its last. */
export interface OutletName {
  readonly first: number;
  readonly after: number;
  /** How sure its form alone makes us, 0 to 1. */
  readonly certainty: number;
}

/** True for a token that can be part of a name: capitalised, or a number after a capitalised word ("Channel 5"). */
function inName(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count) return false;
  const tag = tagOf(tokens, index);
  if (tag === 'CD') return true;
  return isCapital(tokens, index) && /^[\p{L}\d]/u.test(tokens.form[index] ?? '');
}

/**
 * Judges the run of capitalised tokens [first, after) as the name of an outlet. `article`: "the" stands before it;
 * `named`: an outlet noun stands directly before or after it.
 */
function judge(
  tokens: Tokens,
  first: number,
  after: number,
  article: boolean,
  named: boolean,
): OutletName | null {
  const length = after - first;
  // "The Northern Echo-Courier": the last part of a compound is its head.
  const last = (tokens.form[after - 1] ?? '').replace(/^.*-(?=\p{Lu})/u, '');
  const before = tokens.form[after - 2] ?? '';
  if (named) return { first, after, certainty: 0.95 };
  if (length === 1 && CALL_SIGN.test(tokens.form[first] ?? '')) return { first, after, certainty: 0.95 };
  const start = tokens.form[first] ?? '';
  if (length === 1 && (article ? HEARER_NAMES_THE : HEARER_NAMES).has(last))
    return { first, after, certainty: 0.5 };
  // "the Times of Velmora"
  if (article && length > 2 && start === 'Times' && lowerOf(tokens, first + 1) === 'of')
    return { first, after, certainty: 0.85 };
  if (length > 1 && (NAMESAKES.has(last) || FOREIGN_ARTICLES.has(start) || start === 'Press')) {
    let whole = start;
    for (let i = first + 1; i < after; i++) whole += ` ${tokens.form[i] ?? ''}`;
    if (OTHERS.test(whole)) return null;
    if (!article && FOREIGN_PAPER.test(whole)) return { first, after, certainty: 0.9 };
  }
  if (!article && length > 1 && GIVEN.has(lowerOf(tokens, first))) return null;
  // "News Nine", "Channel 6"
  if (
    length === 2 &&
    /^(?:News|Channel|Radio|Newsroom)$/u.test(tokens.form[first] ?? '') &&
    /^(?:\d+|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)$/u.test(last)
  )
    return { first, after, certainty: 0.95 };
  // "Norland National News Agency": the two words say it all.
  if (length > 2 && (last === 'Agency' || last === 'Service') && (before === 'News' || before === 'Press'))
    return { first, after, certainty: 0.95 };
  // "Radio Velmora", but "the Radio Regulator"
  if (!article && length > 1 && length < 4 && FIRST_HEADS.has(tokens.form[first] ?? ''))
    return { first, after, certainty: 0.9 };
  // "der Norländische Zeitung", "Vestanposten", "Aftonbladet": Scandinavian and German papers in one word.
  if (length === 1 && /^\p{Lu}\p{L}{3,}(?:posten|bladet|avisen|zeitung|tidningen|blatt|kurier)$/u.test(last))
    return { first, after, certainty: 0.9 };
  if (STRONG_HEADS.has(last)) {
    if (length > 1 && length < 6) return { first, after, certainty: article ? 0.95 : 0.8 };
    return article ? { first, after, certainty: 0.7 } : null;
  }
  if (article && RISKY_HEADS.has(last)) return { first, after, certainty: 0.3 };
  if (article && DOUBTFUL_HEADS.has(last) && length > 1) return { first, after, certainty: 0.5 };
  if (WEAK_HEADS.has(last)) {
    if (length > 1 && length < 6) return { first, after, certainty: article ? 0.85 : 0.6 };
    return article ? { first, after, certainty: 0.4 } : null;
  }
  return null;
}

/**
 * Reads a noun phrase from left to right and returns the first outlet in it. "told the French newspaper Le Matin
 * Vestan that" → Le Matin Vestan; "told the Echo's Ada Quill" → Echo; "told the council" → null.
 */
export function readOutlet(tokens: Tokens, from: number, limit: number): OutletName | null {
  let article = false;
  let named = false;
  let at = from;
  const stop = Math.min(limit, from + 12);
  while (at < stop) {
    const lower = lowerOf(tokens, at);
    const capital = inName(tokens, at) && tagOf(tokens, at) !== 'CD';
    if (lower === 'the' || lower === 'a' || lower === 'an' || lower === 'its' || lower === 'our') {
      article = article || lower === 'the';
      at++;
      continue;
    }
    if (capital) {
      let after = at + 1;
      while (
        after < stop &&
        (inName(tokens, after) ||
          (CONNECTORS.has(lowerOf(tokens, after)) &&
            lowerOf(tokens, after) !== "'s" &&
            inName(tokens, after + 1) &&
            tagOf(tokens, after + 1) !== 'CD'))
      )
        after++;
      const next = lowerOf(tokens, after);
      const nounAfter =
        DESCRIPTORS.has(next) || (MODIFIERS.has(next) && DESCRIPTORS.has(lowerOf(tokens, after + 1)));
      // "the French newspaper Le Matin": the adjective is not the name when a name follows the noun.
      const nounAt = DESCRIPTORS.has(next) ? after : after + 1;
      const nameFollows = nounAfter && inName(tokens, nounAt + 1) && tagOf(tokens, nounAt + 1) !== 'CD';
      const adjective =
        after - at === 1 && (tagOf(tokens, at) === 'JJ' || lowerOf(tokens, at).endsWith('-based'));
      const found =
        nameFollows || (adjective && (nounAfter || !article))
          ? null
          : judge(tokens, at, after, article, named || nounAfter);
      const headNoun = tagOf(tokens, after);
      // "the Star witness", "the Courier fleet": the name only modifies another thing.
      const modifies =
        !named && !nounAfter && (headNoun === 'NN' || headNoun === 'NNS') && (found?.certainty ?? 0) < 0.9;
      if (found && !modifies) return found;
      // Of "Norland 's daily Vestanposten" only the possessive has been read so far.
      at = after;
      if (lowerOf(tokens, at) === "'s" || lowerOf(tokens, at) === "'") {
        at++;
        named = false;
        continue;
      }
      if (!nounAfter && !adjective) return null;
      continue;
    }
    if (DESCRIPTORS.has(lower)) {
      named = true;
      at++;
      continue;
    }
    if (isOutletModifier(tokens, at)) {
      at++;
      continue;
    }
    return null;
  }
  return null;
}

/**
 * True for a name that is a newspaper's wherever it stands: an article and two words at least, the last of which is
 * hardly anything else. "The sale of the Vestan Herald" → yes; "the Herald" and "the Times Square office" → no.
 */
export function isPaper(tokens: Tokens, first: number, after: number): boolean {
  return (
    after - first > 1 &&
    after - first < 5 &&
    lowerOf(tokens, first - 1) === 'the' &&
    PAPER_HEADS.has(tokens.form[after - 1] ?? '') &&
    !/^NNS?P?S?$/u.test(tagOf(tokens, after))
  );
}

/**
 * Reads the outlet that ends just before a token, as the subject of a verb: "…, the Daily Post [reported]". Null when
 * the words there are not an outlet's name.
 */
export function readOutletBefore(tokens: Tokens, verb: number, from: number): OutletName | null {
  let after = verb;
  let named = false;
  // "WTFN, a local television station, [reported]"
  if (lowerOf(tokens, after - 1) === ',') {
    for (let i = after - 2; i > from && i > after - 10; i--) {
      if (DESCRIPTORS.has(lowerOf(tokens, i))) named = true;
      if (lowerOf(tokens, i) === ',') {
        if (!named) return null;
        after = i;
        break;
      }
    }
  }
  // "The Northern Press Agency (NPA) [said]"
  if (lowerOf(tokens, after - 1) === ')' && lowerOf(tokens, after - 3) === '(') after -= 3;
  if (DESCRIPTORS.has(lowerOf(tokens, after - 1)) && !isCapital(tokens, after - 1)) {
    named = true;
    after--;
    while (after > from && MODIFIERS.has(lowerOf(tokens, after - 1))) after--;
  }
  let first = after;
  while (
    first > from &&
    (inName(tokens, first - 1) ||
      (CONNECTORS.has(lowerOf(tokens, first - 1)) &&
        lowerOf(tokens, first - 1) !== "'s" &&
        inName(tokens, first - 2)))
  )
    first--;
  while (first < after && (lowerOf(tokens, first) === 'the' || CONNECTORS.has(lowerOf(tokens, first))))
    first++;
  // "Broadcaster KAN said": a capital only because the sentence begins.
  if (
    first === from &&
    after - first > 1 &&
    DESCRIPTORS.has(lowerOf(tokens, first)) &&
    !FIRST_HEADS.has(tokens.form[first] ?? '')
  ) {
    named = true;
    first++;
  }
  if (first >= after) return null;
  const article = lowerOf(tokens, first - 1) === 'the';
  const nounBefore = DESCRIPTORS.has(lowerOf(tokens, first - 1));
  return judge(tokens, first, after, article, named || nounBefore);
}
