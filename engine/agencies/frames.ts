/**
 * What a mention of an agency is there for, read from the words around it: dateline, credit, contribution, photo,
 * hearer ("told AFP"), source ("Reuters reported"), the outlet about itself ("Reuters could not verify"), or a plain
 * mention. Knows paragraphs and their zones; knows neither the registry nor other mentions.
 */
import type { AgencyFunction } from '../annotation.ts';
import type { Paragraph, Tokens } from '../segment/paragraph.ts';
import { isOutletModifier, isOutletNoun } from './outletNames.ts';
import { isCapital, lowerOf, sentenceOf, tagOf, textOf } from './tokenWindow.ts';

/** How strong the evidence is: 3 credit line, dateline, byline; 2 frame of words; 1 bare name. */
export type Strength = 1 | 2 | 3;

export interface Reading {
  readonly function: AgencyFunction;
  readonly strength: Strength;
  /** The frame of words that was read, as a message id. */
  readonly frame: string;
}

/** A mention inside its paragraph: offsets relative to the paragraph, its first token and the one after its last. */
export interface Place {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly after: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const TOLD = words('told tell tells telling informed notified briefed reminded assured');
/** Verbs and nouns before "to" + outlet that hand it words: "in an email to the Echo". */
const SPOKEN_TO = words(
  'spoke speak speaks speaking spoken talked talk talks talking said say says saying told confirmed statement statements comment comments email emails emailed letter interview interviews message messages remarks wrote writing written explained admitted revealed disclosed described denied complained issued sent provided given gave text texted according response responses reply replied recalled',
);
const SPOKEN_WITH = words(
  'call calls chat interview interviews interviewed conversation spoke speak speaking spoken talked talking conference discussion sat exchange',
);
/** Participles before "by" + outlet. */
const HEARD_BY = words('interviewed contacted asked reached approached questioned pressed quizzed phoned');
const SEEN_BY = words(
  'seen obtained reviewed verified viewed polled surveyed heard geolocated analysed analyzed',
);
const CARRIED_BY = words(
  'quoted cited reported published carried broadcast aired run released posted shown translated distributed monitored compiled conducted commissioned relayed shared first',
);
const QUOTED = words('quoted cited reported');
const WRITTEN_FOR = words('wrote writing op-ed column piece article essay comment editorial');
const GATHERED = words('report reports reporting footage tally figures data');
const GENERATED = words('generated auto-generated');
const FILMED = words('footage video images pictures');
/** What an outlet publishes. */
const PIECES = words('report reports story investigation article articles reporting dispatch analysis');
const WRITTEN_IN = words(
  'wrote writing writes op-ed article column interview essay letter comment commentary published writing piece editorial profile appeared quoted said advertisement',
);
const SAID_ON = words(
  'said say says saying told tell spoke speaking speak appeared appearing appearance interview interviewed asked remarks remark comments aired live broadcast discussed talking talked debate show programme program news',
);
/** Verbs with an outlet as subject that pass something on. */
const REPORTS = words(
  'reported reports report reporting printed prints said says say quoted quotes wrote writes cited cites revealed reveals published publishes claimed claims noted notes announced announces added adds broadcast broadcasts aired airs carried carries ran runs described describes disclosed discloses showed shows found finds learned learnt obtained counted estimates estimated calculated confirmed confirms called calls put released tallied projected projects declared suggested suggests alleged alleges first posted stated states explained tweeted',
);
const PREPOSITIONS = words(
  'of for at by with from in on to about against outside near behind inside via between like over under into across toward towards',
);
/** What an outlet sends to those it writes about. */
const REQUESTS = words(
  'request requests question questions calls call inquiries inquiry enquiries emails queries comment messages',
);
/** What an outlet says of its own work: verification, outreach, knowledge. */
const OWN_WORK =
  /^(?:(?:has|have|had|was|were|is|did|could|also|been|so|far|not|n't|immediately|independently|yet|repeatedly|been able|unable|able|to) )*(?:can (?:exclusively |now |today )?(?:reveal|report|disclose)|has (?:also |now )?(?:learned|learnt|been told)|does (?:not|n't) (?:usually |generally |typically |normally |routinely )?(?:identify|name|publish)|(?:could|was|were|has|have|did) (?:not|n't)|unable to|contacted|approached|understands|sought|reached out|asked|reviewed (?:the|a|an|its|his|her|their|\d)|examined|interviewed|verified|visited|geolocated|spoke (?:to|with)|has spoken|has seen|have seen|has obtained|has reviewed|has verified|has learned|has learnt|viewed|is not naming|agreed not|granted)\b/u;
const OWN_WORK_NOT =
  /^(?:(?:could|was|were|has|have|did|been) ?(?:not|n't)|was unable|were unable)\b.*?\b(?:verif|confirm|reach|contact|corroborat|authenticat|determin|establish|identif|nam|independent|get|obtain|locat|publish)/u;

const CONTRIBUTED =
  /\bcontribut(?:ed|ing|ions?) (?:to (?:this|the|our) (?:report|story|article|piece|dispatch)|reporting|additional|from|by)\b|\bcontributed\.?$/iu;
const PROVIDED =
  /\bfor this (?:report|story|article|piece)\b.*\b(?:provided|supplied|contributed|came)\b|\b(?:provided|supplied)\b.*\bfor this (?:report|story|article|piece)\b|\b(?:was|were) used in (?:this|the compilation of this) (?:report|story|article)\b|\bthis (?:report|story|article) (?:includes|contains|uses|was (?:written|compiled) with)\b/iu;
/** "An earlier version of this story was published by the Associated Press." */
const EARLIER_VERSION =
  /\b(?:version of this|this) (?:story|article|report|piece) (?:was |has been )?(?:first |originally |also )?(?:published|appeared|carried|ran)\b/iu;
const CONTRIBUTION_LINE =
  /^[\s(*_—–-]*(?:(?:with|and|some|additional|further|extra|including|includes) )*(?:reporting|files?|material|inputs?|contributions?|information|copy|reports|agency (?:copy|reports|material|inputs?)|agencies|video|footage)\b[^.]{0,50}\b(?:by|from)\b/iu;
const CREDIT_LINE =
  /^[\s(*_—–-]*(?:compiled (?:by|from)|sources?|credits?|via|copyright|©|\(c\)|agency|agencies|text|story|originally published (?:by|in|on)|(?:re)?printed (?:by|from|with)|(?:republished|reproduced) (?:by|from|with)|courtesy(?: of)?|this (?:article|story|report) (?:was )?(?:first |originally )?(?:appeared|published|produced|written|provided|supplied)(?: by| in| on)?)\b/iu;
const PHOTO_BEFORE =
  /(?:\b(?:photo(?:graph)?s?|pictures?|images?|pics?|video|footage|file|handout|illustration|camera)(?: credits?| courtesy)?(?: by| of| from| via)?[ :]+(?:[^.;:()]{0,40}[/,–—-] ?|the )?|\bvia |\/ ?(?:the )?)$/iu;
const PHOTO_AFTER =
  /^(?:['’]s?)?[ ]?(?:(?:file |pool |stock |handout )?(?:photo|photograph|picture|image|pool|handout|file)s?\b|\/[ ]?\p{Lu}|[ ]?via (?:Getty|AP|Reuters|AFP))/iu;

/** Nothing but names in one word each, between marks: "(AFP/dpa)", "— AP, Reuters", "via AP". */
const INITIALS_LINE =
  /^[\s(*_–—-]*(?:via )?(?:the )?[\p{L}-]{2,12}(?: ?[/,|&] ?[\p{L}-]{2,12}){0,3}[\s)*_]*$/iu;

/** Tokens of the longest sentence that may credit contributors. */
const LONGEST_CREDIT = 120;
/** "With AP, AFP": a line that is nothing but the names of contributors. */
const WITH_LINE =
  /^[\s(*_—–-]*with (?:the )?[\p{L}-]{2,12}(?:(?:,| and|\/) ?(?:the )?[\p{L}-]{2,12}){0,3}[\s.)*_]*$/iu;
/** "Lena Orlik | AFP", "… in June, the council said. — AFP": the name ends what stands before it. */
const SIGNED = /(?:^[^|]{3,60}\||[.!?”"’)] ?(?:—|–|--|-)) ?(?:the )?$/iu;
/** What may follow a name in a line of credits: more names and small words, but no verb of a sentence. */
const NO_SENTENCE =
  /^(?:[\s,/&;.:)\]|*_’'"-]|\b(?:and|in|on|the|of|for|at|from|by|with|reports?|reporting|staff|writers?|inputs?|copy|news|agency|agencies|service|was|were|used|report|this|story|all|rights|reserved)\b|\p{Lu}[\p{L}’'-]*|\d+)*$/u;

/** Place, date and bracket before the agency at the start of a paragraph: "OSLO, Norway, Nov 3 (". */
const DATELINE_BEFORE =
  /^[\s*_]*(?:\p{Lu}[^.!?;“”"]{0,60}?)?[([–—-]? ?\(?(?:[\p{Lu}][\p{L}. -]{1,25}[/,;&] ?)*$/u;
/** The rest of the dateline: closing bracket and dash. */
const DATELINE_AFTER =
  /^(?:[/,;&] ?[\p{L} .-]{2,30})?[)\]]\.?(?:,? (?:\p{Lu}[\p{Ll}.]{2,9} \d{1,2}|\d{1,2} \p{Lu}[\p{Ll}.]{2,9}))?[ ]?(?:[-–—:]|--)/u;
/** Without brackets: "Paris/dpa –", "PARIS, AFP —". */
const DATELINE_BARE = /^\p{Lu}[\p{L} .'’-]{1,30}(?:, \p{Lu}[\p{L}.]{1,10} \d{1,2})?[,/] ?$/u;
/** With brackets and a day, but without a dash: "New Delhi, Nov 3 (PTI) The mill …". */
const DATELINE_DAY = /^\p{Lu}[\p{L} .'’-]{1,30}, \p{Lu}\p{L}{2,8}\.? \d{1,2} \($/u;
const DATELINE_BARE_AFTER = /^ ?[–—-]{1,2} /u;

/** A paragraph short enough to be a line of its own rather than prose. */
function isLine(paragraph: Paragraph): boolean {
  return paragraph.tokens.count <= 30 && paragraph.sentenceStart.length <= 3;
}

function readDateline({ paragraph, start, end }: Place): boolean {
  const { text, dateline } = paragraph;
  if (dateline && start >= dateline.start && end <= dateline.end) return true;
  if (start > 80) return false;
  const before = text.slice(0, start);
  const after = text.slice(end, end + 40);
  const bracket = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
  if (bracket >= 0) {
    if (DATELINE_DAY.test(before) && /^\) \p{Lu}/u.test(after)) return true;
    const place = before.slice(0, bracket);
    // A place in capitals, a place and date, or nothing at all stand before the bracket: "(Reuters) - Kolb said".
    return (
      DATELINE_BEFORE.test(before) &&
      DATELINE_AFTER.test(after) &&
      (place.trim() === '' || place.trim().split(/\s+/u).length <= 8) &&
      !/\p{Ll}{3,} \p{Ll}{2,}/u.test(place)
    );
  }
  return DATELINE_BARE.test(before) && DATELINE_BARE_AFTER.test(after);
}

function readPhoto({ paragraph, start, end }: Place): boolean {
  const { text, zone } = paragraph;
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 30);
  // "AP Photo/Ada Quill", "REUTERS/Ada Quill", "Photo: Ada Quill/AFP", "(Photo by Ada Quill via AP)".
  if (/^ Photo\/|^\/\p{Lu}\p{Ll}+ \p{Lu}/u.test(after)) return true;
  // "Lena Orlik, AP Photographer"
  if (isLine(paragraph) && /^ Photographers?[)\s.]*$/u.test(text.slice(end))) return true;
  const credit =
    PHOTO_BEFORE.test(before) ||
    // "A Reuters/Ipsos poll found …" is no line of credits.
    (PHOTO_AFTER.test(after) && (!after.startsWith('/') || NO_SENTENCE.test(text.slice(end)))) ||
    // "A man stands by the pit. | AP"
    (isLine(paragraph) && /[.!?] ?\| ?(?:the )?$/iu.test(before));
  if (zone === 'caption')
    return credit || /[([/|:] ?(?:the )?$/u.test(before) || end >= text.trimEnd().length - 2;
  if (!credit) return false;
  return (
    zone !== 'body' || isLine(paragraph) || /[([][^)\]]*$/u.test(text.slice(Math.max(0, start - 80), start))
  );
}

function isDeterminer(tokens: Tokens, index: number): boolean {
  const tag = tagOf(tokens, index);
  return tag === 'DT' || tag === 'PRP$' || lowerOf(tokens, index) === "'s";
}

/** Goes left over article, adjectives and outlet nouns to the word that governs the outlet. */
export function governor(tokens: Tokens, first: number): number {
  let at = first - 1;
  for (let steps = 0; at >= 0 && steps < 8; steps++, at--) {
    const lower = lowerOf(tokens, at);
    if (lower === "'s" || lower === "'") {
      at -= 1;
      continue;
    }
    // "told the Velmoran weekly Tagblick"
    if (isCapital(tokens, at) && isOutletNoun(lowerOf(tokens, at + 1)) && isDeterminer(tokens, at - 1))
      continue;
    if (!isOutletModifier(tokens, at)) break;
  }
  return at;
}

/** True when one of the words stands among the `reach` tokens before `at`, in the same sentence. */
function hasBefore(tokens: Tokens, at: number, reach: number, set: ReadonlySet<string>): boolean {
  const sentence = tokens.sentence[at];
  for (let i = at - 1; i >= 0 && i >= at - reach && tokens.sentence[i] === sentence; i--)
    if (set.has(lowerOf(tokens, i))) return true;
  return false;
}

/** The frame to the left of a name, by the word that governs it; null when there is none. */
function readLeft(tokens: Tokens, first: number): Reading | null {
  const at = governor(tokens, first);
  if (at < 0) return null;
  const lower = lowerOf(tokens, at);
  const previous = lowerOf(tokens, at - 1);
  const frame = (name: string, fn: AgencyFunction): Reading => ({ function: fn, strength: 2, frame: name });
  if (TOLD.has(lower)) return frame('told', 'told-to');
  switch (lower) {
    case 'is':
      // "This is News Nine at six."
      return previous === 'this' ? frame('this-is', 'self') : null;
    case 'to':
      if (previous === 'according') return frame('according-to', 'source');
      // "was told to tap the card" is an order, not a hearer.
      if (TOLD.has(previous)) return null;
      return hasBefore(tokens, at, 4, SPOKEN_TO) ? frame('said-to', 'told-to') : null;
    case 'with':
      return hasBefore(tokens, at, 5, SPOKEN_WITH) ? frame('interview-with', 'told-to') : null;
    case 'by':
      if (hasBefore(tokens, at, 2, HEARD_BY)) return frame('asked-by', 'told-to');
      // "was quoted as saying by Tass"
      if (lowerOf(tokens, at - 1) === 'saying' && hasBefore(tokens, at, 5, QUOTED))
        return frame('quoted-by', 'source');
      // "a report by Bloomberg said"
      if (hasBefore(tokens, at, 1, PIECES)) return frame('report-from', 'source');
      // "a memo seen by the AP" speaks of the outlet's own work; whose text it is decides what that is.
      if (hasBefore(tokens, at, 2, SEEN_BY)) return frame('seen-by', 'mention');
      return hasBefore(tokens, at, 2, CARRIED_BY) ? frame('quoted-by', 'source') : null;
    case 'in':
      // "citing a report in the Harbour Echo"
      if (hasBefore(tokens, at, 1, PIECES)) return frame('report-from', 'source');
      return hasBefore(tokens, at, 6, WRITTEN_IN) ? frame('wrote-in', 'told-to') : null;
    case 'on':
      // "Footage on Velmora TV showed …"
      if (hasBefore(tokens, at, 2, FILMED)) return frame('report-from', 'source');
      return hasBefore(tokens, at, 10, SAID_ON) ? frame('said-on', 'told-to') : null;
    case 'for':
      return hasBefore(tokens, at, 3, WRITTEN_FOR) ? frame('wrote-for', 'told-to') : null;
    case 'from':
      // "auto-generated from a PTI feed"
      if (hasBefore(tokens, at, 2, GENERATED)) return { function: 'credit', strength: 3, frame: 'feed' };
      if (hasBefore(tokens, at, 6, REQUESTS)) return frame('request-from', 'self');
      return hasBefore(tokens, at, 3, GATHERED) ? frame('report-from', 'source') : null;
    case 'citing':
    case 'quoting':
    case 'per':
    case 'cited':
    case 'cites':
    case 'cite':
    case 'quotes':
    case 'quote':
    case 'quoted':
      return frame('citing', 'source');
    default:
      return null;
  }
}

/** The frame to the right of a name: its verb, or a participle after a comma. */
function readRight(paragraph: Paragraph, place: Place): Reading | null {
  const { tokens } = paragraph;
  let at = place.after;
  const sentence = sentenceOf(paragraph, place.first);
  // "A Reuters/Ipsos poll found"
  if (lowerOf(tokens, at) === '/' && isCapital(tokens, at + 1)) at += 2;
  // "did not respond to Reuters’ request for comment", "to questions from …" is read on the left.
  const owned =
    lowerOf(tokens, at) === "'s" || lowerOf(tokens, at) === "'" || lowerOf(tokens, at) === '’' ? at + 1 : -1;
  if (
    owned > 0 &&
    REQUESTS.has(lowerOf(tokens, owned + (lowerOf(tokens, owned + 1).startsWith('request') ? 1 : 0)))
  )
    return { function: 'self', strength: 2, frame: 'request-from' };
  // "A spokesman for the BBC said": the verb belongs to the spokesman; "as Reuters reported" is Reuters'.
  if (PREPOSITIONS.has(lowerOf(tokens, governor(tokens, place.first)))) return null;
  // "The Northern Press Agency (NPA) said"
  if (lowerOf(tokens, at) === '(' && lowerOf(tokens, at + 2) === ')') at += 3;
  const possessive = lowerOf(tokens, at) === "'s" || lowerOf(tokens, at) === "'";
  if (possessive) at++;
  // "WTFN, a local television station, reported"
  if (lowerOf(tokens, at) === ',' && /^(?:a|an|the|its|their)$/u.test(lowerOf(tokens, at + 1))) {
    let noun = false;
    for (let i = at + 1; i < Math.min(sentence.end, at + 10); i++) {
      if (isOutletNoun(lowerOf(tokens, i))) noun = true;
      if (lowerOf(tokens, i) === ',') {
        if (noun) at = i + 1;
        break;
      }
    }
  }
  while (at < sentence.end && at < place.after + 4 && isOutletModifier(tokens, at) && !isCapital(tokens, at))
    at++;
  const rest = Array.from({ length: Math.min(9, sentence.end - at) }, (_, i) => lowerOf(tokens, at + i)).join(
    ' ',
  );
  if (possessive) {
    // "Channel 6's Monique Salter is there", "the Echo's Ada Quill reported"
    if (
      isCapital(tokens, at) &&
      isCapital(tokens, at + 1) &&
      tagOf(tokens, at + 1) === 'NNP' &&
      at + 1 < sentence.end
    )
      return REPORTS.has(lowerOf(tokens, at + 2))
        ? { function: 'source', strength: 2, frame: 'own-witness' }
        : { function: 'self', strength: 2, frame: 'own-staff' };
    // "VOA's Armenian service reported", "the Echo's report said".
    return /^(?:[\p{L}-]+ ){0,2}(?:report|reports|analysis|tally|count|poll|survey|investigation|findings|story|exit poll|reporting) (?:said|says|found|showed|shows|showing|put|suggested|revealed)\b/u.test(
      rest,
    ) ||
      /^(?:[\p{L}-]+ )?(?:service|desk|bureau|programme|program|newsroom) (?:reported|said|quoted)\b/u.test(
        rest,
      )
      ? { function: 'source', strength: 2, frame: 'report-of' }
      : null;
  }
  if (
    OWN_WORK_NOT.test(rest) ||
    (OWN_WORK.test(rest) && !/^(?:could|was|were|has|have|did) (?:not|n't)/u.test(rest))
  )
    return { function: 'self', strength: 2, frame: 'own-work' };
  if (
    /^(?:['’]s )?(?:reporter|journalist|correspondent|witness|photographer|team|crew|reporters|journalists|correspondents|photographers|witnesses) (?:\p{L}+ \p{L}+ )?(?:said|saw|witnessed|reported|says|reports|counted|heard|found|learned|learnt|at the scene)/u.test(
      rest,
    )
  )
    return { function: 'source', strength: 2, frame: 'own-witness' };
  // "An AP tally puts the dead at 90."
  if (
    /^(?:[\p{L}-]+ )?(?:analysis|tally|count|poll|survey|investigation|review|report)(?: of (?:[\p{L}\d-]+ ){1,3}?)? ?(?:said|says|found|finds|shows?|showed|showing|put|puts|suggests?|suggested|revealed|reveals|indicates?|indicated)\b/u.test(
      rest,
    )
  )
    return { function: 'source', strength: 2, frame: 'report-of' };
  let verb = at;
  if (
    lowerOf(tokens, verb) === ',' &&
    /^, (?:citing|quoting|which (?:first )?(?:reported|cited|quoted))/u.test(rest)
  )
    return { function: 'source', strength: 2, frame: 'citing-after' };
  while (
    verb < at + 4 &&
    /^(?:has|have|had|also|first|earlier|later|previously|initially|then|separately|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
      lowerOf(tokens, verb),
    )
  )
    verb++;
  const tag = tagOf(tokens, verb);
  if (REPORTS.has(lowerOf(tokens, verb)) && tag !== 'NN' && tag !== 'JJ') {
    // "Kolb reports for the Echo" is not an outlet that reports; the outlet stands directly before the verb here.
    return { function: 'source', strength: 2, frame: 'reported' };
  }
  return null;
}

/** The function of a mention by the paragraph it stands in and the words around it. */
export function readFrame(place: Place): Reading {
  const { paragraph, first, start, end } = place;
  const { tokens, text, zone } = paragraph;
  const strong = (name: string, fn: AgencyFunction): Reading => ({ function: fn, strength: 3, frame: name });
  if (readDateline(place)) return strong('dateline', 'dateline');
  const line = isLine(paragraph);
  // "AFP/dpa", "via AP", "Xinhua | Velmora | Nov. 3": a line of initials is no picture's.
  if (line && (INITIALS_LINE.test(text) || (start <= 1 && /^ ?\| /u.test(text.slice(end)))))
    return strong('credit-line', 'credit');
  if (readPhoto(place)) return strong('photo', 'photo');
  const range = sentenceOf(paragraph, first);
  // No line of credits is that long, and a text without full stops would be read anew for each of its names.
  const sentence = range.end - range.start > LONGEST_CREDIT ? '' : textOf(paragraph, range);
  if (CONTRIBUTED.test(sentence) || PROVIDED.test(sentence)) return strong('contribution', 'contributor');
  if (EARLIER_VERSION.test(sentence)) return strong('credit-line', 'credit');
  if (zone === 'byline' || (line && /^[\s*_]*by \p{Lu}/iu.test(text) && tokens.count <= 16))
    return strong('byline', 'credit');
  const bare = line && NO_SENTENCE.test(text.slice(end));
  if (bare && (CONTRIBUTION_LINE.test(text.slice(0, start)) || (WITH_LINE.test(text) && start > 0)))
    return strong('contribution', 'contributor');
  if (bare && (CREDIT_LINE.test(text.slice(0, start)) || SIGNED.test(text.slice(0, start))))
    return strong('credit-line', 'credit');
  if (zone === 'credit' || zone === 'furniture') {
    if (
      /\b(?:by|from|with)\b/iu.test(text.slice(0, start)) &&
      /report|file|contribut|material|input/iu.test(text)
    )
      return strong('contribution', 'contributor');
    return strong('credit-line', 'credit');
  }
  // A paragraph that is nothing but names and marks: "— AFP/Reuters", "(AP)".
  if (
    tokens.count <= 8 &&
    /^[\s(*_©—–-]*(?:the )?$/iu.test(text.slice(0, start)) &&
    /^(?:[/,&) .*_-]|\band\b|\p{Lu}[\p{L}]*)*$/u.test(text.slice(end)) &&
    !/[.!?]$/u.test(text.trimEnd())
  )
    return strong('credit-line', 'credit');
  // "(AFP)" at the end of a paragraph.
  if (
    /[([] ?(?:[\p{Lu}][\p{L}. -]*[/,;&] ?)*$/u.test(text.slice(Math.max(0, start - 40), start)) &&
    /^(?:[/,;&] ?[\p{L} .]{2,30})?[)\]]\W*$/u.test(text.slice(end))
  )
    return strong('end-credit', 'credit');
  if ((tokens.quote[first] ?? 0) > 0) return { function: 'mention', strength: 1, frame: 'in-quote' };
  return (
    readLeft(tokens, first) ??
    readRight(paragraph, place) ?? { function: 'mention', strength: 1, frame: 'bare' }
  );
}
