/** Abbreviations by what their full stop can mean. Closed lists; the words that open sentences are function words only. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never end a sentence: a name or number follows ("Dr. Kolb", "Gov. Quill", "No. 10"). */
export const ABBREVIATIONS_BEFORE_NAMES: ReadonlySet<string> = words(
  'mr mrs ms dr sen rep gov gen lt col sgt capt cmdr adm maj rev hon prof st messrs pres atty supt det insp sens reps govs gens vs mt ft fr cpl pvt brig pte cllr const rt amb dep asst',
);

/** May end a sentence or not; what follows decides ("Hartmann Inc. said", "… by Hartmann Inc. The firm"). */
export const ABBREVIATIONS_MAYBE_FINAL: ReadonlySet<string> = words(
  'jr sr inc corp co ltd llc plc bros etc jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ave blvd rd dept univ assn est approx no tel ext',
);

/** Function words that open a sentence after an abbreviation: "… at Hartmann Inc. The firm …". */
export const SENTENCE_OPENERS: ReadonlySet<string> = words(
  'the a an he she it they we i you in on at and but this that these those mr. mrs. ms. dr. sen. rep. gov. prof. his her their its our my there here as for after before if when while although though however meanwhile still so yet many some one two three most all both according asked then now with by from to not no what who why how last another police officials among since under',
);
