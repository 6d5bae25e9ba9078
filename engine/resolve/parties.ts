/**
 * Parties that stand accused and are only described: "charged two engineers with manslaughter", "Two councillors are
 * accused of …". They seldom speak, so no sieve would meet them. Knows words and the walk's state; knows no evidence.
 */
import { COARSE } from '../segment/tags.ts';
import type { State } from './state.ts';
import { rootOf } from './state.ts';
import { lowerAt, sameSentence, type Words } from './words.ts';

/** Verbs whose object, or subject in the passive, is an accused party. */
const ACCUSING =
  /^(?:accus|blam|su|indict|charg|arrest|detain|convict|acquitt|prosecut|criticiz|criticis|condemn|denounc)(?:e|es|ed|ing|s)?$/u;
const MATTER = /^(?:of|with|for|over|on|in)$/u;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

function inPhrase(words: Words, i: number): boolean {
  const kind = words.coarse[i];
  return (
    kind === COARSE.noun ||
    kind === COARSE.name ||
    kind === COARSE.adjective ||
    kind === COARSE.number ||
    kind === COARSE.possessive ||
    kind === COARSE.determiner
  );
}

/** First token of each described party → the token after its last. Parties with a name in them are left to the names. */
export function partyPhrases(words: Words, nameAt: Int32Array): ReadonlyMap<number, number> {
  const parties = new Map<number, number>();
  const add = (first: number, to: number): void => {
    const head = words.coarse[to - 1];
    if (to <= first || head !== COARSE.noun) return;
    for (let i = first; i < to; i++) if ((nameAt[i] ?? 0) > 0 && words.capital[i] === 1 && i > first) return;
    // "her brother" is somebody's relative, and a bare "officials" may open anything
    if (!parties.has(first)) parties.set(first, to);
  };
  for (let i = 0; i < words.count; i++) {
    if (words.quoted[i] === 1 || !ACCUSING.test(lowerAt(words, i))) continue;
    let before = i - 1;
    let passive = false;
    while (before >= 0 && before > i - 5 && sameSentence(words, before, i)) {
      const word = lowerAt(words, before);
      if (/^(?:is|are|was|were|been|being|be)$/u.test(word)) passive = true;
      else if (!/^(?:has|have|had|not|also|both|all|since)$|ly$/u.test(word)) break;
      before--;
    }
    const reduced = MATTER.test(lowerAt(words, i + 1)) && lowerAt(words, i).endsWith('ed');
    if (passive || reduced) {
      let first = before + 1;
      while (
        first > 0 &&
        first > before - 5 &&
        sameSentence(words, first - 1, i) &&
        inPhrase(words, first - 1)
      )
        first--;
      if (first <= before) add(first, before + 1);
      continue;
    }
    let to = i + 1;
    while (to < words.count && to < i + 8 && sameSentence(words, to, i) && inPhrase(words, to)) to++;
    if (!MATTER.test(lowerAt(words, to))) continue;
    add(i + 1, to);
    // "Prosecutors on Thursday charged …": who does it, when the sentence opens with a bare noun
    let opens = i;
    while (opens > 0 && opens > i - 6 && sameSentence(words, opens - 1, i)) opens--;
    if (
      opens < i &&
      (opens + 1 === i || /^(?:on|in|have|has|had|yesterday|today|later)$/u.test(lowerAt(words, opens + 1)))
    )
      add(opens, opens + 1);
  }
  return parties;
}

/** "The officials, who spoke on condition of anonymity": whoever is described so is an anonymous source. */
function hideUnnamed({ drafts, mentions, text }: State): void {
  for (const mention of mentions) {
    const draft = drafts[rootOf(drafts, mention.entity)];
    if (draft === undefined || draft.named || (draft.type !== 'group' && draft.type !== 'person')) continue;
    if (SECRET.test(text.slice(mention.end, mention.end + 90))) draft.type = 'anonymous';
  }
}

const SECRET =
  /^,? (?:who|speaking|all of whom|both of whom)\b[^.“”"]{0,50}\b(?:anonym\w+|not (?:to )?be (?:named|identified)|not authori[sz]ed)/u;

/**
 * "Prosecutors charged two engineers. Luis Mendes and Petra Haas were …": the pair that the next sentences name, or as
 * many people of that role, are the members of the group.
 */
export function settleGroups(state: State): void {
  const { drafts, words } = state;
  hideUnnamed(state);
  const joints = drafts.filter((other) => other.members.length > 1);
  const bearersOfRoles = drafts.filter(
    (other) => other.type === 'person' && other.named && other.role !== null,
  );
  for (const group of drafts) {
    if (group.named || group.mergedInto >= 0 || group.members.length > 0) continue;
    const match = /^(two|three|four|five) (?:[^ ]+ )*?([^ ]+?)s$/u.exec(group.name.toLowerCase());
    const count = COUNTS[match?.[1] ?? ''];
    const noun = match?.[2];
    if (count === undefined || noun === undefined) continue;
    const near = (first: number): boolean => {
      const distance = (words.paragraph[first] ?? 0) - (words.paragraph[group.first] ?? 0);
      return first > group.first && distance <= 4;
    };
    const joint = joints.filter(
      (other) => other.members.length === count && other.mergedInto < 0 && near(other.first),
    );
    if (joint.length === 1 && joint[0] !== undefined) {
      group.mergedInto = joint[0].index;
      continue;
    }
    const bearers = bearersOfRoles.filter(
      (other) => other.mergedInto < 0 && near(other.first) && (other.role ?? '').toLowerCase().endsWith(noun),
    );
    if (bearers.length === count) group.members = bearers.map((bearer) => rootOf(drafts, bearer.index));
  }
}
