/**
 * What the content of a statement does by its own words, whatever the cue: denies, condemns, promises, demands, asks,
 * tells what somebody saw. Knows wording only; who is accused decides elsewhere whether a denial answers anything.
 */

/** Words that deny outright, in anybody's mouth. */
const OUTRIGHT_DENIAL =
  /\b(?:(?:did|done|does|doing) nothing (?:wrong|illegal|improper)|no (?:wrongdoing|truth (?:in|to)|basis (?:for|in)|evidence (?:of|that|for|to))|(?:not|n['’]t|isn['’]t|simply) true|(?:completely|entirely|totally|categorically|utterly|simply|absolutely|flatly|just|is|are|was|were|as) (?:false|untrue|baseless|unfounded|groundless|fabricat\w+|nonsense|rubbish|absurd|ridiculous|fiction|invented|wrong|lies|defamatory)|(?:a|total|pure|complete|outright) (?:lie|fabrication|fiction|invention|smear|nonsense|fantasy|witch[- ]hunt)|(?:this|that|it)(?: is|['’]s| was) (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:fantasy|fiction|nonsense|rubbish|a smear|slander|a fairy tale|a hatchet job|wrong)|(?:without|no) (?:merit|foundation)|innocent|politically motivated|not guilty|never happened|(?:reject|deny|refute|dispute)(?:s|ed|ing)? (?:the|these|those|any|all|this|that|it|every|such)|(?:these|those|the) (?:lies|allegations are|accusations are|claims are)|made[- ]up|mistaken|(?:acted|behaved|done everything) (?:properly|lawfully|correctly|by the book|in good faith)|proof)\b/iu;

/** What somebody says who is asked about a charge: "never saw it", "had no role in", "No truth whatsoever in that". */
const DISOWNS =
  /\b(?:I|we|he|she|they|it|nobody|none of (?:us|them)|(?:the|his|her|its|their|our|my) [A-Za-zÀ-ɏḀ-ỿ]+)(?: (?:has|have|had|was|were)|['’](?:ve|d|s))? never (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:(?:saw|seen|heard)(?! (?:anything|a thing|so|such))|met|took|taken|told|received|touched|knew|known|asked|lifted|laid|hit|hurt|threatened|been (?:told|asked|arrested|there|to))\b|\b(?:had|has|have|was|were|is|played|took) (?:no|not any) (?:role|part in|knowledge|involvement|hand in|say in|idea|contact|mines|weapons)\b|\bunaware of\b|\bnothing to (?:hide|do with)\b|\b(?:did|does|has|have|had)(?: not|n['’]t) (?:take place|happen|happened|taken place|occur|touch|lobby|know (?:about|of)|known (?:about|of))\b|\bnot known of\b|\bno truth\b|^["“‘'«\s]*(?:wrong|rubbish|nonsense|lies|untrue|absolutely not|certainly not|never)\b[.,!”"’]/iu;

/** A negated act of the speaker's own side: "I never took a penny", "our trucks have not left the yard". */
const NEGATED_ACT =
  /\b(?:I|we|he|she|they|it|nobody|no one|none|our|my|the (?:company|firm|team|club|council|ministry|government|army|police|school|hospital|bank)|there|not a (?:single )?\w+|no [A-Za-zÀ-ɏḀ-ỿ]+ (?:has|had|have|was|were|ever)|nothing|any|neither)\b(?:\W+[A-Za-zÀ-ɏḀ-ỿ]+){0,4}?\W*(?:\b(?:never|not|no|nothing|none|neither|cannot|nobody)\b|n['’]t\b)|\b(?:never|nobody|not one|not a single|nothing)\b/iu;

const QUESTION = /\?["”’']*\s*$/u;
/** Somebody or something will or would do or be something: a prediction, in the mouth of a private person. */
const PREDICTION =
  /^["“‘'«\s]*(?:that )?(?!(?:I|we|he|she|they)\b)(?:[A-Za-zÀ-ɏḀ-ỿ]+['’]?s? ){1,5}(?:will|would|could|may|might|won['’]t)\b|\b(?:it|this|that|they|he|she|there|you)(?:['’]ll| will| won['’]t) (?:be|cost|take|bring|never|always|not|all)\b|\b(?:it|this|that|there)(?:['’]d| would| could| might| may) (?!not (?:comment|say))[A-Za-zÀ-ɏḀ-ỿ]+/iu;
const MODAL = /\b(?:will|would|could|may|might|should|must|can|cannot)\b|['’]ll\b/iu;
const SELF = /\b(?:I|[Ww]e|me|us|[Mm]y|[Oo]ur|mine|ours)\b/u;
const OF_SELF = /^[^A-Za-zÀ-ɏḀ-ỿ]*(?:(?:and|but|so|well|oh|yes|no|if),? )?I\b/iu;
const PROMISE =
  /\b(?:I|we) (?:promise|pledge|vow|swear|guarantee|give (?:you |them )?(?:my|our) word)\b|\b(?:I|we)(?:['’]ll| will) (?:not|never) (?:rest|stop|give up|let|allow|back down|leave|forget|abandon)\b|\b(?:I|we)(?:['’]ll| will) (?:repay|refund|pay (?:it )?back|rebuild|replace|fix|make (?:it right|sure|good)|see to it|do everything)\b/iu;
const PROMISE_TO = /^(?:to|not to|never to)\b/u;
/** An imperative that asks something of somebody: "Please don't", "Resign now"; not "Come on" or "Listen". */
const PLAIN_IMPERATIVE =
  /^["“‘'«\s]*(?:(?:please|kindly)\b|(?:do not|don['’]t|stop|release|resign|pay|answer|fix|stay (?:away|indoors|at home)|leave (?:him|her|them|us)|give (?:us|them|him|her)|let (?:him|her|them)|show us|tell us)\b)/iu;
const CONDEMNS =
  /\b(?:disgrace\w*|shame(?:ful|less)?|ashamed|outrag\w+|scandal\w*|appalling|unacceptable|disgusting|despicable|cowardly|barbaric|horrific|shocking|a joke|farce|insult\w*|betray\w*|reckless|irresponsible|incompeten\w+|pathetic|cruel|heartless|negligent|contempt|a slap in|shambles|dreadful|terrible|awful|ludicrous|absurd|madness|inexcusable|callous|unforgivable|deplor\w+|condemn\w*|let (?:us|them|him|her) down|mess|failure|failed us|cynical|vandalism|wicked|crisis of)\b/iu;
const PRAISES =
  /\b(?:wonderful|brilliant|excellent|fantastic|superb|outstanding|magnificent|proud of|grateful|thank(?:s|ful)?|congratulat\w+|the best|a credit to|hero(?:es|ic)?|inspir\w+|great (?:job|work|team|player|day|news)|remarkable|marvellous|marvelous|lovely|first[- ]class|world[- ]class|generous|courag\w+|brave\w*|terrific)\b/iu;
const CONCEDES =
  /\b(?:(?:I|we)(?:['’]m| am| are|['’]re) (?:deeply |truly |very |so )?sorry|sorry|apologi[sz]e|my (?:fault|mistake)|our (?:fault|mistake)|(?:I|we) (?:made|make) (?:a |some )?mistakes?|(?:I|we) got (?:it|that) wrong|(?:I|we) should have|regrets?|regretted)\b/iu;
const SENSES =
  /\b(?:I|we) (?:[A-Za-zÀ-ɏḀ-ỿ]+ )?(?:saw|heard|felt|watched|smelt|smelled|noticed|looked|ran|woke|found|was standing|were standing|was inside|was there|were there|thought (?:it|he|she|the)|could (?:see|hear|smell|feel)|counted|grabbed|opened|turned)\b/iu;
const OPINION =
  /\b(?:I think|I believe|I(?:['’]d| would) (?:not )?(?:say|trust|tell|recommend)|in my (?:view|opinion)|ought to|deserve[sd]?|unfair|better than|worse than|the (?:best|worst|finest|cleanest|hardest|easiest)|a (?:crime|joke|shame|pity|disgrace|gift|nonsense|mistake|surrender|betrayal|bargain|triumph|disaster|mess|miracle)|makes no sense|should|clearly|obviously|(?:they|he|she|it|people|there is a) needs? (?:to|for)|overrated|underrated|overdue|pointless|(?:is|was|are|were|['’]s|be) (?:far |much |just |simply |frankly )?(?:too|so) [A-Za-zÀ-ɏḀ-ỿ]+|(?:is|was|are|were|['’]s) (?:[A-Za-zÀ-ɏḀ-ỿ]+ly )?(?:good|great|bad|terrible|awful|lovely|beautiful|ugly|brilliant|boring|fair|crazy|mad|insane|stupid|silly|sad|wonderful|magnificent|remarkable|dangerous|important|essential|vital|unique|perfect|inevitable|obvious|genuine|striking)|enough is enough|(?:is|was|are|were|['’]s|looks?|sounds?|felt|feels?) like (?:an?|the|two|being)|as [A-Za-zÀ-ɏḀ-ỿ]+ as|drowning in|no (?:place|excuse|reason|future))\b|^["“‘'«\s]*You (?:can|can['’]t|cannot|could|couldn['’]t|wouldn['’]t|would|need|don['’]t|have to)\b/iu;
/** First person and a past verb: the speaker tells what they lived through. */
const FIRST_PERSON = /\b(?:I|we|me|us|my|our)\b/iu;

export interface ContentReading {
  readonly denial: boolean;
  readonly negatedAct: boolean;
  readonly question: boolean;
  readonly promise: boolean;
  readonly imperative: boolean;
  readonly condemns: boolean;
  readonly praises: boolean;
  readonly concedes: boolean;
  readonly senses: boolean;
  readonly opinion: boolean;
  readonly firstPerson: boolean;
  readonly prediction: boolean;
  /** The speaker is the subject of the first clause: "I have had offers". */
  readonly ofSelf: boolean;
  readonly modal: boolean;
  readonly figures: boolean;
  /** The speaker is a subject anywhere. */
  readonly self: boolean;
}

/** The words of a content, each question read when it is asked; bounded, so that a page-long quotation costs no more than its beginning. */
export function readContent(whole: string): ContentReading {
  const text = whole.length > 600 ? whole.slice(0, 600) : whole;
  return {
    get denial() {
      return OUTRIGHT_DENIAL.test(text) || DISOWNS.test(text);
    },
    get negatedAct() {
      return NEGATED_ACT.test(text);
    },
    get question() {
      return QUESTION.test(whole.slice(-12));
    },
    get promise() {
      return (SELF.test(text) && PROMISE.test(text)) || PROMISE_TO.test(text);
    },
    get imperative() {
      return PLAIN_IMPERATIVE.test(text);
    },
    get condemns() {
      return CONDEMNS.test(text);
    },
    get praises() {
      return PRAISES.test(text);
    },
    get concedes() {
      return CONCEDES.test(text);
    },
    get senses() {
      return SENSES.test(text);
    },
    get opinion() {
      return OPINION.test(text);
    },
    get firstPerson() {
      return FIRST_PERSON.test(text);
    },
    get prediction() {
      return PREDICTION.test(text);
    },
    get ofSelf() {
      return OF_SELF.test(text);
    },
    get modal() {
      return MODAL.test(text);
    },
    get figures() {
      return /\d/u.test(text);
    },
    get self() {
      return SELF.test(text);
    },
  };
}
