/**
 * Words that assert wrongdoing: offences, acts of harm, breaches of duty, and the agent nouns of them. Knows the
 * reviewed lists and the words around a hit that decide its reading; does not know who is meant.
 */
import { OFFENCES } from '../lexicon/offences.gen.ts';
import { WRONGDOING_VERBS } from '../lexicon/wrongdoingVerbs.gen.ts';
import type { Tokens } from '../segment/paragraph.ts';
import { isNoun, isVerb, lemma, lower, tag } from './tokens.ts';

export type Level = 'crime' | 'harm' | 'wrongdoing' | 'weak';

export interface Wrong {
  /** Token of the verb or noun. */
  readonly at: number;
  readonly level: Level;
  readonly kind: 'verb' | 'noun' | 'agent';
  /** The verb stands in the passive: its subject is the victim. */
  readonly passive: boolean;
}

const VERBS = new Map<string, Level>();
const NOUNS = new Map<string, Level>();
const AGENTS = new Map<string, Level>();
/** Nouns of several words, by the last one. */
const COMPOUNDS = new Map<string, { readonly words: readonly string[]; readonly level: Level }[]>();

function levelOf(value: string): Level {
  return value === 'crime' ? 'crime' : value === 'harm' ? 'harm' : value === 'weak' ? 'weak' : 'wrongdoing';
}

for (const [noun, , level, agent, verb] of OFFENCES) {
  const words = noun.split(' ');
  if (words.length === 1) NOUNS.set(noun, levelOf(level));
  else {
    const last = words[words.length - 1] ?? '';
    COMPOUNDS.set(last, [...(COMPOUNDS.get(last) ?? []), { words, level: levelOf(level) }]);
  }
  if (agent !== '' && !agent.includes(' ')) AGENTS.set(agent, levelOf(level));
  if (verb !== '' && !verb.includes(' ')) VERBS.set(verb, levelOf(level));
}
for (const [verb, level] of WRONGDOING_VERBS) if (!verb.includes(' ')) VERBS.set(verb, levelOf(level));
// Nouns that are acts of war or force rather than offences of the list; they need an agent beside them.
for (const noun of [
  'shelling',
  'bombing',
  'massacre',
  'atrocity',
  'raid',
  'airstrike',
  'invasion',
  'aggression',
  'crackdown',
  'ambush',
])
  if (!NOUNS.has(noun)) NOUNS.set(noun, 'harm');
for (const noun of [
  'bribe',
  'kickback',
  'violation',
  'breach',
  'cover-up',
  'wrongdoing',
  'offence',
  'offense',
  'crime',
])
  if (!NOUNS.has(noun)) NOUNS.set(noun, 'wrongdoing');

/** Adverbs and phrases that make a wrong of any act: "illegally moved the markers". */
const UNLAWFUL: ReadonlySet<string> = new Set(
  'illegally unlawfully secretly deliberately knowingly fraudulently falsely improperly corruptly wrongfully dishonestly recklessly negligently wrongly covertly'.split(
    ' ',
  ),
);
/** Verbs whose plain reading is harmless; they count only with an object or a word that shows the other one. */
const NEEDS_OBJECT: Readonly<Record<string, RegExp>> = {
  take: /\b(?:bribes?|kickbacks?|cash|money|funds?|payments?|£|\$|€)/u,
  fail: /^ (?:to|in)\b/u,
  break: /\b(?:laws?|rules?|promises?|code|ceasefire|truce|agreement|terms|bones?|into)\b/u,
  fix: /\b(?:match(?:es)?|games?|prices?|races?|results?|contracts?)\b/u,
  strike:
    /\b(?:hospital|school|homes?|village|town|market|convoy|building|people|civilians?|him|her|them|man|woman|boy|girl|child)/u,
  hit: /\b(?:hospital|school|homes?|village|town|market|convoy|civilians?|him|her|them|man|woman|boy|girl|child|face|head)\b/u,
  beat: /\b(?:him|her|them|man|woman|prisoners?|detainees?|inmates?|patients?|pupils?|workers?|protesters?|drivers?|and robbed|up)\b/u,
  fire: /\b(?:on|at|into|shots?|rockets?|missiles?|shells?|guns?|rounds?)\b/u,
  target: /\b(?:civilians?|hospitals?|schools?|homes?|families|minorit\w+|journalists?)\b/u,
  copy: /\b(?:designs?|images?|pictures?|pages?|passages?|papers?|articles?|songs?|results?|signature|work|software|code|documents?|answers?|plans)\b/u,
  hide: /\b(?:money|evidence|reports?|results?|costs?|risks?|truth|losses|documents?|files?|the|that|from|it)\b/u,
  destroy:
    /\b(?:homes?|houses?|evidence|documents?|records?|files?|village|hospital|bridge|emails?|crops?)\b/u,
  pocket: /\b(?:£|\$|€|cash|money|fees?|funds?|thousands|millions|the)\b/u,
  neglect: /\b(?:to|dut\w+|patients?|residents?|children|animals?|maintenance|safety)\b/u,
  ignore:
    /\b(?:warnings?|rules?|laws?|complaints?|advice|safety|alarms?|calls?|requests?|evidence|orders?)\b/u,
  divert: /\b(?:money|funds?|cash|aid|water|budget|payments?|donations?)\b/u,
  inflate: /\b(?:prices?|bills?|invoices?|figures?|costs?|claims?|numbers?)\b/u,
  pad: /\b(?:bills?|invoices?|expenses|accounts?|figures?)\b/u,
  block: /\b(?:aid|access|roads?|justice|inquiry|investigation|emergency)\b/u,
  attack:
    /\b(?:civilians?|him|her|them|police|officers?|village|town|convoy|positions?|homes?|man|woman|with|ships?|vessels?|the)\b/u,
  seize: /\b(?:land|homes?|power|ships?|vessels?|property|passports?|territory)\b/u,
  leak: /\b(?:documents?|files?|secrets?|emails?|memos?|details|information|data|the|it|sewage|oil)\b/u,
  dodge: /\b(?:tax\w*|dut\w+|fees?|fines?)\b/u,
  exploit: /\b(?:workers?|staff|loophole|children|migrants?|residents?|patients?)\b/u,
  plot: /\b(?:to|against|coup|attack|murder|overthrow)\b/u,
  dump: /\b(?:waste|sewage|chemicals?|oil|rubbish|toxic|ash|sludge|water|slurry|into)\b/u,
  abandon: /\b(?:children|patients?|animals?|dogs?|crew|soldiers|residents?)\b/u,
  drop: /\bbombs?\b/u,
  drag: /\b(?:from|across|out of|by the)\b/u,
  shove: /\b(?:into|against)\b/u,
  push: /\b(?:into|against|off|down the)\b/u,
  grab: /\bby the\b/u,
  pin: /\b(?:to|against|down)\b/u,
  hurl: /\b(?:at|abuse|bottles?|stones?)\b/u,
  trip: /^$/u,
  bite: /^$/u,
  scald: /^$/u,
  lock: /^$/u,
  skim: /\b(?:money|cash|£|\$|off)\b/u,
  stuff: /\bballot/u,
  expel: /\b(?:residents?|diplomats?|families|people|population|civilians?)\b/u,
  profit: /\bfrom\b/u,
};

/** Verbs that are wrongs when done to people: "hit Winifred Ashdown", "hid two patients". */
const HURTS: ReadonlySet<string> = new Set([
  'drag',
  'shove',
  'push',
  'grab',
  'pin',
  'hurl',
  'trip',
  'bite',
  'scald',
  'lock',
  'strike',
  'hit',
  'beat',
  'target',
  'attack',
  'abandon',
  'hide',
  'expel',
  'exploit',
  'neglect',
]);
const PEOPLE =
  /^(?:he|him|her|them|us|me|man|men|woman|women|boy|girl|child|children|patients?|residents?|pupils?|students?|workers?|migrants?|prisoners?|detainees?|inmates?|villagers?|passengers?|protesters?|marchers?|drivers?|customers?|civilians?|refugees?|staff|colleagues?|nurses?|teachers?|players?|fans?|journalists?|neighbou?rs?|dogs?|horses?)$/u;

/** A person or people stand right after the verb: a name, or a noun of the list within three words. */
function isPerson(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 4); i++) {
    if (PEOPLE.test(lower(tokens, i))) return true;
    if (tag(tokens, i) === 'NNP') return i === from;
    if (!/^(?:DT|CD|JJ|PRP\$)$/u.test(tag(tokens, i))) return false;
  }
  return false;
}

/** Passive participle with a form of be before it, adverbs between. */
function isPassive(tokens: Tokens, at: number): boolean {
  if (tag(tokens, at) !== 'VBN' && tag(tokens, at) !== 'VBD') return false;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const word = lower(tokens, i);
    if (/^(?:is|are|was|were|been|being|be|get|got|gets)$/u.test(word)) return true;
    if (word !== 'not' && !word.endsWith('ly') && word !== 'also') return false;
  }
  return false;
}

/** Past forms of the listed verbs, for words that a tagger takes for something else: "Fairlea underpaid growers". */
const PAST = new Map<string, string>();
for (const verb of VERBS.keys())
  PAST.set(
    verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`,
    verb,
  );
for (const [form, verb] of [
  ['underpaid', 'underpay'],
  ['stole', 'steal'],
  ['rigged', 'rig'],
  ['misled', 'mislead'],
  ['lied', 'lie'],
  ['hid', 'hide'],
  ['broke', 'break'],
] as const)
  PAST.set(form, verb);

/** The listed verb that stands at a token, or null: by its lemma, or by its form after a name or noun. */
function verbAt(tokens: Tokens, at: number): string | null {
  const base = lemma(tokens, at);
  if (isVerb(tokens, at)) return VERBS.has(base) || Object.hasOwn(NEEDS_OBJECT, base) ? base : null;
  const past = PAST.get(lower(tokens, at));
  return past !== undefined && /^NNP?S?$/u.test(tag(tokens, at - 1)) && tag(tokens, at).startsWith('NN')
    ? past
    : null;
}

/** All words of wrongdoing in the tokens [from, to), with hypothetical, future and negated acts left out. */
export function findWrongs(tokens: Tokens, from: number, to: number): readonly Wrong[] {
  const found: Wrong[] = [];
  for (let i = from; i < to; i++) {
    const word = lower(tokens, i);
    const base = lemma(tokens, i);
    if (UNLAWFUL.has(word)) {
      // "illegally smuggling in weapons" is one wrong, not two.
      found.push({ at: i, level: 'wrongdoing', kind: 'verb', passive: false });
      continue;
    }
    const verb = verbAt(tokens, i);
    if (verb !== null || isVerb(tokens, i)) {
      if (verb === null || !isRealAct(tokens, i, from)) continue;
      // The object decides for verbs with a harmless reading; "cash" makes a wrong of a plain "took".
      const object = Object.hasOwn(NEEDS_OBJECT, verb) ? NEEDS_OBJECT[verb] : undefined;
      // "had been fired by Drevian forces"
      const by = isPassive(tokens, i) && lower(tokens, i + 1) === 'by';
      if (
        object &&
        !by &&
        !(HURTS.has(verb) && isPerson(tokens, i + 1, to)) &&
        !object.test(` ${tokens.lower.slice(i + 1, Math.min(to, i + 9)).join(' ')}`)
      )
        continue;
      found.push({ at: i, level: VERBS.get(verb) ?? 'weak', kind: 'verb', passive: isPassive(tokens, i) });
      continue;
    }
    if (!isNoun(tokens, i)) continue;
    const compound = COMPOUNDS.get(base) ?? COMPOUNDS.get(word);
    const whole = compound?.find(({ words }) =>
      words.every((part, k) => {
        const index = i - words.length + 1 + k;
        return index >= from && (lower(tokens, index) === part || lemma(tokens, index) === part);
      }),
    );
    if (whole) {
      found.push({ at: i, level: whole.level, kind: 'noun', passive: false });
      continue;
    }
    const noun = NOUNS.get(base) ?? NOUNS.get(word);
    if (noun) found.push({ at: i, level: noun, kind: 'noun', passive: false });
    else {
      const agent = AGENTS.get(base);
      if (agent) found.push({ at: i, level: agent, kind: 'agent', passive: false });
    }
  }
  return found;
}

/** False for "will attack", "would never steal", "to hide", "did not take": no act is asserted. */
function isRealAct(tokens: Tokens, verb: number, from: number): boolean {
  for (let i = verb - 1; i >= from && i >= verb - 5; i--) {
    const word = lower(tokens, i);
    if (
      /^(?:will|would|shall|should|might|may|could|can|must|'ll|'d|if|not|n't|never|unless|nor|cannot)$/u.test(
        word,
      )
    ) {
      // "could have", "would have" stay unreal; "may have killed" is hedged, not denied.
      return (word === 'may' || word === 'might') && lower(tokens, i + 1) === 'have';
    }
    if (word === 'to' && i === verb - 1) {
      // "to have stolen", "conspired to defraud", "tried to hide" assert; a bare purpose does not.
      return /^(?:conspired|tried|attempted|plotted|helped|began|started|continued|used|managed|refused|failed|ordered|forced)$/u.test(
        lower(tokens, i - 1),
      );
    }
    if (!/(?:ly|ed|en|ing)$|^(?:has|have|had|been|be|is|are|was|were|also|being|to|and|or)$/u.test(word))
      break;
  }
  return true;
}
