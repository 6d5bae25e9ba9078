/**
 * How much the words of a statement speak against the party they are about, short of naming an offence: acts and
 * omissions that readers hold against somebody. Knows wording only; who is meant and who disputes it decides elsewhere.
 */

/** Acts and states that count against whoever did them: "sat on the report", "knew that the valve leaked". */
const ACTS =
  /\b(?:sat on|sitting on|turn(?:ed|ing) a blind eye|look(?:ed|ing) (?:the other way|away)|paid off|pa(?:id|ying) (?:for|to)|lean(?:ed|ing) on|pressur\w+|push(?:ed|ing)|shov(?:ed|ing)|grabb\w+|dragg\w+|hurl\w+|throw\w*|threw|scream\w+|shout\w+|swor(?:e|n) at|spat|put (?:both|his|her|their) hands? on|knew|known|aware|promised|refus\w+|fail\w+|ignor\w+|forgot\w*|skipp\w+|miss(?:ed|ing)|delay\w*|withheld|conceal\w+|hid(?:den)?|cover(?:ed|ing) up|buried|delet\w+|shredd\w+|wip(?:ed|ing)|alter\w+|chang(?:ed|ing) (?:the|its|his|her|their)|backdat\w+|fak\w+|forg(?:ed|ing)|rigg\w+|fix(?:ed|ing)|cook(?:ed|ing)|inflat\w+|steer\w+|siphon\w+|divert\w+|funnel\w+|pocket\w+|help(?:ed|ing) (?:himself|herself|themselves|itself)|keep(?:ing)?|kept|sold|selling|shipp\w+|ran off|fled|vanish\w*|disappear\w*|left without|wander\w+|slep\w+|asleep|drunk|drinking|ordered|told (?:staff|workers|pilots|drivers|them|us|her|him|me|pupils|nurses|players)|forc(?:ed|ing)|made (?:us|them|him|her|me|staff|workers|up)|locked|blocked|barred|confiscat\w+|seized|evict\w*|sack(?:ed|ing)|dismissed|fir(?:ed|ing)|cross(?:ed|ing)|enter(?:ed|ing)|violat\w+|jamm\w+|min(?:ed|ing)|loot\w+|burn\w*|torch\w+|shell\w+|bomb\w*|attack\w*|struck|strik(?:es?|ing)|hit(?:ting)?|ramm\w+|kill\w*|wound\w*|shot|shoot\w*|beat\w*|punch\w*|kick\w*|slapp\w+|tortur\w+|abus\w+|bull(?:y|ied|ying)|mock\w*|insult\w*|lie(?:d|s)|lying|misled|mislead\w*|deceiv\w+|trick\w*|cheat\w*|copi\w+|stole\w*|steal\w*|took|taken|tak(?:es|ing)|dump\w*|tipp(?:ed|ing)|booked|leak\w*|spill\w*|poison\w*|contaminat\w+|pollut\w+|cut corners|exceed\w*|breach\w*|br(?:oke|eaking|oken)|flout\w*|dodg\w+|evad\w+|spied|spying|hack\w*|bugg\w+|follow(?:ed|ing)|stalk\w*|punish\w*|retaliat\w+|silenc\w+|dropped|abandon\w*|neglect\w*|gambl\w+|squander\w*|overcharg\w+|underpa\w+|double-bill\w+|bill(?:ed|ing)|voted|doctored|tamper\w+|switch(?:ed|ing)|plagiari\w+|invent\w+|fabricat\w+|recruit\w+|arm(?:ed|ing) the|suppl(?:ied|ying) (?:weapons|arms)|fund(?:ed|ing) (?:the )?rebels|touch\w*|grop\w+|kiss\w*|rushed|waved through|signed off|let (?:the|them|him|her|it)|walked (?:out|off)|stormed)\b/giu;

/** Circumstances that make something of an act: secrecy, benefit to kin, disregard of warnings, harm to the weak. */
const CIRCUMSTANCES =
  /\b(?:secret\w*|without (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:permission|telling|paying|warning\w*|consent|licen[cs]e|permit|insurance|authori[sz]ation|approval|asking|tender\w*|bidding|testing|checking|sounding)|despite|in spite of|instead of|rather than|before (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:investigators|inspectors|auditors|police|the audit)|behind [A-Za-zÀ-ɏḀ-ỿ]+ backs?|off the books|under (?:a|another) (?:different|false) name|false\w*|fake\w*|forged|illegal\w*|unlawful\w*|unlicen[cs]ed|untested|expired|out[- ]of[- ]date|cash|envelopes?|kickbacks?|bribes?|brothers?(?:-in-law)?|sisters?(?:-in-law)?|cousins?|nephews?|son-in-law|relatives?|girlfriend|boyfriend|company owned by|his own|her own|its own|their own|sanction\w*|offshore|on (?:his|her|their) phone|civilians?|children|wom[ae]n|villagers?|residents?|migrants?|prisoners?|patients?|worshippers?|knees|warnings?|complaints?|too (?:late|fast|little)|deliberate\w*|on purpose|knowingly|dead voters|shortly before|days? before|hours? before|the (?:next|same) (?:day|morning|night)|at night|free (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:flights?|trips?|tickets?|cruises?|holidays?|meals?|rent)|afterwards?|money)\b/giu;

/** Something that should have been done and was not: "They never paid for the roof", "no headcount was made". */
const OMISSION = /\b(?:never|no|none|not|nobody|nothing|neither)\b|n['’]t\b/iu;

/** Words in favour of a party; what is praised is not alleged. */
const FAVOUR =
  /\b(?:welcom\w+|donat\w+|rescued?|sav(?:ed|ing) (?:the|his|her|their|lives)|won|scored|celebrat\w+|praised?|helped|kind\w*|brave\w*|generous\w*|invit\w+|apologi[sz]\w+|thank\w+|agreed|improv\w+|retired|graduat\w+|married|born|grew up|joined|played|loved|liked)\b/iu;

/** How much the words speak against whoever they are about: 0 nothing, up to 4. */
export function adverseWeight(clause: string): number {
  const text = clause.length > 400 ? clause.slice(0, 400) : clause;
  let weight = 0;
  weight += countUpTo(text, ACTS, 2) + countUpTo(text, CIRCUMSTANCES, 2);
  if (OMISSION.test(text)) weight += 0.5;
  if (FAVOUR.test(text)) weight -= 1.5;
  return Math.max(0, weight);
}

function countUpTo(text: string, words: RegExp, most: number): number {
  const hits = text.matchAll(words);
  let count = 0;
  while (count < most && hits.next().done !== true) count++;
  return count;
}
