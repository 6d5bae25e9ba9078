/**
 * Who stands behind each source: walks the article once, in text order, with what has been named so far in mind, and
 * gives every source, hearer and personal pronoun its entity, or leaves it open with the candidates. The first sieve
 * that answers wins and leaves its reason (docs/annotation.md). Never guesses gender from a name.
 */
import type { MentionKind, Reason, SpeakerType } from '../annotation.ts';
import type { LinkedAttribution, LinkedDocument } from '../attribute/linked.ts';
import { COARSE, tagIndex } from '../segment/tags.ts';
import type { Span } from '../text/spans.ts';
import { addGender, applyProfile, castOf, newDraft, profileBeforeComma, type Cast, type Draft, type KnownSpeaker } from './cast.ts';
import { nameKey, type Entity, type EntityGraph, type EntityMention, type Gender, type ResolvedSource } from './entities.ts';
import { findNames, type NameMention } from './names.ts';
import { isPersonNoun, OWNER_PRONOUNS, phraseFrom, profileOf, textOf, type Phrase, type Range } from './phrases.ts';
import { BODY_NOUNS, CAPITALS, COUNTRY_NAMES, DEMONYMS, DOCUMENTS, GROUPS, isPersonClass, PERSON_NOUNS, singularOf, tableKey } from './terms.ts';
import { formAt, lowerAt, sameSentence, spanOf, tokenFrom, wordsOf, type Words } from './words.ts';

export interface SpeakerOptions {
  /** A newsroom's own speakers. */
  readonly speakers?: readonly KnownSpeaker[];
  /** Names of agencies and outlets, by `nameKey`. */
  readonly agencyNames?: ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }>;
}

interface Link {
  readonly entity: number;
  readonly candidates: readonly number[];
  readonly reasons: readonly Reason[];
  readonly confidence: number;
  readonly kind: MentionKind;
  readonly onBehalfOf: number;
}

/** Something mentioned lately, for pronouns and descriptions. */
interface Focus {
  readonly entity: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly subject: boolean;
  readonly quoted: boolean;
  /** Inside reported words outside quotation marks. */
  readonly reported: boolean;
  readonly token: number;
}

interface State {
  readonly words: Words;
  readonly text: string;
  readonly document: LinkedDocument;
  readonly names: readonly NameMention[];
  /** Per token: index of the name mention that begins or goes on there, + 1. */
  readonly nameAt: Int32Array;
  readonly cast: Cast;
  readonly drafts: Draft[];
  readonly mentions: EntityMention[];
  /** Descriptions by head noun → entities, oldest first. */
  readonly byHead: Map<string, number[]>;
  /** Latest mentions, newest last. */
  readonly recent: Focus[];
  /** Speaker of the last attribution outside quotes, with its place. */
  lastSpeaker: { entity: number; sentence: number; paragraph: number } | null;
  /** Per token: 1 inside the content of an attribution. */
  readonly reported: Uint8Array;
  author: number;
  readonly apostrophe: string;
  /** Last paragraph of headline and first text. */
  readonly topParagraph: number;
  /** The person the first paragraph describes without naming, or -1. */
  lead: number;
}

const FOCUS_SIZE = 24;
const HEAD_SIZE = 12;
const NNS = tagIndex('NNS');
const NNPS = tagIndex('NNPS');
const VBN = tagIndex('VBN');
const VBG = tagIndex('VBG');

const MALE = new Set(['he', 'him', 'his', 'himself']);
const FEMALE = new Set(['she', 'her', 'hers', 'herself']);
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const THING = new Set(['it', 'its', 'itself']);
const FIRST = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'myself', 'ourselves']);
const RELATIVE = new Set(['who', 'which', 'that', 'whose', 'whom']);
const PRONOUNS = new Set([...MALE, ...FEMALE, ...PLURAL, ...THING, ...FIRST, ...RELATIVE, 'you']);

/** Heads whose bearer is kept unnamed on purpose: "sources close to the board". */
const SECRET_HEADS = new Set(['source', 'sources', 'insider', 'insiders', 'whistleblower', 'whistleblowers', 'whistle-blower', 'informant', 'informants']); // prettier-ignore
const SECRECY =
  /anonym|(?:not|n['’]t|never) (?:to )?be(?:en)? (?:named|identified|quoted)|to remain unnamed|not (?:been )?authori[sz]ed|not allowed to speak|declined to be (?:named|identified)|refused to be (?:named|identified)|identified only|gave only (?:his|her|their) first|names? (?:was|were|is|are|be|has been|have been) (?:not )?(?:withheld|changed)|familiar with (?:the|his|her|its|their)|(?:direct )?knowledge of|briefed on|close to the|who (?:attended|was present|were present|has seen|have seen)|off the record|\bunnamed\b|\bunidentified\b/iu;

const NOTHING: Link = { entity: -1, candidates: [], reasons: [], confidence: 0, kind: 'description', onBehalfOf: -1 };

const found = (entity: number, kind: MentionKind, confidence: number, reasons: readonly Reason[]): Link => ({
  entity,
  candidates: [],
  reasons,
  confidence,
  kind,
  onBehalfOf: -1,
});

/** Follows an entity that turned out to be another one. */
function rootOf(drafts: readonly Draft[], index: number): number {
  let at = index;
  for (let step = 0; step < 8; step++) {
    const next = drafts[at]?.mergedInto ?? -1;
    if (next < 0) return at;
    at = next;
  }
  return at;
}

const nameOf = (state: State, entity: number): string => state.drafts[entity]?.name ?? '';

function pushHead(state: State, head: string, entity: number): void {
  const list = state.byHead.get(head);
  if (list === undefined) state.byHead.set(head, [entity]);
  else {
    const at = list.indexOf(entity);
    if (at >= 0) list.splice(at, 1);
    list.push(entity);
    // In a very long document only the latest bearers of a role can be meant; the bound keeps the work linear.
    if (list.length > HEAD_SIZE) list.shift();
  }
}

function note(
  state: State,
  first: number,
  last: number,
  entity: number,
  kind: MentionKind,
  subject: boolean,
  attribution: number,
  candidates: readonly number[] = [],
): void {
  const { words } = state;
  const span = spanOf(words, first, last);
  state.mentions.push({
    ...span,
    entity,
    kind,
    paragraph: words.paragraph[first] ?? 0,
    quoted: words.quoted[first] === 1,
    attribution,
    subject,
    candidates,
  });
  if (entity < 0) return;
  const draft = state.drafts[entity];
  if (draft === undefined || (draft.place && attribution < 0)) return;
  state.recent.push({
    entity,
    sentence: words.sentence[first] ?? 0,
    paragraph: words.paragraph[first] ?? 0,
    subject,
    quoted: words.quoted[first] === 1,
    reported: state.reported[first] === 1 && attribution < 0,
    token: first,
  });
  if (state.recent.length > FOCUS_SIZE) state.recent.shift();
}

/**
 * Is the phrase at `i` the subject of its clause? No verb stands between it and the beginning of the sentence or the
 * clause, and no preposition before it.
 */
function isSubject(words: Words, i: number): boolean {
  let j = i - 1;
  while (j >= 0 && sameSentence(words, j, i) && /^(?:the|a|an)$/u.test(lowerAt(words, j))) j--;
  if (j < 0 || !sameSentence(words, j, i)) return true;
  if (words.coarse[j] === COARSE.preposition || words.coarse[j] === COARSE.to) return /^(?:because|while|although|though|if|when|as|since|after|before|until|whether|that)$/u.test(lowerAt(words, j)); // prettier-ignore
  for (; j >= 0 && sameSentence(words, j, i) && j > i - 14; j--) {
    const coarse = words.coarse[j];
    if (words.quoted[j] === 1 && words.quoted[i] !== 1) return true;
    const lower = lowerAt(words, j);
    if (coarse === COARSE.verb || coarse === COARSE.modal) return false;
    if (coarse === COARSE.preposition && j > i - 4 && !/^(?:because|while|although|though|if|when|as|since|after|before|until|whether|that)$/u.test(lower)) { // prettier-ignore
      // "On Friday Kolb said": a phrase of time before the subject; "the mayor of Tarn" is caught by its own start
      return lowerAt(words, i - 1) === ',' || words.coarse[i - 1] === COARSE.noun || words.capital[i - 1] === 1;
    }
    if (/^(?:and|but|while|;|because|that)$/u.test(lower)) return true;
  }
  return true;
}

/** Can the entity be meant by a singular personal pronoun? */
function isSinglePerson(draft: Draft): boolean {
  return !draft.plural && !draft.place && (draft.type === 'person' || draft.type === 'anonymous');
}

function genderFits(draft: Draft, gender: Gender): boolean {
  return draft.gender === null || draft.gender === gender;
}

interface Scored {
  readonly entity: number;
  readonly score: number;
  readonly token: number;
}

/** Ranks what was mentioned lately; the best and whatever comes too near to it. */
function rank(
  state: State,
  i: number,
  accepts: (draft: Draft) => boolean,
  bonus: (draft: Draft) => number,
  reach: number,
): Scored[] {
  const { words, recent, drafts } = state;
  const sentence = words.sentence[i] ?? 0;
  const paragraph = words.paragraph[i] ?? 0;
  const best = new Map<number, Scored>();
  // The sentence whose subject could be meant, last before this one.
  let lastSubjectSentence = -1;
  let lastSubjectParagraph = -1;
  for (const focus of recent) {
    if (!focus.subject || focus.quoted || focus.reported || focus.sentence >= sentence) continue;
    const draft = drafts[rootOf(drafts, focus.entity)];
    if (draft === undefined || !accepts(draft)) continue;
    lastSubjectSentence = focus.sentence;
    lastSubjectParagraph = focus.paragraph;
  }
  const speaker = state.lastSpeaker;
  const isQuoted = words.quoted[i] === 1;
  const offer = (entity: number, score: number, token: number): void => {
    const known = best.get(entity);
    if (known === undefined || known.score < score) best.set(entity, { entity, score, token });
  };
  for (const focus of recent) {
    const entity = rootOf(drafts, focus.entity);
    const draft = drafts[entity];
    if (draft === undefined || !accepts(draft)) continue;
    if (paragraph - focus.paragraph > reach || focus.quoted !== isQuoted) continue;
    const near = focus.paragraph === paragraph;
    let score: number;
    if (focus.sentence === sentence) score = focus.subject && !focus.reported ? 5 : focus.token < i ? 4.3 : 1.6;
    else if (focus.reported) score = near ? 1.6 : 1.2;
    // "The pond belongs to Len Furnival, 77. … he said": nobody else is the subject of this paragraph
    else if (!focus.subject) score = near ? (lastSubjectParagraph === paragraph ? 2.4 : 4.25) : 1.9;
    else if (focus.sentence === lastSubjectSentence) score = near ? 4.4 : 3.4;
    else score = near ? 3.5 : 2.7;
    offer(entity, score + bonus(draft), focus.token);
  }
  if (speaker !== null && paragraph - speaker.paragraph <= reach) {
    const draft = drafts[speaker.entity];
    // The chain of the speaker goes on until the paragraph has a subject of its own.
    if (draft !== undefined && accepts(draft)) {
      const overtaken = lastSubjectSentence > speaker.sentence;
      offer(speaker.entity, (overtaken ? 3 : speaker.paragraph === paragraph ? 4.5 : 3.9) + bonus(draft), -1);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.token - a.token);
}

const NEAR = 0.2;

function choose(state: State, ranked: readonly Scored[], pronoun: string, span: Span): Link {
  const first = ranked[0];
  if (first === undefined) return { ...NOTHING, kind: 'pronoun' };
  const rivals = ranked.filter((other) => other.entity !== first.entity && first.score - other.score < NEAR);
  const isSpeaker = state.lastSpeaker?.entity === first.entity;
  if (rivals.length > 0) {
    return {
      ...NOTHING,
      kind: 'pronoun',
      candidates: [first.entity, ...rivals.map((rival) => rival.entity)],
      reasons: [{ kind: 'ambiguous', span, args: { word: pronoun, count: rivals.length + 1 } }],
    };
  }
  const second = ranked[1];
  const margin = second === undefined ? 3 : first.score - second.score;
  const args = { word: pronoun, name: nameOf(state, first.entity) };
  const why = ranked.length === 1 ? 'only-candidate' : isSpeaker ? 'previous-speaker' : 'subject';
  const confidence = Math.min(0.95, 0.68 + 0.09 * margin);
  return found(first.entity, 'pronoun', confidence, [
    { kind: 'pronoun', span, args, weight: confidence },
    { kind: why, args: { name: nameOf(state, first.entity) } },
  ]);
}

/** Sieves 6 and 7: he, she, it, they. */
function pronounLink(state: State, i: number, tie = false, exclude = -1): Link {
  const { words, drafts } = state;
  const lower = lowerAt(words, i);
  const span = spanOf(words, i, i);
  if (MALE.has(lower) || FEMALE.has(lower)) {
    const gender: Gender = MALE.has(lower) ? 'male' : 'female';
    const ranked = rank(state, i, (draft) => draft.index !== exclude && isSinglePerson(draft) && genderFits(draft, gender), (draft) => (draft.gender === gender ? 0.15 : 0), 3); // prettier-ignore
    const link = choose(state, ranked, formAt(words, i), span);
    const draft = drafts[link.entity];
    if (draft !== undefined && draft.gender === null && (tie ? link.confidence >= 0.75 : ranked.length === 1 && state.reported[i] !== 1)) addGender(draft, gender, 'pronoun', span);
    return link;
  }
  if (PLURAL.has(lower)) {
    const many = rank(state, i, (draft) => draft.plural || draft.type === 'organization' || draft.type === 'group' || draft.type === 'country', (draft) => (draft.plural || draft.type === 'group' ? 0.6 : 0), 3); // prettier-ignore
    const top = many[0];
    const speaker = state.lastSpeaker;
    const single = speaker === null ? undefined : drafts[speaker.entity];
    // Singular they: the last speaker is one person of unknown gender and no group is nearer.
    if (speaker !== null && single !== undefined && isSinglePerson(single) && single.gender === null && (top === undefined || top.score < 3.4) && (words.paragraph[i] ?? 0) - speaker.paragraph <= 1) { // prettier-ignore
      return found(speaker.entity, 'pronoun', 0.7, [
        { kind: 'pronoun', span, args: { word: formAt(words, i), name: single.name }, weight: 0.7 },
        { kind: 'singular-they', args: { name: single.name } },
      ]);
    }
    return choose(state, many, formAt(words, i), span);
  }
  const things = rank(state, i, (draft) => !draft.plural && (draft.type === 'organization' || draft.type === 'country' || draft.type === 'document' || draft.type === 'agency' || draft.type === 'outlet'), () => 0, 3); // prettier-ignore
  return choose(state, things, formAt(words, i), span);
}

/** Sieve 5: "Oduya, who said" — the phrase before the relative word. */
function relativeLink(state: State, i: number): Link {
  const { words, drafts } = state;
  const span = spanOf(words, i, i);
  let end = i - 1;
  while (end >= 0 && sameSentence(words, end, i) && /^(?:,|and|of|with|to|some|all|one|many|most|both|\d{1,3})$/u.test(lowerAt(words, end))) end--; // prettier-ignore
  if (end < 0 || !sameSentence(words, end, i)) return { ...NOTHING, kind: 'pronoun' };
  if (end < i - 1) {
    // "a letter, sent in his name, that promised": an insertion between commas is passed over
    let comma = end;
    while (comma > 0 && sameSentence(words, comma, i) && lowerAt(words, comma) !== ',' && end - comma < 10) comma--;
    const opener = words.tag[comma + 1];
    if (lowerAt(words, comma) === ',' && (opener === VBN || opener === VBG || lowerAt(words, comma + 1).endsWith('ed') || /^(?:\d{1,3}|aged)$/u.test(lowerAt(words, comma + 1))) && sameSentence(words, comma - 1, i)) end = comma - 1; // prettier-ignore
  }
  // The mention that ends there; a person for "who", preferably not inside another phrase.
  for (let at = state.mentions.length - 1; at >= 0 && at > state.mentions.length - 12; at--) {
    const mention = state.mentions[at];
    if (mention === undefined || mention.entity < 0) continue;
    if (mention.end > span.start) continue;
    if (mention.end < (words.start[Math.max(0, end - 12)] ?? 0)) break;
    const between = tokenFrom(words, mention.end);
    if (lowerAt(words, i) === 'that' && between <= end) break;
    let clean = true;
    for (let j = between; j <= end; j++) if (words.coarse[j] === COARSE.verb || words.coarse[j] === COARSE.modal || words.coarse[j] === COARSE.end) clean = false; // prettier-ignore
    if (!clean) break;
    const draft = drafts[mention.entity];
    if (draft === undefined) continue;
    const thing = lowerAt(words, i) === 'which';
    const person = draft.type === 'person' || draft.type === 'group' || draft.type === 'anonymous';
    if (thing === person && lowerAt(words, i) !== 'that') continue;
    return found(mention.entity, 'pronoun', 0.88, [
      { kind: 'relative', span, args: { word: formAt(words, i), name: draft.name }, weight: 0.88 },
    ]);
  }
  // "a woman who said she …": make the phrase before it a mention.
  let from = end;
  while (from > 0 && sameSentence(words, from - 1, end) && end - from < 8 && (words.coarse[from - 1] === COARSE.noun || words.coarse[from - 1] === COARSE.name || words.coarse[from - 1] === COARSE.adjective || words.coarse[from - 1] === COARSE.number || words.coarse[from - 1] === COARSE.possessive)) from--; // prettier-ignore
  if (from > 0 && words.coarse[from - 1] === COARSE.determiner && sameSentence(words, from - 1, end)) from--;
  const phrase = phraseFrom(words, from, end + 1, false);
  if (phrase === null) return { ...NOTHING, kind: 'pronoun' };
  const link = descriptionLink(state, phrase, end + 1, false, null);
  return link.entity < 0 ? { ...link, kind: 'pronoun' } : found(link.entity, 'pronoun', 0.8, [{ kind: 'relative', span, args: { word: formAt(words, i), name: nameOf(state, link.entity) }, weight: 0.8 }]); // prettier-ignore
}

/** Sieve 8: I and we. Inside quotation marks the speaker of the quotation, outside the author. */
function firstPersonLink(state: State, i: number, attribution: number): Link {
  const { words, document } = state;
  const span = spanOf(words, i, i);
  if (words.quoted[i] === 1) {
    const start = words.start[i] ?? 0;
    for (let at = attribution; at >= 0 && at >= attribution - 3; at--) {
      const other = document.attributions[at];
      if (other === undefined || at === attribution) continue;
      if (other.content.some((content) => content.start <= start && start < content.end)) {
        const speaker = state.lastSpeaker;
        if (speaker !== null) return found(speaker.entity, 'pronoun', 0.8, [{ kind: 'first-person', span, args: { word: formAt(words, i), name: nameOf(state, speaker.entity) } }]); // prettier-ignore
      }
    }
    const speaker = state.lastSpeaker;
    if (speaker !== null) return found(speaker.entity, 'pronoun', 0.6, [{ kind: 'first-person', span, args: { word: formAt(words, i), name: nameOf(state, speaker.entity) } }]); // prettier-ignore
    return { ...NOTHING, kind: 'pronoun' };
  }
  const author = authorOf(state, i);
  return found(author, 'pronoun', 0.75, [{ kind: 'author', span, args: { word: formAt(words, i) }, weight: 0.75 }]);
}

function authorOf(state: State, i: number): number {
  if (state.author >= 0) return state.author;
  const { words, drafts, text } = state;
  const byline = words.zones.findIndex((zone, paragraph) => zone === 'byline' && /^by$/iu.test(lowerAt(words, words.paragraphStart[paragraph] ?? 0))); // prettier-ignore
  const first = byline < 0 ? -1 : (words.paragraphStart[byline] ?? 0) + 1;
  let last = first;
  while (first >= 0 && last + 1 < (words.paragraphStart[byline + 1] ?? 0) && words.capital[last + 1] === 1) last++;
  const signed = first > 0 && words.capital[first] === 1;
  const draft = newDraft(drafts, 'person', signed ? textOf(words, text, first, last) : 'the author', signed ? first : i);
  draft.named = signed;
  if (signed) draft.introduction = spanOf(words, first, last);
  state.author = draft.index;
  return draft.index;
}

/** What a description's head says of the sort of speaker. */
function typeOfHead(words: Words, phrase: Phrase, finding: boolean): { readonly type: SpeakerType; readonly plural: boolean } {
  const lower = lowerAt(words, phrase.head);
  const last = lower.includes('-') && !PERSON_NOUNS.has(lower) ? lower.slice(lower.lastIndexOf('-') + 1) : lower;
  if (SECRET_HEADS.has(lower)) return { type: 'anonymous', plural: lower.endsWith('s') };
  const person = PERSON_NOUNS.get(last);
  if (person !== undefined && !person.plural) return { type: 'person', plural: false };
  if (/-?year-old$/u.test(lower)) return { type: 'person', plural: false };
  if (DOCUMENTS.has(lower) && !(person?.plural ?? false)) return { type: 'document', plural: words.tag[phrase.head] === NNS };
  if (GROUPS.has(lower) || (person?.plural ?? false)) return { type: 'group', plural: true };
  if (BODY_NOUNS.has(lower)) return { type: 'organization', plural: false };
  if (DEMONYMS.has(lower)) return { type: 'group', plural: true };
  const tag = words.tag[phrase.head];
  if (tag === NNS || tag === NNPS) {
    const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.endsWith('s') ? lower.slice(0, -1) : lower;
    if (BODY_NOUNS.has(singular) || isPersonClass(singularOf(last))) return { type: 'group', plural: true };
    if (DOCUMENTS.has(singular)) return { type: 'document', plural: true };
    return finding ? { type: 'document', plural: true } : { type: 'group', plural: true };
  }
  if (isPersonClass(last) || (/(?:er|or|ist|ian|man|woman|eer|smith|wright|herd|monger)$/u.test(last) && last.length > 4)) return { type: 'person', plural: false };
  return { type: finding ? 'document' : 'organization', plural: false };
}

/** Documents called by different nouns in one article. */
const DOCUMENT_KIN: readonly ReadonlySet<string>[] = [
  new Set(['study', 'paper', 'research', 'article', 'analysis', 'findings']),
  new Set(['report', 'review', 'audit', 'inquiry', 'investigation', 'document', 'dossier', 'assessment']),
  new Set(['lawsuit', 'suit', 'complaint', 'filing', 'petition', 'claim', 'case']),
  new Set(['indictment', 'charges', 'filing', 'affidavit', 'warrant', 'document', 'papers']),
  new Set(['poll', 'survey']),
  new Set(['letter', 'email', 'e-mail', 'memo', 'memorandum', 'message', 'note']),
  new Set(['statement', 'communique', 'declaration', 'release']),
  new Set(['ruling', 'judgment', 'judgement', 'verdict', 'decision', 'order']),
];
const COMPANY_WORDS = new Set(['company', 'firm', 'group', 'business', 'corporation', 'retailer', 'manufacturer', 'maker', 'carmaker', 'lender', 'insurer', 'airline', 'operator', 'developer', 'supplier', 'publisher', 'startup', 'start-up', 'giant', 'conglomerate', 'utility', 'brewer', 'builder', 'bank', 'chain', 'organisation', 'organization', 'body', 'agency', 'charity', 'watchdog', 'regulator', 'institution', 'party', 'union', 'club', 'team', 'network', 'paper', 'newspaper', 'country', 'nation', 'kingdom', 'republic', 'island', 'maker', 'miner', 'producer', 'carrier', 'supermarket', 'shipbuilder', 'force', 'university', 'museum', 'hospital', 'school', 'campaign', 'federation', 'association', 'council', 'ministry', 'department']); // prettier-ignore
/** Bodies that a trade word describes: "the truck maker". */
const MAKERS = new Set(['maker', 'carmaker', 'giant', 'chain', 'operator', 'developer', 'builder', 'lender', 'retailer', 'brewer', 'manufacturer', 'supplier', 'insurer', 'watchdog', 'regulator', 'airline', 'publisher', 'producer', 'carrier', 'supermarket', 'shipbuilder', 'shipper', 'miner', 'start-up', 'startup', 'utility']); // prettier-ignore
const MEDIA_NOUNS = new Set(['news', 'agency', 'newspaper', 'channel', 'broadcaster', 'magazine', 'website', 'network', 'newswire', 'wire', 'service', 'television', 'tv', 'radio', 'station']); // prettier-ignore
/** What a person who is named anyway is called for a change of words. */
const STYLED = new Set('midfielder striker defender goalkeeper winger forward batsman batter bowler quarterback pitcher runner sprinter swimmer skater skier rider golfer boxer cyclist heptathlete rower actor actress singer songwriter musician rapper comedian author novelist writer poet filmmaker painter pensioner grandmother grandfather billionaire tycoon entrepreneur champion olympian politician lawmaker veteran star newcomer'.split(' ')); // prettier-ignore
const PERSON_WORDS = new Set(['man', 'woman', 'person', 'boy', 'girl', 'teenager', 'pensioner', 'year-old']);

/** Roles that headlines and second mentions call by each other's names ("Rovers boss", "the club's manager"). */
const ROLE_KIN: readonly ReadonlySet<string>[] = [
  new Set(['boss', 'manager', 'coach', 'chief', 'head', 'leader', 'executive', 'ceo', 'director']),
  new Set(['lawyer', 'solicitor', 'barrister', 'attorney', 'counsel']),
  new Set(['doctor', 'gp', 'physician', 'surgeon', 'medic']),
  new Set(['mp', 'lawmaker', 'legislator', 'congressman', 'congresswoman', 'senator', 'representative', 'politician', 'peer']),
  new Set(['policeman', 'policewoman', 'officer', 'detective', 'sergeant', 'constable', 'inspector', 'superintendent', 'commander']),
  new Set(['teacher', 'headteacher', 'principal', 'headmaster', 'headmistress']),
  new Set(['writer', 'author', 'novelist']),
  new Set(['actor', 'actress', 'star']),
  new Set(['scientist', 'researcher', 'biologist', 'physicist', 'chemist', 'geologist', 'ecologist', 'academic', 'professor', 'expert']),
  new Set(['councillor', 'councilman', 'councilwoman', 'alderman']),
  new Set(['watchdog', 'regulator', 'authority', 'ombudsman']),
];

/** Modifiers of a phrase that tell one bearer from another. */
function modifiersOf(words: Words, phrase: Phrase): string[] {
  const list: string[] = [];
  for (let i = phrase.core; i < phrase.head; i++) {
    const lower = lowerAt(words, i);
    if (/^[\p{L}]/u.test(lower) && !/^(?:other|same|very|local|senior|top|new|former)$/u.test(lower)) list.push(lower);
  }
  return list;
}

/** Name of an entity that the article only describes: its own words, without "the". */
function describedName(state: State, first: number, last: number): string {
  const { words, text } = state;
  let from = first;
  if (/^(?:the|this|that|these|those|our|my)$/u.test(lowerAt(words, from)) && from < last) from++;
  const name = textOf(words, text, from, last);
  const isName = (state.nameAt[from] ?? 0) > 0 || /^\p{Lu}[\p{Lu}\d.]/u.test(name) || name.startsWith('I ');
  return isName ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** Sieves 4, 10, 12, 13: what a common noun phrase points to, or a new entity for it. */
function descriptionLink(
  state: State,
  phrase: Phrase,
  to: number,
  finding: boolean,
  attribution: LinkedAttribution | null,
): Link {
  const { words, text, drafts } = state;
  const head = lowerAt(words, phrase.head);
  const { type, plural } = typeOfHead(words, phrase, finding);
  const span = spanOf(words, phrase.first, phrase.head);
  const kind = type === 'person' || type === 'anonymous' ? 'role' : 'description';

  // "its defence ministry", "her lawyer", "Hartmann's lawyer"
  if (phrase.owner !== null) {
    const owned = ownedLink(state, phrase, to, type, plural);
    if (owned !== null) return owned;
  }
  const oneOf = /^(?:one|another)$/u.test(lowerAt(words, phrase.first)) && lowerAt(words, phrase.first + 1) === 'of';
  const definite = phrase.determiner === 'definite' || (phrase.determiner === 'none' && (type !== 'person' || words.zones[words.paragraph[phrase.first] ?? 0] === 'headline')) || (phrase.determiner === 'owner'); // prettier-ignore
  let lastOfName = phrase.head;
  // "a spokesman for Hartmann", "residents of Tarn": the phrase after belongs to the description
  let after: number = phrase.head + 1;
  const preposition = lowerAt(words, after);
  let behalf = -1;
  let object: Phrase | null = null;
  if (after + 1 < to && /^(?:for|of|at|from|with|in|close|near|to|who|on)$/u.test(preposition)) {
    if (preposition === 'close' || preposition === 'near') after++;
    if (lowerAt(words, after) === 'to') after++;
    object = preposition === 'who' ? null : phraseFrom(words, /^(?:for|of|at|from|with|in|on|to)$/u.test(lowerAt(words, after)) ? after + 1 : after, to, false); // prettier-ignore
    if (object !== null) lastOfName = object.head;
  }
  const modifiers = modifiersOf(words, phrase);
  if (definite && !oneOf) {
    const link = coreference(state, phrase, head, modifiers, type, span, object);
    if (link !== null) return link;
  }
  const noun = PERSON_NOUNS.get(head);
  const representative = noun !== undefined && noun.kind !== 'role' && noun.kind !== 'kin';
  if (object !== null && (representative || plural || type === 'person')) behalf = entityOfRange(state, object);
  if (behalf < 0 && representative && phrase.core < phrase.head) behalf = entityOfTokens(state, phrase.core, phrase.head - 1);

  // "A spokeswoman said": for the body spoken of last
  if (behalf < 0 && noun?.kind === 'spokes' && phrase.core === phrase.head && object === null) behalf = bodyNear(state, phrase.first);

  const name = describedName(state, phrase.first, lastOfName);
  const key = nameKey(name);
  const same = state.cast.byKey.get(key);
  if (same !== undefined && same >= 0 && phrase.determiner !== 'indefinite') {
    return found(rootOf(drafts, same), 'description', 0.85, [{ kind, span, args: { word: head, name: nameOf(state, same) } }]);
  }
  const draft = newDraft(drafts, type, name, phrase.first);
  draft.named = false;
  draft.plural = plural;
  draft.heads.add(head);
  draft.introduction = spanOf(words, phrase.first, lastOfName);
  if (type === 'person' || (type === 'group' && noun !== undefined)) {
    const profile = profileOf(words, text, phrase, to, (i) => (state.nameAt[i] ?? 0) > 0);
    if (type === 'person') {
      applyProfile(words, draft, profile);
      draft.type = 'person';
    } else if (profile.affiliation !== null && profile.affiliationRange !== null) {
      draft.affiliation = profile.affiliation;
      draft.affiliationSpan = spanOf(words, profile.affiliationRange.first, profile.affiliationRange.last);
    }
  }
  if (type === 'person' && PERSON_WORDS.has(head)) draft.role = null;
  // "a market trader", "one official": somebody the article will not name
  if (type === 'person' && attribution !== null && phrase.determiner !== 'definite' && phrase.determiner !== 'owner' && phrase.determiner !== 'none' && !representative && behalf < 0) draft.type = 'anonymous'; // prettier-ignore
  if (oneOf) {
    draft.type = 'anonymous';
    draft.plural = false;
  }
  if (behalf >= 0) {
    if (noun?.kind === 'spokes') draft.affiliation ??= nameOf(state, behalf);
    draft.principal = behalf;
    draft.principalKind = noun?.kind === 'lawyer' ? 'lawyer-for' : 'speaks-for';
    if (!representative) {
      draft.principalKind = 'part-of';
      behalf = -1;
    }
  }
  if (phrase.determiner !== 'indefinite') state.cast.byKey.set(key, draft.index);
  const paragraph = words.paragraph[phrase.first] ?? 0;
  if (type === 'person' && state.lead < 0 && paragraph === state.topParagraph && words.quoted[phrase.first] !== 1 && (attribution !== null || phrase.determiner === 'indefinite' || isSubject(words, phrase.first))) state.lead = draft.index; // prettier-ignore
  pushHead(state, head, draft.index);
  if (attribution !== null && (type === 'person' || type === 'group' || type === 'anonymous') && isSecret(state, phrase, to, attribution)) // prettier-ignore
    draft.type = 'anonymous';
  return {
    ...found(draft.index, 'description', 0.85, [
      { kind: draft.type === 'anonymous' ? 'anonymous' : 'described', span, args: { name: draft.name } },
      ...(behalf >= 0 ? [{ kind: 'on-behalf-of', args: { name: nameOf(state, behalf) } }] : []),
    ]),
    onBehalfOf: behalf,
  };
}

/** The body that a spokesperson without one speaks for: the subject or speaker of the last sentences. */
function bodyNear(state: State, i: number): number {
  const bodies = rank(state, i, (draft) => !draft.place && !draft.plural && (draft.type === 'organization' || draft.type === 'country') && draft.named, () => 0, 1); // prettier-ignore
  const first = bodies[0];
  return first === undefined || bodies.some((other) => other !== first && first.score - other.score < NEAR) ? -1 : first.entity;
}

/** Does the sentence say that the source is kept unnamed, and why? */
function isSecret(state: State, phrase: Phrase, to: number, attribution: LinkedAttribution): boolean {
  const { words, text } = state;
  if (/^(?:unnamed|unidentified|anonymous)$/u.test(lowerAt(words, phrase.core))) return true;
  const cue = attribution.cue.at(-1);
  let last = Math.max(to, cue === undefined ? to : tokenFrom(words, cue.end));
  const limit = Math.min(words.count, phrase.head + 60);
  while (last < limit && sameSentence(words, last, phrase.head)) last++;
  return SECRECY.test(text.slice(words.start[phrase.first], words.end[Math.min(last, words.count) - 1]));
}

/** The entity that a phrase inside a description names ("for Hartmann", "for the transport ministry"), or -1. */
function entityOfRange(state: State, phrase: Phrase): number {
  const named = entityOfTokens(state, phrase.owner === null ? phrase.core : phrase.owner.first, phrase.head);
  if (named >= 0) return named;
  if (phrase.head === phrase.first && PRONOUNS.has(lowerAt(state.words, phrase.head))) return pronounLink(state, phrase.head).entity; // prettier-ignore
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  return link.entity;
}

/** The named entity whose mention ends at or before `last`, not before `first`, or -1. */
function entityOfTokens(state: State, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const at = (state.nameAt[i] ?? 0) - 1;
    if (at < 0) continue;
    const link = state.cast.links[at];
    return link === undefined ? -1 : rootOf(state.drafts, link.entity);
  }
  return -1;
}

/** "its defence ministry" → Azerbaijan's defence ministry; "her lawyer" → Ferrow's lawyer. */
function ownedLink(state: State, phrase: Phrase, to: number, type: SpeakerType, plural: boolean): Link | null {
  const { words, text, drafts } = state;
  if (phrase.owner === null) return null;
  const word = lowerAt(words, phrase.owner.first);
  const isPronoun = phrase.owner.first === phrase.owner.last && OWNER_PRONOUNS.has(word);
  let owner: number;
  if (isPronoun) {
    const link = FIRST.has(word) ? firstPersonLink(state, phrase.owner.first, -1) : pronounLink(state, phrase.owner.first);
    owner = link.entity;
    note(state, phrase.owner.first, phrase.owner.first, owner, 'pronoun', false, -1, link.candidates);
    if (owner < 0) return link.candidates.length > 0 ? { ...link, kind: 'description' } : null;
  } else {
    owner = entityOfTokens(state, phrase.owner.first, phrase.owner.last);
    if (owner < 0) return null;
  }
  owner = rootOf(drafts, owner);
  const head = lowerAt(words, phrase.head);
  const core = textOf(words, text, phrase.core, phrase.head);
  const noun = PERSON_NOUNS.get(head);
  // "Tolvania's president" after "Ludvik Orsag, the president of Tolvania"
  if (type === 'person') {
    for (const candidate of state.byHead.get(head) ?? []) {
      const draft = drafts[rootOf(drafts, candidate)];
      if (draft?.affiliation !== undefined && draft.affiliation !== null && nameKey(draft.affiliation) === nameKey(nameOf(state, owner)))
        return found(draft.index, 'description', 0.85, [{ kind: 'role', span: spanOf(words, phrase.first, phrase.head), args: { word: core, name: draft.name } }]); // prettier-ignore
    }
  }
  const name = `${nameOf(state, owner)}${nameOf(state, owner).endsWith('s') && plural ? state.apostrophe : `${state.apostrophe}s`} ${core}`;
  const key = nameKey(name);
  const known = state.cast.byKey.get(key);
  const span = spanOf(words, phrase.first, phrase.head);
  const reason: Reason = { kind: 'owner', span, args: { word: formAt(words, phrase.owner.first), name: nameOf(state, owner) } };
  if (known !== undefined && known >= 0) return found(rootOf(drafts, known), 'description', 0.85, [reason]);
  const draft = newDraft(drafts, type, name, phrase.first);
  draft.named = false;
  draft.plural = plural;
  draft.heads.add(head);
  draft.introduction = span;
  draft.affiliation = nameOf(state, owner);
  draft.affiliationSpan = spanOf(words, phrase.owner.first, phrase.owner.last);
  draft.principal = owner;
  draft.principalKind = noun === undefined ? 'part-of' : noun.kind === 'kin' ? 'related-to' : noun.kind === 'lawyer' ? 'lawyer-for' : noun.kind === 'spokes' || noun.kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
  if (noun !== undefined && !noun.plural) {
    draft.role = core;
    draft.roleSpan = spanOf(words, phrase.core, phrase.head);
    draft.roleWeight = 2;
    if (noun.gender !== null) addGender(draft, noun.gender, 'noun', spanOf(words, phrase.head, phrase.head));
    if (noun.kind === 'kin') draft.affiliation = null;
  }
  state.cast.byKey.set(key, draft.index);
  pushHead(state, head, draft.index);
  void to;
  const behalf = draft.principalKind === 'speaks-for' || draft.principalKind === 'lawyer-for' ? owner : -1;
  return { ...found(draft.index, 'description', 0.8, [reason]), onBehalfOf: behalf };
}

/** Finds what "the deputy mayor", "the board", "the report", "the company" points back (or, at the top, forward) to. */
function coreference(
  state: State,
  phrase: Phrase,
  head: string,
  modifiers: readonly string[],
  type: SpeakerType,
  span: Span,
  object: Phrase | null,
): Link | null {
  const { words, text, drafts } = state;
  const heads = new Set([head]);
  if (type === 'document') for (const kin of DOCUMENT_KIN) if (kin.has(head)) for (const other of kin) heads.add(other);
  const objectText = object === null ? '' : nameKey(textOf(words, text, object.core, object.head));
  const fits: number[] = [];
  for (const word of heads) {
    for (const candidate of state.byHead.get(word) ?? []) {
      const entity = rootOf(drafts, candidate);
      const draft = drafts[entity];
      if (draft === undefined || fits.includes(entity)) continue;
      if (word !== head && type === 'document' && draft.type !== 'document') continue;
      const own = nameKey(`${draft.role ?? ''} ${draft.affiliation ?? ''} ${draft.name}`);
      if (modifiers.length > 0 && !modifiers.every((modifier) => own.includes(nameKey(modifier)))) continue;
      if (objectText !== '' && !own.includes(objectText) && draft.affiliation !== null) continue;
      if (objectText !== '' && !own.includes(objectText) && draft.named === false) continue;
      fits.push(entity);
    }
  }
  const pick = (entity: number, confidence: number): Link =>
    found(entity, 'description', confidence, [
      { kind: 'role', span, args: { word: textOf(words, text, phrase.core, phrase.head), name: nameOf(state, entity) }, weight: confidence },
    ]);
  if (fits.length === 0 && (type === 'person' || MAKERS.has(head))) {
    const kin = akin(state, head, modifiers);
    if (kin >= 0) return pick(kin, 0.65);
  }
  if (fits.length === 1 && fits[0] !== undefined) return pick(fits[0], 0.88);
  if (fits.length > 1) {
    const speaker = state.lastSpeaker?.entity ?? -1;
    if (fits.includes(speaker) && type !== 'group') return pick(speaker, 0.7);
    // The one mentioned last, if the others are further than two paragraphs away.
    const paragraph = words.paragraph[phrase.first] ?? 0;
    const near = fits.filter((entity) => state.recent.some((focus) => rootOf(drafts, focus.entity) === entity && paragraph - focus.paragraph <= 2)); // prettier-ignore
    if (near.length === 1 && near[0] !== undefined) return pick(near[0], 0.7);
    if (type === 'document' || type === 'group' || near.length === 0) {
      const latest = fits.at(-1);
      if (latest !== undefined) return pick(latest, 0.6);
    }
    return { ...NOTHING, candidates: fits, reasons: [{ kind: 'ambiguous', span, args: { word: head, count: fits.length } }] };
  }
  // "the company", "the truck maker": the body spoken of last, if it is not of another kind by its own name
  if ((type === 'organization' || MAKERS.has(head) || head === 'paper') && COMPANY_WORDS.has(head) && phrase.determiner === 'definite' && (modifiers.length === 0 || MAKERS.has(head))) { // prettier-ignore
    const isCountry = /^(?:country|nation|kingdom|republic|island)$/u.test(head);
    const bodies = rank(state, phrase.first, (draft) => draft.named && !draft.plural && !draft.place && (isCountry ? draft.type === 'country' : (draft.type === 'organization' || draft.type === 'outlet') && isOfKind(draft, head)), () => 0, 4); // prettier-ignore
    const first = bodies[0];
    if (first !== undefined && bodies.filter((other) => first.score - other.score < 0.2).length === 1) return pick(first.entity, 0.65);
  }
  // "the 36-year-old", "the midfielder": one person lately spoken of, with no other role
  if (type === 'person' && (STYLED.has(head) || /-?year-old$/u.test(head)) && phrase.determiner === 'definite') {
    const people = rank(state, phrase.first, (draft) => isSinglePerson(draft) && draft.named && (draft.roleWeight < 2 || /year-old$/u.test(head)), () => 0, 3); // prettier-ignore
    const first = people[0];
    if (first !== undefined && first.score >= 3 && people.filter((other) => first.score - other.score < NEAR).length === 1) return pick(first.entity, 0.6); // prettier-ignore
  }
  if (type === 'person' && PERSON_WORDS.has(head) && phrase.determiner === 'definite') {
    const gender = PERSON_NOUNS.get(head)?.gender ?? null;
    const people = rank(state, phrase.first, (draft) => isSinglePerson(draft) && (gender === null || genderFits(draft, gender)), () => 0, 2); // prettier-ignore
    if (people.length === 1 && people[0] !== undefined) return pick(people[0].entity, 0.6);
  }
  return null;
}

/** The only named bearer of a role that means nearly the same ("Rovers boss" for the club's manager), or -1. */
function akin(state: State, head: string, modifiers: readonly string[]): number {
  const { drafts } = state;
  let only = -1;
  for (const kin of ROLE_KIN) {
    if (!kin.has(head)) continue;
    for (const word of kin)
      for (const candidate of state.byHead.get(word) ?? []) {
        const entity = rootOf(drafts, candidate);
        const draft = drafts[entity];
        if (draft === undefined || !draft.named || entity === only) continue;
        const own = nameKey(`${draft.role ?? ''} ${draft.affiliation ?? ''}`);
        if (modifiers.length > 0 && !modifiers.every((modifier) => own.includes(nameKey(modifier)))) continue;
        if (only >= 0) return -1;
        only = entity;
      }
  }
  return only;
}

/** Can the body be called by this noun: its own name says nothing else ("Hartmann"), or the same sort ("Vael Motors")? */
function isOfKind(draft: Draft, head: string): boolean {
  const kind = MAKERS.has(head) || head === 'paper' ? (head === 'paper' ? 'media' : 'company') : BODY_NOUNS.get(head);
  const own = nameKey(draft.name).split(' ').map((word) => BODY_NOUNS.get(word)).filter((found) => found !== undefined); // prettier-ignore
  if (own.length === 0) return kind === 'company' || kind === 'team' || kind === 'media' || head === 'group' || head === 'charity' || head === 'union';
  return own.includes(kind ?? '') || (kind === 'company' && own.every((found) => found !== 'government' && found !== 'court' && found !== 'police' && found !== 'parliament' && found !== 'university')); // prettier-ignore
}

/** Several named speakers as one: "Kolb and Oduya". */
function jointLink(state: State, members: readonly number[], span: Span): Link {
  const { drafts } = state;
  const name = members.length === 2 ? members.map((member) => nameOf(state, member)).join(' and ') : `${members.slice(0, -1).map((member) => nameOf(state, member)).join(', ')} and ${nameOf(state, members.at(-1) ?? -1)}`; // prettier-ignore
  const key = nameKey(name);
  const known = state.cast.byKey.get(key);
  let draft = known === undefined ? undefined : drafts[known];
  if (draft === undefined) {
    draft = newDraft(drafts, 'group', name, tokenFrom(state.words, span.start));
    draft.plural = true;
    draft.members = members;
    draft.introduction = span;
    state.cast.byKey.set(key, draft.index);
  }
  return found(draft.index, 'name', 0.9, [{ kind: 'joint', span, args: { name, count: members.length } }]);
}

const NAME_CONFIDENCE: Readonly<Record<string, number>> = {
  'full-name': 0.97, 'title-surname': 0.96, surname: 0.95, 'surname-forward': 0.92, 'first-name': 0.9, abbreviation: 0.94, alias: 0.93, 'short-form': 0.9, capital: 0.85, nickname: 0.9,
}; // prettier-ignore

function nameLink(state: State, at: number): Link {
  const { words, names, cast, drafts } = state;
  const mention = names[at];
  const link = cast.links[at];
  if (mention === undefined || link === undefined) return NOTHING;
  const span = spanOf(words, mention.nameFirst, mention.last);
  if (mention.sort === 'capital' && link.entity < 0) return capitalLink(state, mention, span);
  if (link.entity < 0) {
    return { ...NOTHING, kind: 'name', candidates: link.candidates, reasons: link.candidates.length > 0 ? [{ kind: 'ambiguous', span, args: { word: mention.parts.join(' '), count: link.candidates.length } }] : [] }; // prettier-ignore
  }
  const entity = rootOf(drafts, link.entity);
  const confidence = NAME_CONFIDENCE[link.reason] ?? 0.9;
  return found(entity, 'name', confidence, [
    { kind: link.reason, span, args: { word: mention.parts.join(' '), name: nameOf(state, entity) }, weight: confidence },
  ]);
}

/** Sieve 11: "Moscow said" — the seat for the government, when the country itself is not named in the article. */
function capitalLink(state: State, mention: NameMention, span: Span): Link {
  const name = mention.parts.join(' ');
  const country = CAPITALS.get(tableKey(name));
  if (country === undefined) return NOTHING;
  const key = nameKey(country);
  const known = state.cast.byKey.get(key);
  let draft = known === undefined || known < 0 ? undefined : state.drafts[known];
  if (draft === undefined) {
    draft = newDraft(state.drafts, 'country', name, mention.first);
    draft.introduction = span;
    draft.aliases.add(country);
    state.cast.byKey.set(key, draft.index);
    state.cast.byKey.set(nameKey(name), draft.index);
  }
  return found(draft.index, 'name', 0.85, [{ kind: 'capital', span, args: { word: name, name: country } }]);
}

/** What a noun phrase span (source or hearer) points to. The phrase may hold appositions and clauses. */
function phraseLink(state: State, from: number, to: number, attribution: LinkedAttribution | null, index: number): Link {
  const { words, drafts, names } = state;
  let first = from;
  while (first < to && (/^[,;:()–—"“”‘’`-]+$/u.test(formAt(words, first)) || /^(?:that|according|by)$/u.test(lowerAt(words, first))) && first + 1 < to) first++; // prettier-ignore
  const word = lowerAt(words, first);
  // One pronoun: alone, or with its own clause ("those who said" is a description)
  if (PRONOUNS.has(word) && (first + 1 >= to || (!OWNER_PRONOUNS.has(word) && /^(?:,|who|himself|herself|itself|themselves|both|all|too)$/u.test(lowerAt(words, first + 1))))) { // prettier-ignore
    if (FIRST.has(word)) return firstPersonLink(state, first, index);
    if (RELATIVE.has(word)) return relativeLink(state, first);
    if (word === 'you') return { ...NOTHING, kind: 'pronoun' };
    return pronounLink(state, first, true);
  }
  if (/^(?:both|neither|each)$/u.test(word) && first + 1 === to) return pairLink(state, first, first);
  if (to - first === 2 && word === 'the' && /^(?:two|pair|duo|couple)$/u.test(lowerAt(words, first + 1))) return pairLink(state, first, first + 1); // prettier-ignore
  if (to - first === 1 && /^(?:q|a|question|answer)$/u.test(word)) return interviewLink(state, first);

  // Split at top-level commas; the first segment is the phrase, later ones are appositions or more members.
  const segments: Range[] = [];
  let start = first;
  for (let i = first; i <= to; i++) {
    if (i === to || lowerAt(words, i) === ',') {
      if (i > start) segments.push({ first: start, last: i - 1 });
      start = i + 1;
    }
  }
  const head = segments[0];
  if (head === undefined) return NOTHING;
  const joint = jointMembers(state, segments, to);
  if (joint !== null) return jointLink(state, joint, spanOf(words, first, to - 1));

  const link = segmentLink(state, head, attribution, index);
  // "The EU's foreign policy chief, Josep …,": a description with its name behind the comma
  const second = segments.slice(1).find((segment) => !/^(?:who|which|whose|and|\d+|aged)$/u.test(lowerAt(words, segment.first)));
  if (second !== undefined && link.name < 0 && segments.indexOf(second) === 1) {
    const at = firstNameOf(state, second);
    const opens = names[at]?.first ?? -1;
    if (at >= 0 && opens >= second.first && opens <= second.first + 6 && !/^(?:of|for|in|at|from|near|with|by)$/u.test(lowerAt(words, opens - 1))) { // prettier-ignore
      const name = nameLink(state, at);
      const draft = drafts[name.entity];
      if (draft !== undefined && !draft.place && draft.type !== 'country') {
        apposed(state, head, draft);
        return { ...name, reasons: [...name.reasons, { kind: 'apposition', span: spanOf(words, head.first, head.last), args: { name: draft.name } }] }; // prettier-ignore
      }
    }
  }
  if (link.name >= 0) return nameLink(state, link.name);
  const phrase = phraseFrom(words, head.first, head.last + 1, false);
  if (phrase === null) return NOTHING;
  return descriptionLink(state, phrase, head.last + 1, attribution?.class === 'finding', attribution);
}

/** What a description right before the name says of its bearer: "his widow, Agnieszka," "the owners, Isaura Lines,". */
function apposed(state: State, head: Range, draft: Draft): void {
  const { words, text } = state;
  const phrase = phraseFrom(words, head.first, head.last + 1, false);
  if (phrase === null) return;
  const noun = lowerAt(words, phrase.head);
  pushHead(state, noun, draft.index);
  draft.heads.add(noun);
  if (BODY_NOUNS.has(noun) || MAKERS.has(noun)) {
    // "the building society, Dunmere Mutual,"
    if (draft.type === 'person' && draft.role === null) draft.type = 'organization';
    draft.sure = true;
    return;
  }
  if (!isPersonNoun(noun)) return;
  draft.type = 'person';
  applyProfile(words, draft, profileOf(words, text, phrase, head.last + 1, (i) => (state.nameAt[i] ?? 0) > 0));
  if (phrase.owner === null) return;
  const owner = ownerOf(state, phrase.owner);
  const kind = PERSON_NOUNS.get(noun)?.kind;
  if (owner < 0 || owner === draft.index) return;
  draft.principal = owner;
  draft.principalKind = kind === 'kin' ? 'related-to' : kind === 'lawyer' ? 'lawyer-for' : kind === 'spokes' || kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
  if (kind === 'kin') draft.affiliation = null;
  else if (OWNER_PRONOUNS.has(lowerAt(words, phrase.owner.first))) draft.affiliation = nameOf(state, owner);
}

/** The entity that owns: "his" in "his widow", "Hartmann" in "Hartmann's lawyer". */
function ownerOf(state: State, owner: Range): number {
  const word = lowerAt(state.words, owner.first);
  if (owner.first === owner.last && OWNER_PRONOUNS.has(word)) return FIRST.has(word) ? -1 : pronounLink(state, owner.first).entity;
  return entityOfTokens(state, owner.first, owner.last);
}

/** First name mention that begins inside the range, or -1. */
function firstNameOf(state: State, range: Range): number {
  for (let i = range.first; i <= range.last; i++) {
    const at = (state.nameAt[i] ?? 0) - 1;
    if (at >= 0 && state.names[at]?.sort !== 'role') return at;
  }
  return -1;
}

/** The name that heads a segment ("Commission vice-president Odile Marchetti"), or -1 when a noun heads it. */
function segmentLink(state: State, segment: Range, attribution: LinkedAttribution | null, index: number): { readonly name: number } {
  const { words, names } = state;
  void attribution;
  void index;
  let to = segment.last + 1;
  // The possessive ending of a whole source: "Kolb's" in "Kolb's claim"
  if (/^(?:'s|')$/u.test(lowerAt(words, to - 1))) to--;
  const phrase = phraseFrom(words, segment.first, to, false);
  if (phrase === null) return { name: -1 };
  // Walk to the last name that touches the head of the phrase.
  let name = phrase.head;
  // "the Reuters news agency", "the Hlas newspaper": the noun behind the name only says what it is
  while (name > phrase.core && MEDIA_NOUNS.has(lowerAt(words, name)) && words.capital[name] === 0) name--;
  const at = (state.nameAt[name] ?? 0) - 1;
  if (name < phrase.head) return { name: at >= 0 && names[at]?.last === name && names[at]?.sort !== 'role' && phrase.owner === null ? at : -1 }; // prettier-ignore
  if (at < 0) return { name: -1 };
  const mention = names[at];
  if (mention === undefined || mention.sort === 'role') return { name: -1 };
  // "Tarn residents": the name only modifies. "Tarn officials" likewise.
  if (mention.last < phrase.head) return { name: -1 };
  if (mention.sort === 'demonym' && mention.last === phrase.head && phrase.core < phrase.head) return { name: -1 };
  return { name: at };
}

/** The members when a source joins several: "Kolb and Oduya", "Kolb, the mayor, and Oduya, her deputy,". */
function jointMembers(state: State, segments: readonly Range[], to: number): number[] | null {
  const { words, names } = state;
  const pieces: Range[] = [];
  let sawAnd = false;
  for (const segment of segments) {
    let start = segment.first;
    for (let i = segment.first; i <= segment.last + 1; i++) {
      const lower = lowerAt(words, i);
      if (/^(?:who|which|whose|that|of|for|at|with|from|in)$/u.test(lower) && i <= segment.last && (state.nameAt[i] ?? 0) === 0) {
        if (i > start) pieces.push({ first: start, last: i - 1 });
        // what follows belongs to this phrase; a later "and" may join another name
        let j = i;
        while (j <= segment.last && lowerAt(words, j) !== 'and') j++;
        if (/^(?:who|which|whose|that)$/u.test(lower)) j = segment.last + 1;
        i = j;
        start = j + 1;
        if (j <= segment.last) sawAnd = true;
        continue;
      }
      if (i > segment.last || (lower === 'and' && (state.nameAt[i] ?? 0) === 0)) {
        if (i <= segment.last) sawAnd = true;
        if (i > start) pieces.push({ first: start, last: Math.min(i - 1, segment.last) });
        start = i + 1;
      }
    }
  }
  void to;
  if (!sawAnd || pieces.length < 2) return null;
  const members: number[] = [];
  for (const piece of pieces) {
    const { name } = segmentLink(state, piece, null, -1);
    if (name < 0) continue;
    const mention = names[name];
    const link = mention === undefined ? NOTHING : nameLink(state, name);
    const draft = state.drafts[link.entity];
    if (draft === undefined || draft.place || members.includes(link.entity)) continue;
    members.push(link.entity);
  }
  return members.length >= 2 ? members : null;
}

/** "Both", "neither", "the pair": several named together lately, or the two persons of the last two paragraphs. */
function pairLink(state: State, first: number, last: number): Link {
  const { words, drafts, text } = state;
  const span = spanOf(words, first, last);
  const args = { word: textOf(words, text, first, last) };
  const many = rank(state, first, (draft) => draft.plural || draft.type === 'group', () => 0, 2);
  const top = many[0];
  if (top !== undefined && top.score >= 3.3) return found(top.entity, 'pronoun', 0.7, [{ kind: 'pronoun', span, args: { ...args, name: nameOf(state, top.entity) } }]); // prettier-ignore
  const people = rank(state, first, (draft) => draft.named && isSinglePerson(draft), () => 0, 1);
  if (people.length === 2) {
    const members = people.map((person) => person.entity).sort((a, b) => (drafts[a]?.first ?? 0) - (drafts[b]?.first ?? 0));
    return { ...jointLink(state, members, span), kind: 'pronoun', confidence: 0.65 };
  }
  const phrase = phraseFrom(words, first, last + 1, false);
  return phrase === null ? NOTHING : descriptionLink(state, phrase, last + 1, false, null);
}

/** "Q:" and "A:": the interviewer, and the one person the article presents. */
function interviewLink(state: State, i: number): Link {
  const { words, drafts } = state;
  const span = spanOf(words, i, i);
  const word = lowerAt(words, i);
  if (word.startsWith('q')) return { ...NOTHING, kind: 'pronoun', reasons: [{ kind: 'interviewer', span }] };
  const counts = new Map<number, number>();
  for (const mention of state.mentions) {
    const draft = drafts[mention.entity];
    if (draft !== undefined && draft.type === 'person' && draft.named) counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1); // prettier-ignore
  }
  let best = -1;
  let most = 0;
  for (const [entity, count] of counts)
    if (count > most) {
      best = entity;
      most = count;
    }
  return best < 0 ? NOTHING : found(best, 'pronoun', 0.75, [{ kind: 'interviewee', span, args: { name: nameOf(state, best) } }]);
}

const HEARER_VERBS = new Set(['tell', 'ask', 'inform', 'remind', 'assure', 'advise', 'notify', 'brief', 'warn', 'urge', 'order', 'instruct', 'beg', 'implore', 'promise', 'persuade', 'convince', 'thank', 'question', 'press', 'reassure']); // prettier-ignore

/** The hearer after the cue: "told reporters", "asked the court". */
function hearerOf(state: State, attribution: LinkedAttribution, index: number): { entity: number; span: Span } | null {
  const { words, document } = state;
  const cue = attribution.cue.at(-1);
  if (cue === undefined) return null;
  const placed = document.paragraphs[attribution.paragraph];
  const lemma = placed?.paragraph.tokens.lemma[attribution.cueHead] ?? '';
  const cueText = state.text.slice(cue.start, cue.end).toLowerCase();
  let from = tokenFrom(words, cue.end);
  const withPreposition = /^(?:to|with)$/u.test(lowerAt(words, from)) && /^(?:say|speak|talk|complain|write|explain|admit|confess|testify|insist|interview)$/u.test(lemma); // prettier-ignore
  if (withPreposition) from++;
  else if (!(HEARER_VERBS.has(lemma) || /\b(?:told|asked|informed|reminded|assured|warned|urged)\b/u.test(cueText)) || /\b(?:was|were|been|be) (?:told|asked)/u.test(cueText)) return null; // prettier-ignore
  if (from >= words.count || words.paragraph[from] !== attribution.paragraph) return null;
  const start = words.start[from] ?? 0;
  if (attribution.content.some((content) => content.start <= start && start < content.end)) return null;
  if (attribution.source.some((source) => source.start <= start && start < source.end)) {
    // "“…,” said Kolb to reporters" is rare; "told" never has its speaker here
    return null;
  }
  const lower = lowerAt(words, from);
  if (words.quoted[from] === 1 || /^[,.:;]$/u.test(lower)) return null;
  if (PRONOUNS.has(lower) && !OWNER_PRONOUNS.has(lower)) {
    if (FIRST.has(lower)) return { entity: -1, span: spanOf(words, from, from) };
    const link = RELATIVE.has(lower) ? NOTHING : pronounLink(state, from, false, state.lastSpeaker?.entity);
    return link.entity < 0 || link.entity === state.lastSpeaker?.entity ? null : { entity: link.entity, span: spanOf(words, from, from) };
  }
  let to = from;
  const limit = Math.min(words.count, from + 10);
  while (to < limit && sameSentence(words, to, from) && !attribution.content.some((content) => content.start <= (words.start[to] ?? 0) && (words.start[to] ?? 0) < content.end) && !/^(?:that|,|\.|;|:|outside|in|on|at|after|before|during|by|as|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/u.test(lowerAt(words, to))) to++; // prettier-ignore
  if (to <= from) return null;
  const at = (state.nameAt[from] ?? 0) - 1;
  const determined = at >= 0 || words.coarse[from] === COARSE.determiner || words.coarse[from] === COARSE.noun || words.coarse[from] === COARSE.possessive || words.coarse[from] === COARSE.adjective || words.coarse[from] === COARSE.number || words.coarse[from] === COARSE.name; // prettier-ignore
  if (!determined) return null;
  const phrase = phraseFrom(words, from, to, at < 0);
  if (phrase === null) return null;
  const link = phraseLink(state, from, phrase.head + 1, null, index);
  const span = spanOf(words, from, phrase.head);
  if (link.entity < 0) return null;
  note(state, from, phrase.head, link.entity, link.kind, false, -1);
  return { entity: link.entity, span };
}

/** An attribution whose source the text does not name in its place. */
function missingSource(state: State, attribution: LinkedAttribution, index: number): Link {
  const { document, words } = state;
  const previous = document.attributions[index - 1];
  const speaker = state.lastSpeaker;
  if (previous === undefined || speaker === null) return NOTHING;
  const cue = attribution.cue[0];
  const at = tokenFrom(words, (cue ?? attribution.content[0])?.start ?? 0);
  if (cue === undefined) {
    // A quotation that goes on without a new cue belongs to the one who spoke before.
    if (attribution.form === 'direct' && attribution.paragraph - previous.paragraph <= 1)
      return found(speaker.entity, 'description', 0.7, [{ kind: 'continued-quote', args: { name: nameOf(state, speaker.entity) } }]);
    return NOTHING;
  }
  const lemma = lowerAt(words, at);
  const previousCue = previous.cue[0];
  const sentence = words.sentence[at];
  const sameAsPrevious = previousCue !== undefined && words.sentence[tokenFrom(words, previousCue.start)] === sentence;
  // "…, she said, adding that": the participle has the subject of the clause before
  if (sameAsPrevious && (lemma.endsWith('ing') || lowerAt(words, at - 1) === 'and' || lowerAt(words, at - 1) === 'but' || lowerAt(words, at - 2) === 'and')) // prettier-ignore
    return found(speaker.entity, 'description', 0.8, [{ kind: 'same-clause', args: { name: nameOf(state, speaker.entity) } }]);
  return NOTHING;
}

/** Ties "he" or "her" in one sentence to the only person named before it there: evidence for later pronouns. */
function indexNames(names: readonly NameMention[], count: number): Int32Array {
  const at = new Int32Array(count);
  names.forEach((mention, index) => {
    for (let i = mention.first; i <= mention.last; i++) at[i] = index + 1;
  });
  return at;
}

function markReported(words: Words, attributions: readonly LinkedAttribution[]): Uint8Array {
  const marks = new Uint8Array(words.count);
  for (const attribution of attributions) {
    // "Pask is accused of": the accused stands outside anybody's words
    if (attribution.source.length === 0) continue;
    for (const content of attribution.content)
      for (let i = tokenFrom(words, content.start); i < words.count && (words.start[i] ?? 0) < content.end; i++) marks[i] = 1;
  }
  return marks;
}

const EMPTY_NAMES: ReadonlyMap<string, { readonly name: string; readonly type: 'agency' | 'outlet' }> = new Map();

/** Resolves the speakers of a document. Linear in its length; never throws. */
export function resolveSpeakers(document: LinkedDocument, options: SpeakerOptions = {}): EntityGraph {
  const words = wordsOf(document);
  const names = findNames(words);
  const cast = castOf(words, document.text, names, options.speakers ?? [], options.agencyNames ?? EMPTY_NAMES);
  const state: State = {
    words,
    text: document.text,
    document,
    names,
    nameAt: indexNames(names, words.count),
    cast,
    drafts: cast.drafts,
    mentions: [],
    byHead: new Map(),
    recent: [],
    lastSpeaker: null,
    reported: markReported(words, document.attributions),
    author: -1,
    apostrophe: document.text.includes('’') ? '’' : "'",
    topParagraph: Math.max(0, document.paragraphs.findIndex(({ paragraph }) => paragraph.zone === 'body' && paragraph.tokens.count > 11)),
    lead: -1,
  };
  for (const draft of cast.drafts) registerHeads(state, draft);
  const sources = walk(state);
  mergeHeadline(state);
  return assemble(state, sources);
}

/** Words by which a named entity can be described later: heads of roles, the body's own noun ("the board"). */
function registerHeads(state: State, draft: Draft): void {
  for (const head of draft.heads) pushHead(state, head, draft.index);
  if (draft.type === 'organization' || draft.type === 'outlet') {
    for (const word of nameKey(draft.name).split(' ')) if (BODY_NOUNS.has(word)) pushHead(state, word, draft.index);
  }
}

function walk(state: State): ResolvedSource[] {
  const { words, document, names, drafts } = state;
  const resolved: ResolvedSource[] = document.attributions.map(() => ({ entity: -1, candidates: [], to: -1, toSpan: null, onBehalfOf: -1, confidence: 0, reasons: [] })); // prettier-ignore
  // Attributions by the token where their source (or cue) begins.
  const starting = new Map<number, number[]>();
  document.attributions.forEach((attribution, index) => {
    const span = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0];
    if (span === undefined) return;
    const token = tokenFrom(words, span.start);
    const list = starting.get(token);
    if (list === undefined) starting.set(token, [index]);
    else list.push(index);
  });
  let sourceEnd = -1;
  let sourceOf = -1;
  for (let i = 0; i < words.count; i++) {
    const indexes = starting.get(i);
    if (indexes !== undefined) {
      for (const index of indexes) {
        const attribution = document.attributions[index];
        if (attribution === undefined) continue;
        const span = attribution.source[0];
        const shared = indexes[0] !== index && span !== undefined;
        const link = shared ? null : linkOf(state, attribution, index);
        const first = resolved[indexes[0] ?? -1];
        const { entity, candidates, confidence, reasons, onBehalfOf } = link ?? first ?? NOTHING;
        const quoted = words.quoted[i] === 1;
        if (entity >= 0 && !quoted) {
          state.lastSpeaker = { entity, sentence: words.sentence[i] ?? 0, paragraph: words.paragraph[i] ?? 0 };
          const draft = drafts[entity];
          if (draft?.place === true) draft.place = false;
        }
        const hearer = hearerOf(state, attribution, index);
        if (link !== null && span !== undefined) {
          sourceEnd = tokenFrom(words, span.end - 1);
          sourceOf = index;
          note(state, i, sourceEnd, entity, link.kind, true, index, candidates);
        } else if (span !== undefined) {
          const mention = { ...span, entity, kind: link?.kind ?? ('name' as MentionKind), paragraph: words.paragraph[i] ?? 0, quoted, attribution: index, subject: true, candidates }; // prettier-ignore
          void mention;
        }
        resolved[index] = { entity, candidates, to: hearer?.entity ?? -1, toSpan: hearer?.span ?? null, onBehalfOf, confidence, reasons };
      }
    }
    const inSource = i <= sourceEnd;
    const at = (state.nameAt[i] ?? 0) - 1;
    const name = names[at];
    if (name !== undefined && name.first === i) {
      if (name.sort !== 'capital' && name.sort !== 'role') {
        const link = nameLink(state, at);
        if (link.entity >= 0 && drafts[link.entity]?.first === name.first) introduceNamed(state, link.entity, i);
        if (link.entity >= 0 || link.candidates.length > 0) {
          const whole = state.mentions.at(-1);
          const repeated = inSource && whole?.attribution === sourceOf && whole.entity === link.entity && whole.end === words.end[name.last] && whole.start === words.start[name.first]; // prettier-ignore
          if (!repeated) note(state, name.nameFirst, name.last, link.entity, 'name', !inSource && isSubject(words, name.first), -1, link.candidates); // prettier-ignore
        }
      } else if (name.sort === 'role' && !inSource) runningDescription(state, i);
      i = name.last;
      if (i < sourceEnd || !starting.has(i)) continue;
    }
    if (inSource) continue;
    const lower = words.lower[i] ?? '';
    const coarse = words.coarse[i];
    if (coarse === COARSE.pronoun || coarse === COARSE.possessive) {
      if (MALE.has(lower) || FEMALE.has(lower)) {
        if (words.quoted[i] === 1) continue;
        const link = pronounLink(state, i);
        note(state, i, i, link.entity, 'pronoun', coarse === COARSE.pronoun && isSubject(words, i), -1, link.candidates);
      }
    } else if (coarse === COARSE.determiner && /^(?:the|a|an)$/u.test(lower)) runningDescription(state, i);
  }
  return resolved;
}

/** "the deputy mayor", "a defense official" in running text: a person the article describes. */
function runningDescription(state: State, i: number): void {
  const { words, drafts } = state;
  if (words.quoted[i] === 1) return;
  const phrase = phraseFrom(words, i, Math.min(words.count, i + 8), true);
  if (phrase === null || (state.nameAt[phrase.head] ?? 0) > 0 && words.capital[phrase.head] === 1 && state.names[(state.nameAt[phrase.head] ?? 0) - 1]?.sort !== 'role') return; // prettier-ignore
  const head = lowerAt(words, phrase.head);
  if (phrase.owner !== null && !OWNER_PRONOUNS.has(lowerAt(words, phrase.owner.first)) && (state.nameAt[phrase.owner.last] ?? 0) === 0 && isPersonNoun(lowerAt(words, phrase.owner.last))) { // prettier-ignore
    // "The pilot's last message": the owner is whom "he" will mean
    const owner = phraseFrom(words, i, phrase.owner.last + 1, true);
    const link = owner === null ? null : coreference(state, owner, lowerAt(words, owner.head), modifiersOf(words, owner), 'person', spanOf(words, i, owner.head), null); // prettier-ignore
    if (owner !== null && link !== null && link.entity >= 0) note(state, i, owner.head, link.entity, 'description', false, -1);
    return;
  }
  if (!isPersonNoun(head) || phrase.owner !== null) return;
  // "the mayor, Ada Quill,": the name follows and is the mention
  const next = phrase.head + 1;
  if ((state.nameAt[next] ?? 0) > 0) return;
  if (lowerAt(words, next) === ',' && (state.nameAt[next + 1] ?? 0) > 0) return;
  // "Ada Quill, the mayor of Tarn,": an apposition to the name before
  if (lowerAt(words, i - 1) === ',' && (state.nameAt[i - 2] ?? 0) > 0) return;
  if (lowerAt(words, i - 1) === ',' && /^\d{1,3}$/u.test(lowerAt(words, i - 2)) && lowerAt(words, i - 3) === ',' && (state.nameAt[i - 4] ?? 0) > 0) return; // prettier-ignore
  if (/^(?:is|was|as|became|be|been|remains)$/u.test(lowerAt(words, i - 1))) return;
  const definite = lowerAt(words, i) === 'the' || words.capital[i] === 1 && phrase.determiner === 'none';
  if (definite) {
    const link = coreference(state, phrase, head, modifiersOf(words, phrase), 'person', spanOf(words, i, phrase.head), null);
    if (link !== null && link.entity >= 0) {
      note(state, i, phrase.head, link.entity, 'description', isSubject(words, i), -1);
      return;
    }
    if (link !== null) return;
  }
  // New persons: a subject, or "a former partner" with its own article; not in somebody's words.
  const subject = isSubject(words, i);
  if (state.reported[i] === 1 || (!subject && phrase.determiner !== 'indefinite')) return;
  if (lowerAt(words, i - 1) === ',' && words.coarse[next] !== COARSE.verb && words.coarse[next] !== COARSE.modal) return;
  if (!subject && PERSON_NOUNS.get(head)?.kind === 'kin') return;
  const link = descriptionLink(state, phrase, phrase.head + 1, false, null);
  const draft = drafts[link.entity];
  if (draft !== undefined) note(state, i, phrase.head, link.entity, 'description', subject, -1);
}

function linkOf(state: State, attribution: LinkedAttribution, index: number): Link {
  const { words } = state;
  const span = attribution.source[0];
  if (span === undefined) return missingSource(state, attribution, index);
  const from = tokenFrom(words, span.start);
  const to = tokenFrom(words, span.end - 1) + 1;
  let link = phraseLink(state, from, to, attribution, index);
  if (link.entity >= 0) {
    // Inverted order with an apposition outside the source span: "said the mayor, Ada Quill."
    const draft = state.drafts[link.entity];
    if (draft !== undefined && !draft.named && draft.type === 'person' && lowerAt(words, to) === ',' && words.capital[to + 1] === 1) {
      const at = (state.nameAt[to + 1] ?? 0) - 1;
      const name = state.names[at];
      if (name !== undefined && name.first <= to + 4 && profileBeforeComma(words, state.text, to, () => false) !== null) {
        const named = nameLink(state, at);
        if (named.entity >= 0 && state.drafts[named.entity]?.type === 'person') {
          draft.mergedInto = draft.index === named.entity ? -1 : named.entity;
          link = { ...named, reasons: [...named.reasons, { kind: 'apposition', span: spanOf(words, from, to - 1), args: { name: nameOf(state, named.entity) } }] }; // prettier-ignore
        }
      }
    }
  }
  return link;
}

/**
 * A name comes up for the first time: whom the article only described until now may be the same. "A former partner
 * complained … The former partner, Julian Prior", or, at the top, "A retired locksmith has confessed … Aristide
 * Fauconnier, 77, took 34 of them".
 */
function introduceNamed(state: State, entity: number, i: number): void {
  const { drafts, words } = state;
  const named = drafts[entity];
  if (named === undefined || named.introduced) return;
  named.introduced = true;
  settleAffiliation(state, named);
  if (named.type !== 'person') return;
  const paragraph = words.paragraph[i] ?? 0;
  const about = nameKey(`${named.role ?? ''} ${named.affiliation ?? ''}`);
  const fits = new Set<number>();
  for (const head of named.heads) {
    for (const candidate of state.byHead.get(head) ?? []) {
      const draft = drafts[rootOf(drafts, candidate)];
      if (draft === undefined || draft.named || (draft.type !== 'person' && draft.type !== 'anonymous') || draft.plural || draft.first > i) continue;
      if (paragraph - (words.paragraph[draft.first] ?? 0) > 4 && (words.paragraph[draft.first] ?? 0) > state.topParagraph) continue;
      if (draft.gender !== null && named.gender !== null && draft.gender !== named.gender) continue;
      if (draft.affiliation !== null && named.affiliation !== null && !about.includes(nameKey(draft.affiliation)) && !nameKey(draft.affiliation).includes(nameKey(named.affiliation))) continue; // prettier-ignore
      fits.add(draft.index);
    }
  }
  if (fits.size === 0 && named.roleWeight < 2 && state.lead >= 0 && !/^(?:officer|sgt|sergeant|det|detective|constable|trooper|capt|captain|lt|lieutenant|deputy|chief|supt|insp|inspector|cpl|gen|col|judge|justice|sheriff|agent)\b/iu.test(named.role ?? '')) {
    const lead = drafts[rootOf(drafts, state.lead)];
    if (lead !== undefined && !lead.named && paragraph - (words.paragraph[lead.first] ?? 0) <= 3 && (lead.gender === null || named.gender === null || lead.gender === named.gender) && words.quoted[i] !== 1) fits.add(lead.index); // prettier-ignore
  }
  for (const index of fits) {
    const draft = drafts[index];
    if (draft === undefined || (fits.size > 1 && (words.paragraph[draft.first] ?? 0) > state.topParagraph)) continue;
    draft.mergedInto = entity;
    if (named.roleWeight < 2 && draft.role !== null) {
      named.role = draft.role;
      named.roleSpan = draft.roleSpan;
    }
    named.affiliation ??= draft.affiliation;
    named.affiliationSpan ??= draft.affiliationSpan;
    named.gender ??= draft.gender;
    for (const head of draft.heads) {
      named.heads.add(head);
      pushHead(state, head, entity);
    }
    if (state.lead === index) state.lead = -1;
    if (state.lastSpeaker?.entity === index) state.lastSpeaker = { ...state.lastSpeaker, entity };
  }
}

/** "its governor", "the company's head of sales", "chair of the board": the affiliation by name where the text gives one. */
function settleAffiliation(state: State, draft: Draft): void {
  const { words } = state;
  if (draft.owner >= 0 && draft.affiliation === null) {
    const role = [...draft.heads].map((head) => PERSON_NOUNS.get(head)?.kind);
    const owner = pronounLink(state, draft.owner).entity;
    if (owner >= 0 && owner !== draft.index) {
      draft.principal = owner;
      draft.principalKind = role.includes('kin') ? 'related-to' : role.includes('lawyer') ? 'lawyer-for' : role.includes('spokes') || role.includes('aide') ? 'speaks-for' : 'part-of'; // prettier-ignore
      if (!role.includes('kin')) draft.affiliation = nameOf(state, owner);
    }
    return;
  }
  if (draft.affiliation === null && [...draft.heads].some((head) => PERSON_NOUNS.get(head)?.kind === 'spokes')) {
    const body = bodyNear(state, draft.first);
    if (body >= 0) {
      draft.affiliation = nameOf(state, body);
      draft.principal = body;
      draft.principalKind = 'speaks-for';
    }
    return;
  }
  if (draft.affiliation === null || draft.affiliationSpan === null || /\p{Lu}/u.test(draft.affiliation)) return;
  const first = tokenFrom(words, draft.affiliationSpan.start);
  if (!/^(?:the|this)$/u.test(lowerAt(words, first - 1))) return;
  const phrase = phraseFrom(words, first - 1, tokenFrom(words, draft.affiliationSpan.end - 1) + 1, false);
  if (phrase === null) return;
  const link = coreference(state, phrase, lowerAt(words, phrase.head), modifiersOf(words, phrase), 'organization', draft.affiliationSpan, null); // prettier-ignore
  const body = state.drafts[link?.entity ?? -1];
  if (body !== undefined && body.named && body.index !== draft.index) draft.affiliation = body.name;
}

/** Headlines say "study", "officials", "watchdog" of what the text below introduces. */
function mergeHeadline(state: State): void {
  const { drafts, words } = state;
  let budget = 40;
  for (const draft of drafts) {
    if (draft.named || draft.mergedInto >= 0 || draft.members.length > 0 || (words.paragraph[draft.first] ?? 0) > state.topParagraph) continue; // prettier-ignore
    if (words.zones[words.paragraph[draft.first] ?? 0] !== 'headline' || budget-- === 0) continue;
    const head = [...draft.heads][0];
    if (head === undefined) continue;
    const heads = new Set([head]);
    if (draft.type === 'document') for (const kin of DOCUMENT_KIN) if (kin.has(head)) for (const other of kin) heads.add(other);
    for (const word of heads) {
      const candidate = (state.byHead.get(word) ?? []).map((index) => drafts[rootOf(drafts, index)]).find((other) => other !== undefined && other !== draft && other.first > draft.first && (draft.type === 'person' ? other.named && other.type === 'person' : other.type === draft.type || (draft.type === 'organization' && other.named))); // prettier-ignore
      if (candidate === undefined) continue;
      draft.mergedInto = candidate.index;
      break;
    }
  }
}

function assemble(state: State, sources: readonly ResolvedSource[]): EntityGraph {
  const { drafts, cast, words } = state;
  const root = (index: number): number => (index < 0 ? -1 : rootOf(drafts, index));
  const mentions = state.mentions
    .map((mention) => ({ ...mention, entity: root(mention.entity), candidates: mention.candidates.map(root) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || b.attribution - a.attribution)
    .filter((mention, index, all) => {
      // A hearer or an owner is met twice: by its attribution and in passing.
      const before = all[index - 1];
      return before === undefined || before.start !== mention.start || before.end !== mention.end || before.entity !== mention.entity || mention.attribution >= 0; // prettier-ignore
    });
  const byEntity = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (mention.entity < 0) return;
    const list = byEntity.get(mention.entity);
    if (list === undefined) byEntity.set(mention.entity, [index]);
    else list.push(index);
  });
  const byKey = new Map<string, number>();
  for (const [key, index] of cast.byKey) byKey.set(key, root(index));
  const lookup = (name: string): number => {
    const exact = byKey.get(nameKey(name));
    if (exact !== undefined) return exact;
    const country = DEMONYMS.get(tableKey(name)) ?? COUNTRY_NAMES.get(tableKey(name));
    return country === undefined ? -1 : (byKey.get(nameKey(country)) ?? -1);
  };
  for (const draft of drafts) {
    const into = drafts[draft.mergedInto];
    if (into === undefined) continue;
    into.role ??= draft.role;
    into.roleSpan ??= draft.roleSpan;
    into.gender ??= draft.gender;
    if (into.type === 'group' || into.type === 'document') into.affiliation ??= draft.affiliation;
  }
  const entities: Entity[] = drafts.map((draft) => {
    let { principal, principalKind } = draft;
    if (principal < 0 && draft.type === 'person' && draft.affiliation !== null) {
      principal = lookup(draft.affiliation);
      const head = [...draft.heads].find((word) => PERSON_NOUNS.has(word));
      const kind = head === undefined ? undefined : PERSON_NOUNS.get(head)?.kind;
      principalKind = principal < 0 ? null : kind === 'lawyer' ? 'lawyer-for' : kind === 'spokes' || kind === 'aide' ? 'speaks-for' : 'part-of'; // prettier-ignore
    }
    if (principal < 0 && draft.type === 'organization') {
      const first = nameKey(draft.name).split(' ')[0] ?? '';
      const country = DEMONYMS.get(first);
      if (country !== undefined) principal = byKey.get(nameKey(country)) ?? -1;
      if (principal >= 0) principalKind = 'part-of';
    }
    if (principal === draft.index) principal = -1;
    return {
      index: draft.index,
      type: draft.type,
      name: draft.name,
      named: draft.named,
      plural: draft.plural,
      gender: draft.gender,
      genderEvidence: draft.genderEvidence,
      role: draft.role,
      roleSpan: draft.roleSpan,
      affiliation: draft.affiliation,
      affiliationSpan: draft.affiliationSpan,
      aliases: [...draft.aliases].filter((alias) => alias !== draft.name),
      introduction: draft.introduction,
      principal: root(principal),
      principalKind: principal < 0 ? null : principalKind,
      members: draft.members.map(root),
      mentions: byEntity.get(draft.index) ?? [],
      note: draft.note,
    };
  });
  void words;
  return {
    entities,
    mentions,
    sources: sources.map((source) => ({
      ...source,
      entity: root(source.entity),
      candidates: [...new Set(source.candidates.map(root))],
      to: root(source.to),
      onBehalfOf: root(source.onBehalfOf),
    })),
    byKey,
  };
}
