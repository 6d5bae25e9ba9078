/**
 * In what capacity somebody speaks: an officer or body of state or company, a witness, an expert. Knows roles, names
 * and source phrases; judges the standing of the speaker, never the truth of the words.
 */
import { STANDING_TERMS } from '../lexicon/standingTerms.gen.ts';
import type { Entity } from '../resolve/entities.ts';

export interface Standing {
  /** Holds a public office or speaks for a public body: government, forces, courts, councils, regulators. */
  readonly official: boolean;
  /** A public body itself, or a state, whose judgements and wishes are official too; so are those of its envoys. */
  readonly body: boolean;
  /** Any other organisation, its chief or its spokesperson, who speak with authority about its own affairs only. */
  readonly organisation: boolean;
  /** Outlets without a name: "local media", "state television". */
  readonly media: boolean;
  readonly witness: boolean;
  readonly expert: boolean;
  /** An expert who finds things out rather than judges them. */
  readonly researcher: boolean;
  readonly court: boolean;
  readonly document: boolean;
  /** Papers of a public authority: rulings, records, official figures. */
  readonly record: boolean;
  /** Family and friends, who speak of a person rather than against them. */
  readonly kin: boolean;
  /** A single person, not a body, group or paper. */
  readonly person: boolean;
}

const TERMS = new Map<string, string>(STANDING_TERMS.map(([term, kind]) => [term, kind]));
/** A former officer speaks for nobody; a lawyer speaks for a client; whoever is not named does not speak officially. */
const NOT_IN_OFFICE =
  /\b(?:former|ex|ex-[A-Za-zÀ-ɏḀ-ỿ]+|retired|ousted|sacked|deposed|would-be|candidate|nominee|hopeful|resident|opposition|fan|supporter|at the time|until (?:last|19|20)\S*|condition of anonymity|not (?:to be|be) (?:named|identified)|unnamed|who asked not)\b/iu;
/** Bodies and offices that are not public, though their words may look so. */
const PRIVATE_BODY =
  /\b(?:(?<!European )union|club|association|federation|league|orchestra|church|festival|university|college|society|trust|charity|group|company|firm|plc|ltd|inc|corp|bank|airline|chain|supermarket|maker|manufacturer|retailer|developer|operator|supplier|brewery|restaurant|hotel|theatre|theater|museum|gallery|studio|magazine|publisher|campaign|party|Labour|Conservatives?|Democrats|Republicans|founder|team|Rovers|United|City FC|FC|institute|foundation|hospital|clinic|school)\b/iu;
const PRIVATE_OFFICE =
  /\b(?:CEO|chief executive|chief (?:financial|operating|technology|product|commercial|medical|marketing) officer|finance (?:chief|director)|managing director|executive|leader|who (?:runs|heads|leads|chairs)|chair(?:man|woman|person)?|chairs|founder|co-founder|manager|boss|president|vice[- ]president|vicar|bishop|principal|head ?(?:teacher|master|mistress)|head(?: of| at)|director|editor|treasurer|secretary|general secretary|coach|captain|skipper|landlord|landlady|publican|proprietor|administrator|spokes(?:man|woman|person)|curator|keeper|superintendent|matron)\b/iu;
const PUBLIC =
  /\b(?:government|minist(?:er|ers|ry|ries)|foreign office|home office|treasury|chancellor|premier|mayor|governor|gov|senator|sen|rep|congress(?:man|woman)|MP|MEP|councill?or|cllr|council|councilman|councilwoman|alderman|supervisor|police|constable|constabulary|sheriff|deput(?:y|ies)|detectives?|det|insp|inspector|inspectorate|sgt|sergeant|trooper|fire (?:service|department|chief|marshal|brigade)|firefighters|coast ?guard|army|navy|air force|military|general|gen|col|colonel|major|lt|lieutenant|admiral|court|judge|justice|magistrate|coroner|prosecutors?|district attorney|attorney general|u\.s\. attorney|tribunal|jury|jurors|commission(?:er)?|regulator|watchdog|ombudsman|agency|authority|department|bureau|state|county|city|town hall|city hall|borough|parliament|senate|assembly|embassy|ambassador|envoy|consul|diplomat|kremlin|white house|downing street|pentagon|palace|federal reserve|central bank|customs|un|united nations|nato|eu|european (?:union|commission|parliament|central bank)|ranger|(?:fire|ambulance|health|prison|probation|weather|postal) service|(?:school|library|marine|review|parole|electoral|planning|standards|health) board|board of|officials|authorities|federal|national park|forecasters|crown|prosecuting|chief (?:of (?:police|staff)|constable|inspector|medical officer)|officers|superintendent|national park|park (?:service|geologist|ranger))s?\b/iu;
/** Bodies whose names say so: "the Advertising Board". */
const NAMED_BODY = /\b\p{Lu}\p{L}+ (?:Board|Service|Office|Inspectorate|Registry)\b/u;
const VOICE_OF_STATE =
  /\b(?:foreign (?:minister|secretary)|secretary of state|ambassador|envoy|judge|justice|magistrate|coroner|kremlin)\b/iu;
const RECORD =
  /\b(?:(?:court|county|state|city|council|police|land|public) (?:records?|papers|documents)|ruling|judgment|judgement|verdict|statistics|census|inspection|decree|warrant)\b/iu;
const MEDIA =
  /(?<!social )\b(?:media|the press|newspapers?|state (?:television|radio|tv|news agency)|news agenc(?:y|ies)|broadcasters?)\W*$/iu;
/** Things that a list of organisations may hold and that speak for nobody. */
const PAPER =
  /\b(?:study|survey|poll|paper|trial|software|programme|program|sign|card|entry|note|tip|deed|website|app|poster|banner|headline|review|analysis)\b/iu;
const EXPERT =
  /\b(?:Dr|Prof|professor|[A-Za-zÀ-ɏḀ-ỿ]{3,}ologist|[A-Za-zÀ-ɏḀ-ỿ]{3,}icist|physician|doctors?|strategist|historian|economist|lecturer|mathematician|specialists?|physicist|chemist|botanist|meteorologist)\b/iu;
const COURT = /\b(?:courts?|judges?|jury|jurors|tribunal|magistrates?|justices?|coroner|panel)\b/iu;
const PRIVATE =
  /\b(?:lawyer|attorney(?! general)|solicitor(?! general)|barrister|mother|father|sister|brother|wife|husband|son|daughter|family|friend|neighbou?r|KC|QC|counsel(?! general)|campaigner|activist|residents?|plaintiffs?|defending)\b/iu;
const PUBLIC_ATTORNEY =
  /\b(?:prosecuting|judge|recorder|(?:for )?the crown|u\.s\.|assistant|district|county|state|city|prosecuting) attorney\b/iu;
const KIN =
  /\b(?:mother|father|sister|brother|wife|husband|son|daughter|family|friend|lawyer|attorney|solicitor|barrister|aunt|uncle|cousin|parents?|defending|mitigating)\b/iu;

function kindsOf(text: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  const words = text.toLowerCase().split(/[^\p{L}\d-]+/u);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    const kind =
      TERMS.get(`${word} ${next}`) ??
      TERMS.get(word) ??
      (word.endsWith('s') ? TERMS.get(word.slice(0, -1)) : undefined);
    if (kind) kinds.add(kind);
  }
  return kinds;
}

/** In what capacity the source of an attribution speaks; `phrase` is the source in the article's words; `retired` says that the text calls them former. */
export function standingOf(phrase: string, entity: Entity | null, retired: boolean): Standing {
  const unnamed = entity === null || (entity.type === 'person' && !entity.named);
  const whose = entity && entity.type !== 'person' ? entity.name : '';
  const described = `${phrase} ${entity?.role ?? ''} ${whose}`;
  const belongs = `${described} ${entity?.affiliation ?? ''}`;
  const kinds = kindsOf(described);
  const isPublic = PUBLIC.test(described);
  const outOfOffice =
    retired || NOT_IN_OFFICE.test(described) || (PRIVATE.test(described) && !PUBLIC_ATTORNEY.test(described));
  const isBody =
    (entity?.type === 'organization' && !PAPER.test(phrase)) ||
    (entity?.type === 'group' && (kinds.has('body') || (isPublic && !PRIVATE_BODY.test(described))));
  const country = entity?.type === 'country';
  const document_ = entity?.type === 'document';
  const office = kinds.has('officer') || kinds.has('body') || entity?.principalKind === 'speaks-for';
  const publicly =
    (isPublic || PUBLIC.test(belongs) || NAMED_BODY.test(belongs) || /^chief$/iu.test(entity?.role ?? '')) &&
    (isPublic || !PRIVATE_BODY.test(belongs));
  const privately = PRIVATE_BODY.test(belongs) && !isPublic;
  const speaks = entity !== null && !document_ && entity.type !== 'anonymous' && !outOfOffice;
  const official =
    country ||
    (speaks && publicly && !privately && (isBody || office)) ||
    (speaks &&
      entity.type === 'person' &&
      publicly &&
      !privately &&
      (entity.role !== null || !unnamed) &&
      isPublic);
  const organisation =
    speaks &&
    !official &&
    (isBody ||
      entity.principalKind === 'speaks-for' ||
      (entity.type === 'person' && PRIVATE_OFFICE.test(described)));
  const witness = kinds.has('witness') && !official && !organisation;
  return {
    official,
    body: country || (official && (isBody || VOICE_OF_STATE.test(described))),
    organisation,
    media: MEDIA.test(phrase),
    witness,
    expert: (kinds.has('expert') || EXPERT.test(described)) && !official,
    researcher: /\b(?:research[A-Za-zÀ-ɏḀ-ỿ]*|scientists?|doctors?|authors?|team)\b/iu.test(described),
    court: COURT.test(described) && !PRIVATE.test(described),
    document: document_,
    record:
      document_ &&
      !outOfOffice &&
      !/\b(?:law)?suit|complaint\b/iu.test(described) &&
      (RECORD.test(described) || isPublic || PUBLIC.test(belongs)),
    kin: KIN.test(described) && !PUBLIC_ATTORNEY.test(described),
    person: entity?.type === 'person' || entity?.type === 'anonymous',
  };
}
