/**
 * Class of an attribution: speech (told, demanded, accused), attitude (wants, hopes, believes) or finding (a
 * document, study or court shows or decides). What people see by default is speech and finding.
 */
import type { AttributionClass } from '../annotation.ts';
import { VERB_OF_COMMUNICATION } from '../lexicon/wordClasses.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Sources that speak by what is written in them: "the report found", "records show", "the ruling says". */
const DOCUMENTS: ReadonlySet<string> = words(
  'report study survey poll document record file filing lawsuit suit complaint indictment affidavit warrant ruling judgment verdict order opinion data figure statistic analysis research audit review inquiry investigation paper article memo email letter transcript footage video image photo evidence test result finding census index law bill act treaty agreement contract statement draft dossier assessment estimate account book log petition testimony motion charge sheet database website',
);
const COURTS: ReadonlySet<string> = words(
  'court judge jury tribunal magistrate justice coroner panel inquest regulator ombudsman',
);
/** What courts and studies do with a proposition: "the court ruled that", "researchers found that". */
const FINDING_VERBS: ReadonlySet<string> = words(
  'find show reveal indicate suggest rule conclude convict acquit sentence determine establish demonstrate confirm uphold overturn estimate detail outline state',
);
const ATTITUDES: ReadonlySet<string> = words(
  'want hope believe think know feel fear wish expect plan intend support back favor favour endorse like love hate dislike doubt oppose prefer understand consider see regard view worry suspect assume realize realise remember mean seek try need agree disagree trust value respect admire appreciate anticipate decide choose dream imagine aim aspire desire care regret enjoy fancy resent welcome recognize recognise forget look watch hear aware sure confident convinced optimistic concerned worried afraid proud happy ready keen eager willing determined',
);

/** Reporting groups of the seed table that are speech whatever WordNet's first sense is. */
export function classOf(
  cueLemma: string,
  cueIsVerb: boolean,
  cueWordClass: number,
  sourceHead: string,
  reportingGroup: string | null,
): AttributionClass {
  if (cueLemma === 'accord' || cueLemma === 'according')
    return DOCUMENTS.has(sourceHead) ? 'finding' : 'speech';
  if (DOCUMENTS.has(sourceHead) && cueIsVerb && !ATTITUDES.has(cueLemma)) return 'finding';
  if (
    FINDING_VERBS.has(cueLemma) &&
    (COURTS.has(sourceHead) || (reportingGroup === 'evidence-subject' && sourceHead !== ''))
  )
    return COURTS.has(sourceHead) || /^(?:find|show|reveal|indicate|demonstrate)$/u.test(cueLemma)
      ? 'finding'
      : 'speech';
  if (ATTITUDES.has(cueLemma)) return 'attitude';
  if (reportingGroup === 'mental-state') return 'attitude';
  if (reportingGroup !== null && reportingGroup !== 'nonspeech') return 'speech';
  if (!cueIsVerb) return 'speech';
  return cueWordClass === VERB_OF_COMMUNICATION ? 'speech' : 'attitude';
}
