/**
 * Reads HTML: pages saved from the web, and pieces of HTML in other documents. Finds the article among menus,
 * teasers and footers, takes its words with their places in the source, and sets paragraphs apart. Knows elements
 * and what pages commonly call their parts; knows nothing of news. htmlparser2's tokenizer says where tags, text and
 * character references stand, as browsers read them. Never throws; linear time.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import {
  copy,
  enter,
  finishReading,
  insert,
  put,
  startReading,
  type Builder,
  type Reading,
} from './reading.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements whose content is no prose of the page. */
const LEFT_OUT = names(
  `script style noscript template svg math iframe noembed noframes object select datalist textarea button canvas
  audio video dialog nav aside label map menu`,
);
/** Elements that begin and end a paragraph. */
const BLOCKS = names(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section
  summary table tbody td tfoot th thead title tr ul`,
);
const VOID = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
const HEADING = /^h[1-6]$/;
/** What an opening tag closes by itself, and where it stops looking: a new list item closes the last, not the list. */
const CLOSES: Readonly<Record<string, readonly [closes: ReadonlySet<string>, within: ReadonlySet<string>]>> =
  {
    li: [names('li'), names('ul ol menu dir')],
    dt: [names('dt dd'), names('dl')],
    dd: [names('dt dd'), names('dl')],
    tr: [names('tr td th'), names('table')],
    td: [names('td th'), names('tr table')],
    th: [names('td th'), names('tr table')],
    tbody: [names('tbody thead tfoot tr td th'), names('table')],
    tfoot: [names('tbody thead tfoot tr td th'), names('table')],
  };
/** So far down an opening tag looks for what it closes: deeper nestings are no page. */
const CLOSE_DEPTH = 32;
/** So far out a block looks for the heading or caption it stands in. */
const KIND_DEPTH = 8;

const ROLES_LEFT_OUT = names(
  'navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar',
);
/**
 * What pages call the parts around an article, as words of a class or id: `related-links`, `site-footer`. Only a
 * hint: where little is left without these parts, they are read.
 */
const AROUND =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|related|recommend(?:ed|ations?)|newsletter|subscribe|subscription|paywall|share|sharing|sharebar|social|comments?|disqus|cookies?|consent|gdpr|advert|advertisement|advertising|ads?|sponsored|promo|outbrain|taboola|popup|modal|masthead|skip|skip-link|sr-only|visually-hidden|screen-reader-text|pagination|tags|taglist|toolbar|trending|most-read|read-more|more-on|site-header|site-footer|page-footer|footer-links)(?=$|[\s_-])/i;
const FOR_SCREEN_READERS = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?=$|\s)/i;
/** Names of whole pages that mention such a part: `has-sidebar`. */
const MENTIONS = /(?:^|\s)(?:has|with|no|is|without)[_-]\S*/gi;
const BYLINE = /(?:^|[\s_-])(?:byline|author|authors|writer|journalist)(?=$|[\s_-])/i;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Attributes that are looked at. */
const READ_ATTRIBUTES = names('class id role hidden style aria-hidden itemprop rel');

interface Open {
  readonly name: string;
  /** Nothing inside is read. */
  readonly leftOut: boolean;
  /** Inside something that its name puts around the article. */
  readonly around: boolean;
  readonly scope: number;
  readonly byline: boolean;
}

/** `article`, `main` or the page: a part of the page that may hold the whole article. */
interface Scope {
  readonly kind: 'page' | 'main' | 'article';
  readonly parent: number;
  /** Characters of prose inside, inner scopes included once the page is read. */
  prose: number;
}

/** How the words of a block are to be taken. */
type BlockKind = 'text' | 'heading' | 'headline' | 'caption' | 'byline' | 'title' | 'comment';

interface Block {
  readonly kind: BlockKind;
  readonly scope: number;
  readonly around: boolean;
  /** In a page header outside the article. */
  readonly header: boolean;
  /** First and last-but-one index into the pieces. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly linked: number;
  readonly timed: number;
  readonly prose: boolean;
  /** A few words that end no sentence: “Terms”, “Posted in News”. */
  readonly scrap: boolean;
}

/** Code of a piece that is copied as it stands. */
const COPIED = -1;

/** A soft hyphen, zero-width characters: they only say where a line may break. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** No-break spaces: they hold words together and are spaces to the reader. */
function isHardSpace(code: number): boolean {
  return code === 0xa0 || code === 0x202f;
}

const SENTENCE_END = /[.!?…]["”’')\]]*$|[a-zß-ÿ]{2}[.!?]["”’')]? ["“‘']?[A-ZÀ-Þ]/;
/** Prose is longer than what menus and buttons say. */
const PROSE_LENGTH = 60;

/** What pages say behind an article is shorter than this. */
const SCRAP_LENGTH = 30;
/** Few words that belong to the article: “By Astrid Lind”, “Reporting by Jon Ferrer”. */
const CREDIT = /^\W*(?:by|from|reporting|editing|edited|writing|written|additional|with|source|photo|©)\b/i;

/** Reads an HTML page; `isFragment` says that all of it is the article. */
export function readHtml(source: string, isFragment = false): Reading {
  const builder = startReading(source);
  enter(builder, ['html']);
  const page = parse(source);
  write(builder, page, isFragment ? page.blocks : articleOf(page));
  return finishReading(builder, 'html');
}

function ignored(): void {
  // Declarations hold no prose.
}

interface Page {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly scopes: readonly Scope[];
  /** `COPIED` or the code point that stands for the stretch, three numbers a piece: code, start, end. */
  readonly pieces: readonly number[];
}

function parse(source: string): Page {
  const blocks: Block[] = [];
  const scopes: Scope[] = [{ kind: 'page', parent: -1, prose: 0 }];
  const pieces: number[] = [];
  const stack: Open[] = [];
  const openNames = new Map<string, number>();

  let blockFrom = 0;
  let length = 0;
  let linked = 0;
  let timed = 0;
  /** White space that waits for the next word of the block. */
  let spaceStart = -1;
  let spaceEnd = -1;
  let lineStart = true;
  let links = 0;
  let times = 0;
  let pres = 0;
  /** The block began in an element that is called a byline; that element may be closed when the block ends. */
  let bylineSeen = false;

  const count = (name: string): number => openNames.get(name) ?? 0;
  const innermost = (): Open | undefined => stack.at(-1);

  const flush = (): void => {
    spaceStart = -1;
    lineStart = true;
    // Line breaks at the end of a block set nothing apart.
    while (
      pieces.length > blockFrom &&
      (pieces[pieces.length - 3] === 10 || pieces[pieces.length - 3] === 32)
    )
      pieces.length -= 3;
    if (pieces.length > blockFrom) {
      const open = innermost();
      const scope = open?.scope ?? 0;
      const tail = tailOf(source, pieces, blockFrom);
      const isSentence = SENTENCE_END.test(tail);
      const prose = length >= PROSE_LENGTH && linked * 2 < length && isSentence;
      const around = open?.around ?? false;
      const holder = scopes[scope];
      if (prose && !around && holder) holder.prose += length;
      blocks.push({
        kind: kindOf(length),
        scope,
        around,
        header: count('header') > 0 && holder?.kind === 'page',
        from: blockFrom,
        to: pieces.length,
        length,
        linked,
        timed,
        prose,
        scrap:
          // In an article they may be whose letter it is.
          (holder?.kind === 'page' || count('footer') > 0) &&
          length < SCRAP_LENGTH &&
          !isSentence &&
          !CREDIT.test(tail),
      });
    }
    blockFrom = pieces.length;
    length = 0;
    linked = 0;
    timed = 0;
  };
  const kindOf = (size: number): BlockKind => {
    if (count('title') > 0 && count('body') === 0) return 'title';
    for (let at = stack.length - 1; at >= Math.max(0, stack.length - KIND_DEPTH); at--) {
      const { name = '' } = stack[at] ?? {};
      if (name === 'h1') return 'headline';
      if (HEADING.test(name)) return 'heading';
      if (name === 'figcaption' || name === 'caption') return 'caption';
    }
    if (size <= 80 && (bylineSeen || innermost()?.byline === true)) return 'byline';
    return 'text';
  };
  const word = (code: number, start: number, end: number, size: number): void => {
    if (pieces.length === blockFrom) bylineSeen = innermost()?.byline ?? false;
    if (spaceStart >= 0 && !lineStart) {
      pieces.push(32, spaceStart, spaceEnd);
      length++;
      if (links > 0) linked++;
    }
    spaceStart = -1;
    lineStart = false;
    pieces.push(code, start, end);
    length += size;
    if (links > 0) linked += size;
    if (times > 0) timed += size;
  };
  const space = (start: number, end: number): void => {
    // Tags between two spaces stay: the first space stands for both.
    if (spaceStart >= 0) return;
    spaceStart = start;
    spaceEnd = end;
  };
  const lineBreak = (start: number, end: number): void => {
    spaceStart = -1;
    if (pieces.length === blockFrom) return;
    pieces.push(10, start, end);
    lineStart = true;
  };
  const isRead = (): boolean => {
    const open = innermost();
    if (open?.leftOut === true) return false;
    return count('head') === 0 || count('title') > 0 || count('body') > 0;
  };

  const text = (start: number, end: number): void => {
    if (!isRead()) return;
    let at = start;
    while (at < end) {
      const from = at;
      let code = source.charCodeAt(at);
      if (pres > 0 && code === 10) {
        at++;
        lineBreak(from, at);
      } else if (isSpace(code)) {
        while (at < end && isSpace(code) && !(pres > 0 && code === 10)) code = source.charCodeAt(++at);
        space(from, at);
      } else if (isHardSpace(code)) {
        word(32, at, at + 1, 1);
        at++;
      } else if (isInvisible(code)) at++;
      else {
        // Words and the single spaces between them in one piece.
        while (at < end) {
          code = source.charCodeAt(at);
          if (code === 32 ? isSpace(source.charCodeAt(at + 1)) || at + 1 >= end : isSpace(code)) break;
          if (isHardSpace(code) || isInvisible(code)) break;
          at++;
        }
        word(COPIED, from, at, at - from);
      }
    }
  };

  let tagStart = 0;
  let tagName = '';
  let tagIsOpen = false;
  let attributeName = '';
  let attributeValue = '';
  let attributes: Record<string, string> = {};

  const push = (name: string): void => {
    const outer = innermost();
    const { role = '', itemprop = '', rel = '' } = attributes;
    const called = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.replace(MENTIONS, ' ');
    const scope = outer?.scope ?? 0;
    const isArticle = name === 'article' || itemprop === 'articleBody' || role === 'article';
    const isMain = name === 'main' || role === 'main';
    const inArticle = (scopes[scope]?.kind ?? 'page') !== 'page';
    let own = scope;
    if (isArticle || isMain) {
      own = scopes.length;
      scopes.push({ kind: isArticle ? 'article' : 'main', parent: scope, prose: 0 });
    }
    const isPage = name === 'body' || name === 'html';
    const hidden = !isPage && ('hidden' in attributes || HIDDEN_STYLE.test(attributes['style'] ?? ''));
    // A page that was saved with a dialog open says this of its article too.
    const veiled = attributes['aria-hidden'] === 'true';
    const leftOut =
      outer?.leftOut === true ||
      (!BLOCKS.has(name) && (veiled || FOR_SCREEN_READERS.test(called))) ||
      LEFT_OUT.has(name) ||
      (name === 'footer' && !inArticle && count('blockquote') === 0) ||
      (ROLES_LEFT_OUT.has(role) && !isPage && name !== 'header') ||
      hidden;
    // A frame called `content-sidebar-wrap` holds the article too.
    const isStory = isMain || (isArticle && !inArticle);
    const around =
      !isStory &&
      (outer?.around === true || (!isArticle && !isPage && name !== 'h1' && (veiled || AROUND.test(called))));
    const byline = BYLINE.test(called) || rel === 'author' || itemprop === 'author' || outer?.byline === true;
    stack.push({ name, leftOut, around, scope: own, byline: byline && !HEADING.test(name) });
    openNames.set(name, count(name) + 1);
    if (name === 'a') links++;
    else if (name === 'time') times++;
    else if (name === 'pre') pres++;
  };
  const pop = (): void => {
    const open = stack.pop();
    if (!open) return;
    openNames.set(open.name, count(open.name) - 1);
    if (open.name === 'a') links--;
    else if (open.name === 'time') times--;
    else if (open.name === 'pre') pres--;
  };
  const popTo = (size: number): void => {
    while (stack.length > size) pop();
  };
  /** Closes what an opening tag closes by itself: a paragraph before any block, a list item before the next. */
  const closeImplied = (name: string): void => {
    const floor = Math.max(0, stack.length - CLOSE_DEPTH);
    for (let at = stack.length - 1; at >= floor; at--) {
      const open = stack[at]?.name ?? '';
      if (open === 'p') {
        popTo(at);
        break;
      }
      if (BLOCKS.has(open)) break;
    }
    const rule = CLOSES[name];
    if (!rule) return;
    const [closes, within] = rule;
    let lowest = -1;
    for (let at = stack.length - 1; at >= floor; at--) {
      const open = stack[at]?.name ?? '';
      if (within.has(open)) break;
      if (closes.has(open)) lowest = at;
    }
    if (lowest >= 0) popTo(lowest);
  };

  const openTag = (end: number): void => {
    const name = tagName;
    if (BLOCKS.has(name)) {
      flush();
      closeImplied(name);
      if (HEADING.test(name) && HEADING.test(innermost()?.name ?? '')) pop();
      // A page that forgets to close its head has a body all the same.
      if (name !== 'html' && name !== 'head' && name !== 'title' && count('head') > 0 && count('title') === 0)
        popTo(stack.findIndex((open) => open.name === 'head'));
    }
    if (name === 'br') {
      if (isRead()) lineBreak(tagStart, end);
    } else if (name === 'q' && isRead()) word(0x201c, tagStart, end, 1);
    if (!VOID.has(name)) push(name);
    attributes = {};
    tagIsOpen = false;
  };

  const tagEnd = (nameEnd: number): number => {
    const close = source.indexOf('>', nameEnd);
    return close < 0 ? source.length : close + 1;
  };
  const closeTag = (name: string, start: number, nameEnd: number): void => {
    if (name === 'br') {
      if (isRead()) lineBreak(start, tagEnd(nameEnd));
    } else if (name === 'p' && count('p') === 0) flush();
    else if (count(name) > 0) {
      if (BLOCKS.has(name)) flush();
      if (name === 'q' && isRead()) word(0x201d, start, tagEnd(nameEnd), 1);
      while (innermost()?.name !== name) pop();
      pop();
    }
  };

  const handler: TokenizerCallbacks = {
    ontext: (start, end) => {
      // At the end of the page the tokenizer takes some unfinished tags for text.
      if (!tagIsOpen && start >= 0) text(start, end);
    },
    ontextentity: (code, end) => {
      const start = source.lastIndexOf('&', end - 1);
      if (!isRead() || isInvisible(code)) return;
      if (isSpace(code)) space(start, end);
      else if (isHardSpace(code)) word(32, start, end, 1);
      else word(code, start, end, code > 0xffff ? 2 : 1);
    },
    onopentagname: (start, end) => {
      tagStart = start - 1;
      tagIsOpen = true;
      tagName = source.slice(start, end).toLowerCase();
    },
    onattribname: (start, end) => {
      attributeName = end - start > 16 ? '' : source.slice(start, end).toLowerCase();
      attributeValue = '';
    },
    onattribdata: (start, end) => {
      if (READ_ATTRIBUTES.has(attributeName) && attributeValue.length < 1000)
        attributeValue += source.slice(start, Math.min(end, start + 1000));
    },
    onattribentity: () => {
      attributeValue += '-';
    },
    onattribend: () => {
      // The first of two attributes of one name holds.
      if (READ_ATTRIBUTES.has(attributeName)) attributes[attributeName] ??= attributeValue;
    },
    onopentagend: (end) => {
      openTag(end + 1);
    },
    onselfclosingtag: (end) => {
      openTag(end + 1);
    },
    onclosetag: (start, end) => {
      closeTag(source.slice(start, end).toLowerCase(), start - 2, end);
    },
    oncomment: (start, end) => {
      const directive = /^\s*sourcelight-(disable-line\b)?/.exec(
        source.slice(start, Math.min(end, start + 60)),
      );
      if (!directive || innermost()?.leftOut === true) return;
      const from = start - 4;
      const to = Math.min(source.length, end + 1);
      // Only what other readers of directives take for a comment.
      if (!source.startsWith('<!--', from) || !source.startsWith('-->', to - 3)) return;
      if (directive[1] !== undefined) {
        // `disable-line` is about the paragraph it stands in; all others stand on their own.
        word(COPIED, from, to, to - from);
        return;
      }
      flush();
      pieces.push(COPIED, from, to);
      blocks.push({
        kind: 'comment',
        scope: innermost()?.scope ?? 0,
        around: false,
        header: false,
        from: blockFrom,
        to: pieces.length,
        length: 0,
        linked: 0,
        timed: 0,
        prose: false,
        scrap: false,
      });
      blockFrom = pieces.length;
    },
    oncdata: ignored,
    ondeclaration: ignored,
    onprocessinginstruction: ignored,
    onend: () => {
      flush();
    },
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, handler);
  tokenizer.write(source);
  tokenizer.end();
  // Inner scopes come after outer ones, so one pass from the end sums them up.
  for (let at = scopes.length - 1; at > 0; at--) {
    const { parent, prose } = scopes[at] ?? { parent: 0, prose: 0 };
    const outer = scopes[parent];
    if (outer) outer.prose += prose;
  }
  return { source, blocks, scopes, pieces };
}

/** The last words of a block, to see whether it ends like a sentence. */
function tailOf(source: string, pieces: readonly number[], from: number): string {
  let tail = '';
  for (let at = pieces.length - 3; at >= from && tail.length < 200; at -= 3) {
    const code = pieces[at] ?? COPIED;
    const start = pieces[at + 1] ?? 0;
    const end = pieces[at + 2] ?? 0;
    tail =
      (code === COPIED ? source.slice(Math.max(start, end - 200), end) : String.fromCodePoint(code)) + tail;
  }
  return tail;
}

/** With less prose than this, parts are read that are called something else than the article. */
const LITTLE = 200;
/** So many times the rest of the prose is no comment section any more. */
const MOSTLY = 5;

/** The blocks that are the article: those of the element that holds most of the prose, and its headline. */
function articleOf({ blocks, scopes }: Page): readonly Block[] {
  const page = scopes[0];
  if (!page) return blocks;
  // Nearly all prose stands in parts that are called a sidebar or the like: then the names mean something else here.
  const prose = blocks.reduce((sum, block) => sum + (block.prose ? block.length : 0), 0);
  if (prose > page.prose && (page.prose < LITTLE || prose > page.prose * MOSTLY))
    return inOrder(blocks, blocks, true);
  const scope = mainScope(scopes, page.prose);
  // Scopes are numbered as they open, so what is inside one is a run from its number on.
  const inside = insideOf(scopes, scope);
  const own = blocks.filter((block) => inside[block.scope] === 1);
  return inOrder(blocks, own, false);
}

/** The outermost article that holds most of the prose; else `main`; else the page. */
function mainScope(scopes: readonly Scope[], total: number): number {
  const holding = (kind: Scope['kind'], share: number): number => {
    let best = -1;
    scopes.forEach((scope, index) => {
      const most = scopes[best]?.prose ?? 0;
      if (scope.kind === kind && scope.prose > most && scope.prose >= total * share) best = index;
    });
    return best;
  };
  const article = holding('article', 0.4);
  return article >= 0 ? article : Math.max(0, holding('main', 0.5));
}

/** Which scopes lie in one. */
function insideOf(scopes: readonly Scope[], scope: number): Uint8Array {
  const inside = new Uint8Array(scopes.length);
  scopes.forEach(({ parent }, index) => {
    if (index === scope || (parent >= 0 && inside[parent] === 1)) inside[index] = 1;
  });
  return inside;
}

/**
 * The article's blocks with the headline: the `h1` inside, else the last one before it, else the page's title.
 */
function inOrder(all: readonly Block[], own: readonly Block[], keepsAround: boolean): readonly Block[] {
  const fits = (block: Block): boolean =>
    block.kind === 'comment' ||
    ((keepsAround || !block.around) &&
      block.kind !== 'title' &&
      // Lists of links to other stories, and links to more.
      !(
        (block.kind === 'text' || block.kind === 'heading') &&
        block.linked * 5 >= block.length * 4 &&
        block.length < 200
      ) &&
      !(block.timed * 5 >= block.length * 4));
  const fitting = own.filter((block) => fits(block) && !block.header);
  // Behind the last paragraph stand headings of what is not read, and scraps.
  const lastProse = fitting.findLastIndex((block) => block.prose);
  const article = fitting.filter(
    (block, index) =>
      lastProse < 0 ||
      index < lastProse ||
      !(block.kind === 'heading' || (block.kind === 'text' && block.scrap)),
  );
  const firstProse = article.findIndex((block) => block.prose);
  const headlineAt = article.findIndex((block) => block.kind === 'headline');
  if (headlineAt >= 0 && (firstProse < 0 || headlineAt <= firstProse)) {
    // What stands above the headline says where one is on the site.
    return withComments(all, article.slice(headlineAt));
  }
  const start = own[0]?.from ?? 0;
  const before = all.filter((block) => block.from < start || block.header);
  const headline =
    before.findLast((block) => block.kind === 'headline' && fits(block)) ??
    (article.some((block) => block.kind === 'heading' && block.from < (article[firstProse]?.from ?? 0))
      ? undefined
      : all.find((block) => block.kind === 'title'));
  if (headline === undefined) return withComments(all, article);
  const byline = before.filter(
    (block) =>
      block.kind === 'byline' && fits(block) && block.from > headline.from && !article.includes(block),
  );
  const rest = article.filter((block) => block.from > headline.from);
  return withComments(
    all,
    [headline, ...byline, ...rest].sort((a, b) => a.from - b.from),
  );
}

/** Comments of ours hold wherever they stand. */
function withComments(all: readonly Block[], blocks: readonly Block[]): readonly Block[] {
  const taken = new Set(blocks);
  const missing = all.filter((block) => block.kind === 'comment' && !taken.has(block));
  return missing.length === 0 ? blocks : [...blocks, ...missing].sort((a, b) => a.from - b.from);
}

/** A headline that the engine takes for one wherever it stands before the body. */
const PLAIN_HEADLINE = /^[^\n]{1,140}(?:[?!]|[A-Za-zÀ-ɏḀ-ỿ\d][’”"')\]]?)$/;
const PLAIN_BYLINE = /^[A-ZÀ-Þ][A-Za-zÀ-ɏḀ-ỿ.'’-]+(?: [A-Za-zÀ-ɏḀ-ỿ.'’-]+){1,3}$/;
/** What the engine takes for a caption without our saying so. */
const CAPTION =
  /^(?:photo|picture|image|caption|file photo|pictured)\b[:\s]|\((?:photo|image|picture|AP Photo|file)[^)]{0,80}\)\s*$/i;
/** “Harbour chief denies taking cash | The Tarn Echo”: the site's name behind the title. */
const SITE_NAME = /\s+(?:\||–|—|-|·|»|::)\s+[^|–—·»]{1,60}$/;

function write(builder: Builder, { source, pieces }: Page, blocks: readonly Block[]): void {
  let body = false;
  for (const block of blocks) {
    if (builder.length > 0) insert(builder, '\n\n');
    const words = wordsOf(source, pieces, block);
    if (
      block.kind === 'heading' ||
      ((block.kind === 'headline' || block.kind === 'title') && (body || !PLAIN_HEADLINE.test(words)))
    )
      insert(builder, '# ');
    else if (block.kind === 'byline' && PLAIN_BYLINE.test(words) && !/^(?:by|from)\s/i.test(words))
      insert(builder, 'By ');
    if (block.kind === 'text') body = true;
    const siteName = block.kind === 'title' ? SITE_NAME.exec(words) : null;
    const limit = siteName === null ? Infinity : siteName.index;
    let written = 0;
    for (let at = block.from; at < block.to && written < limit; at += 3) {
      const code = pieces[at] ?? COPIED;
      const start = pieces[at + 1] ?? 0;
      const end = pieces[at + 2] ?? 0;
      if (code === COPIED) {
        const stop = Math.min(end, start + limit - written);
        copy(builder, start, stop);
        written += stop - start;
      } else {
        const character = String.fromCodePoint(code);
        put(builder, character, start, end);
        written += character.length;
      }
    }
    if (block.kind === 'caption' && words.length < 280 && !CAPTION.test(words)) insert(builder, ' (photo)');
  }
}

/** The words of a block that is short enough for its words to matter. */
function wordsOf(source: string, pieces: readonly number[], block: Block): string {
  if (block.kind === 'text' || block.kind === 'comment') return '';
  let words = '';
  for (let at = block.from; at < block.to && words.length < 400; at += 3) {
    const code = pieces[at] ?? COPIED;
    words += code === COPIED ? source.slice(pieces[at + 1], pieces[at + 2]) : String.fromCodePoint(code);
  }
  return words;
}
