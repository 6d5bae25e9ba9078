/**
 * Does a text read as news? One linear pass over a bounded beginning of it: no segmentation, no model, no
 * lexicon of the engine. Knows what news looks like from outside (prose that names people and offices, says who
 * said what, and when) and what other plain text looks like (code, logs, tables, licences, manuals, verse, mail).
 * Every decision is a sum of few signals, which are returned so that the reason can be shown.
 */
export interface GateVerdict {
  readonly isNews: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** What spoke for (`+`) and against (`-`), strongest first, as message ids: `+dateline`, `-code`. */
  readonly signals: readonly string[];
}

export interface GateOptions {
  /** The verdict before the last edit: what reads as news stays news until it clearly does not, so that typing does not flicker. */
  readonly wasNews?: boolean;
}

/** The beginning that is looked at. Letters are spelt out as ranges: Unicode classes cost more to compile than a page to read. */
const BOUND = 20_000;
/** Scores from which a text becomes news, and from which it stays news. */
/** The sum of signals at which the score is one half (`scripts/gate-check.mts` measures what that means). */
const BORDER = 0.5;
const ENTER = 0.5;
const STAY = 0.1;

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/** Verbs that report in news: "Police said the road was shut." */
const CUES =
  words(`said says told added announced reported accused denied warned urged claimed insisted argued
  alleged stated confirmed condemned criticised criticized acknowledged tweeted testified vowed pledged noted
  explained conceded admitted declined dismissed rejected demanded predicted suggested`);
/** Offices and bodies of public life: "the mayor of Tarn", "the court", "striking nurses' union". */
const PUBLIC =
  words(`police officer officers officials official minister ministers ministry spokesman spokeswoman
  spokesperson spokespeople president presidential mayor council councillor councillors councilman court courts
  government governor senator senate senators congress congressman congresswoman parliament prosecutor prosecutors
  judge lawyer lawyers attorney detective detectives sheriff election elections voters vote voted campaign party
  candidate candidates democrats republicans democrat republican democratic conservative liberal labour labor
  opposition coalition lawmakers lawmaker legislators bill union unions strike protest protesters protests
  demonstrators residents witnesses hospital hospitals firefighters army troops military soldiers war ceasefire
  killed injured wounded arrested charged convicted sentenced jailed trial jury hearing suspect suspects victim
  victims allegations investigation investigators inquiry crash explosion flood storm wildfire earthquake
  evacuated rescue rescued economy inflation shares profit profits revenue analysts investors shareholders
  company companies executive chairman chairwoman chief director bank workers staff coach striker goalkeeper
  midfielder defender season match matches league championship tournament semi-final final stadium fans scored
  researchers scientists study university professor embassy ambassador diplomat diplomats sanctions treaty nato
  pentagon kremlin refugees migrants border district county borough nurses teachers pupils schools farmers
  democracy politics political politicians nominee caucus primaries debate supporters republicans conservatives
  liberals progressives policy policies nation national constitution justice laws federal citizens secretary
  administration legislature veterans immigrants immigration presidency delegates incumbent
  fishermen harbour port ferry airport railway bridge agency newspaper reporters journalists interview
  statement conference plea guilty verdict appeal fine fined budget tax taxes million billion percent poll polls
  museum festival theatre archbishop bishop ceremony funeral anniversary outbreak vaccine patients`);
const TIMES = words(`monday tuesday wednesday thursday friday saturday sunday yesterday overnight
  january february april june july august september october november december`);
const TITLES = words(`mr mrs ms dr sen rep gov gen col sgt capt lt rev prof sir lord lady dame`);
/** Words of manuals, source code and packages; in news they are rare enough to cost nothing. */
const TECHNICAL =
  words(`npm yarn pnpm node nodejs javascript typescript json yaml xml html css api apis cli url uri
  install installing usage function functions parameter parameters argument callback callbacks const var
  export module modules package packages dependency dependencies config configuration configure default defaults
  boolean string strings integer array arrays method methods instance null undefined async
  plugin plugins parser compiler runtime browsers repository repo commit commits merge github git readme changelog
  deprecated deprecation bug bugs bugfix fixes stacktrace exception thread byte bytes filename path paths stdin
  stdout stderr option flag flags syntax regex schema interface 
  docs timeout endpoint click button menu screenshot upload bundle webpack eslint vite docker kernel cache buffer
  pointer struct enum iterator loop variable variables property attribute attributes
  element elements dom listener handler http https sdk gpu cpu unicode ascii utf linux unix posix perl python
  debian ubuntu apache mozilla toolkit framework workflow optional src lib dist args env param params`);
/** Words of licences and contracts. */
const LEGAL =
  words(`hereby herein hereof hereto thereof therein hereinafter licensor licensee licensors sublicense
  warranties warranty merchantability noninfringement infringement notwithstanding indemnify liability tort
  derivative redistribute redistribution redistributions licence licenses copyleft patent patents
  grantor provisions contributor contributors`);
/** Words of recipes: "Whisk the eggs, then simmer for ten minutes." */
const KITCHEN =
  words(`tbsp tsp tablespoon tablespoons teaspoon teaspoons cup cups preheat oven whisk simmer stir
  chopped diced minced grated flour butter sugar garlic onion onions saucepan skillet dough bake knead drain
  ingredients servings serves`);

const CUE = 1;
const PUBLIC_BIT = 2;
const TIME = 4;
const TITLE = 8;
const TECHNICAL_BIT = 16;
const LEGAL_BIT = 32;
const KITCHEN_BIT = 64;
const ME = 128;
const YOU = 256;
const SMALL = 512;

const KINDS: ReadonlyMap<string, number> = (() => {
  const kinds = new Map<string, number>();
  const groups: readonly (readonly [readonly string[], number])[] = [
    [CUES, CUE],
    [PUBLIC, PUBLIC_BIT],
    [TIMES, TIME],
    [TITLES, TITLE],
    [TECHNICAL, TECHNICAL_BIT],
    [LEGAL, LEGAL_BIT],
    [KITCHEN, KITCHEN_BIT],
    [words("i i'm i've i'd i'll me my myself mine"), ME],
    [
      words(
        'the of and to a in that was for on with as at by it is he she from are were be his her had has not after',
      ),
      SMALL,
    ],
    [words("you you're you'll you've your yours yourself"), YOU],
  ];
  for (const [group, bit] of groups) for (const word of group) kinds.set(word, (kinds.get(word) ?? 0) | bit);
  return kinds;
})();

/** `TARN, Ostia (Reuters) –`, `LONDON -`, `PORT ANSEL: `, `(AP) —` at the start of a line. */
const DATELINE =
  /^(?:\*\*)?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}(?:, [A-ZÀ-Þ][A-Za-zÀ-ɏ.]{1,20}(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ.]{1,20})?)?(?:, \w{3,9}\.? \d{1,2})?(?: ?\([A-Za-z][A-Za-z /&.]{1,30}\))? ?(?:–|—|--|-) ?|\([A-Z][A-Za-z /&.]{1,30}\) ?(?:–|—|--|-) ?)(?=[“"‘'A-Za-zÀ-ɏ])/;
/** "By Tessa Lindqvist", "Tessa Lindqvist, Staff Writer". */
const BYLINE =
  /^(?:[Bb]y|BY|[Rr]eport by) [A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]+ [A-ZÀ-Þ]|^[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]+ [A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]+,? (?:[Ss]taff [Ww]riter|[Cc]orrespondent|[Pp]olitical [Ee]ditor|[Rr]eporter|in [A-ZÀ-Þ][A-Za-zÀ-ɏ]+)$/;
/** The names of the great agencies where they stand as credit or as hearer. */
const CREDIT =
  /\((?:Reuters|AP|AFP|dpa|PA|UPI|EFE|ANSA|Xinhua|TASS|Bloomberg)\)|\bnews agency\b|\btold (?:reporters|journalists|Reuters|AFP|the AP|the BBC)\b|\b(?:Reporting|Additional reporting|reporting) by\b/g;
/** A cue beside a quotation mark: “…,” said Quill / Quill said: “…”. */
const QUOTE_CUE =
  /[”"’'][ ]?(?:(?:he|she|they|it|[A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]+(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ.'’-]+){0,2}) )?(?:said|says|told|added|asked|wrote|warned|insisted|argued|explained|tweeted|testified|noted)\b|\b(?:said|says|added|saying|wrote|told [A-Za-zÀ-ɏ]+|as|was|an?|the)[,:]? ?[“"]/g;
const ATTRIBUTED = /\baccording to\b|\bin a statement\b|\bon condition of anonymity\b/g;

const CODE =
  /^(?:\/\/|\/\*|\*\/|\*\s|<[!/?a-zA-Z]|```|~~~|\$ |>>> ?|@[a-z]|#!|#(?:include|define|if|endif)|import |export |const |let |var |function |class \w+ ?[({:]|def \w+\(|return\b.*;|if ?\(|for ?\(|package \w+;|use \w+(?:::|;)|[}\])]+[;,)]*$)|[;{}\\]$|=>|\w\(\)|::|&&|\|\||[!=]=|<\/\w+>|\w+\.\w+\(|\$\{|\\x|\\u\d/;
const TABLE =
  /^\|.*\||^[\w-]+ \((?:n|v|adj|adv|pl)\.\)|\t.*\t|^[^,;]*(?:[,;][^ ,;][^,;]*){3,}$|^(?:"[^"]*"[,;]){2,}|^[\w.-]+[,;]"[^"]*"[,;]|\S {3,}\S.* {3,}\S|\.{5,}/;
const KEY_VALUE =
  /^[\w.\-[\]]+\s?=\s?\S|^"?[a-z_][\w.-]*"?\s?:(?:\s|$)(?!.*[.!?]["”]?$)|^[\w[\]-]+\s*(?:==|>=|~=|<=|@)\s*[\dv]/;
const STAMP =
  /^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|^\[?\d\d:\d\d:\d\d|^\w{3}\s+\d+ \d\d:\d\d:\d\d|^\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\b|^\d+\.\d+\.\d+\.\d+ /;
const LIST = /^(?:[-*+•]|\d{1,3}[.)]|\[[ x]\])\s/;
const HEADING = /^#{1,6}\s|^(?:={3,}|-{3,}|\*{3,})$/;
const MAIL =
  /^(?:From|To|Subject|Cc|Sent|Reply-To|Message-ID|Received): |^(?:Dear|Hi|Hello|Hey)\b[^.]{0,40},?$|^(?:Best|Kind regards|Regards|Best regards|Cheers|Yours sincerely|Sincerely|Thanks|Love),?$/;
const EMBED = /^<(?:tweet|blockquote|figure|figcaption|aside|iframe)\b/;
const SENTENCE = /[.!?…]["”’')\]]*$|[a-zß-ÿ]{2}[.!?]["”’']? ["“‘']?[A-ZÀ-Þ]/;
const LINK = /https?:\/\/|www\.|\]\(|!\[|`/g;
const NAME = /[a-zß-ÿ,] ([A-ZÀ-Þ][a-zß-ÿ’'-]+ [A-ZÀ-Þ][a-zß-ÿ’'-]+)/g;
/** Who speaks in a transcript or an interview: `QUILL: `, `Q: `. */
const TURN = /^(?:Q|A|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,30}): /;
const WORD = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*|[“”"«»]|\n/g;

interface Shape {
  code: number;
  list: number;
  verse: number;
  /** In blocks that hold a sentence: something ends in a full stop. */
  sentences: number;
  total: number;
  dateline: boolean;
  /** The dateline names its agency: `(Reuters)`. */
  wire: boolean;
  byline: boolean;
  mail: number;
}

/** What kinds of lines the text is made of, in characters. */
function shapeOf(lines: readonly string[]): Shape {
  const shape: Shape = {
    code: 0,
    list: 0,
    verse: 0,
    sentences: 0,
    total: 0,
    dateline: false,
    wire: false,
    byline: false,
    mail: 0,
  };
  let blockLines = 0;
  let blockLongest = 0;
  let blockProse = 0;
  let blockSentence = false;
  let seen = 0;
  const closeBlock = (): void => {
    // Verse and word lists: several lines without one that fills a column. Wrapped prose has lines near its margin.
    if (blockLines >= 3 && blockLongest < 56) {
      shape.verse += blockProse;
      blockSentence = false;
    }
    if (blockSentence) shape.sentences += blockProse;
    blockLines = 0;
    blockLongest = 0;
    blockProse = 0;
    blockSentence = false;
  };
  for (const raw of lines) {
    const line = raw.trim();
    if (line === '') {
      closeBlock();
      continue;
    }
    seen++;
    shape.total += line.length;
    if (MAIL.test(line)) shape.mail++;
    if (seen <= 8 && BYLINE.test(line)) shape.byline = true;
    // Long lines are tested by their beginning: one line of a megabyte must not cost more than a page.
    const head = line.length > 400 ? line.slice(0, 400) : line;
    if (seen <= 10 && head.length > 40 && DATELINE.test(head)) {
      shape.dateline = true;
      shape.wire ||= /\([A-Z][A-Za-z /&.]+\)/.test(head.slice(0, 60));
    }
    if (HEADING.test(head)) continue;
    // Posts and captions that a site's export leaves in the story: <tweet id="…">Road closed.</tweet>
    if (EMBED.test(head)) {
      shape.total -= line.length;
      continue;
    }
    if (LIST.test(head)) {
      shape.list += line.length;
      closeBlock();
    } else if (CODE.test(head) || STAMP.test(head) || KEY_VALUE.test(head) || TABLE.test(head)) {
      shape.code += line.length;
      closeBlock();
    } else {
      blockProse += line.length;
      blockSentence ||= SENTENCE.test(line);
      blockLines++;
      blockLongest = Math.max(blockLongest, line.length);
    }
  }
  closeBlock();
  return shape;
}

interface Counts {
  words: number;
  cue: number;
  public: number;
  time: number;
  title: number;
  technical: number;
  legal: number;
  kitchen: number;
  me: number;
  you: number;
  /** Function words of English. */
  small: number;
}

/** The kinds of a word; a possessive counts as its noun ("the council's warden"). */
function kindOf(word: string): number {
  const lower = word.toLowerCase().replaceAll('’', "'");
  return KINDS.get(lower) ?? (lower.endsWith("'s") ? (KINDS.get(lower.slice(0, -2)) ?? 0) : 0);
}

/** Words by kind; *I* and *you* only outside quotation marks, where in news nobody says them. */
function countWords(text: string): Counts {
  const counts: Counts = {
    words: 0,
    cue: 0,
    public: 0,
    time: 0,
    title: 0,
    technical: 0,
    legal: 0,
    kitchen: 0,
    me: 0,
    you: 0,
    small: 0,
  };
  let quoted = TURN.test(text.slice(0, 40));
  if (quoted) counts.cue++;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word === '\n') {
      quoted = TURN.test(text.slice(index + 1, index + 40));
      if (quoted) counts.cue++;
    } else if (word === '“' || word === '«') quoted = true;
    else if (word === '”' || word === '»') quoted = false;
    else if (word === '"') quoted = !quoted;
    else {
      counts.words++;
      const kind = kindOf(word);
      if (kind === 0) continue;
      const capital = /^[A-ZÀ-Þ]/.test(word);
      if (kind & CUE) counts.cue++;
      if (kind & PUBLIC_BIT) counts.public++;
      if (kind & TIME && capital) counts.time++;
      if (kind & TITLE && capital) counts.title++;
      if (kind & TECHNICAL_BIT) counts.technical++;
      if (kind & LEGAL_BIT) counts.legal++;
      if (kind & KITCHEN_BIT) counts.kitchen++;
      if (kind & ME && !quoted) counts.me++;
      if (kind & YOU && !quoted) counts.you++;
      if (kind & SMALL) counts.small++;
    }
  }
  return counts;
}

const countOf = (pattern: RegExp, text: string): number => {
  let count = 0;
  for (const match of text.matchAll(pattern)) count += match.length > 0 ? 1 : 0;
  return count;
};

/** The beginning that is looked at, without front matter, cut at a line end where there is one. */
function beginningOf(text: string): string {
  let from = 0;
  const matter = /^\ufeff?---\r?\n[\s\S]{0,4000}?\r?\n---\r?\n/.exec(text.slice(0, 4_100));
  if (matter) from = matter[0].length;
  if (text.length - from <= BOUND) return text.slice(from);
  const cut = text.slice(from, from + BOUND);
  const end = cut.lastIndexOf('\n');
  return end > BOUND / 2 ? cut.slice(0, end) : cut;
}

/** Says whether `text` reads as news. Linear in a bounded beginning; never throws. */
export function readsAsNews(text: string, options: GateOptions = {}): GateVerdict {
  const beginning = beginningOf(text);
  const shape = shapeOf(beginning.split(/\r\n|[\n\r]/));
  const counts = countWords(beginning);
  if (counts.words < 6) return { isNews: false, score: 0, signals: ['-short'] };
  const per100 = (count: number): number => (100 * count) / Math.max(counts.words, 40);
  const share = (length: number): number => length / Math.max(shape.total, 1);
  const quoteCues = countOf(QUOTE_CUE, beginning);
  const attributed = countOf(ATTRIBUTED, beginning);
  const credits = countOf(CREDIT, beginning);
  const names = countOf(NAME, beginning);
  const links = countOf(LINK, beginning);

  const publicLife = Math.min(3, per100(counts.public) * 0.55);
  const time = Math.min(1.2, per100(counts.time) * 0.9);
  const named = per100(names) * 0.45 + per100(counts.title) * 0.4;
  const credit = Math.min(1, credits * 0.5);
  const civic =
    publicLife + time + credit + Math.min(1, named) + (shape.dateline ? 1 : 0) + (shape.byline ? 1 : 0);
  // Speech alone is not enough: "You are late," said the old woman. It counts as far as public life bears it.
  const speech = Math.min(
    2.2,
    0.2 + civic,
    per100(counts.cue + 2 * attributed) * 0.9 + per100(quoteCues) * 0.6,
  );
  // A columnist says "I" among senators and courts; a letter or a story says it among friends.
  const personal = publicLife >= 1 ? 0.5 : 1;
  const signals: (readonly [string, number])[] = [
    ['dateline', shape.wire ? 2.5 : shape.dateline ? 1.2 : 0],
    ['byline', shape.byline ? 1.5 : 0],
    ['credit', credit],
    ['speech', speech],
    ['public', publicLife],
    ['time', time],
    // Names alone are a list of authors.
    ['names', Math.min(1.4, speech + publicLife, named)],
    // An encyclopedia has farmers and lakes, but no day, nobody's name and nobody's words.
    ['timeless', time === 0 && named === 0 && speech < 0.5 && !shape.dateline ? -1.5 : 0],
    // The rest of the gate reads English: fewer than one in eight small words means another language or no prose.
    ['not-english', counts.small * 8 < counts.words ? -5 : 0],
    ['code', -7 * share(shape.code)],
    ['list', -4.5 * share(shape.list)],
    ['verse', -4 * share(shape.verse)],
    // A line that is being typed has no full stop yet, so a short text loses little.
    [
      'no-sentences',
      -(shape.total < 300 && shape.code + shape.list === 0 ? 1 : 3) * (1 - share(shape.sentences)),
    ],
    ['technical', -Math.min(6, per100(Math.max(0, counts.technical - 1)) * 0.9)],
    ['legal', -Math.min(6, per100(counts.legal) * 2)],
    ['recipe', -Math.min(5, per100(Math.max(0, counts.kitchen - 1)) * 0.8)],
    ['links', -Math.min(3, per100(links) * 0.7)],
    ['first-person', -personal * Math.min(1.5, per100(counts.me) * 0.3)],
    ['second-person', -personal * Math.min(1.5, per100(counts.you) * 0.35)],
    ['mail', -Math.min(4, shape.mail * 1.5)],
  ];
  const sum = signals.reduce((total, [, weight]) => total + weight, 0);
  const score = 1 / (1 + Math.exp(-1.6 * (sum - BORDER)));
  const told = signals
    .filter(([, weight]) => Math.abs(weight) >= 0.3)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([id, weight]) => (weight > 0 ? `+${id}` : `-${id}`));
  return {
    isNews: score >= (options.wasNews === true ? STAY : ENTER),
    score: Math.round(score * 1000) / 1000,
    signals: told,
  };
}
