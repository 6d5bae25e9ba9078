/**
 * What one speaker goes on to say in the interview that an article has named: "In an interview with the Echo, Kolb
 * spoke of …" and, a paragraph on, "“Nobody came,” he said." Knows attributions and whose they are as numbers; does
 * not know how speakers were found.
 */
import type { LinkedDocument } from '../attribute/linked.ts';
import type { AgenciesFound } from './findAgencies.ts';

/** Who says an attribution and who is told, as numbers of entities; -1 for nobody. */
export interface Party {
  readonly entity: number;
  readonly to: number;
}

/** Words of a cue that name another way than the interview: "said in a statement", "told the court". */
const OTHER_WAY =
  /\b(?:statement|wrote|writes|written|posted|tweeted|told|tells|testified|testimony|letter|e-?mail|speech|address|conference|news|report|court)\b/iu;
/** Paragraphs without a word of the speaker after which the interview is over. */
const REACH = 2;

/** The outlet of each attribution, that of an interview carried on to what the same speaker is quoted with next. */
export function carryVia(
  document: LinkedDocument,
  found: AgenciesFound,
  parties: readonly Party[],
): readonly number[] {
  const via = [...found.via];
  let speaker = -1;
  let outlet = -1;
  let last = 0;
  document.attributions.forEach((attribution, index) => {
    const party = parties[index];
    const own = via[index] ?? -1;
    const entity = party?.entity ?? -1;
    if (own >= 0) {
      speaker = found.interviews[index] === true ? entity : -1;
      outlet = own;
      last = attribution.paragraph;
      return;
    }
    if (speaker < 0) return;
    const cue = attribution.cue.map(({ start, end }) => document.text.slice(start, end)).join(' ');
    const goesOn =
      entity === speaker &&
      attribution.form !== 'indirect' &&
      attribution.paragraph - last <= REACH &&
      (party?.to ?? -1) < 0 &&
      (found.sources[index] ?? -1) < 0 &&
      !OTHER_WAY.test(cue);
    if (goesOn) {
      via[index] = outlet;
      last = attribution.paragraph;
    } else if (entity !== speaker || attribution.form !== 'indirect') speaker = -1;
  });
  return via;
}
